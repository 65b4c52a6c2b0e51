"""The table of actors that news names, with their offices and the days on which they held them."""

from dataclasses import dataclass
from functools import cache

from extractor.annotate.actors.vocabulary import plain
from extractor.ontology_file import own_ontology
from extractor.records import ActorKind
from extractor.settings import Settings
from extractor.tables import data_rows


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A row of the actor table; `since` and `until` bound the days on which it holds, inclusive."""

    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    since: str
    until: str


@cache
def known_actors() -> dict[str, tuple[KnownActor, ...]]:
    """Name or alias in comparison form -> rows, as many as the actor had offices."""
    rows: dict[str, list[KnownActor]] = {}
    for row in data_rows("actors/known.tsv"):
        actor = KnownActor(
            row["name"],
            ActorKind(row["kind"]),
            row["country"] or None,
            row["sector"] or None,
            row["since"] or "0000",
            row["until"] or "9999",
        )
        for alias in [row["name"], *row["aliases"].split(";")]:
            if alias.strip():
                rows.setdefault(plain(alias), []).append(actor)
    return {name: tuple(found) for name, found in rows.items()}


def own_actors(settings: Settings) -> dict[str, KnownActor]:
    """Name or alias in comparison form -> the actor of the user's own ontology, whatever the day."""
    found: dict[str, KnownActor] = {}
    for actor in own_ontology(settings).actors:
        row = KnownActor(actor.name, actor.kind, actor.country, actor.sector, "0000", "9999")
        found |= {plain(name): row for name in (actor.name, *actor.aliases)}
    return found


def canonical(key: str) -> str | None:
    """A name or alias in comparison form -> the comparison form of the actor's main name; None when it is unknown."""
    rows = known_actors().get(key)
    return plain(rows[0].name) if rows else None
