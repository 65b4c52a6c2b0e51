"""Whose fighters they are: "the guerrillas" of an article that names one armed group belong to it."""

from functools import cache, partial
from itertools import chain

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.sectors import sectors
from extractor.lexicon.word_classes import word_class
from extractor.records import Actor, ActorKind
from extractor.syntax import by_agent, frame_of

_UNNAMED = frozenset((ActorKind.PEOPLE, ActorKind.PERSON))
_LEADING = ("lead", "command")


def add_groups(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give attacks by unnamed fighters their group as a further source: the one they are said to be of, else the only
    armed group that the article names.

    Changes `source` and `reasons` of the drafts. "Rebels of the Front raided a village": the Front as well.
    """
    attacks = [event for event in events if event.coding.kind.harms_people]
    _add_stated_groups(article, attacks)
    groups = list(filter(_is_group, article.actors.values()))
    if len(groups) != 1:
        return
    only = groups[0].id
    for event in attacks:
        if _may_be_by(article, event, only):
            event.source.append(only)
            event.reasons.append("source: the only armed group that is named")


def _add_stated_groups(article: AnnotatedArticle, attacks: list[Draft]) -> None:
    """Add the groups that the text says the fighters belong to."""
    groups_of = cache(partial(_own_groups, article))
    for event in attacks:
        for group in chain.from_iterable(map(groups_of, list(event.source))):
            if group not in (*event.source, *event.target):
                event.source.append(group)


def _may_be_by(article: AnnotatedArticle, event: Draft, group: str) -> bool:
    """Whether fighters without a name did it, and it is not told what the group has to do with it."""
    if event.coding.reciprocal or group in (*event.source, *event.target):
        return False
    if not event.source:
        return _is_by_fighters(event)
    return all(_are_fighters(article.actors[actor]) for actor in event.source)


def _own_groups(article: AnnotatedArticle, actor_id: str) -> list[str]:
    """The group of "guerrillas of the Front", "gunmen led by the Front"; not of "prisoners of the Front"."""
    actor = article.actors[actor_id]
    if actor.kind not in _UNNAMED:
        return []
    behind: list[Word | None] = []
    for mention in actor.mentions:
        head = article.words.head_of(mention.start, mention.end)
        if actor.sector in sectors("forces") or head.lemma_ == "member":
            behind += map(_group_behind, head.rights)
    return article.of_kind(ActorKind.ORGANIZATION, article.actors_at(behind))


def _group_behind(word: Word) -> Word | None:
    """What stands behind "of", "led by", "belonging to" of fighters."""
    if word.lower_ == "of":
        return word.pobj
    if word.dep_ != "acl":
        return None
    if word.lemma_ in _LEADING:
        return by_agent(word)
    if word.lemma_ == "belong":
        return word.prep("to")
    return None


def _is_by_fighters(event: Draft) -> bool:
    """ "A guerrilla attack", without a word for the guerrillas themselves."""
    frame = frame_of(event.trigger)
    acts = [event.trigger] if frame.noun else frame.participants("light", "agent")
    return any(map(_is_fought, acts))


def _is_fought(act: Word) -> bool:
    """Whether a word for fighters stands before an act; "terrorist" says what kind of attack it was."""
    fighting = word_class("fighting") - {"terrorist"}
    return any(child.lemma_ in fighting for child in act.lefts)


def _is_group(actor: Actor) -> bool:
    """Whether it is an armed group with a name: "the Liberation Front"."""
    if actor.kind is not ActorKind.ORGANIZATION or actor.sector not in sectors("fighters"):
        return False
    last = _last_word(actor)
    return last[:1].isupper()


def _last_word(actor: Actor) -> str:
    """The last word of an actor's name, "" where the name has none."""
    return next(reversed(actor.name.split()), "")


def _are_fighters(actor: Actor) -> bool:
    """ "The rebels", but not "unidentified gunmen", who may be anybody's."""
    if actor.kind not in _UNNAMED or actor.sector not in sectors("fighters"):
        return False
    last = _last_word(actor)
    if not last or last.istitle():
        return False
    return word_class("anybody").isdisjoint((*actor.name.split(), last.removesuffix("s")))
