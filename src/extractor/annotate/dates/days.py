"""Readers of days and of times of the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from extractor.annotate.dates.calendar import add_days, add_units, real_day, unit_value
from extractor.annotate.dates.clock import clock_of
from extractor.annotate.dates.holidays import holiday_value
from extractor.annotate.dates.numbers import number_of, ordinal_of
from extractor.annotate.dates.reading import (
    NONE_NEEDED,
    NOTHING_BEFORE,
    PUBLISHED,
    Mention,
    Reading,
    Scene,
    missing,
    unit_code,
)
from extractor.annotate.dates.words import words
from extractor.records import DateType

AHEAD_DAYS = 92  # a yearless date is read up to a quarter ahead ("payable Jan. 2"), else as past


def read_day(scene: Scene) -> Reading | None:
    """Any day, with or without a part of it or a clock time."""
    clock = clock_of(scene)
    day, anchor, reason = _day(scene)
    mod = scene.edge()
    if clock is None:
        value = day if day is not None else None
        return Reading(DateType.DATE, value, mod, anchor if value else None, None if value else reason)
    if day is None or len(day) < 10:
        return missing(DateType.TIME, reason or "a time on an unknown day")
    return Reading(DateType.TIME, f"{day}T{clock}", mod, anchor)


Found = tuple[str | None, str | None, str | None]  # value, anchor, reason


def _day(scene: Scene) -> Found:
    for slot, reader in _DAY_READERS:
        if slot in scene.slots:
            return reader(scene)
    return _day_of_clock(scene)


def _from_deictic(scene: Scene) -> Found:
    """Yesterday, today, tomorrow."""
    return _from_today(scene, int(scene.word("deictic") or 0))


def _from_part(scene: Scene) -> Found:
    """Tonight, this morning, last night."""
    return _from_today(scene, -1 if scene.slots.get("rel") == "last" else 0)


def _from_today(scene: Scene, days: int) -> Found:
    if scene.today is None:
        return None, None, "no publication date"
    day = add_days(scene.today, days)
    return (day.isoformat() if day else None), PUBLISHED, None


def _from_last(scene: Scene) -> Found:
    """That day, the next morning."""
    if scene.last_day is None:
        return None, None, NOTHING_BEFORE
    step = words().value("arel", scene.slots["arel"].split()[-1])
    day = add_days(scene.last_day.day, int(step or 0))
    return (day.isoformat() if day else None), scene.last_day.id, None


def _day_of_clock(scene: Scene) -> Found:
    """A time alone is on the day named last in its paragraph, else on the day of publication."""
    near = scene.last_day
    if near is not None and scene.passage is not None:
        return near.day.isoformat(), near.id, None
    return _from_today(scene, 0)


def calendar_day(scene: Scene) -> Found:
    month = int(scene.word("month") or 0)
    of_month = day_number(scene.slots["day"])
    if of_month is None:
        return None, None, "no day of a month"
    if "year" in scene.slots:
        year = int(scene.slots["year"])
        if "bc" in scene.slots:
            return f"BC{year:04}-{month:02}-{of_month:02}", NONE_NEEDED, None
        day = real_day(year, month, of_month)
        return (day.isoformat(), NONE_NEEDED, None) if day else (None, None, "the calendar has no such day")
    known, anchor = (None, None) if "weekday" in scene.slots else year_of_phrase(scene)
    if known is not None:
        day = real_day(known, month, of_month)
        return (day.isoformat(), anchor, None) if day else (None, None, "the calendar has no such day")
    return yearless_day(scene, month, of_month)


def yearless_day(scene: Scene, month: int, of_month: int) -> Found:
    """December 7 -> the year of the passage where the passage is about the past, else the nearest one."""
    if scene.passage is not None:
        day = nearest_to(scene.passage.day, [real_day(scene.passage.day.year + k, month, of_month) for k in (0, 1)])
        return (day.isoformat(), scene.passage.id, None) if day else (None, None, "the calendar has no such day")
    today = scene.today
    if today is None:
        return None, None, "no publication date"
    options = [d for k in (-1, 0, 1) if (d := real_day(today.year + k, month, of_month)) is not None]
    day = _nearest_year(scene, today, options)
    return (day.isoformat(), PUBLISHED, None) if day else (None, None, "the calendar has no such day")


def _nearest_year(scene: Scene, today: date, options: list[date]) -> date | None:
    """The latest of the options that is not too far ahead; a weekday beside the date decides before all else."""
    weekday = int(scene.word("weekday") or scene.word("shortday") or 0)
    agreeing = [day for day in options if day.isoweekday() == weekday]
    if agreeing:
        return min(agreeing, key=lambda day: abs(day - today))
    ahead = 300 if _direction(scene) == "future" else AHEAD_DAYS
    if scene.follows("ended", "dated"):
        ahead = 0
    return max((day for day in options if (day - today).days <= ahead), default=None)


def nearest_to(base: date, options: list[date | None]) -> date | None:
    """The first option, unless only a later one is on or after the base and near it."""
    known = [day for day in options if day is not None]
    for day in known:
        if timedelta(-210) <= day - base <= timedelta(330):
            return day
    return known[0] if known else None


def year_of_phrase(scene: Scene) -> tuple[int | None, str | None]:
    """The year that "this year", "last year", "that year" beside a month names, with its anchor."""
    if "arel" in scene.slots and scene.last is not None:
        step = int(words().value("arel", scene.slots["arel"].split()[-1]) or 0)
        return scene.last.day.year + step, scene.last.id
    if "rel" in scene.slots and scene.today is not None:
        return scene.today.year + rel_step(scene), PUBLISHED
    return None, None


def rel_step(scene: Scene) -> int:
    """-1, 0 or 1 for "last", "this", "next" and their like; the last word decides ("this past", "this coming")."""
    return int(words().value("rel", scene.slots["rel"].split()[-1]) or 0)


def day_number(text: str) -> int | None:
    """8, 8th -> 8."""
    number = ordinal_of(text)
    return number if number is not None and 1 <= number <= 31 else None


def _weekday(scene: Scene) -> Found:
    if scene.today is None and not (scene.passage or "the" in scene.slots.get("rel", "")):
        return None, None, "no publication date"
    wanted = int(scene.word("weekday") or 1)
    relation = scene.slots.get("rel", "")
    if relation.startswith("the") and scene.last_day is not None:
        forward = "following" in relation or "next" in relation
        return after_or_before(scene.last_day.day, wanted, forward).isoformat(), scene.last_day.id, None
    if scene.today is None:
        return None, None, "no publication date"
    return weekday_near(scene.today, wanted, relation, _direction(scene)).isoformat(), PUBLISHED, None


def _direction(scene: Scene) -> str | None:
    """The tense, but "Friday's vote" is the latest Friday's and "until Friday", "as early as Friday" look ahead."""
    if scene.found.after[:1] in {("'s",), ("’s",)}:
        return None
    if (scene.follows("until") and not scene.found.opens) or scene.before(3) in {
        ("as", "early", "as"),
        ("as", "soon", "as"),
    }:
        return "future"
    return "future" if scene.follows("effective", "payable", "due") else scene.tense()


def after_or_before(day: date, wanted: int, forward: bool) -> date:
    """The next or previous such weekday, never the day itself."""
    step = (wanted - day.isoweekday() - 1) % 7 + 1 if forward else -((day.isoweekday() - wanted - 1) % 7 + 1)
    return day + timedelta(step)


def weekday_near(today: date, wanted: int, relation: str, tense: str | None) -> date:
    """A weekday as news means it: the latest one, today included, the next one with a future verb.

    >>> weekday_near(date(2024, 12, 8), 7, "", "past")
    datetime.date(2024, 12, 8)
    """
    monday = today - timedelta(today.weekday())
    if "last" in relation or "past" in relation or "previous" in relation:
        return after_or_before(today, wanted, forward=False)
    if "next" in relation or "coming" in relation or "following" in relation:
        return after_or_before(today, wanted, forward=True)
    if relation == "this":
        return monday + timedelta(wanted - 1)
    if tense == "future":
        return today + timedelta((wanted - today.isoweekday()) % 7)
    return today - timedelta((today.isoweekday() - wanted) % 7)


def _holiday(scene: Scene) -> Found:
    rule = scene.word("holiday") or "?"
    if rule == "?":
        return None, None, "the day of this holiday depends on the country"
    if "year" in scene.slots:
        return holiday_value(rule, int(scene.slots["year"])), NONE_NEEDED, None
    base: Mention | None = scene.passage
    if base is not None:
        return holiday_value(rule, base.day.year), base.id, None
    if scene.today is None:
        return None, None, "no publication date"
    options = [value for k in (-1, 0, 1) if (value := holiday_value(rule, scene.today.year + k))]
    return _nearest_holiday(scene, scene.today, options), PUBLISHED, None


def _nearest_holiday(scene: Scene, today: date, options: list[str]) -> str | None:
    starts = {date.fromisoformat(option[:10]): option for option in options}
    relation = scene.slots.get("rel", "")
    if relation == "last":
        chosen = max((day for day in starts if day < today), default=None)
    elif relation == "next" or scene.tense() == "future":
        chosen = min((day for day in starts if day >= today), default=None)
    else:
        chosen = min(starts, key=lambda day: abs(day - today), default=None)
    return starts[chosen] if chosen else None


_DAY_READERS: tuple[tuple[str, Callable[[Scene], Found]], ...] = (
    ("month", calendar_day),
    ("weekday", _weekday),
    ("holiday", _holiday),
    ("deictic", _from_deictic),
    ("arel", _from_last),
    ("night", _from_part),
    ("rel", _from_part),
)


_JOINTS = {"and", "to", "-", "–", "—", "or", "through", ",", ", and", "&", "until"}


def read_borrowed_day(scene: Scene) -> Reading | None:
    """The second number of "April 24 and 25": it borrows the month of the day before it."""
    base = scene.last_day
    of_month = day_number(scene.slots["day"])
    if base is None or of_month is None or scene.gap not in _JOINTS:
        return None
    day = real_day(base.day.year, base.day.month, of_month)
    return Reading(DateType.DATE, day.isoformat(), anchor=base.id) if day else None


def read_ordinal_day(scene: Scene) -> Reading | None:
    """The 13th: of the month named last."""
    base = scene.last
    of_month = day_number(scene.slots["day"])
    if base is None or of_month is None or base.unit not in {"D", "M"} or scene.passage is None:
        return None
    day = real_day(base.day.year, base.day.month, of_month)
    return Reading(DateType.DATE, day.isoformat(), anchor=base.id) if day else None


def read_day_ago(scene: Scene) -> Reading | None:
    """A year ago today, a week ago Tuesday."""
    count, unit = number_of(scene.slots["n"]), unit_code(scene.slots)
    if scene.today is None:
        return missing(DateType.DATE)
    if count is None or count != int(count):
        return None
    if "weekday" in scene.slots:
        base: date = weekday_near(scene.today, int(scene.word("weekday") or 1), "", None)
    else:
        base = scene.today + timedelta(int(scene.word("deictic") or 0))
    day = add_units(base, -int(count), unit)
    return Reading(DateType.DATE, day.isoformat(), anchor=PUBLISHED) if day else None


def read_before_deictic(scene: Scene) -> Reading:
    """The day before yesterday, the day after tomorrow, the day before last Tuesday."""
    if scene.today is None:
        return missing(DateType.DATE)
    step = -1 if scene.slots["way"] == "before" else 1
    weekday = words().value("weekday", scene.slots["deictic"].split()[-1])
    if weekday:
        base = weekday_near(
            scene.today, int(weekday), "last" if "last" in scene.slots["deictic"] else "", scene.tense()
        )
    else:
        base = scene.today + timedelta(int(words().value("deictic", scene.slots["deictic"]) or 0))
    return Reading(DateType.DATE, unit_value(base + timedelta(step), "D"), anchor=PUBLISHED)
