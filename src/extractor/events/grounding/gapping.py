"""Gapped coordination: "ten clerks in Multan and 40 in Quetta were arrested" tells of two events, one a place.

The verb stands once; each further conjunct has a number and a place, or something else, a place and a day of its own.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from itertools import chain, takewhile

from extractor.document.tokens import Word
from extractor.events.casualties.counts import SLOTS
from extractor.events.casualties.numerals import parse_number
from extractor.events.draft import Draft
from extractor.events.grounding.days import interval_of
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.records import Count, DateExpression, Span

_BEFORE_PLACES = frozenset(("in", "at", "near", "outside"))
_FURTHER = word_lists("events/words.txt")["further people"]
_JOINTS = frozenset((",", "and"))
_VERBS = frozenset(("VERB", "AUX"))
_LONGEST = 8  # words of a conjunct before its place
_MOST = 20  # conjuncts of a sentence
_MOST_BEHIND = 3  # words of "three more nuns"
_WORDS_TO_NAME = 5  # from the preposition to the head of the place: "in the southern town of Lund"


@dataclass(frozen=True, slots=True)
class Conjunct:
    """A conjunct: the words [start, end) before its place, the place, its day, and the character behind all of it."""

    start: int
    end: int
    place: str
    behind: int
    date: DateExpression | None


def split_gapped(article: AnnotatedArticle, events: list[Draft]) -> list[Draft]:
    """The events with those of the further conjuncts of their sentences behind each.

    Two for "Bombs killed 20 people in Baghdad and seven in Mosul."
    """
    conjuncts_of = cache(partial(_conjuncts, article))  # many events may share a sentence
    parts = ((event, *_further(article, event, conjuncts_of), *_mirrored(article, event)) for event in events)
    return list(chain.from_iterable(parts))


def _further(article: AnnotatedArticle, event: Draft, conjuncts_of: Callable[[int], list[Conjunct]]) -> Iterator[Draft]:
    """The events of the conjuncts behind the first one; the event keeps what is told of that one.

    That of Hama for "rebels killed two in Homs and three in Hama", whose event keeps the two in Homs.
    """
    conjuncts = conjuncts_of(article.sentence_number(event.trigger)) if _can_be_split(event) else []
    if not conjuncts:
        return
    first, *others = conjuncts
    slot = _slot_of(article, event, first)
    for other in others:
        part = _counted_part(article, event, other, slot) or _dated_part(article, event, first, other)
        if part is None:
            return
        yield part
    if slot is not None:
        event.counts = event.counts | {slot: [_count_of(article, event.counts[slot][0].start, first)]}
        event.days = _days_of(article, event, first)


def _mirrored(article: AnnotatedArticle, event: Draft) -> Iterator[Draft]:
    """The event of ", and in Oicha the next day three more", behind "In Beni on Monday five villagers were killed".

    The first one keeps its own day.
    """
    slot = next((slot for slot in SLOTS if slot in event.counts), None)
    if slot is None or not _can_be_split(event):
        return
    sentence = article.words.sentence(event.sentence)
    found = list(filter(None, map(partial(_conjunct_at, article), sentence)))
    if not found or found[0].place != event.place or found[0].end > event.trigger.i:
        return
    for other in found[1:]:
        said = _said_behind(sentence, other)
        if other.end > event.trigger.i and article.words[other.end].follows("and", ";") and said:
            event.days = _days_of(article, event, found[0])
            target = article.actors_at(said) or event.target
            yield _part(article, event, other, {slot: [_count_in(article, said)]}, target)


def _said_behind(sentence: list[Word], conjunct: Conjunct) -> list[Word]:
    """The words by which a conjunct counts people behind its place and day, where nothing else is told of them.

    "Three more" of "in Oicha the next day three more"; none of "in Oicha the next day three shops were shut".
    """
    behind = (word for word in sentence if word.idx >= conjunct.behind)
    said = list(takewhile(lambda word: not word.is_punct, behind))
    is_count = 0 < len(said) <= _MOST_BEHIND and parse_number(said[0].lower_) is not None
    return said if is_count and not any(word.pos_ in _VERBS for word in said) else []


def _count_in(article: AnnotatedArticle, said: list[Word]) -> Count:
    """The number that opens some words.

    3 of "three more nuns".
    """
    low, high = parse_number(said[0].lower_) or (None, None)
    start, end = said[0].idx, said[-1].end
    return Count(low=low, high=high, text=article.words.text[start:end], start=start, end=end)


def _days_of(article: AnnotatedArticle, event: Draft, conjunct: Conjunct) -> tuple[date, date] | None:
    """The days of a conjunct, those of the event where it has none.

    Monday for "in Gao on Monday and six in Kidal the next day".
    """
    return interval_of(article, conjunct.date) if conjunct.date is not None else event.days


def _can_be_split(event: Draft) -> bool:
    """Whether an event with a place is told in one sentence alone.

    True of "Bombs killed 20 in Baghdad and seven in Mosul"; not of what a second sentence tells again.
    """
    return len(event.sentences) == 1 and event.place is not None


def _conjuncts(article: AnnotatedArticle, sentence: int) -> list[Conjunct]:
    """The conjuncts of a sentence that follow one another without a word between: two at least, or none.

    Two in "killed 20 people in Baghdad and seven in Mosul".
    """
    run: list[Conjunct] = []
    for conjunct in filter(None, map(partial(_conjunct_at, article), article.words.sentence(sentence))):
        if run and _follows(article, run[-1], conjunct):
            run.append(conjunct)
        elif len(run) < 2:
            run = [conjunct]
        else:
            break
    return run[:_MOST] if len(run) > 1 else []


def _conjunct_at(article: AnnotatedArticle, preposition: Word) -> Conjunct | None:
    """The conjunct whose place stands behind a preposition; None for any other word.

    "Kano" of "two died in Jos and three in Kano".
    """
    words = article.words
    if preposition.lower_ not in _BEFORE_PLACES or preposition.i + 1 >= len(words):
        return None
    name = next(
        (
            i
            for i in range(preposition.i + 1, min(len(words), preposition.i + 1 + _WORDS_TO_NAME))
            if i in article.place_at
        ),
        None,
    )
    if name is None:
        return None
    place = article.place_at[name]
    span = _mention_at(article.places[place].mentions, words[name].idx)
    if span is None or span.start > words[preposition.i + 1].end + 1:
        return None
    date = next(article.dates_from(span.end), None)
    if date is not None and words.text[span.end : date.start].strip() not in ("", "on"):
        date = None
    end = date.end if date is not None else span.end
    return Conjunct(_start_of(preposition), preposition.i, place, end, date)


def _mention_at(mentions: list[Span], offset: int) -> Span | None:
    """The mention that a character is in, of some in text order.

    "Mosul" at any of its characters, None between two mentions.
    """
    before = bisect_right(mentions, offset, key=lambda span: span.start)
    return mentions[before - 1] if before and offset < mentions[before - 1].end else None


def _start_of(preposition: Word) -> int:
    """Where the conjunct of a preposition starts: behind the nearest "and" or comma, or some words before."""
    start = preposition.i
    while start > 0 and preposition.i - start < _LONGEST and preposition.words[start - 1].lower_ not in _JOINTS:
        start -= 1
    return start


def _follows(article: AnnotatedArticle, first: Conjunct, second: Conjunct) -> bool:
    """Whether only "and" or a comma stands between two conjuncts.

    True of both in "20 people in Baghdad and seven in Mosul".
    """
    between = article.words.text[first.behind : article.words[second.start].idx].replace(",", " ").split()
    return between in ([], ["and"]) and first.behind < article.words[second.start].idx


def _slot_of(article: AnnotatedArticle, event: Draft, first: Conjunct) -> str | None:
    """The slot whose people are counted before the place of the first conjunct.

    "fatalities" for "Bombs killed 20 people in Baghdad and seven in Mosul."
    """
    end = article.words[first.end].idx
    for slot in SLOTS:
        if slot in event.counts and event.counts[slot][0].start < end:
            return slot
    return None


def _count_of(article: AnnotatedArticle, start: int, conjunct: Conjunct) -> Count:
    """The number of the words from a character up to the place of a conjunct.

    3 for "Kano" of "two died in Jos and three in Kano".
    """
    text = article.words.text[start : article.words[conjunct.end - 1].end]
    low, high = parse_number(text) or (None, None)
    return Count(low=low, high=high, text=text, start=start, end=start + len(text))


def _counted_part(article: AnnotatedArticle, event: Draft, conjunct: Conjunct, slot: str | None) -> Draft | None:
    """The event of "40 in Quetta": those counted there."""
    said = article.words.between(conjunct.start, conjunct.end)
    if slot is None or not said or parse_number(article.words.phrase(conjunct.start, conjunct.end)) is None:
        return None
    if not all(word.lower_ in _FURTHER or parse_number(word.lower_) is not None for word in said):
        return None
    return _part(article, event, conjunct, {slot: [_count_of(article, said[0].idx, conjunct)]}, event.target)


def _dated_part(article: AnnotatedArticle, event: Draft, first: Conjunct, other: Conjunct) -> Draft | None:
    """The event of "a barracks near Menaka on Sunday", beside "a convoy near Gao on Friday"."""
    if first.date is None or other.date is None or other.place == first.place:
        return None
    said = article.words.between(other.start, other.end)
    if not said or said[-1].pos_ != "NOUN" or any(word.pos_ in _VERBS for word in said):
        return None
    theirs = article.actors_at(said)
    part = _part(article, event, other, {}, theirs)
    if not event.target:  # "miners marched in Oruro on Monday and nurses in Potosi on Friday"
        part.source, part.target = theirs, []
    event.target = [actor for actor in event.target if actor not in theirs]
    return part


def _part(
    article: AnnotatedArticle, event: Draft, conjunct: Conjunct, counts: dict[str, list[Count]], target: list[str]
) -> Draft:
    """An event like another one, at the place and on the day of a conjunct.

    The attack at Menaka beside that at Gao, with the doers of that one.
    """
    return replace(
        event,
        place=conjunct.place,
        days=_days_of(article, event, conjunct),
        counts=counts,
        target=list(target),
        source=list(event.source),
        claims=list(event.claims),
        reasons=[*event.reasons, "one of several places with the same verb"],
        rules=list(event.rules),
        words=set(event.words),
        sentences=set(event.sentences),
        part=conjunct.end,
    )
