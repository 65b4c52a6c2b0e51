"""Options that several commands have."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from extractor.settings import Settings


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
