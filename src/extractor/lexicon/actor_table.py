"""The table of actors that news names, with their offices and the days on which they held them."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from extractor.lexicon.actor_nouns import plain
from extractor.lexicon.tables import data_rows, word_lists
from extractor.lexicon.user_ontology import own_ontology
from extractor.records import ActorKind
from extractor.settings import Settings


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A row of the actor table; `since` and `until` bound the days on which it holds, inclusive."""

    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    since: str
    until: str


_TABLES = ("actors/known.tsv", "actors/people.tsv")
_ARTICLES = word_lists("actors/words.txt")["articles of names"]


@cache
def known_actors() -> dict[str, tuple[KnownActor, ...]]:
    """Name or alias in comparison form, and in loose form -> rows, as many as the actor had offices.

    >>> known_actors()['eln'][0].name
    'National Liberation Army'
    """
    rows: dict[str, list[KnownActor]] = {}
    spellings: dict[str, list[KnownActor]] = {}
    for row in chain.from_iterable(map(data_rows, _TABLES)):
        actor = _actor(row)
        names = list(map(plain, filter(str.strip, (row["name"], *row["aliases"].split(";")))))
        for key in dict.fromkeys(names):
            rows.setdefault(key, []).append(actor)
        for key in dict.fromkeys(map(loose, names)):
            spellings.setdefault(key, []).append(actor)
    return {name: _in_order(found) for name, found in (spellings | rows).items()}


def _in_order(rows: list[KnownActor]) -> tuple[KnownActor, ...]:
    return tuple(sorted(rows, key=lambda row: row.since))


def _actor(row: dict[str, str]) -> KnownActor:
    """The actor of a row; without years it holds for all times."""
    return KnownActor(
        row["name"],
        ActorKind(row["kind"]),
        row["country"] or None,
        row["sector"] or None,
        row["since"] or "0000",
        row["until"] or "9999",
    )


@lru_cache(maxsize=8192)
def rows_of(key: str) -> tuple[KnownActor, ...]:
    """The rows of a name in comparison form, whatever its hyphens, accents and Arabic articles; none when unknown.

    >>> [row.name for row in rows_of('eln')]
    ['National Liberation Army']
    """
    table = known_actors()
    return table.get(key) or table.get(loose(key)) or ()


@cache
def people_by_surname() -> dict[str, tuple[KnownActor, ...]]:
    """Surname in loose form -> people in the table."""
    rows: dict[str, list[KnownActor]] = {}
    for row in data_rows("actors/people.tsv"):
        if " " in row["name"]:
            rows.setdefault(loose(plain(row["name"])).split()[-1], []).append(_actor(row))
    return {name: _in_order(found) for name, found in rows.items()}


def loose(key: str) -> str:
    """A comparison form without accents, dots, hyphens and articles.

    >>> loose("ömer el-béchir")
    'omer bechir'
    """
    if not key.isascii():
        key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    words = key.replace("-", " ").replace(".", "").split()
    return " ".join(word for word in words if word not in _ARTICLES) or key


def own_actors(settings: Settings) -> dict[str, KnownActor]:
    """Name or alias in comparison form -> the actor of the user's own ontology, whatever the day."""
    found: dict[str, KnownActor] = {}
    for actor in own_ontology(settings).actors:
        row = KnownActor(actor.name, actor.kind, actor.country, actor.sector, "0000", "9999")
        found |= {plain(name): row for name in (actor.name, *actor.aliases)}
    return found


def canonical(key: str) -> str | None:
    """A name or alias in comparison form -> the comparison form of the actor's main name; None when it is unknown.

    >>> canonical('eln')
    'national liberation army'
    """
    rows = rows_of(key)
    return plain(rows[0].name) if rows else None
