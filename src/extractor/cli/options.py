"""Options that several commands have."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.records import Extraction
    from extractor.settings import Settings
    from extractor.write.writer import Writer


class PublishedFor(StrEnum):
    """Whose publication date `--published` is: of articles that bring none, or of all."""

    MISSING = "missing"
    ALL = "all"


class DateOrder(StrEnum):
    """The order of day and month in 04/03/2024."""

    AUTO = "auto"
    DMY = "DMY"
    MDY = "MDY"


PublishedForOption = Annotated[PublishedFor, typer.Option("--published-for", help="Whose date --published is.")]
DateOrderOption = Annotated[
    DateOrder | None,
    typer.Option("--date-order", help="Order of 04/03/2024, as publication date and in texts; else auto."),
]
SettingsFile = Annotated[
    Path | None, typer.Option("--settings", help="TOML file of options; what the command line names wins over it.")
]


OntologyFile = Annotated[
    Path | None, typer.Option("--ontology", help="TOML or YAML file of your own event types and actors.")
]
PlacesFile = Annotated[Path | None, typer.Option("--places", help="CSV or TOML file of your own places.")]
GazetteerFile = Annotated[Path | None, typer.Option("--gazetteer", help="Another gazetteer file.")]
Geocoder = Annotated[str | None, typer.Option("--geocoder", help="A geopy service for names the gazetteer lacks.")]
Weekend = Annotated[str | None, typer.Option("--weekend", help="sat-sun or fri-sat; else sat-sun.")]
OutletWindow = Annotated[
    int | None, typer.Option("--outlet-window", min=0, help="Articles read ahead to learn where an outlet is.")
]
SourceLocation = Annotated[
    str | None, typer.Option("--source-location", help='Where the outlet is ("Springfield, Missouri"), if not told.')
]
Where = Annotated[str | None, typer.Option("--where", help='Only such events: "confidence >= 0.5 and type = ASSAULT".')]


def chosen(results: "Iterable[Extraction]", where: str | None) -> "Iterator[Extraction]":
    """The results with the events that `--where` asks for. Raises InputError for a condition that cannot be read."""
    if where is None:
        return iter(results)
    from extractor.where import kept, parse_where

    test = parse_where(where)
    return (kept(result, test) for result in results)


def settings_of(file: Path | None, **named: Any) -> "Settings":
    """The settings of a file, with the options that the command line names (None: not named). Raises InputError."""
    from extractor.settings import Settings, make_settings

    given = Settings() if file is None else Settings.from_toml(file)
    return make_settings(dict(given) | {name: value for name, value in named.items() if value is not None})


_UNPRINTABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Text that may go to a terminal: what steers one, or reorders what it shows, is written as JSON escapes it."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say(text: str) -> None:
    """A line of the program's own on standard error, with words of the input in it."""
    typer.echo(printable(" ".join(text.split())), err=True)


def tell_replaced(writer: "Writer") -> None:
    """Warn of articles that share an id with another: of each such id only the last article is kept."""
    if writer.replaced:
        names = ", ".join(dict.fromkeys(writer.replaced[:5]))
        say(f"warning: {len(writer.replaced)} articles have the id of another, which tables cannot tell apart: {names}")
