"""Options that several commands have."""

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
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


SettingsFile = Annotated[
    Path | None, typer.Option("--settings", help="TOML file of options; what the command line names wins over it.")
]


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
