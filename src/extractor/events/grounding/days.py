"""Where and when: the days of an event with their precision, and the precision of its place (ACLED's scales)."""

import re
from datetime import date, datetime, timedelta
from typing import Literal

from extractor.document.datelines import stands_in_dateline
from extractor.document.tokens import Word
from extractor.events.grounding.offsets import days_before
from extractor.events.index import AnnotatedArticle
from extractor.records import Claim, DateExpression, Place
from extractor.syntax.dated_acts import dates_content, is_limit, verb_of

Precision = Literal[1, 2, 3]
MOST_APART = 25  # characters between the two dates of a range
_LOOK_BACK = 14  # characters
_MONTH = 28  # days of the shortest
_RECENT = timedelta(days=2)  # before publication; news tells what was asked the day before
WEEK = 8  # days; ACLED's precision 2 is a week or a similar span
_REGIONS = frozenset(("country", "continent", "world_region", "sea", "region", "desert"))
_PARTS_OF_REGIONS = frozenset(("district", "river", "lake", "mountain", "island"))
_TO = re.compile(
    r"[\s,]*(?:(?:to|until|till|and|through|-|–|—)\s+|[-–—])(?:(?:early|late)\s+)?(?:on\s+)?(?:the\s+)?$", re.IGNORECASE
)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_WHEN = re.compile(r",?\s+when\b")
_MIDNIGHT = "T24:00"
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)


def days_of(article: AnnotatedArticle, claim: Claim) -> tuple[date, date] | None:
    """First and last calendar day of a claim, both inclusive; None when it has no date.

    Of "They fled from 3 to 5 March 2024": 3 and 5 March.
    """
    counted = days_before(article, claim)
    if counted is not None:
        return counted
    expression = _stated(article, article.date(claim) or _told_of(article, claim), claim)
    days = interval_of(article, expression) if expression is not None else None
    if expression is None or days is None:
        return None
    head = article.words.head_of(expression.start, expression.end)
    if is_of_other_time(article, claim, days, head):
        return None
    return days


def is_of_other_time(article: AnnotatedArticle, claim: Claim, days: tuple[date, date], told: Word | None) -> bool:
    """Whether days are those of something that had not been when the act of a claim was, by the day of publication.

    Thursday for "shot" of "the trial of a man who shot two tourists begins on Thursday", and for "urged" of "urged them
    to march on Thursday" unless that was the day of publication or one of the two before. `told` is the word they
    stand at. One day is allowed for zones of time, none behind "until".
    """
    trigger = article.trigger(claim)
    if article.published_day is None or (told is not None and trigger.pos_ != "VERB" and trigger.above(told)):
        return False
    slack = timedelta(days=told is None or not is_limit(told))
    has_been = claim.tense == "past" or _is_behind_noun(trigger)
    if has_been and days[0] > article.published_day + slack:
        return True
    is_recent = timedelta(0) <= article.published_day - days[1] <= _RECENT
    return told is not None and not is_recent and dates_content(trigger, told)


def _is_behind_noun(act: Word) -> bool:
    """Whether an act stands behind another noun.

    The attack of "the trial over the attack opens on Thursday"; not the summit of "the summit opens on Thursday".
    """
    return act.pos_ == "NOUN" and act.dep_ == "pobj" and act.head.head.pos_ == "NOUN"


def _told_of(article: AnnotatedArticle, claim: Claim) -> DateExpression | None:
    """May 2003 in "the first strike since May 2003, when crews defied an order": what was then."""
    trigger = article.trigger(claim)
    if not trigger.lefts.has_form("when"):
        return None
    clause = trigger.left_edge.idx
    last = next(article.dates_before(clause), None)
    if last is None or article.words.text[last.end : clause].strip() not in ("", ","):
        return None
    return last


def interval_of(article: AnnotatedArticle, expression: DateExpression) -> tuple[date, date] | None:
    """First and last calendar day that an expression gives, with the other end of its range; None without one.

    "On 3 March" gives that day twice, as does "shortly before midnight on 3 March", "from Monday to Friday" the two,
    "early March" the first third of the month.
    """
    if expression.earliest is None or expression.latest is None:
        return None
    shift = timedelta(minutes=(expression.value or "").endswith(_MIDNIGHT))  # the end of its day, not of the next one
    start, end = _with_range(article, expression, expression.earliest - shift, expression.latest - shift)
    return _part(expression.mod, start.date(), last_day(start, end))


def _with_range(
    article: AnnotatedArticle, expression: DateExpression, start: datetime, end: datetime
) -> tuple[datetime, datetime]:
    """The instants of an expression, with the other end of "from .. to"; "since" goes on to the day of the article."""
    before = _before(article, expression)
    later = _range_end(article, expression, before)
    if later is not None and later.latest is not None:
        return start, max(end, later.latest)
    earlier = _range_start(article, expression)
    if earlier is not None and earlier.earliest is not None:
        return min(start, earlier.earliest), end
    if article.published is not None and _SINCE.search(before) and not _is_told_of(article, expression):
        return start, max(end, _day_after(article.published, end))
    return start, end


def _before(article: AnnotatedArticle, expression: DateExpression) -> str:
    """The characters before an expression, enough for "between the".

    "led from 3 to " before "5 March" of "They fled from 3 to 5 March."
    """
    return article.words.text[max(0, expression.start - _LOOK_BACK) : expression.start]


def _is_told_of(article: AnnotatedArticle, expression: DateExpression) -> bool:
    """ "Since the September 11 attacks", "since May 2003, when crews defied an order": what was on that date alone."""
    if _names_an_act(article, expression):
        return True
    return _WHEN.match(article.words.text, expression.end) is not None


def _names_an_act(article: AnnotatedArticle, expression: DateExpression) -> bool:
    """Whether a date is part of a name: "since the September 11 attacks".

    Not "since September 11, rebels".
    """
    last = article.words.at(expression.end - 1)
    return last.i + 1 < len(article.words) and last.nbor(1).pos_ == "NOUN"


def _part(mod: str | None, first: date, last: date) -> tuple[date, date]:
    """The first third of "early March", the last quarter of "late 2022"; all of a span of days or weeks."""
    length = (last - first).days + 1
    if mod not in ("START", "END") or length < _MONTH:
        return first, last
    parts = 3 if length < 2 * _MONTH else 4
    part = timedelta(length // parts - 1)
    if mod == "START":
        return (first, first + part)
    return (last - part, last)


def _stated(article: AnnotatedArticle, date: DateExpression | None, claim: Claim) -> DateExpression | None:
    """The date of a claim; instead of that of a dateline the next one of its sentence, if there is one.

    "Friday" for "GAO, May 3 - Gunmen fled on Friday".
    """
    if date is None or not stands_in_dateline(article.words.text, date.start, date.end):
        return date
    end = article.sentence_tokens(article.trigger(claim))[-1].end
    for later in article.dates_from(date.end):
        if later.start >= end:
            return date
        if later.earliest is not None:
            return later
    return date


def last_day(start: datetime, end: datetime) -> date:
    """The last day of a half-open interval of instants.

    >>> last_day(datetime(2024, 3, 1), datetime(2024, 4, 1))
    datetime.date(2024, 3, 31)
    """
    if end <= start:
        return start.date()
    return (end - timedelta(microseconds=1)).date()


def _range_end(article: AnnotatedArticle, expression: DateExpression, before: str) -> DateExpression | None:
    """The second date of "from Monday to Friday", and of "March 3 and 4", which is a day of the same month."""
    following = next(article.dates_from(expression.end), None)
    if following is None or following.start - expression.end >= MOST_APART:
        return None
    if not following.text.isdigit() and not _FROM.search(before) and not _follows_at_once(expression, following):
        return None
    if not _are_joined(article, expression, following):
        return None
    return following


def _range_start(article: AnnotatedArticle, expression: DateExpression) -> DateExpression | None:
    """The first date of a range whose second one was attached.

    Monday for "from Monday to Friday".
    """
    first = _date_ended_before(article, expression)
    if first is None or expression.start - first.end > MOST_APART:
        return None
    is_from = _FROM.search(_before(article, first)) is not None
    if not is_from and not expression.text.isdigit() and not _follows_at_once(first, expression):
        return None
    if not _are_joined(article, first, expression):
        return None
    return first


def _are_joined(article: AnnotatedArticle, first: DateExpression, second: DateExpression) -> bool:
    """Whether two dates are joined into one time.

    Those of "fought on Friday and on Saturday"; not those of "fought on Friday and on Saturday left".
    """
    words = article.words
    if not _TO.search(words.text[first.end : second.start]):
        return False
    return verb_of(words.head_of(first.start, first.end)) is verb_of(words.head_of(second.start, second.end))


def _follows_at_once(first: DateExpression, second: DateExpression) -> bool:
    """ "On Friday and Saturday", "in January and February": the second begins where the first ends.

    Not "in January and in May".
    """
    return first.latest is not None and first.latest == second.earliest


def _date_ended_before(article: AnnotatedArticle, expression: DateExpression) -> DateExpression | None:
    """The last date that does not overlap an expression.

    Friday before "Saturday" of "on Friday and Saturday".
    """
    for earlier in article.dates_before(expression.start):
        if earlier.end <= expression.start:
            return earlier
    return None


def _day_after(published: date | datetime, like: datetime) -> datetime:
    """The start of the day after publication, in the time zone of another instant.

    4 March 2024 for an article of 3 March.
    """
    return datetime(published.year, published.month, published.day, tzinfo=like.tzinfo) + timedelta(days=1)


def time_precision(days: tuple[date, date] | None) -> Precision | None:
    """How exact the days of an event are: 1 a day, 2 about a week, 3 longer; None without days.

    >>> time_precision((date(2024, 3, 1), date(2024, 3, 1))), time_precision((date(2024, 3, 1), date(2024, 3, 31)))
    (1, 3)
    """
    if days is None:
        return None
    length = (days[1] - days[0]).days + 1
    if length == 1:
        return 1
    if length <= WEEK:
        return 2
    return 3


def geo_precision(place: Place | None) -> Precision | None:
    """How exact a place is: 1 a town or a site, 2 near it or part of a region, 3 a region or country; None without.

    1 for Homs, 2 for "a village near Homs" and a district, 3 for Syria.
    """
    if place is None:
        return None
    if place.kind in _REGIONS:
        return 3
    is_within_region = place.relation is not None or place.kind in _PARTS_OF_REGIONS
    if is_within_region:
        return 2
    return 1
