"""Readers of periods longer than a day: months, seasons, quarters, years, decades, centuries."""

from __future__ import annotations

from datetime import date

from extractor.annotate.dates.calendar import (
    MONTHS_OF,
    SEASON_MONTHS,
    add_days,
    add_months,
    add_units,
    days_in_month,
    quarter_of,
    unit_value,
)
from extractor.annotate.dates.days import rel_step, year_of_phrase
from extractor.annotate.dates.holidays import nth_weekday
from extractor.annotate.dates.numbers import ordinal_of
from extractor.annotate.dates.numeric import full_year
from extractor.annotate.dates.reading import NONE_NEEDED, NOTHING_BEFORE, PUBLISHED, Reading, Scene, missing
from extractor.annotate.dates.words import words
from extractor.records import DateType

AHEAD_MONTHS = 2
FUTURE_MONTHS = 9
PAST_MONTHS = 1
_OWNERS = frozenset({"the", "a", "this", "her", "his", "its", "their", "our", "'s", "’s"})
_PREFIXES = frozenset({"post", "pre", "mid", "late", "early"})
DATE_CUES = "datecue"


def read_month(scene: Scene) -> Reading | None:
    """A month, with its year or without one."""
    month = int(scene.word("month") or 0)
    year = own_year(scene)
    if year is not None:
        return Reading(DateType.DATE, _with_era(scene, f"{year:04}-{month:02}"), scene.edge(), NONE_NEEDED)
    if "yy" in scene.slots:
        year = short_year(scene.slots["yy"], scene.today)
        return Reading(DateType.DATE, f"{year:04}-{month:02}", scene.edge(), NONE_NEEDED)
    if not _is_month(scene):
        return None
    known, anchor = year_of_phrase(scene)
    if known is not None:
        return Reading(DateType.DATE, f"{known:04}-{month:02}", scene.edge(), anchor)
    return _yearless_month(scene, month)


def _is_month(scene: Scene) -> bool:
    """May, March and Jan alone are months only after a word that shows a date; April and June not beside a name."""
    if scene.slots.keys() & {"edge", "rel", "arel", "of_month"}:
        return True
    left = "".join(scene.before())
    if words().value("shy", scene.slots["month"]) is not None:
        if scene.found.after_name and left not in {"in", "since", "until", "by", "during"}:
            return False
        return words().value(DATE_CUES, left) is not None or left in _OWNERS
    return not (scene.found.after_name and (scene.found.before_name or words().value(DATE_CUES, left) is None))


def _yearless_month(scene: Scene, month: int) -> Reading:
    if scene.passage is not None and "of_month" not in scene.slots:
        year = scene.passage.day.year
        if scene.passage.unit in {"D", "M"} and scene.passage.day.month - month > 7:
            year += 1
        return Reading(DateType.DATE, f"{year:04}-{month:02}", scene.edge(), scene.passage.id)
    if scene.today is None:
        return missing(DateType.DATE)
    months = (month - scene.today.month) % 12  # ahead
    relation = scene.slots.get("of_month", "")
    if "last" in relation or "past" in relation or "previous" in relation:
        months = months - 12
    elif "next" in relation or "coming" in relation or "following" in relation:
        months = months or 12
    elif relation == "this":
        months = month - scene.today.month
    elif months > _months_ahead(scene):
        months -= 12
    first = add_months(scene.today.replace(day=1), months)
    return Reading(DateType.DATE, unit_value(first, "M") if first else None, scene.edge(), PUBLISHED)


def _months_ahead(scene: Scene) -> int:
    """How far ahead a month without a year is looked for."""
    tense = scene.tense()
    if tense == "future" or scene.follows("by", "until", "through", "effective"):
        return FUTURE_MONTHS
    if scene.follows("since"):
        return 0
    return PAST_MONTHS if tense == "past" else AHEAD_MONTHS


def short_year(text: str, today: date | None) -> int:
    """'68 -> the latest year that ends so, up to ten years ahead."""
    return full_year(int(text.strip("'’")), today)


def _with_era(scene: Scene, value: str) -> str:
    return f"BC{value}" if "bc" in scene.slots else value


def read_year(scene: Scene) -> Reading | None:
    """A year in digits."""
    year = int(scene.slots["year"])
    if "bc" in scene.slots or "ad" in scene.slots:
        return Reading(DateType.DATE, _with_era(scene, f"{year:04}"), scene.edge(), NONE_NEEDED)
    if not _is_year(scene, year) or _is_number(scene):
        return None
    return Reading(DateType.DATE, f"{year:04}", scene.edge(), NONE_NEEDED)


def _is_number(scene: Scene) -> bool:
    """Whether a hyphen ties the digits to what is no year: a telephone number, a score."""
    before = scene.before(2)
    return before[-1:] == ("-",) and not (len(before[0]) == 4 and before[0].isdigit()) and before[0] not in _PREFIXES


def _is_year(scene: Scene, year: int) -> bool:
    left = "".join(scene.before())
    if scene.slots.keys() & {"edge", "loose"} or words().value(DATE_CUES, left):
        return True
    right = "".join(scene.found.after[:1])
    if 1900 <= year <= 2060:
        plural = right.endswith("s") and len(right) > 3 and not scene.found.after_name
        counts = plural and left not in {"the", "a", "his", "its"}
        return not counts and not (scene.found.before_name and left != "'s")
    return left in {"the", "(", "–", "-"} and not right.endswith("s")


def own_year(scene: Scene) -> int | None:
    """The year in digits or words that stands beside a month or a season."""
    if "year" in scene.slots:
        return int(scene.slots["year"])
    if "spoken" not in scene.slots:
        return None
    first, *rest = [part for part in scene.slots["spoken"].split() if part not in {"-", "and", "the", "year"}]
    base = 2000 if rest[:1] == ["thousand"] else int(words().value("hundreds", first) or 0)
    values = [words().value("tens", part) or words().value("digit", part) or "0" for part in rest]
    return base + sum(map(int, values))


def read_spoken_year(scene: Scene) -> Reading:
    """Nineteen ninety-seven, the year two thousand and five."""
    base = 2000 if "two" in scene.slots else int(scene.word("hundreds") or 0)
    year = base + int(scene.word("tens") or 0) + int(scene.word("digit") or 0)
    return Reading(DateType.DATE, f"{year:04}", scene.edge(), NONE_NEEDED)


def read_short_year(scene: Scene) -> Reading | None:
    """'68, and the second number of "1997-98"."""
    if "tail" in scene.slots:
        first = scene.before(2)[0]
        if not (first.isdigit() and len(first) == 4):
            return None
        year = int(first[:2] + scene.slots["yy"])
        if not 0 < year - int(first) < 60:
            return None
        return Reading(DateType.DATE, f"{year:04}", anchor=NONE_NEEDED)
    if "edge" not in scene.slots and not (
        scene.follows("the", "class") or words().value(DATE_CUES, "".join(scene.before()))
    ):
        return None
    base = scene.passage.day if scene.passage else scene.today
    return Reading(DateType.DATE, str(short_year(scene.slots["yy"], base)), scene.edge(), NONE_NEEDED)


def read_decade(scene: Scene) -> Reading | None:
    """The 1970s, the '70s, the seventies."""
    text = scene.slots["decade"]
    digits = "".join(c for c in text if c.isdigit())
    word = words().value("decadeword", text)
    if word is not None:
        base = scene.word("hundreds")
        digits = f"{int(base) // 100}{word}" if base else word
    if len(digits) == 2:
        digits = str(short_year(digits, scene.today))
    return Reading(DateType.DATE, _with_era(scene, digits[:3]), scene.edge(), NONE_NEEDED)


def read_century(scene: Scene) -> Reading | None:
    """The 11th century -> 10; the turn of the century is the year it began in."""
    if scene.slots["n"] == "turn":
        year = (scene.today.year // 100 * 100) if scene.today else None
        return Reading(DateType.DATE, str(year), "APPROX", PUBLISHED) if year else missing(DateType.DATE)
    number = ordinal_of(scene.slots["n"])
    if number is None or not 1 <= number <= 30:
        return None
    return Reading(DateType.DATE, _with_era(scene, f"{number - 1:02}"), scene.edge(), NONE_NEEDED)


def read_week_of_month(scene: Scene) -> Reading | None:
    """The last week of August, the first Monday of March, the last day of May."""
    inner = read_month(scene)
    if inner is None or inner.value is None or len(inner.value) != 7:
        return inner
    year, month = (int(part) for part in inner.value.split("-"))
    count = -1 if scene.slots["n"] in {"last", "final"} else ordinal_of(scene.slots["n"]) or 1
    unit = words().value("calunit", scene.slots.get("unit", "day")) or "D"
    if "weekday" in scene.slots:
        day = nth_weekday(year, month, int(scene.word("weekday") or 1), count)
    elif unit == "WE":
        day = nth_weekday(year, month, 6, count)
    else:
        length = days_in_month(year, month)
        middle = (length - 3 if count < 0 else 7 * count - 3) if unit == "W" else (length if count < 0 else count)
        day = date(year, month, middle)
    return Reading(DateType.DATE, unit_value(day, unit), anchor=inner.anchor)


def read_season(scene: Scene) -> Reading | None:
    """The summer of 1994, last fall, the spring."""
    season = scene.word("season") or scene.word("clearseason", "season") or "SU"
    year = own_year(scene)
    if year is not None:
        return Reading(DateType.DATE, _with_era(scene, f"{year:04}-{season}"), scene.edge(), NONE_NEEDED)
    if "of_month" not in scene.slots:
        known, anchor = year_of_phrase(scene)
        if known is not None:
            return Reading(DateType.DATE, f"{known:04}-{season}", scene.edge(), anchor)
    if scene.passage is not None:
        return Reading(DateType.DATE, f"{scene.passage.day.year:04}-{season}", scene.edge(), scene.passage.id)
    if scene.today is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, f"{_season_year(scene, season, scene.today):04}-{season}", scene.edge(), PUBLISHED)


def _season_year(scene: Scene, season: str, today: date) -> int:
    """The year of the season that began last; a coming one after "next" or a future verb."""
    relation = scene.slots.get("of_month", "")
    first = SEASON_MONTHS[season]
    year = today.year if (today.month, today.day) >= (first, 1) else today.year - 1
    running = 0 <= (today.month - first) % 12 < 3
    if "last" in relation and running:
        return year - 1
    if "this" in relation and "past" not in relation and season != "WI":
        return today.year
    if "next" in relation or "coming" in relation or (not relation and scene.tense() == "future" and not running):
        return year + 1
    return year


def read_unit(scene: Scene) -> Reading | None:
    """Last week, this year, the following month, the end of the month."""
    unit = words().value("calunit", scene.slots["unit"]) or "Y"
    if unit == "WE":
        return None
    if "deictic" in scene.slots or "bare" in scene.slots:
        return _bare_unit(scene, unit)
    if "arel" in scene.slots:
        return _unit_from_last(scene, unit)
    if unit == "D" and scene.slots.get("rel") in {"last", "coming", "next"}:
        return None
    base, anchor = _base_of_unit(scene)
    if base is None:
        return missing(DateType.DATE)
    step = rel_step(scene) if "rel" in scene.slots else 0
    day = add_units(base.replace(day=1) if unit in MONTHS_OF else base, step, unit)
    return Reading(DateType.DATE, unit_value(day, unit) if day else None, scene.edge(), anchor)


def read_unit_before_last(scene: Scene) -> Reading:
    """The week before last, the year after next, the night before last."""
    if scene.today is None:
        return missing(DateType.DATE)
    step = -2 if scene.slots["way"] == "before last" else 2
    if scene.slots["unit"] == "night":
        day = add_days(scene.today, step)
        return Reading(DateType.TIME, f"{day.isoformat()}TNI" if day else None, anchor=PUBLISHED)
    unit = words().value("calunit", scene.slots["unit"]) or "D"
    day = add_units(scene.today.replace(day=1) if unit in MONTHS_OF else scene.today, step, unit)
    return Reading(DateType.DATE, unit_value(day, unit) if day else None, anchor=PUBLISHED)


def _base_of_unit(scene: Scene) -> tuple[date | None, str | None]:
    """The end of the month, this year, the next year: of the passage, where it is one; "last week" is today's."""
    follows = "rel" not in scene.slots or (scene.slots["rel"] in {"this", "next"} and scene.history)
    if scene.passage is not None and follows:
        return scene.passage.day, scene.passage.id
    return scene.today, PUBLISHED


def _bare_unit(scene: Scene, unit: str) -> Reading | None:
    if scene.today is None:
        return missing(DateType.DATE)
    if unit == "D":
        return None
    base = scene.passage.day if scene.passage else scene.today
    return Reading(
        DateType.DATE, unit_value(base, unit), scene.edge(), scene.passage.id if scene.passage else PUBLISHED
    )


def _unit_from_last(scene: Scene, unit: str) -> Reading | None:
    if scene.last is None:
        return missing(DateType.DATE, NOTHING_BEFORE)
    step = int(words().value("arel", scene.slots["arel"].split()[-1]) or 0)
    day = add_units(scene.last.day, step, unit)
    return Reading(DateType.DATE, unit_value(day, unit) if day else None, scene.edge(), scene.last.id)


# --- quarters and fiscal periods -------------------------------------------------------------------------------------


def read_quarter(scene: Scene) -> Reading | None:
    """The third quarter, the year-ago quarter, the latest quarter."""
    number = ordinal_of(scene.slots["n"]) if "n" in scene.slots else None
    if (number is not None and not 1 <= number <= 4) or (scene.slots.get("which") == "period" and not scene.quarter):
        return None
    if "year" in scene.slots:
        return _quarter_of_year(scene, number)
    if scene.today is None:
        return missing(DateType.DATE)
    day, anchor = _quarter_day(scene, number, scene.today)
    if day is not None and "back" in scene.slots:
        day = add_months(day, -12)
    return Reading(DateType.DATE, unit_value(day, "Q") if day else None, scene.edge(), anchor)


def _quarter_of_year(scene: Scene, number: int | None) -> Reading:
    """The third quarter of 1984; "the 1988 quarter" has the number of the quarter that the text is about."""
    base = scene.quarter.day if scene.quarter else add_months(scene.today, -3) if scene.today else None
    quarter = number or (quarter_of(base) if base else None)
    value = f"{scene.slots['year']}-Q{quarter}" if quarter else scene.slots["year"]
    return Reading(DateType.DATE, value, scene.edge(), NONE_NEEDED)


def _quarter_day(scene: Scene, number: int | None, today: date) -> tuple[date | None, str | None]:
    known, anchor = year_of_phrase(scene)
    if number is not None:
        first = 3 * number - 2
        if known is not None:
            return date(known, first, 1), anchor
        return _numbered_quarter(scene, first, today), PUBLISHED
    if scene.slots.get("which") in {"current", "present"}:
        return today, PUBLISHED
    if scene.quarter is not None and scene.slots.get("which") != "latest":
        return scene.quarter.day, scene.quarter.id
    return add_months(today, -3), PUBLISHED


def _numbered_quarter(scene: Scene, first: int, today: date) -> date:
    """The latest such quarter that is over or nearly so; the running or the next one with a future verb."""
    this_year = date(today.year, first, 1)
    if this_year <= today or (scene.tense() == "future" and (first - today.month) <= 6):
        return this_year
    return date(today.year - 1, first, 1) if (this_year - today).days > 45 else this_year


def read_year_ago(scene: Scene) -> Reading | None:
    """A year-earlier loss: the same quarter or year one year before."""
    if scene.today is None:
        return missing(DateType.DATE)
    return Reading(DateType.DATE, *year_before(scene))


def year_before(scene: Scene) -> tuple[str | None, str | None, str | None]:
    """Value, mod and anchor of "a year ago" where a quarter was named before it, else of last year."""
    if scene.quarter is not None:
        day = add_months(scene.quarter.day, -12)
        return (unit_value(day, "Q") if day else None), None, scene.quarter.id
    return (f"{scene.today.year - 1:04}" if scene.today else None), None, PUBLISHED


def read_half(scene: Scene) -> Reading:
    """The second half of 1989."""
    number = 1 if scene.slots["n"] == "first" else 2
    known, anchor = year_of_phrase(scene)
    if "year" in scene.slots:
        known, anchor = int(scene.slots["year"]), NONE_NEEDED
    if known is None:
        if scene.today is None:
            return missing(DateType.DATE)
        known, anchor = scene.today.year, PUBLISHED
        if number == 2 and scene.today.month < 5 and scene.tense() == "past":
            known -= 1
    return Reading(DateType.DATE, f"{known:04}-H{number}", anchor=anchor)


def read_fiscal_year(scene: Scene) -> Reading:
    """Fiscal 1990 is read as the calendar year of its name; when it began is the company's or the country's own."""
    if "year" in scene.slots:
        return Reading(DateType.DATE, scene.slots["year"], scene.edge(), NONE_NEEDED)
    if scene.today is None:
        return missing(DateType.DATE)
    step = rel_step(scene) if scene.slots.get("rel", "latest") != "latest" else 0
    return Reading(DateType.DATE, f"{scene.today.year + step:04}", scene.edge(), PUBLISHED)
