"""What a draft says of itself that tells whether it speaks of an event again."""

from datetime import timedelta

from extractor.document.tokens import Word
from extractor.events.casualties.counts import casualty_words, is_result
from extractor.events.casualties.injuries import is_struck_on_body
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_class
from extractor.syntax import frame_of, is_definite, is_event_noun

BACKGROUND = 30  # days before publication


def is_tied(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether syntax makes them one: "the strike killed nine", "an attack in which nine were killed"."""
    if draft.trigger.i in event.links:
        return True
    if not draft.links.isdisjoint(event.words):
        return True
    shared = draft.links & event.links
    return any(is_event_noun(article.words[i]) for i in shared)


def is_fatal(draft: Draft) -> bool:
    """Whether it says that somebody died.

    "A bomb killed two monks", "the murder of a judge"; not "a bomb hurt two monks".
    """
    if "fatalities" in draft.counts:
        return True
    return any(draft.predicate in casualty_words("fatalities", kind) for kind in ("verbs", "subjects", "acts"))


def is_bare(draft: Draft) -> bool:
    """ "The massacre", without anything that says which."""
    if not draft.noun or not draft.definite:
        return False
    return not any((draft.source, draft.target, draft.place, draft.days))


def is_background(article: AnnotatedArticle, event: Draft, draft: Draft) -> bool:
    """Whether an event of long ago stands in another paragraph.

    The bombing of "a bomb killed nine there in 2009" in an article of 2023, for a draft of a later paragraph.
    """
    if event.days is None or article.published_day is None:
        return False
    if event.days[1] >= article.published_day - timedelta(days=BACKGROUND):
        return False
    words = article.words
    return words.paragraph_of(event.trigger.idx) < words.paragraph_of(draft.trigger.idx)


def tells_result(draft: Draft) -> bool:
    """Whether it says that people were killed or hurt, and perhaps nothing else of how.

    "Two monks were killed", "a guard was wounded"; not "rebels shelled the town".
    """
    return draft.report or is_result(draft.predicate)


def tells_harm(draft: Draft) -> bool:
    """The same for people or things: "the windows were shattered"."""
    if tells_result(draft):
        return True
    if draft.noun or draft.source:
        return False
    if draft.predicate in word_class("damaging") or is_struck_on_body(frame_of(draft.trigger)):
        return True
    return draft.coding.manner in draft.coding.kind.gives_way


def tells_later_death(draft: Draft) -> bool:
    """Whether it says that people who came to harm in an act told before died later: "two of the wounded died"."""
    if draft.noun or draft.source or draft.predicate not in casualty_words("fatalities", "subjects"):
        return False
    people = frame_of(draft.trigger).agent or frame_of(draft.trigger).patient
    if people is None:
        return False
    return any(map(_are_known_wounded, (people, *people.preps("of"))))


def _are_known_wounded(people: Word) -> bool:
    """ "The wounded", "the injured", not "a wounded man"."""
    return people.lower_ in casualty_words("injured", "states") and is_definite(people)


def length_of(draft: Draft) -> int:
    """How many days lie between its first day and its last; very many where it has none.

    0 for an act of 3 May, 6 for one of a week, a million for one without a day.
    """
    if draft.days is None:
        return 10**6
    first, last = draft.days
    return (last - first).days
