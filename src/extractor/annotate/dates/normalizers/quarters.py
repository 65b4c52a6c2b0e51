"""Readers of quarters, halves and fiscal years."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import add_months, quarter_of, unit_value
from extractor.annotate.dates.context import NONE_NEEDED, PUBLISHED, Reading, Scene, missing
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.normalizers.relation import step, year_beside
from extractor.annotate.dates.numbers import ordinal_of
from extractor.records import DateType

# "the fourth quarter" is this year's up to so many days before it begins, or months with a future verb.
EARLY_DAYS = 45
EARLY_MONTHS = 6
# Until May, "the second half" with a past verb is last year's.
MAY = 5


def read_quarter(scene: Scene) -> Reading | None:
    """The third quarter, the year-ago quarter, the latest quarter."""
    number = ordinal_of(scene.slots["n"]) if "n" in scene.slots else None
    if (number is not None and not 1 <= number <= 4) or (scene.slots.get("which") == "period" and not scene.quarter):
        return None
    if "year" in scene.slots:
        return _quarter_of_year(scene, number)
    if scene.today is None:
        return missing(DateType.DATE)
    day, anchor = _numbered(scene, number, scene.today) if number else _unnumbered(scene, scene.today)
    if day is not None and "back" in scene.slots:
        day = add_months(day, -12)
    return Reading(DateType.DATE, unit_value(day, "Q") if day else None, scene.edge(), anchor)


def _quarter_of_year(scene: Scene, number: int | None) -> Reading:
    """The third quarter of 1984; "the 1988 quarter" has the number of the quarter that the text is about."""
    base = scene.quarter.day if scene.quarter else add_months(scene.today, -3) if scene.today else None
    quarter = number or (quarter_of(base) if base else None)
    value = f"{scene.slots['year']}-Q{quarter}" if quarter else scene.slots["year"]
    return Reading(DateType.DATE, value, scene.edge(), NONE_NEEDED)


def _numbered(scene: Scene, number: int, today: date) -> tuple[date | None, str | None]:
    """The latest such quarter that has begun or nearly so, the next one with a future verb."""
    first = 3 * number - 2
    known, anchor = year_beside(scene)
    if known is not None:
        return date(known, first, 1), anchor
    this_year = date(today.year, first, 1)
    soon = (this_year - today).days <= EARLY_DAYS
    if soon or (scene.tense() == "future" and first - today.month <= EARLY_MONTHS):
        return this_year, PUBLISHED
    return date(today.year - 1, first, 1), PUBLISHED


def _unnumbered(scene: Scene, today: date) -> tuple[date | None, str | None]:
    """The current quarter, the latest quarter, and "the quarter" that the text is about."""
    which = scene.slots.get("which")
    if which in {"current", "present"}:
        return today, PUBLISHED
    if scene.quarter is not None and which != "latest":
        return scene.quarter.day, scene.quarter.id
    return add_months(today, -3), PUBLISHED


def read_year_ago(scene: Scene) -> Reading:
    """A year ago, a year-earlier loss: the same quarter of last year where a quarter was named, else last year."""
    mod = words().value("approx", scene.slots.get("approx", ""))
    if scene.quarter is not None:
        day = add_months(scene.quarter.day, -12)
        return Reading(DateType.DATE, unit_value(day, "Q") if day else None, mod, scene.quarter.id)
    if scene.today is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, f"{scene.today.year - 1:04}", mod, PUBLISHED)


def read_half(scene: Scene) -> Reading:
    """The second half of 1989."""
    number = 1 if scene.slots["n"] in {"first", "1"} else 2
    year, anchor = year_beside(scene)
    if "year" in scene.slots:
        year, anchor = int(scene.slots["year"]), NONE_NEEDED
    if year is None and scene.today is not None:
        over = number == 2 and scene.today.month < MAY and scene.tense() == "past"
        year, anchor = scene.today.year - over, PUBLISHED
    return missing(DateType.DATE) if year is None else Reading(DateType.DATE, f"{year:04}-H{number}", anchor=anchor)


def read_fiscal_year(scene: Scene) -> Reading:
    """Fiscal 1990 is read as the calendar year of its name; when it began is the company's or the country's own."""
    if "year" in scene.slots:
        return Reading(DateType.DATE, scene.slots["year"], scene.edge(), NONE_NEEDED)
    if scene.today is None:
        return missing(DateType.DATE)
    relation = scene.slots.get("rel") or scene.slots.get("arel")
    steps = step(relation) if relation else 0
    return Reading(DateType.DATE, f"{scene.today.year + steps:04}", scene.edge(), PUBLISHED)
