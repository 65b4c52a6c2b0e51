"""The words of a claim: its clause, the phrases of those who take part, the phrase of its source."""

from extractor.annotate.claims.sources import Attribution
from extractor.document.tokens import Word, Words
from extractor.records import Span

# What stands before a noun, and what stands behind one and still tells who it is.
_BEFORE_NOUN = ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod")
_BEHIND_SOURCE = frozenset(("cc", "conj", "appos", "prep"))


def noun_phrase(noun: Word) -> Span:
    """A noun with what stands before it: "two wounded soldiers" of "two wounded soldiers in a truck"."""
    return noun.words.span(_phrase_start(noun), noun.i + 1)


def source_phrase(told: Attribution, source: Word) -> Span:
    """Who says it, with what tells one from another: "a spokesman for the army", "Ryan and Trump"."""
    words = source.words
    start, end = _phrase_start(source), _source_end(source)
    if told.cue_start > source.i:
        return words.span(start, min(end, told.cue_start))
    return words.span(max(start, told.cue_end) if told.cue_end <= source.i else start, end)


def clause_span(trigger: Word, said: Attribution | None) -> Span:
    """The words of the proposition without those of its attribution and without marks at its ends.

    Of a noun it is the phrase: "the attack on the depot".
    """
    words = trigger.words
    start, end = trigger.left_edge.i, trigger.right_edge.i + 1
    if said is not None:
        start, end = _without_attribution(said, trigger, start, end)
    while end - 1 > start and _is_mark(words[end - 1]):
        end -= 1
    while start < end - 1 and _is_mark(words[start]):
        start += 1
    return words.span(start, end)


def _is_mark(word: Word) -> bool:
    """Whether a word is no word: punctuation or white space."""
    return word.is_punct or word.is_space


def _phrase_start(noun: Word) -> int:
    """The first word of a noun with what stands before it."""
    return min([noun.i, *(child.left_edge.i for child in noun.lefts.those(*_BEFORE_NOUN))])


def _source_end(source: Word) -> int:
    """The end of the phrase of a source: behind its titles, names and coordinated sources, before any clause.

    Behind "Oslo" for "mayor" of "the mayor of Oslo, who fled, said".
    """
    words, end = source.words, source.i + 1
    for child in source.rights:
        if child.is_punct:
            continue
        if not _belongs_to_source(child, end):
            break
        end = child.right_edge.i + 1 if child.dep_ != "cc" else end
    return _past_bracket(words, source.i, end)


def _belongs_to_source(child: Word, end: int) -> bool:
    """Whether what hangs on a source, of which [.., end) is read, is a part of its phrase.

    "For the army" of "a spokesman for the army"; not "who was there", not what stands further off.
    """
    if child.dep_ not in _BEHIND_SOURCE or child.left_edge.i > end + 1:
        return False
    return not _has_verb(child)


def _past_bracket(words: Words, start: int, end: int) -> int:
    """The end of a phrase past the bracket that closes one opened in it.

    "The army (FA)".
    """
    closes = end < len(words) and words[end].text == ")"
    if closes and "(" in words.phrase(start, end):
        return end + 1
    return end


def _has_verb(word: Word) -> bool:
    """Whether a phrase holds a verb."""
    return any(inner.pos_ in ("VERB", "AUX") for inner in word.words.between(word.left_edge.i, word.right_edge.i + 1))


def _without_attribution(said: Attribution, trigger: Word, start: int, end: int) -> tuple[int, int]:
    """Leave out words of attribution at either end of the clause.

    "the bridge had burned" of "According to Ana Ruiz the bridge had burned".
    """
    first, last = said.cue_start, said.cue_end
    if said.source is not None:
        first = min(first, said.source.left_edge.i)
        last = max(last, said.source.right_edge.i + 1)
    if first > trigger.i and first < end <= last + 2:
        return start, first
    if last <= trigger.i and first <= start + 1 < last:
        return last, end
    return start, end
