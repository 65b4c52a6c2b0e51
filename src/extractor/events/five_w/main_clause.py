"""The clause that tells the main event, and its answers to who and what."""

from collections.abc import Sequence

from extractor.document.tokens import Word, Words
from extractor.events.five_w.lead import LeadSentence, by_weight
from extractor.records import Span

MAX_WORDS = 14  # of what happened
_NAME_PARTS = frozenset(("conj", "cc", "case", "compound", "nummod", "punct"))
_COMPLEMENTS = frozenset(("dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "agent", "dative"))
_BESIDE = frozenset(("prt", "neg", "advmod"))
_SUBORDINATE = frozenset(("relcl", "advcl"))
_BREAKS = frozenset((",", ";", ":", "--", "–", "—"))
# What begins a reason or a circumstance: no complement of the verb.
REASON_MARKS = frozenset(("because", "since", "as", "after", "over", "amid", "following", "due"))


def main_verb(lead: Sequence[LeadSentence]) -> Word | None:
    """The verb that tells the sentence of most weight; None when no sentence has a verb with a subject."""
    for sentence in by_weight(lead):
        verb = next(filter(_tells, sentence.words), None)
        if verb is not None:
            return _reported(verb)
    return None


def _reported(verb: Word) -> Word:
    """The verb of what is said, where the main verb is "say": who speaks is seldom what the article is about."""
    inner = next((child for child in verb.rights if child.dep_ == "ccomp" and subject(child) is not None), None)
    return inner if inner is not None and verb.lemma_ == "say" else verb


def _tells(word: Word) -> bool:
    """Whether a verb with a subject is in no subordinate clause: the first one, for a colon may part two of them."""
    if word.pos_ not in ("VERB", "AUX") or subject(word) is None:
        return False
    return word.dep_ not in _SUBORDINATE and all(above.dep_ not in _SUBORDINATE for above in word.ancestors)


def subject(verb: Word) -> Word | None:
    """The head of the subject."""
    return verb.lefts.first("nsubj", "nsubjpass")


def who(verb: Word) -> Span | None:
    """The subject without its relative clauses and appositions: "Dozens of rescuers"."""
    head = subject(verb)
    if head is None:
        return None
    end = head.i + 1
    for child in head.rights:
        if child.dep_ not in _NAME_PARTS and child.dep_ != "prep":
            break
        end = child.right_edge.i + 1
    start = max(
        [head.left_edge.i, *(word.i + 1 for word in verb.words.between(head.left_edge.i, head.i) if word.text == ":")]
    )
    return verb.words.span(start, phrase_end(verb.words, head.i + 1, end))


def what(verb: Word) -> Span:
    """The verb with its complements, without the clauses and adverbials behind them: "pledged to work together"."""
    start = min([verb.i, *(child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg"))])
    end, complete = verb.i + 1, False
    for child in verb.rights:
        completes = child.dep_ in _COMPLEMENTS or (_is_adverbial(child) and not complete)
        if not completes and child.dep_ not in _BESIDE:
            break
        complete = complete or completes
        end = child.right_edge.i + 1
    return verb.words.span(start, min(phrase_end(verb.words, verb.i + 1, end), start + MAX_WORDS))


def _is_adverbial(child: Word) -> bool:
    """ "Protests outside the tower", not "arrested as seven die"."""
    return child.dep_ == "prep" and child.lower_ not in REASON_MARKS


def phrase_end(words: Words, start: int, end: int) -> int:
    """Where words [start, end) come to a clause of their own or a break."""
    for word in words.between(start, end):
        clause = word.dep_ in _SUBORDINATE and word.left_edge.i > start
        if clause or (word.text in _BREAKS and word.i > start) or word.is_space:
            return word.left_edge.i if clause else word.i
    return end
