"""Which side an actor is on: by a user's file, by its country and sector, else by its name."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from extractor.errors import InputError
from extractor.land import country_names
from extractor.lexicon.tables import data_toml
from extractor.records import Actor, ActorKind, Extraction, Record


class Side(Record):
    """One side of a user's file: its name, and the actors and countries whose forces are on it."""

    name: str = Field(min_length=1)
    actors: list[str] = []
    countries: list[str] = []
    color: str | None = Field(default=None, pattern=r"^#[0-9a-fA-F]{6}$")


class Sides(Record):
    """A user's file of sides."""

    side: list[Side] = []


def read_sides(path: Path) -> Sides:
    """A TOML file with a `[[side]]` for each side. Raises InputError that names what is wrong."""
    try:
        return Sides.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is no TOML: {error}") from error
    except ValidationError as error:
        wrong = error.errors()[0]
        raise InputError(f"{path}: {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}") from error


def sides_of(results: Sequence[Extraction], own: Sides) -> dict[str, Any]:
    """The sides of a page: their names and colours, and for each article the number of each actor's side."""
    finder = _Finder(own)
    actors = [[finder.number(actor, _home(result)) for actor in result.actors] for result in results]
    return {"sides": finder.sides, "actors": actors, "rules": {key: _rules()[key] for key in _CHANGES}}


_CHANGES = ("gains", "losses", "territory", "state_sectors", "armed_sectors")


class _Finder:
    """Numbers sides as they appear, those of the user's file first."""

    def __init__(self, own: Sides) -> None:
        self.sides: list[dict[str, str | None]] = []
        self._numbers: dict[str, int] = {}
        self._by_name = {_folded(name): side for side in own.side for name in side.actors}
        self._by_country = {code.upper(): side for side in own.side for code in side.countries}
        for side in own.side:
            self._add(side.name, side.name, side.color)

    def number(self, actor: Actor, home: str | None) -> int | None:
        """The number of an actor's side; None for what takes no side, as a building."""
        if actor.kind is ActorKind.OBJECT:
            return None
        if (named := self._by_name.get(_folded(actor.name))) is not None:
            return self._numbers[named.name]
        state = _state_of(actor, home)
        if state is not None:
            if state in self._by_country:
                return self._numbers[self._by_country[state].name]
            return self._add(f"state {state}", f"{country_names().get(state, state)} government")
        if _is_made_of(actor.name, "armed"):
            return self._add(f"armed {home}", _armed_groups_in(home))
        return self._add(_folded(actor.name), actor.name)

    def _add(self, key: str, name: str, color: str | None = None) -> int:
        """The number of a side, a new one for a new key."""
        if key not in self._numbers:
            self._numbers[key] = len(self.sides)
            self.sides.append({"name": name, "color": color})
        return self._numbers[key]


def _state_of(actor: Actor, home: str | None) -> str | None:
    """The country whose government an actor belongs to; one without a country belongs to the article's."""
    if actor.kind is ActorKind.COUNTRY:
        return actor.country
    if _is_made_of(actor.name, "state"):
        return actor.country or home
    if actor.sector not in _rules()["state_sectors"]:
        return None
    return actor.country


def _armed_groups_in(home: str | None) -> str:
    """The name of the side of all armed groups of a country that have no name."""
    if not home:
        return "Armed groups"
    return f"Armed groups in {country_names().get(home, home)}"


def _is_made_of(name: str, words: str) -> bool:
    """Whether a name is generic: "rebel fighters", "government troops"."""
    parts = set(name.lower().replace("\u2019", "'").split())
    known = _words(words)
    return not parts.isdisjoint(known) and parts <= known | _words("filler")


def _home(result: Extraction) -> str | None:
    """The country that most places of an article lie in."""
    codes = Counter(p.country_code for p in result.places if p.country_code for _ in p.mentions)
    return max(codes, key=lambda code: (codes[code], code), default=None)


def _folded(name: str) -> str:
    """A name for comparison: in small letters, without "the"."""
    words = name.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def _rules() -> Mapping[str, Any]:
    """The words and sectors by which sides are told, a data file."""
    return data_toml("page/sides.toml")


@cache
def _words(name: str) -> frozenset[str]:
    """The words of a list of the data file."""
    words: Iterable[str] = _rules()[name]
    return frozenset(words)
