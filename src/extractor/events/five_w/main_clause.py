"""The clause that tells the main event, and its answers to who and what."""

from collections.abc import Sequence

from extractor.document.tokens import Word, Words
from extractor.events.five_w.lead import LeadSentence, by_weight
from extractor.lexicon.tables import word_lists
from extractor.records import Span

MAX_WORDS = 14  # of what happened
_NAME_PARTS = frozenset(("conj", "cc", "case", "compound", "nummod", "punct"))
_COMPLEMENTS = frozenset(("dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "agent", "dative"))
_BESIDE = frozenset(("prt", "neg", "advmod"))
_SUBORDINATE = frozenset(("relcl", "advcl"))
_BREAKS = frozenset((",", ";", ":", "--", "–", "—"))
# What begins a reason or a circumstance: no complement of the verb.
REASON_MARKS = word_lists("events/words.txt")["reasons"]


def main_verb(lead: Sequence[LeadSentence]) -> Word | None:
    """The verb that tells the sentence of most weight; None when no sentence has a verb with a subject.

    "Seized" of "Rebels seized Homs, the army said."
    """
    for sentence in by_weight(lead):
        verb = next(filter(_tells, sentence.words), None)
        if verb is not None:
            return _reported(verb)
    return None


def _reported(verb: Word) -> Word:
    """The verb of what is said, where the main verb is "say": who speaks is seldom what the article is about."""
    if verb.lemma_ != "say":
        return verb
    for child in verb.rights.those("ccomp"):
        if subject(child) is not None:
            return child
    return verb


def _tells(word: Word) -> bool:
    """Whether a verb with a subject is in no subordinate clause: the first one, for a colon may part two of them."""
    if word.pos_ not in ("VERB", "AUX") or subject(word) is None:
        return False
    return not any(map(_is_subordinate, (word, *word.ancestors)))


def _is_subordinate(word: Word) -> bool:
    """Whether a word is the verb of a relative or an adverbial clause."""
    return word.dep_ in _SUBORDINATE


def subject(verb: Word) -> Word | None:
    """The head of the subject that a verb has in its own clause.

    "Rebels" for "seized" of "Syrian rebels seized Homs"; None for "seizing".
    """
    return verb.lefts.first("nsubj", "nsubjpass")


def who(verb: Word) -> Span | None:
    """The subject without its relative clauses and appositions: "Dozens of rescuers"; None without one."""
    head = subject(verb)
    if head is None:
        return None
    end = head.i + 1
    for child in head.rights:
        if child.dep_ not in _NAME_PARTS and child.dep_ != "prep":
            break
        end = child.right_edge.i + 1
    return verb.words.span(_start_of(head), phrase_end(verb.words, head.i + 1, end))


def _start_of(head: Word) -> int:
    """The number of the first word of a subject, behind any label: "Yemen: Rebels"."""
    start = head.left_edge.i
    for word in head.words.between(start, head.i):
        if word.text == ":":
            start = word.i + 1
    return start


def what(verb: Word) -> Span:
    """The verb with its complements, without the clauses and adverbials behind them: "pledged to work together"."""
    before = verb.lefts.first("aux", "auxpass", "neg") or verb
    end, is_complete = verb.i + 1, False
    for child in verb.rights:
        if _completes(child, is_complete):
            is_complete = True
        elif child.dep_ not in _BESIDE:
            break
        end = child.right_edge.i + 1
    return verb.words.span(before.i, min(phrase_end(verb.words, verb.i + 1, end), before.i + MAX_WORDS))


def _completes(child: Word, is_complete: bool) -> bool:
    """Whether a dependent is an object or the like; where there was none so far, also an adverbial."""
    if child.dep_ in _COMPLEMENTS:
        return True
    return not is_complete and _is_adverbial(child)


def _is_adverbial(child: Word) -> bool:
    """ "Protests outside the tower", not "arrested as seven die"."""
    return child.dep_ == "prep" and child.lower_ not in REASON_MARKS


def phrase_end(words: Words, start: int, end: int) -> int:
    """Where words [start, end) come to a clause of their own or a break.

    Behind "Homs" of "seized Homs, the army said".
    """
    for word in words.between(start, end):
        if _is_subordinate(word) and word.left_edge.i > start:
            return word.left_edge.i
        if word.is_space or (word.text in _BREAKS and word.i > start):
            return word.i
    return end
