"""The day of what lies a length of time before something else: "on Monday, a day after police shot two students"."""

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
_NOW = frozenset(("VBZ", "VBP"))


def day_before(article: AnnotatedArticle, claim: Claim) -> date | None:
    """The day of an act behind "a day after", "three weeks after"; None where it stands behind no such words."""
    trigger = article.trigger(claim)
    mark = _after(trigger)
    length = _length_before(article, mark) if mark is not None else None
    if mark is None or length is None:
        return None
    later = _day_told_before(article, length) or (article.published_day if _is_now(mark) else None)
    found = _LENGTH.fullmatch(length.value or "")
    return _earlier(later, int(found[1]), found[2]) if later is not None and found is not None else None


def _earlier(day: date, count: int, unit: str) -> date | None:
    """The day so many days, weeks, months or years before; None before the year 1."""
    if unit in _DAYS:
        days = count * _DAYS[unit]
        return day - timedelta(days) if days < day.toordinal() else None
    year, month = divmod(day.year * 12 + day.month - 1 - count * _MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if year > 0 else None


def _after(trigger: Word) -> Word | None:
    """The "after" in front of an act told by a clause or a noun."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "after":
        return trigger.head
    return next((child for child in trigger.lefts if child.dep_ == "mark" and child.lower_ == "after"), None)


def _length_before(article: AnnotatedArticle, mark: Word) -> DateExpression | None:
    """The length of time that ends right before a word."""
    last = next(article.dates_before(mark.idx), None)
    is_length = last is not None and last.type is DateType.DURATION and 0 <= mark.idx - last.end <= 1
    return last if is_length else None


def _day_told_before(article: AnnotatedArticle, length: DateExpression) -> date | None:
    """The last date that the sentence tells before a length of time."""
    first = article.sentence_tokens(article.words.at(length.start))[0].idx
    before = takewhile(lambda d: d.start >= first, article.dates_before(length.start))
    return next((d.earliest.date() for d in before if d.earliest is not None), None)


def _is_now(mark: Word) -> bool:
    """Whether the clause above is told in the present: "the ruling comes a year after"."""
    verb = next((word for word in mark.head.ancestors if word.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.tag_ in _NOW and subject_of(verb) is not None
