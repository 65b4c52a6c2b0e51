"""Where and when: the days of an event with their precision, and the precision of its place (ACLED's scales)."""

import re
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Literal

from extractor.document.datelines import stands_in_dateline
from extractor.events.grounding.offsets import day_before
from extractor.events.index import AnnotatedArticle
from extractor.records import Claim, DateExpression, Place

Precision = Literal[1, 2, 3]
MOST_APART = 25  # characters between the two dates of a range
_MONTH = 28  # days of the shortest
WEEK = 8  # days; ACLED's precision 2 is a week or a similar span
_TO = re.compile(r"[\s,]*(?:to|until|till|and|through|-|–|—)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)


def days_of(article: AnnotatedArticle, claim: Claim) -> tuple[date, date] | None:
    """First and last calendar day of a claim, both inclusive; None when it has no date."""
    if (day := day_before(article, claim)) is not None:
        return day, day
    expression = _stated(article, article.date(claim), claim)
    return interval_of(article, expression) if expression is not None else None


def interval_of(article: AnnotatedArticle, expression: DateExpression) -> tuple[date, date] | None:
    """First and last calendar day that an expression gives, with the other end of its range; None without one."""
    if expression.earliest is None or expression.latest is None:
        return None
    start, end = expression.earliest, expression.latest
    text = article.words.text
    before = text[max(0, expression.start - 14) : expression.start]
    if (other := _range_end(article, expression, text, before)) is not None and other.latest is not None:
        end = max(end, other.latest)
    elif (other := _range_start(article, expression, text)) is not None and other.earliest is not None:
        start = min(start, other.earliest)
    elif _SINCE.search(before) and not _names_an_act(article, expression) and article.published is not None:
        end = max(end, _day_after(article.published, end))
    return _part(expression.mod, start.date(), last_day(start, end))


def _names_an_act(article: AnnotatedArticle, expression: DateExpression) -> bool:
    """Whether a date is part of a name: "since the September 11 attacks"."""
    last = article.words.at(expression.end - 1)
    return last.i + 1 < len(article.words) and last.nbor(1).pos_ == "NOUN"


def _part(mod: str | None, first: date, last: date) -> tuple[date, date]:
    """The first third of "early March", the last quarter of "late 2022"; all of a span of days or weeks."""
    length = (last - first).days + 1
    if mod not in ("START", "END") or length < _MONTH:
        return first, last
    part = timedelta(length // (3 if length < 2 * _MONTH else 4) - 1)
    return (first, first + part) if mod == "START" else (last - part, last)


def _stated(article: AnnotatedArticle, date: DateExpression | None, claim: Claim) -> DateExpression | None:
    """The date of a claim; instead of that of a dateline the next one of its sentence, if there is one."""
    text = article.words.text
    if date is None or not stands_in_dateline(text, date.start, date.end):
        return date
    end = article.sentence_tokens(article.trigger(claim))[-1].end
    own = takewhile(lambda d: d.start < end, article.dates_from(date.end))
    return next((d for d in own if d.earliest is not None), date)


def last_day(start: datetime, end: datetime) -> date:
    """The last day of a half-open interval of instants."""
    return (end - timedelta(microseconds=1)).date() if end > start else start.date()


def _range_end(article: AnnotatedArticle, expression: DateExpression, text: str, before: str) -> DateExpression | None:
    """The second date of "from Monday to Friday", and of "March 3 and 4", which is a day of the same month."""
    following = next(article.dates_from(expression.end), None)
    if following is None or following.start - expression.end >= MOST_APART:
        return None
    ranged = _FROM.search(before) or following.text.isdigit()
    return following if ranged and _TO.search(text[expression.end : following.start]) else None


def _range_start(article: AnnotatedArticle, expression: DateExpression, text: str) -> DateExpression | None:
    """The first date of a range whose second one was attached."""
    first = next((d for d in article.dates_before(expression.start) if d.end <= expression.start), None)
    if first is None or expression.start - first.end > MOST_APART:
        return None
    ranged = expression.text.isdigit() or _FROM.search(text[max(0, first.start - 14) : first.start])
    return first if ranged and _TO.search(text[first.end : expression.start]) else None


def _day_after(published: date | datetime, like: datetime) -> datetime:
    return datetime(published.year, published.month, published.day, tzinfo=like.tzinfo) + timedelta(days=1)


def time_precision(days: tuple[date, date] | None) -> Precision | None:
    """1 a day, 2 about a week, 3 longer; None without days."""
    if days is None:
        return None
    length = (days[1] - days[0]).days + 1
    return 1 if length == 1 else 2 if length <= WEEK else 3


def geo_precision(place: Place | None) -> Precision | None:
    """1 a town or a site, 2 near it or part of a region, 3 a region or country; None without a place."""
    if place is None:
        return None
    if place.kind in ("country", "continent", "world_region", "sea", "region", "desert"):
        return 3
    if place.relation is not None or place.kind in ("district", "river", "lake", "mountain", "island"):
        return 2
    return 1
