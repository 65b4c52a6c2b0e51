"""Why and how: the clauses and phrases that the text hangs on an act with a word of cause or of means."""

from collections.abc import Iterator, Sequence

from extractor.document.tokens import Word
from extractor.events.five_w.lead import LeadSentence, by_weight
from extractor.events.five_w.main_clause import REASON_MARKS, phrase_end
from extractor.records import Span

_MEANS = frozenset(("by", "through", "with"))
MAX_WORDS = 16


def why(lead: Sequence[LeadSentence]) -> Span | None:
    """What stands behind "because", "after", "amid" ... at an act of the headline, else of the lead."""
    return next(_told(lead, REASON_MARKS), None)


def how(lead: Sequence[LeadSentence]) -> Span | None:
    """What stands behind "by" and "through" with a verb, at an act of the headline, else of the lead."""
    return next(_told(lead, _MEANS), None)


def _told(lead: Sequence[LeadSentence], marks: frozenset[str]) -> Iterator[Span]:
    for sentence in by_weight(lead):
        for word in sentence.words:
            if word.lower_ in marks and _hangs_on_act(word):
                yield from _behind(word)


def _hangs_on_act(mark: Word) -> bool:
    """Whether the phrase or clause that the word begins belongs to a verb; means are told by a verb of their own."""
    if mark.dep_ == "mark":
        return mark.head.dep_ == "advcl"
    if mark.head.pos_ not in ("VERB", "AUX") or mark.dep_ not in ("prep", "agent"):
        return False
    return mark.lower_ not in _MEANS or mark.rights.has("pcomp")


def _behind(mark: Word) -> Iterator[Span]:
    top = mark.head if mark.dep_ == "mark" else mark
    start = mark.i + 1
    end = min(phrase_end(mark.words, start, top.right_edge.i + 1), start + MAX_WORDS)
    if start < end:
        yield mark.words.span(start, end)
