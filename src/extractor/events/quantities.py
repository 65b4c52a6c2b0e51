"""How many: numbers of dead, injured, detained and displaced people, with the words that give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.records import Count
from extractor.syntax import conjuncts
from extractor.tables import data_lines, word_lists
from extractor.words import Word, Words

SLOTS = ("fatalities", "injured", "detained", "displaced")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_AT_LEAST = frozenset(("least", "over", "more"))
_BEFORE_NUMBERS = frozenset("at least most than more some about nearly around between up to fewer less over".split())  # noqa: SIM905
_AT_MOST = frozenset(("most", "less", "fewer"))
_LEFT = ("nummod", "quantmod", "det", "amod", "advmod", "predet", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class _Word:
    low: int
    high: int | None


@cache
def _words() -> dict[str, _Word]:
    found = {}
    for line in data_lines("events/numbers.txt"):
        word, low, high = line.split()
        found[word] = _Word(int(low), None if high == "-" else int(high))
    return found


def casualty_words(slot: str, kind: str) -> frozenset[str]:
    """The words of a slot: kind is verbs, subjects, states or nouns."""
    return word_lists("events/casualties.txt")[f"{slot} {kind}"]


def parse_number(text: str) -> tuple[int, int | None] | None:
    """The words of a number -> (low, high), None when there is no number among them.

    >>> parse_number("between eight and 11"), parse_number("at least 14"), parse_number("dozens of")
    ((8, 11), (14, None), (24, 99))
    """
    words = re.findall(r"[\w,]+", text.lower().replace("-", " "))
    values = list(_values(words))
    if not values:
        return None
    if "between" in words and len(values) > 1:
        return values[0].low, values[1].high
    if " to " in f" {' '.join(words)} " and len(values) > 1:
        return values[0].low, values[1].high
    value = values[0]
    if _AT_LEAST & set(words):
        return value.low, None
    if _AT_MOST & set(words):
        return 0, value.high
    return value.low, value.high


def _values(words: list[str]) -> Iterator[_Word]:
    """The numbers among the words; "twenty five", "two hundred", "nearly 3,000" and "two dozen" are one each."""
    current: _Word | None = None
    for word in words:
        digits = _DIGITS.fullmatch(word.strip(","))
        number = int(digits[0].replace(",", "")) if digits else None
        value = _Word(number, number) if number is not None else _words().get(word)
        if value is None or (word in ("a", "an", "no", "some") and current is not None):
            if current is not None and word not in ("and", "a"):
                yield current
                current = None
        elif current is not None and value.low in (12, 20, 100, 1000, 1000000) and value.low > current.low:
            current = _Word(current.low * value.low, current.low * value.low)
        elif current is not None and current.low >= 20 and value.low < 10 and value.high is not None:
            current = _Word(current.low + value.low, current.low + value.low)
        else:
            if current is not None:
                yield current
            current = value
    if current is not None:
        yield current


def count_people(head: Word) -> Count | None:
    """The number of people a phrase names, its coordinated members added up: "two soldiers and a child" is 3.

    A single named or singular person is 1; a bare plural has no number.
    """
    members = [head, *conjuncts(head)]
    found = [_count_one(member) for member in members]
    known = [count for count in found if count is not None]
    if not known or (found[0] is None):
        return None
    low = sum(count.low or 0 for count in known)
    high = None if any(count.high is None for count in known) else sum(count.high or 0 for count in known)
    start, end = known[0].start, known[-1].end
    return Count(low=low, high=high, text=head.words.text[start:end], start=start, end=end)


def _count_one(head: Word) -> Count | None:
    start = min([head.i, *(child.left_edge.i for child in head.lefts if child.dep_ in _LEFT)])
    while start > 0 and head.words[start - 1].lower_ in _BEFORE_NUMBERS:
        start -= 1
    phrase = head.words.span(start, head.i + 1)
    counted = head.pos_ in ("NUM", "DET") or head.lower_ in _words()
    number = parse_number(head.words.phrase(start, head.i + (1 if counted else 0)))
    if number is None and head.tag_ in ("NN", "NNP") and head.lemma_ not in ("group", "crowd", "family", "people"):
        number = (1, 1)
    if number is None:
        return None
    return Count(low=number[0], high=number[1], **phrase.model_dump())


def casualties(predicate: str, patient: Word | None, agent: Word | None) -> dict[str, Count]:
    """Slot -> count for the verb of a claim ("shoot dead" for one that kills) and its participants."""
    found: dict[str, Count] = {}
    for slot in SLOTS:
        people = None
        if predicate in casualty_words(slot, "verbs"):
            people = patient
        elif predicate in casualty_words(slot, "subjects"):
            people = agent or patient
        if people is not None and (count := count_people(people)) is not None:
            found[slot] = count
    return found


def is_casualty_verb(predicate: str) -> bool:
    """Whether a verb says only that people were killed or hurt."""
    return any(predicate in casualty_words(slot, kind) for slot in SLOTS[:2] for kind in ("verbs", "subjects"))


def stated_casualties(tokens: list[Word]) -> Iterator[tuple[str, Word, Count]]:
    """Counts that no verb gives: "55 dead and 146 injured", "a toll of 12"; with the token that says what it counts."""
    for token in tokens:
        slot = _state_slot(token)
        if slot is None:
            continue
        number = _number_beside(token)
        if number is not None:
            yield slot, token, number


@cache
def _slots_of(kind: str) -> dict[str, str]:
    return {word: slot for slot in SLOTS for word in casualty_words(slot, kind)}


def _state_slot(token: Word) -> str | None:
    if token.pos_ == "VERB" and any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in token.children):
        return None
    if token.dep_ == "amod":
        return None
    slot = _slots_of("states").get(token.lower_)
    if slot is None and token.pos_ == "NOUN":
        slot = _slots_of("nouns").get(token.lemma_)
    return slot


def _number_beside(token: Word) -> Count | None:
    words = token.words
    if token.lemma_ == "toll":
        after = words.between(token.i + 1, token.i + 9)
        number = next((t for t in after if t.pos_ == "NUM" and t.ent_type_ not in ("DATE", "TIME")), None)
        return _count_of(words, number.i, number.i + 1) if number is not None else None
    end = token.i
    while end > 0 and words[end - 1].lower_ in ("people", "were", "left", "others", "more", "civilians", "persons"):
        end -= 1
    start = end
    while start > 0 and end - start < 5 and _numeric(words[start - 1]):
        start -= 1
    if not any(t.pos_ == "NUM" for t in words.between(start, end)):
        return None
    return _count_of(words, start, end)


def _numeric(token: Word) -> bool:
    return token.pos_ == "NUM" or token.lower_ in _BEFORE_NUMBERS


def _count_of(words: Words, start: int, end: int) -> Count | None:
    piece = words.span(start, end)
    number = parse_number(piece.text)
    if number is None:
        return None
    return Count(low=number[0], high=number[1], **piece.model_dump())
