"""How the sides of an event hang on its trigger in the parse: what `reasons` says of each argument."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle

_LONGEST = 6  # steps; a longer way through the sentence explains nothing


def argument_paths(article: AnnotatedArticle, draft: Draft) -> Iterator[str]:
    """ "target hospital: dobj of bombed" for each side that stands in the sentence of the first trigger."""
    sentence = article.sentence_number(draft.trigger)
    for side, actors in (("source", draft.source), ("target", draft.target)):
        for actor in (article.actors[actor] for actor in actors if actor in article.actors):
            nouns = [article.words.head_of(mention.start, mention.end) for mention in actor.mentions]
            near = (noun for noun in nouns if article.sentence_number(noun) == sentence)
            path = next((path for noun in near if (path := path_of(noun, draft.trigger)) is not None), None)
            if path is not None:
                yield f"{side} {actor.name}: {path} of {draft.trigger.text}"


def path_of(noun: Word, trigger: Word) -> str | None:
    """The way from a trigger to a noun: "nsubj", "on pobj", with "<" for each step to a head. None where it is far."""
    up = [trigger]
    while len(up) <= _LONGEST and up[-1].head != up[-1]:
        up.append(up[-1].head)
    down: list[str] = []
    word = noun
    while word not in up:
        if word.head == word or len(down) == _LONGEST:
            return None
        down.append(word.lower_ if word.dep_ == "prep" else word.dep_)
        word = word.head
    steps = [f"< {one.dep_}" for one in up[: up.index(word)]]
    return " ".join([*steps, *reversed(down)]) or None
