"""Whose fighters they are: "the guerrillas" of an article that names one armed group belong to it."""

from collections.abc import Iterator
from functools import cache, partial

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.sectors import sectors
from extractor.records import Actor, ActorKind
from extractor.syntax import by_agent, frame_of, word_class

_UNNAMED = frozenset((ActorKind.PEOPLE, ActorKind.PERSON))


def add_groups(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give attacks by unnamed fighters the only armed group that the article names as a further source."""
    groups_of = cache(partial(_own_groups, article))
    for event in events:
        if event.coding.kind.harms_people:
            own = [group for actor in event.source for group in groups_of(actor)]
            event.source += [group for group in dict.fromkeys(own) if group not in (*event.source, *event.target)]
    groups = [actor.id for actor in article.actors.values() if _is_group(actor)]
    if len(groups) != 1:
        return
    for event in events:
        sides = [article.actors[actor] for actor in event.source]
        known = groups[0] in (*event.source, *event.target) or event.coding.reciprocal
        fighters = all(_are_fighters(side) for side in sides) if sides else _is_by_fighters(event)
        if event.coding.kind.harms_people and fighters and not known:
            event.source.append(groups[0])
            event.reasons.append("source: the only armed group that is named")


def _own_groups(article: AnnotatedArticle, actor_id: str) -> list[str]:
    """The group of "guerrillas of the Front", "members of the army", "gunmen led by the Front"."""
    actor = article.actors[actor_id]
    if actor.kind not in _UNNAMED:
        return []
    heads = [article.words.head_of(mention.start, mention.end) for mention in actor.mentions]
    inner = (noun for head in heads for child in head.rights for noun in _group_behind(child))
    found = [group for noun in inner if noun is not None and (group := article.actor_of(noun)) is not None]
    return [group for group in found if article.actors[group].kind is ActorKind.ORGANIZATION]


def _group_behind(word: Word) -> Iterator[Word | None]:
    """What stands behind "of", "led by", "belonging to" of fighters."""
    if word.lower_ == "of":
        yield word.pobj
    elif word.dep_ == "acl" and word.lemma_ in ("lead", "command"):
        yield by_agent(word)
    elif word.dep_ == "acl" and word.lemma_ == "belong":
        yield from (child.pobj for child in word.rights if child.lower_ == "to")


def _is_by_fighters(event: Draft) -> bool:
    """ "A guerrilla attack", without a word for the guerrillas themselves."""
    frame = frame_of(event.trigger)
    acts = [event.trigger] if frame.noun else [frame.light, frame.agent]
    before = (child for act in acts if act is not None for child in act.lefts)
    return any(child.lemma_ in word_class("fighting") and child.lemma_ != "terrorist" for child in before)


def _is_group(actor: Actor) -> bool:
    words = actor.name.split()
    return (
        bool(words)
        and words[-1][0].isupper()
        and actor.kind is ActorKind.ORGANIZATION
        and actor.sector in sectors("fighters")
    )


def _are_fighters(actor: Actor) -> bool:
    """ "The rebels", but not "unidentified gunmen", who may be anybody's."""
    words = actor.name.split()
    if not words or words[-1].istitle() or actor.kind not in _UNNAMED or actor.sector not in sectors("fighters"):
        return False
    return word_class("anybody").isdisjoint((*words, words[-1].removesuffix("s")))
