"""The day of what lies a length of time before something else: "on Monday, a day after police shot two students",
"marked 20 years since rebels seized the school", "the tenth anniversary of the bombing"; or after it: "on Sunday, a day
before the rebels fled"."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from extractor.document.tokens import Word
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import data_rows
from extractor.records import Claim, DateExpression, DateType
from extractor.syntax import subject_of

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Y": 12}
_AFTER = frozenset(("after", "since"))
_BEFORE = frozenset(("before",))
_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_NOW = frozenset(("VBZ", "VBP"))  # also of the "have" of "have sealed off"


def day_before(article: AnnotatedArticle, claim: Claim) -> date | None:
    """The day of an act behind "a day after", "20 years since"; None where it stands behind no such words."""
    trigger = article.trigger(claim)
    years = _anniversary(trigger)
    if years is not None:
        later = _day_told_before(article, trigger) or article.published_day
        if later is None:
            return None
        return _earlier(later, years, "Y")
    mark = _mark(trigger, _AFTER)
    length = _length_before(article, mark) if mark is not None else None
    if mark is None or length is None:
        return None
    return _counted_back(_later_day(article, length, mark), length)


def days_before(article: AnnotatedArticle, claim: Claim) -> tuple[date, date] | None:
    """First and last day that such words can mean: "four years after" a told day is some day of a year."""
    day = day_before(article, claim) or _day_after(article, claim)
    if day is None:
        return None
    trigger = article.trigger(claim)
    mark = _mark(trigger, _AFTER)
    if mark is None or _is_now(mark) or _anniversary(trigger) is not None:
        return day, day
    length = _length_before(article, mark)
    unit = length.value[-1] if length is not None and length.value else "D"
    if unit == "M":
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if unit == "Y":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def _day_after(article: AnnotatedArticle, claim: Claim) -> date | None:
    """The day of an act in the past behind "a day before", counted from the day told before that.

    Monday for "fled" of "shelled the town on Sunday, a day before the rebels fled".
    """
    trigger = article.trigger(claim)
    mark = _mark(trigger, _BEFORE) if claim.tense == "past" or trigger.pos_ == "NOUN" else None
    length = _length_before(article, mark) if mark is not None else None
    earlier = _day_told_before(article, article.words.at(length.start)) if length is not None else None
    found = _LENGTH.fullmatch(length.value or "") if length is not None else None
    if earlier is None or found is None or found[2] not in _DAYS:
        return None
    day = earlier + timedelta(int(found[1]) * _DAYS[found[2]])
    return None if article.published_day is not None and day > article.published_day else day


def _later_day(article: AnnotatedArticle, length: DateExpression, mark: Word) -> date | None:
    """The day that a length of time is counted from: told before it or behind its phrase, else that of the article."""
    told = _day_told_before(article, article.words.at(length.start))
    if told is None and _is_now(mark):
        return article.published_day
    return told or _day_told_behind(article, mark)


def _counted_back(later: date | None, length: DateExpression) -> date | None:
    """The day that lies a length of time before another one.

    5 March for two days before 7 March.
    """
    found = _LENGTH.fullmatch(length.value or "")
    if later is None or found is None:
        return None
    return _earlier(later, int(found[1]), found[2])


def _anniversary(trigger: Word) -> int | None:
    """The tenth anniversary of an act, or of what a clause tells of: 10."""
    named = _anniversary_above(trigger)
    if named is None or named.i >= trigger.i or not named.rights.has_form("of"):
        return None
    for child in named.lefts:
        number = _ordinal(child.lower_)
        if number is not None:
            return number
    return None


def _anniversary_above(trigger: Word) -> Word | None:
    """The word "anniversary" that governs an act, or is the trigger itself."""
    for word in (trigger, *trigger.ancestors):
        if word.lemma_ == "anniversary":
            return word
    return None


def _ordinal(word: str) -> int | None:
    """ "30th", "tenth".

    >>> _ordinal("30th"), _ordinal("tenth"), _ordinal("raid")
    (30, 10, None)
    """
    digits = _NTH.fullmatch(word)
    if digits is not None:
        return int(digits[1])
    return _ordinals().get(word)


@cache
def _ordinals() -> dict[str, int]:
    """ "tenth" -> 10."""
    found: dict[str, int] = {}
    for row in data_rows("dates/words.tsv"):
        if row["category"] == "ordinal":
            found |= dict.fromkeys(row["forms"].split(";"), int(row["value"]))
    return found


def _earlier(day: date, count: int, unit: str) -> date | None:
    """The day so many days, weeks, months or years before; None before the year 1.

    29 February 2024 for a month before 29 March 2024.
    """
    if unit in _DAYS:
        days = count * _DAYS[unit]
        if days < day.toordinal():
            return day - timedelta(days)
        return None
    year, month = divmod(day.year * 12 + day.month - 1 - count * _MONTHS[unit], 12)
    if year <= 0:
        return None
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _mark(trigger: Word, forms: frozenset[str]) -> Word | None:
    """The "after" or "before" in front of an act told by a clause, or by one joined to it, or by a noun.

    "After" for "shot" of "a day after police shot two men", "before" for "raid" of "a day before the raid".
    """
    if trigger.dep_ == "pobj" and trigger.head.lower_ in forms:
        return trigger.head
    for mark in trigger.lefts.those("mark"):
        if mark.lower_ in forms:
            return mark
    if not _is_joined(trigger):
        return None
    return _mark(trigger.head, forms)


def _is_joined(verb: Word) -> bool:
    """Whether a verb is coordinated with another one that has the same subject.

    "Fled" of "they burned it and fled".
    """
    if verb.dep_ != "conj" or verb.pos_ != "VERB":
        return False
    return subject_of(verb) is subject_of(verb.head)


def _length_before(article: AnnotatedArticle, mark: Word) -> DateExpression | None:
    """The length of time that ends right before a word.

    "Two days" before "after" of "It fell two days after the raid."
    """
    last = next(article.dates_before(mark.idx), None)
    if last is None or last.type is not DateType.DURATION:
        return None
    return last if 0 <= mark.idx - last.end <= 1 else None


def _day_told_before(article: AnnotatedArticle, word: Word) -> date | None:
    """The last date that the sentence tells before a word."""
    first = article.sentence_tokens(word)[0].idx
    for told in article.dates_before(word.idx):
        if told.start < first:
            return None
        if told.earliest is not None:
            return told.earliest.date()
    return None


def _day_told_behind(article: AnnotatedArticle, mark: Word) -> date | None:
    """The first date behind the phrase or the clause of "after": "a year after the bombing, he spoke on 5 May"."""
    phrase = mark.head if mark.dep_ == "mark" else mark
    last = article.sentence_tokens(mark)[-1]
    for told in article.dates_from(phrase.right_edge.end):
        if told.start >= last.end:
            return None
        if told.earliest is not None:
            return told.earliest.date()
    return None


def _is_now(mark: Word) -> bool:
    """Whether the clause above is in the present or its perfect, or the count goes up to now: "since".

    "The ruling comes a year after", "has come a year after"; not "came a year after".
    """
    if mark.lower_ == "since":
        return True
    for word in mark.head.ancestors:
        if word.pos_ in ("VERB", "AUX"):
            first = word.lefts.first("aux", "auxpass") or word
            return first.tag_ in _NOW and subject_of(word) is not None
    return False
