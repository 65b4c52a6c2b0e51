"""What a reader works with (`Context`) and what it answers (`Reading`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from extractor.annotate.dates.calendar import unit_value
from extractor.annotate.dates.grammar.vocabulary import words
from extractor.annotate.dates.recognize import Candidate
from extractor.lexicon.tables import word_lists
from extractor.records import DateType

NONE_NEEDED = "none needed"
PUBLISHED = "published"
DATELINE = "dateline"
NO_DATE = "no publication date"
NOTHING_BEFORE = "no date before it that it could follow"


@dataclass(frozen=True)
class Mention:
    """A date named earlier in the text: its first day, its unit (D, W, M, Q, Y ...) and the id of its expression."""

    id: str
    start: int
    value: str
    day: date
    unit: str
    paragraph: int


@dataclass(frozen=True)
class Reading:
    """A value, or the reason why there is none."""

    type: DateType
    value: str | None
    mod: str | None = None
    anchor: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Context:
    """One candidate and all that its value may rest on.

    `today` is the day that "today" means, `passage` the date that yearless ones follow, `gap` what stands between a day
    of a month before the candidate and the candidate.
    """

    found: Candidate
    today: date | None
    tense: Callable[[], str | None]
    last: Mention | None = None
    last_day: Mention | None = None
    quarter: Mention | None = None
    passage: Mention | None = None
    history: bool = False
    day_first: bool = False
    gap: str | None = None
    verb_follows: Callable[[], bool] = lambda: False
    names_somebody: Callable[[], bool] = lambda: False

    @property
    def slots(self) -> dict[str, str]:
        """The named parts of the candidate."""
        return self.found.slots

    def has(self, *slots: str) -> bool:
        """Whether the candidate has one of these parts."""
        return not self.slots.keys().isdisjoint(slots)

    @property
    def left(self) -> str:
        """The word before the candidate in lower case, "" for none."""
        return self.found.before[-1] if self.found.before else ""

    @property
    def right(self) -> str:
        """The word behind the candidate in lower case, "" for none."""
        return self.found.after[0] if self.found.after else ""

    def before(self, count: int = 1) -> tuple[str, ...]:
        """The words before the candidate in lower case, at most `count`."""
        return self.found.before[-count:]

    def follows(self, *words: str) -> bool:
        """Whether the word before the candidate is one of these."""
        return self.left in words

    def is_near(self, mention: Mention, chars: int) -> bool:
        """Whether a date was named in the same paragraph, at most so many characters before."""
        if mention.paragraph != self.found.paragraph:
            return False
        return self.found.start - mention.start <= chars

    def word(self, slot: str, category: str | None = None) -> str | None:
        """The table value of a slot in the category of its name or another one; None without the slot."""
        if slot not in self.slots:
            return None
        return words().value(category or slot, self.slots[slot])

    def edge(self) -> str | None:
        """START, MID or END for "early", "the middle of", "late"."""
        return edge_mod(self.slots.get("edge", "")) or words().value("loose", self.slots.get("loose", ""))


class Base(NamedTuple):
    """The day that an expression is counted from, with its anchor; both None where the text gives none."""

    day: date | None = None
    anchor: str | None = None


class Day(NamedTuple):
    """A day as a TIMEX3 value with its anchor, or the reason why there is none."""

    value: str | None = None
    anchor: str | None = None
    reason: str | None = None


_EDGES = ("START", "MID", "END")  # lists of data/en/dates/around.txt


def edge_mod(text: str) -> str | None:
    """The words around an edge of a unit -> START, MID, END or None.

    >>> edge_mod("the beginning of")
    'START'
    """
    found = text.split()
    for mod in _EDGES:
        if not word_lists("dates/around.txt")[mod].isdisjoint(found):
            return mod
    return None


def unit_code(slots: dict[str, str], slot: str = "unit") -> str:
    """The code of the unit in a slot, singular or plural; D without one.

    >>> unit_code({"units": "weeks"})
    'W'
    """
    text = slots.get(slot) or slots.get("units") or "day"
    singular, plural = words().value("unit", text), words().value("units", text)
    return singular or plural or "D"


def base_of(mention: Mention | None) -> Base:
    """A date named before as the day that is counted from; none without such a date."""
    if mention is not None:
        return Base(mention.day, mention.id)
    return Base()


def in_unit(context: Context, day: date | None, unit: str, base: Base, mod: str | None = None) -> Reading:
    """The reading of the unit (D, W, M ...) that holds a day; without a value for a day outside the calendar."""
    value = unit_value(day, unit) if day is not None else None
    return Reading(DateType.DATE, value, mod or context.edge(), base.anchor)


def missing(kind: DateType, reason: str | None = None) -> Reading:
    """A reading without a value, for want of a publication date when no other reason is given."""
    return Reading(kind, None, reason=reason or NO_DATE)


def why_no_interval(reading: Reading) -> str | None:
    """In plain words, why a reading with a value has no place on the calendar.

    "a repeated time" for "every Monday", "a length of time" for "three weeks", "a vague reference" for "recently".
    """
    if reading.value is None:
        return "its days are not known"
    if reading.type in {DateType.DURATION, DateType.SET}:
        if reading.type is DateType.DURATION:
            return "a length of time"
        return "a repeated time"
    if reading.value.endswith("_REF"):
        return "a vague reference"
    return "not on the calendar of years 1 to 9998"
