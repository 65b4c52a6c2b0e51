"""Event types with their properties, read from `data/ontology/plover.toml`, which says what each property means.

Code asks for a property ("does it harm people?") and never for the name of a type, so that a type of the user's own,
which takes its properties over from another (`like = "ASSAULT"`), is treated like it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, Literal

from extractor.lexicon.tables import data_toml


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of the ontology. `like` are the types it descends from, nearest first; none for those of PLOVER."""

    name: str
    quad: Literal[1, 2, 3, 4]
    goldstein: float | None = None
    field: str | None = None
    like: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    cameo: str | None = None
    acled: str | None = None
    # modes with a meaning of their own
    means: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    gives_way: frozenset[str] = frozenset()
    placed: frozenset[str] = frozenset()
    detains: frozenset[str] = frozenset()
    once_a_person: frozenset[str] = frozenset()
    once_a_town: frozenset[str] = frozenset()
    wrecks: frozenset[str] = frozenset()
    needs_doer: frozenset[str] = frozenset()
    # harm
    violent: bool = False
    harms_people: bool = False
    hits_things: bool = False
    uses_weapons: bool = False
    has_tolls: bool = False
    goes_on: bool = False
    # acts of words
    verbal: bool = False
    promises: bool = False
    demands: bool = False
    threatens: bool = False
    resists: bool = False
    voices_demands: bool = False
    about_acts: bool = False
    doer_is_target: bool = False
    mode_of_content: bool = False
    holds_content: bool = False
    holds_object: bool = False
    holds_purpose: bool = False
    meets: bool = False
    # sides
    moves_forces: bool = False
    gives: bool = False
    object_is_content: bool = False
    towns_are_states: bool = False
    # words
    borrowed_by: frozenset[str] = frozenset()

    @property
    def codebook(self) -> str:
        """The PLOVER type by whose codes it goes: its own name, or that of the type it descends from last.

        "ASSAULT" for a type of the user's own with `like = "ASSAULT"`.
        """
        return self.like[-1] if self.like else self.name

    def is_a(self, other: "EventType") -> bool:
        """Whether it is the other type, or descends from it.

        A type of the user's own with `like = "ASSAULT"` is an ASSAULT, but no ASSAULT is one.
        """
        return other.name in (self.name, *self.like)

    def may_be(self, other: "EventType") -> bool:
        """Whether one act may be told as either: the same type, or one the finer name of the other.

        A type of the user's own with `like = "ASSAULT"` and ASSAULT itself; not ASSAULT and PROTEST.
        """
        return self.is_a(other) or other.is_a(self)


FLAGS = frozenset(field.name for field in fields(EventType) if field.type is bool)
MODE_SETS = frozenset(field.name for field in fields(EventType) if field.type == frozenset[str])
WORD_LISTS = frozenset(("modes", "recipient", "states"))
PROPERTIES = FLAGS | MODE_SETS | WORD_LISTS | {"quad", "goldstein", "field"}


def with_properties(base: EventType, given: Mapping[str, Any]) -> EventType:
    """A type with some of its properties replaced, as a TOML table gives them.

    >>> with_properties(event_types()['ASSAULT'], {'violent': False}).violent
    False
    """
    made: dict[str, Any] = {}
    for name, value in given.items():
        made[name] = frozenset(value) if name in MODE_SETS else tuple(value) if name in WORD_LISTS else value
    return replace(base, **made)


@cache
def event_types() -> Mapping[str, EventType]:
    """Name -> type, the 16 of PLOVER 2021.

    >>> len(event_types()), event_types()['ASSAULT'].violent
    (16, True)
    """
    known = data_toml("ontology/plover.toml")
    return {name: with_properties(EventType(name, entry["quad"]), entry) for name, entry in known.items()}
