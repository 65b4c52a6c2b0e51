"""How the sides of an event hang on its trigger in the parse: what `reasons` says of each argument."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.records import Actor

_LONGEST = 6  # steps; a longer way through the sentence explains nothing


def argument_paths(article: AnnotatedArticle, draft: Draft) -> Iterator[str]:
    """ "target hospital: dobj of bombed" for each side that stands in the sentence of the first trigger."""
    for side, actors in (("source", draft.source), ("target", draft.target)):
        for actor_id in actors:
            actor = article.actors.get(actor_id)
            path = _nearest_path(article, actor, draft.trigger) if actor is not None else None
            if actor is not None and path is not None:
                yield f"{side} {actor.name}: {path} of {draft.trigger.text}"


def _nearest_path(article: AnnotatedArticle, actor: Actor, trigger: Word) -> str | None:
    """The way to the first mention of an actor in the sentence of a trigger that is not too far from it."""
    paths = (path_of(noun, trigger) for noun in article.heads_beside(actor, trigger))
    return next((path for path in paths if path is not None), None)


def path_of(noun: Word, trigger: Word) -> str | None:
    """The way from a trigger to a noun: "nsubj", "on pobj", with "<" for each step to a head. None where it is far."""
    up = _heads(trigger)
    down: list[str] = []
    word = noun
    while word not in up:
        if word.head is word or len(down) == _LONGEST:
            return None
        down.append(_label(word))
        word = word.head
    steps = [f"< {one.dep_}" for one in up[: up.index(word)]]
    return " ".join([*steps, *reversed(down)]) or None


def _heads(trigger: Word) -> list[Word]:
    """A trigger and the words above it, the nearest first, no more than explain something."""
    up = [trigger]
    while len(up) <= _LONGEST and up[-1].head is not up[-1]:
        up.append(up[-1].head)
    return up


def _label(word: Word) -> str:
    """A step down to a word: its dependency, or the preposition that it is."""
    return word.lower_ if word.dep_ == "prep" else word.dep_
