"""The day of what lies a length of time before something else: "on Monday, a day after police shot two students",
"marked 20 years since rebels seized the school", "the tenth anniversary of the bombing"."""

import re
from calendar import monthrange
from datetime import date, timedelta
from itertools import takewhile

from extractor.document.tokens import Word
from extractor.events.index import AnnotatedArticle
from extractor.records import Claim, DateExpression, DateType
from extractor.syntax import subject_of

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_DAYS = {"D": 1, "W": 7}
_MONTHS = {"M": 1, "Y": 12}
_AFTER = frozenset(("after", "since"))
_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NOW = frozenset(("VBZ", "VBP"))


def day_before(article: AnnotatedArticle, claim: Claim) -> date | None:
    """The day of an act behind "a day after", "20 years since"; None where it stands behind no such words."""
    trigger = article.trigger(claim)
    if (years := _anniversary(trigger)) is not None:
        later = _day_told_before(article, trigger) or article.published_day
        return _earlier(later, years, "Y") if later is not None else None
    mark = _after(trigger)
    length = _length_before(article, mark) if mark is not None else None
    if mark is None or length is None:
        return None
    later = _day_told_before(article, article.words.at(length.start))
    later = later or (article.published_day if _is_now(mark) else None)
    found = _LENGTH.fullmatch(length.value or "")
    return _earlier(later, int(found[1]), found[2]) if later is not None and found is not None else None


def _anniversary(trigger: Word) -> int | None:
    """The tenth anniversary of an act, or of what a clause tells of: 10."""
    named = next((word for word in (trigger, *trigger.ancestors) if word.lemma_ == "anniversary"), None)
    behind = named is not None and named.i < trigger.i and any(c.lower_ == "of" for c in named.rights)
    numbers = (_ordinal(child.lower_) for child in named.lefts) if named is not None and behind else ()
    return next((number for number in numbers if number is not None), None)


def _ordinal(word: str) -> int | None:
    """ "30th", "tenth"."""
    if (digits := _NTH.fullmatch(word)) is not None:
        return int(digits[1])
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else None


def _earlier(day: date, count: int, unit: str) -> date | None:
    """The day so many days, weeks, months or years before; None before the year 1."""
    if unit in _DAYS:
        days = count * _DAYS[unit]
        return day - timedelta(days) if days < day.toordinal() else None
    year, month = divmod(day.year * 12 + day.month - 1 - count * _MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if year > 0 else None


def _after(trigger: Word) -> Word | None:
    """The "after" or "since" in front of an act told by a clause, or by one joined to it, or by a noun."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ in _AFTER:
        return trigger.head
    mark = next((child for child in trigger.lefts if child.dep_ == "mark" and child.lower_ in _AFTER), None)
    joined = trigger.dep_ == "conj" and trigger.pos_ == "VERB" and subject_of(trigger) is subject_of(trigger.head)
    return mark or (_after(trigger.head) if joined else None)


def _length_before(article: AnnotatedArticle, mark: Word) -> DateExpression | None:
    """The length of time that ends right before a word."""
    last = next(article.dates_before(mark.idx), None)
    is_length = last is not None and last.type is DateType.DURATION and 0 <= mark.idx - last.end <= 1
    return last if is_length else None


def _day_told_before(article: AnnotatedArticle, word: Word) -> date | None:
    """The last date that the sentence tells before a word."""
    first = article.sentence_tokens(word)[0].idx
    before = takewhile(lambda d: d.start >= first, article.dates_before(word.idx))
    return next((d.earliest.date() for d in before if d.earliest is not None), None)


def _is_now(mark: Word) -> bool:
    """Whether the clause above is in the present, "the ruling comes a year after", or counts up to now: "since"."""
    if mark.lower_ == "since":
        return True
    verb = next((word for word in mark.head.ancestors if word.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.tag_ in _NOW and subject_of(verb) is not None
