"""Which group of reports keeps which id: ids are given once, live as long as they can, and are never used again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """An incident as it was: the lower its number the older it is."""

    id: str
    number: int
    founder: int
    members: frozenset[int]


@dataclass(slots=True)
class Naming:
    """Group -> the id that it keeps; id -> the group that it became part of."""

    kept: dict[int, Known] = field(default_factory=dict)
    merged: list[tuple[Known, int]] = field(default_factory=list)


def by_founder(groups: Sequence[Sequence[int]], known: Sequence[Known]) -> Naming:
    """An id goes with the report that founded it; where two ids meet the older one lives."""
    home = _homes(groups)
    return _named({id(incident): home[incident.founder] for incident in known if incident.founder in home}, known)


def by_overlap(groups: Sequence[Sequence[int]], known: Sequence[Known]) -> Naming:
    """An id goes where most of its reports went, that with the largest overlap first."""
    home = _homes(groups)
    best: dict[int, int] = {}
    shared: dict[int, int] = {}
    for incident in known:
        counts: dict[int, int] = {}
        for member in incident.members & home.keys():
            counts[home[member]] = counts.get(home[member], 0) + 1
        if counts:
            best[id(incident)] = max(counts, key=lambda group: (counts[group], -group))
            shared[id(incident)] = max(counts.values())
    order = sorted(known, key=lambda incident: (-shared.get(id(incident), 0), incident.number))
    return _named(best, order)


def _homes(groups: Sequence[Sequence[int]]) -> Mapping[int, int]:
    """The number of the group of each member."""
    return {member: number for number, group in enumerate(groups) for member in group}


def _named(home: Mapping[int, int], known: Sequence[Known]) -> Naming:
    """The first incident of a group gives it its id, the others become part of it."""
    naming = Naming()
    for incident in known:
        group = home.get(id(incident))
        if group is None:
            continue
        if group in naming.kept:
            naming.merged.append((incident, group))
        else:
            naming.kept[group] = incident
    return naming
