"""Readers of months and seasons."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import SEASON_MONTHS, add_months, days_in_month, unit_value
from extractor.annotate.dates.context import NONE_NEEDED, PUBLISHED, Reading, Scene, missing
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.normalizers.holiday_rules import nth_weekday
from extractor.annotate.dates.normalizers.relation import step, year_beside
from extractor.annotate.dates.normalizers.years import own_year, short_year, with_era
from extractor.annotate.dates.numbers import ordinal_of
from extractor.lexicon.tables import word_lists
from extractor.records import DateType

# How many months ahead a month without a year is looked for, by the tense of the verb. Measured on newswire, where a
# choice of one more or less moves no corpus by more than 0.2 points.
AHEAD_MONTHS = 2
PAST_MONTHS = 1
FUTURE_MONTHS = 9
AHEAD_SEASON = 4  # the same for a season where no tense is known; too rare in the corpora to be measured
# In a passage an earlier month is the next year's when it is so many months before the date that it follows.
TURN_OF_YEAR = 7
_OWNERS = word_lists("dates/around.txt")["before months"]
_SURE_CUES = frozenset({"in", "since", "until", "by", "during"})


def read_month(scene: Scene) -> Reading | None:
    """A month, with its year or without one."""
    month = int(scene.word("month") or 0)
    year = own_year(scene)
    if year is not None:
        return _in_year(scene, year, month, NONE_NEEDED)
    if "yy" in scene.slots:
        return _in_year(scene, short_year(scene.slots["yy"], scene.today), month, NONE_NEEDED)
    if not _is_month(scene):
        return None
    known, anchor = year_beside(scene)
    return _in_year(scene, known, month, anchor) if known is not None else _yearless_month(scene, month)


def _in_year(scene: Scene, year: int, month: int, anchor: str | None) -> Reading:
    return Reading(DateType.DATE, with_era(scene, f"{year:04}-{month:02}"), scene.edge(), anchor)


def _is_month(scene: Scene) -> bool:
    """May, March and Jan alone are months only after a word that shows a date; April and June not beside a name."""
    if scene.slots.keys() & {"edge", "rel", "arel", "own"}:
        return True
    left, found = "".join(scene.before()), scene.found
    cued = words().value("datecue", left) is not None
    if words().value("shy", scene.slots["month"]) is None:
        return not found.after_name or (cued and not found.before_name)
    return left in _SURE_CUES if found.after_name else cued or left in _OWNERS


def _yearless_month(scene: Scene, month: int) -> Reading:
    if scene.passage is not None and "own" not in scene.slots:
        base = scene.passage.day
        turned = scene.passage.unit in {"D", "M"} and base.month - month > TURN_OF_YEAR
        return _in_year(scene, base.year + turned, month, scene.passage.id)
    if scene.today is None:
        return missing(DateType.DATE)
    first = add_months(scene.today.replace(day=1), _months_from(scene, scene.today, month))
    return Reading(DateType.DATE, unit_value(first, "M") if first else None, scene.edge(), PUBLISHED)


def _months_from(scene: Scene, today: date, month: int) -> int:
    """Months from the month of today to the one that is meant."""
    ahead = (month - today.month) % 12
    if "own" not in scene.slots:
        return ahead if ahead <= _months_ahead(scene) else ahead - 12
    relation = step(scene.slots["own"])
    if relation == 0:
        return month - today.month
    return ahead - 12 if relation < 0 else ahead or 12


def _months_ahead(scene: Scene) -> int:
    tense = scene.tense()
    if tense == "future" or scene.follows("by", "until", "through", "effective"):
        return FUTURE_MONTHS
    if scene.follows("since"):
        return 0
    return PAST_MONTHS if tense == "past" else AHEAD_MONTHS


def read_week_of_month(scene: Scene) -> Reading | None:
    """The last week of August, the first Monday of March, the last day of this month."""
    month = read_month(scene) if "month" in scene.slots else _month_beside_today(scene)
    if month is None or month.value is None:
        return month
    first = date.fromisoformat(f"{month.value}-01")
    count = -1 if scene.slots["n"] in {"last", "final"} else ordinal_of(scene.slots["n"]) or 1
    unit = words().value("calunit", scene.slots.get("unit", "day")) or "D"
    if "weekday" in scene.slots or unit == "WE":
        day = nth_weekday(first.year, first.month, int(scene.word("weekday") or 6), count)
    else:
        from_start = 7 * count - 3 if unit == "W" else count  # a week is the one that holds its middle
        from_end = days_in_month(first.year, first.month) - (3 if unit == "W" else 0)
        day = first.replace(day=from_start if count > 0 else from_end)
    return Reading(DateType.DATE, unit_value(day, unit), anchor=month.anchor)


def _month_beside_today(scene: Scene) -> Reading:
    """This, the last or the next month."""
    if scene.today is None:
        return missing(DateType.DATE)
    first = add_months(scene.today.replace(day=1), step(scene.slots["own"]))
    return Reading(DateType.DATE, unit_value(first, "M") if first else None, anchor=PUBLISHED)


def read_season(scene: Scene) -> Reading | None:
    """The summer of 1994, last fall, the spring."""
    season = scene.word("season") or scene.word("clearseason", "season") or "SU"
    year, anchor = own_year(scene), NONE_NEEDED
    if year is None and "own" not in scene.slots:
        year, beside = year_beside(scene)
        anchor = beside or NONE_NEEDED
    if year is None and scene.passage is not None:
        year, anchor = scene.passage.day.year, scene.passage.id
    if year is None and scene.today is not None:
        year, anchor = _season_year(scene, season, scene.today), PUBLISHED
    if year is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, with_era(scene, f"{year:04}-{season}"), scene.edge(), anchor)


def _season_year(scene: Scene, season: str, today: date) -> int:
    """The year of the season that began last; a coming one after "next" or a future verb."""
    first = SEASON_MONTHS[season]
    begun = today.year if today.month >= first else today.year - 1
    running = (today.month - first) % 12 < 3
    if "own" not in scene.slots:
        tense, ahead = scene.tense(), (first - today.month) % 12
        near = tense is None and ahead <= AHEAD_SEASON
        return begun + (not running and (tense == "future" or near))
    relation, wintry = step(scene.slots["own"]), season == "WI"
    if relation == 0:
        return begun if wintry else today.year
    return begun + 1 if relation > 0 else begun - running
