"""Why and how: the clauses and phrases that the text hangs on an act with a word of cause or of means."""

from collections.abc import Sequence

from extractor.document.tokens import Word
from extractor.events.five_w.lead import LeadSentence, by_weight
from extractor.events.five_w.main_clause import REASON_MARKS, phrase_end
from extractor.records import Span

_MEANS = frozenset(("by", "through", "with"))
MAX_WORDS = 16


def why(lead: Sequence[LeadSentence]) -> Span | None:
    """What stands behind "because", "after", "amid" ... at an act of the headline, else of the lead; None without.

    "The strike was called off because of the storm" gives "of the storm".
    """
    return _first_told(lead, REASON_MARKS)


def how(lead: Sequence[LeadSentence]) -> Span | None:
    """What stands behind "by" and "through" with a verb, at an act of the headline, else of the lead; None without.

    "Police ended the siege by storming the bank" gives "storming the bank".
    """
    return _first_told(lead, _MEANS)


def _first_told(lead: Sequence[LeadSentence], marks: frozenset[str]) -> Span | None:
    """The words behind the first of some marks, in the sentence of most weight that has one.

    "grain prices had fallen" for "Farmers marched because grain prices had fallen."
    """
    for sentence in by_weight(lead):
        for word in sentence.words:
            told = _behind(word) if word.lower_ in marks and _hangs_on_act(word) else None
            if told is not None:
                return told
    return None


def _hangs_on_act(mark: Word) -> bool:
    """Whether the phrase or clause that the word begins belongs to a verb; means are told by a verb of their own.

    True of "because" in "marched because prices fell" and of "by" in "won by cheating", not of that in "came by train".
    """
    if mark.dep_ == "mark":
        return mark.head.dep_ == "advcl"
    if mark.dep_ not in ("prep", "agent") or mark.head.pos_ not in ("VERB", "AUX"):
        return False
    if mark.lower_ not in _MEANS:
        return True
    return mark.rights.has("pcomp")


def _behind(mark: Word) -> Span | None:
    """The phrase or clause behind a mark, as far as it goes on without a break."""
    top = mark.head if mark.dep_ == "mark" else mark
    start = mark.i + 1
    end = min(phrase_end(mark.words, start, top.right_edge.i + 1), start + MAX_WORDS)
    return mark.words.span(start, end) if start < end else None
