"""Calendar arithmetic on days and on TIMEX3 values of calendar units."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(1)
MONTHS_OF = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
DAYS_OF = {"D": 1, "W": 7, "2W": 14, "WE": 7}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, northern hemisphere


def add_months(day: date, months: int) -> date | None:
    """The same day some months on, the last day of a shorter month; None outside years 1 to 9999.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def add_days(day: date, days: int) -> date | None:
    """The day some days on; None outside years 1 to 9998.

    >>> add_days(date(2024, 2, 28), 2)
    datetime.date(2024, 3, 1)
    """
    number = day.toordinal() + days
    if 1 <= number < date(9999, 1, 1).toordinal():
        return date.fromordinal(number)
    return None


def add_units(day: date, count: int, unit: str) -> date | None:
    """The day `count` units on (D, W, M, Q, Y, DE, CE); None outside the calendar or for another unit.

    >>> add_units(date(2024, 12, 8), 2, 'W')
    datetime.date(2024, 12, 22)
    """
    if unit in DAYS_OF:
        return add_days(day, count * DAYS_OF[unit])
    if unit not in MONTHS_OF:
        return None
    return add_months(day, count * MONTHS_OF[unit])


def days_in_month(year: int, month: int) -> int:
    """Number of days of a month.

    >>> days_in_month(2024, 2)
    29
    """
    after = date(year + month // 12, month % 12 + 1, 1)
    return (after - date(year, month, 1)).days


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, None when the calendar has none.

    >>> real_day(2024, 2, 29), real_day(2023, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def week_value(day: date) -> str:
    """The ISO week of a day.

    >>> week_value(date(2024, 12, 8))
    '2024-W49'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_of(day: date) -> int:
    """1 to 4.

    >>> quarter_of(date(2024, 12, 8))
    4
    """
    return (day.month + 2) // 3


def unit_value(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, weekend, month, quarter, year, decade or century that a day is in.

    >>> unit_value(date(2024, 12, 8), 'Q'), unit_value(date(2024, 12, 8), 'DE')
    ('2024-Q4', '202')
    """
    year = f"{day.year:04}"
    if unit == "D":
        return day.isoformat()
    if unit in {"W", "2W"}:
        return week_value(day)
    if unit == "WE":
        return f"{week_value(day)}-WE"
    if unit == "M":
        return f"{year}-{day.month:02}"
    if unit == "Q":
        return f"{year}-Q{quarter_of(day)}"
    return {"Y": year, "DE": year[:3], "CE": year[:2], "ML": year[:1]}[unit]
