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
    for claim in result.claims_of(event)[:1]:
        token = _trigger(claim, doc)
        if token is not None:
            yield from _entries(token, name, mode, result.article.id)


def _trigger(claim: Claim, doc: Doc) -> Token | None:
    """The verb or noun that governs the words of a trigger."""
    span = doc.char_span(claim.trigger.start, claim.trigger.end, alignment_mode="expand")
    if span is None:
        return None
    governs = [span.root, *(token for token in span if token.pos_ == "VERB")]
    return next((token for token in governs if token.pos_ in _FORMS), None)


def _entries(token: Token, name: str, mode: str | None, article: str) -> Iterator[Addition]:
    """The word alone, and the word with its object: which of them does no harm is found on the articles."""
    particle = next((child.lemma_.lower() for child in token.children if child.dep_ == "prt"), "")
    lemma = f"{token.lemma_.lower()} {particle}".strip()
    entry: dict[str, object] = {"type": name, **({"mode": mode} if mode else {}), _FORMS[token.pos_]: [lemma]}
    entry["probability"] = _PROBABILITY
    yield Addition("triggers", entry, lemma, frozenset((article,)))
    objects = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass") and child.pos_ == "NOUN"]
    for thing in objects[:1]:
        yield Addition("triggers", entry | {"when": f"obj:{thing.lemma_.lower()}"}, lemma, frozenset((article,)))
