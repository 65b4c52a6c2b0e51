"""Whom a blow or a shot hit, where the article does not tell what became of them."""

from extractor.events.casualties.counts import count_people, part_told
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle, kind_of
from extractor.lexicon.tables import word_lists
from extractor.records import Count, Polarity
from extractor.syntax import Frame

_PEOPLE = ("person", "people")


def struck(article: AnnotatedArticle, draft: Draft) -> dict[str, Count]:
    """The people whom the first mention that counts them says were hit: slot -> count; none for what did not happen.

    A blow hurts: "punched two stewards" gives {"injured": 2}. Whoever is shot may have died: "shot two stewards" gives
    none to two in "fatalities". Whom it may have missed is not counted ("shot at two stewards").
    """
    if draft.polarity is not Polarity.POSITIVE:
        return {}
    for claim in draft.claims:
        found = _struck_in(article, article.frame(claim))
        if found:
            return found
    return {}


def _struck_in(article: AnnotatedArticle, frame: Frame) -> dict[str, Count]:
    """The same of one clause.

    {"injured": 2} for "beat two students", {"fatalities": 0 to 2} for "shot two guards".
    """
    lists = word_lists("events/casualties.txt")
    manner = "blow nouns" if frame.noun else "blows"
    is_shot = frame.predicate in lists["shots"]
    if not is_shot and frame.predicate not in lists[manner]:
        return {}
    count = _people_hit(article, frame)
    if count is None:
        return {}
    if not is_shot:
        return {"injured": count}
    return {"fatalities": count.model_copy(update={"low": 0})}


def _people_hit(article: AnnotatedArticle, frame: Frame) -> Count | None:
    """The number of those hit, or of the part of them that a clause tells of, where they are known to be people.

    Five of "30 pilgrims, five of whom had been beaten"; none of "beat the drums".
    """
    victim = frame.patient
    if victim is None:
        return None
    kind, _ = kind_of(article, article.actor_of(victim), victim)
    return count_people(part_told(frame.trigger, victim)) if kind in _PEOPLE else None
