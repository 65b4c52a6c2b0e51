"""From a coded event to ACLED: the crosswalk says what is allowed, the words of the sentence choose among it."""

from dataclasses import dataclass
from functools import cache
from itertools import product

from extractor.events.draft import Coding
from extractor.lexicon.sectors import sectors
from extractor.lexicon.tables import data_path, word_lists
from extractor.lexicon.triggers import entries, rows
from extractor.lexicon.word_classes import word_classes
from extractor.records import Acled

LEAST_WEIGHT = 1.0
FATAL = "FATAL"
ABROAD = "ABROAD"
_SIDES = ("state", "armed", "civilian")


@dataclass(frozen=True, slots=True)
class _Link:
    """A line of the crosswalk, of one PLOVER type."""

    modes: frozenset[str]
    source: frozenset[str]
    target: frozenset[str]
    sub_event: str
    weight: float

    def holds(self, coding: Coding, source: str | None, target: str | None) -> bool:
        """Whether the row fits a coding with these sectors on its sides."""
        if not _among(coding.manner, self.modes):
            return False
        if not _among(source, self.source):
            return False
        return _among(target, self.target)


@dataclass(frozen=True, slots=True)
class _Need:
    """What a sub-event type cannot do without, in events of a PLOVER type: a mode, a word, or a crowd on a side."""

    modes: frozenset[str]
    lemmas: frozenset[str]

    def holds(self, coding: Coding, crowd: bool, words: frozenset[str]) -> bool:
        """Whether the text tells what the sub-event type needs: a crowd, a mode or a word."""
        if crowd or _among(coding.manner, self.modes):
            return True
        return not self.lemmas.isdisjoint(words)


def _among(value: str | None, allowed: frozenset[str]) -> bool:
    """Whether a row of the table allows a value; * allows any."""
    return "*" in allowed or value in allowed


@dataclass(frozen=True, slots=True)
class _Tables:
    """ACLED's event types by sub-event type, the crosswalk by PLOVER type, the needs by both, the cues."""

    types: dict[str, str]
    links: dict[str, list[_Link]]
    needs: dict[tuple[str, str], _Need]
    cues: list[tuple[str, float, frozenset[str]]]


@cache
def _tables() -> _Tables:
    """The sections of the table: types, crosswalk, needs and cues."""
    types: dict[str, str] = {}
    links: dict[str, list[_Link]] = {}
    needs: dict[tuple[str, str], _Need] = {}
    cues: list[tuple[str, float, frozenset[str]]] = []
    section = ""
    for row in rows(data_path("ontology/acled.txt")):
        if len(row) == 1:
            section = row[0]
        elif section == "[types]":
            types[row[0]] = row[1]
        elif section == "[crosswalk]":
            modes, source, target = (frozenset(entries(cell)) for cell in row[1:4])
            for event_type in entries(row[0]):
                link = _Link(modes, source, target, row[4], float(row[5]))
                links.setdefault(event_type, []).append(link)
        elif section == "[needs]":
            need = _Need(frozenset(entries(row[2])), frozenset(entries(row[3])))
            needs |= dict.fromkeys(product(entries(row[0]), entries(row[1])), need)
        else:
            cues.append((row[0], float(row[1]), frozenset(entries(row[2]))))
    return _Tables(types, links, needs, cues)


def side(kind: str | None, sector: str | None, head: str) -> str | None:
    """Kind, sector and head noun of an actor -> state, armed, crowd or civilian, None when nothing says.

    >>> side("people", None, "protester")
    'crowd'
    """
    classes = word_classes()
    if head in _CROWDS:
        return "crowd"
    if (known := next((name for name in _SIDES if sector in sectors(name)), None)) is not None:
        return known
    if head in classes["armed"]:
        return "armed"
    if head in classes["military"] or head in classes["police"] or kind == "country":
        return "state"
    if head in classes["civilian"]:
        return "civilian"
    return None


_CROWDS = word_lists("events/words.txt")["crowds"]


def acled_for(
    coding: Coding,
    source_side: str | None,
    target_side: str | None,
    words: frozenset[str],
    *,
    fatal: bool = False,
    abroad: bool = False,
) -> Acled | None:
    """A coded event, its sides, the words of its sentence, whether it killed or came from abroad -> ACLED's types.

    None for what ACLED does not record, as diplomacy.
    A protest whose sentence has no word of violence is a "Peaceful protest" of the type "Protests".
    """
    tables = _tables()
    if coding.acled is not None:
        return Acled(event_type=tables.types[coding.acled], sub_event_type=coding.acled)
    weights = _allowed(coding, source_side, target_side, words)
    shown = words | {mark for mark, holds in ((FATAL, fatal), (ABROAD, abroad)) if holds}
    for sub_event, weight, lemmas in tables.cues if weights else ():
        if sub_event in weights and not lemmas.isdisjoint(shown):
            weights[sub_event] += weight
    best = max(weights, key=lambda name: (weights[name], name), default=None)
    if best is None or weights[best] < LEAST_WEIGHT:
        return None
    return Acled(event_type=tables.types[best], sub_event_type=best)


def _allowed(
    coding: Coding, source_side: str | None, target_side: str | None, words: frozenset[str]
) -> dict[str, float]:
    """The sub-event types that type, mode, sides and words allow, with the weight of the crosswalk."""
    tables = _tables()
    crowd = "crowd" in (source_side, target_side)
    weights: dict[str, float] = {}
    for link in tables.links.get(coding.kind.codebook, ()):
        need = tables.needs.get((coding.kind.codebook, link.sub_event))
        if link.holds(coding, source_side, target_side) and (need is None or need.holds(coding, crowd, words)):
            weights[link.sub_event] = weights.get(link.sub_event, 0.0) + link.weight
    return weights
