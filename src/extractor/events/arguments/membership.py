"""Whose fighters they are: "the guerrillas" of an article that names one armed group belong to it."""

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
    attacks = [event for event in events if event.coding.kind.harms_people]
    groups_of = cache(partial(_own_groups, article))
    for event in attacks:
        own = dict.fromkeys(group for actor in event.source for group in groups_of(actor))
        event.source += [group for group in own if group not in (*event.source, *event.target)]
    groups = [actor.id for actor in article.actors.values() if _is_group(actor)]
    if len(groups) != 1:
        return
    for event in attacks:
        if _may_be_by(article, event, groups[0]):
            event.source.append(groups[0])
            event.reasons.append("source: the only armed group that is named")


def _may_be_by(article: AnnotatedArticle, event: Draft, group: str) -> bool:
    """Whether fighters without a name did it, and it is not told what the group has to do with it."""
    if group in (*event.source, *event.target) or event.coding.reciprocal:
        return False
    sides = [article.actors[actor] for actor in event.source]
    return all(map(_are_fighters, sides)) if sides else _is_by_fighters(event)


def _own_groups(article: AnnotatedArticle, actor_id: str) -> list[str]:
    """The group of "guerrillas of the Front", "members of the army", "gunmen led by the Front"."""
    actor = article.actors[actor_id]
    if actor.kind not in _UNNAMED:
        return []
    heads = [article.words.head_of(mention.start, mention.end) for mention in actor.mentions]
    modifiers = [child for head in heads for child in head.rights]
    return article.of_kind(ActorKind.ORGANIZATION, article.actors_at(map(_group_behind, modifiers)))


def _group_behind(word: Word) -> Word | None:
    """What stands behind "of", "led by", "belonging to" of fighters."""
    if word.lower_ == "of":
        return word.pobj
    if word.dep_ != "acl":
        return None
    if word.lemma_ in ("lead", "command"):
        return by_agent(word)
    return word.prep("to") if word.lemma_ == "belong" else None


def _is_by_fighters(event: Draft) -> bool:
    """ "A guerrilla attack", without a word for the guerrillas themselves."""
    frame = frame_of(event.trigger)
    acts = [event.trigger] if frame.noun else frame.participants("light", "agent")
    fighting = word_class("fighting") - {"terrorist"}
    return any(child.lemma_ in fighting for act in acts for child in act.lefts)


def _is_group(actor: Actor) -> bool:
    """Whether it is an armed group with a name: "the Liberation Front"."""
    if actor.kind is not ActorKind.ORGANIZATION or actor.sector not in sectors("fighters"):
        return False
    words = actor.name.split()
    return bool(words) and words[-1][0].isupper()


def _are_fighters(actor: Actor) -> bool:
    """ "The rebels", but not "unidentified gunmen", who may be anybody's."""
    words = actor.name.split()
    if not words or words[-1].istitle() or actor.kind not in _UNNAMED or actor.sector not in sectors("fighters"):
        return False
    return word_class("anybody").isdisjoint((*words, words[-1].removesuffix("s")))
