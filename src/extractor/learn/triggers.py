"""Trigger words that corrections name: of events that were missed, had another type, or were none."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractor.evaluate.align import align
from extractor.learn.addition import Addition
from extractor.lexicon.triggers import NOT_AN_EVENT
from extractor.records import Claim, Event, Extraction

_FORMS = {"VERB": "verbs", "NOUN": "nouns"}
_PROBABILITY = 0.8  # of a word that a user has named; what the ontology file has by default


def proposed_triggers(gold: Extraction, predicted: Extraction, doc: Doc) -> Iterator[Addition]:
    """A trigger for each event that the library has not, or has with another type, and against each that is none."""
    pairing = align(gold, predicted)
    wrong = [one for one, other in pairing.pairs if (one.type, one.mode) != (other.type, other.mode)]
    for event in (*pairing.missed, *wrong):
        yield from _of(gold, event, doc, event.type, event.mode)
    for event in pairing.surplus:
        yield from _of(predicted, event, doc, NOT_AN_EVENT, None)


def _of(result: Extraction, event: Event, doc: Doc, name: str, mode: str | None) -> Iterator[Addition]:
    """The additions that make the trigger of an event's first claim name a type."""
    claims = result.claims_of(event)
    token = _trigger(claims[0], doc) if claims else None
    if token is not None:
        yield from _entries(token, name, mode, result.article.id)


def _trigger(claim: Claim, doc: Doc) -> Token | None:
    """The verb or noun that governs the words of a trigger."""
    span = doc.char_span(claim.trigger.start, claim.trigger.end, alignment_mode="expand")
    if span is None:
        return None
    governs = [span.root, *(token for token in span if token.pos_ == "VERB")]
    for token in governs:
        if token.pos_ in _FORMS:
            return token
    return None


def _entries(token: Token, name: str, mode: str | None, article: str) -> Iterator[Addition]:
    """The word alone, and the word with its object: which of them does no harm is found on the articles."""
    lemma = _lemma_with_particle(token)
    entry: dict[str, object] = {"type": name, "mode": mode, _FORMS[token.pos_]: [lemma], "probability": _PROBABILITY}
    if mode is None:
        del entry["mode"]
    yield Addition("triggers", entry, lemma, frozenset((article,)))
    thing = next(filter(_is_object, token.children), None)
    if thing is not None:
        yield Addition("triggers", entry | {"when": f"obj:{thing.lemma_.lower()}"}, lemma, frozenset((article,)))


def _lemma_with_particle(token: Token) -> str:
    """ "Carry out"."""
    particle = next((child.lemma_.lower() for child in token.children if child.dep_ == "prt"), "")
    return f"{token.lemma_.lower()} {particle}".strip()


def _is_object(child: Token) -> bool:
    """A noun to which the act is done."""
    return child.dep_ in ("dobj", "nsubjpass") and child.pos_ == "NOUN"
