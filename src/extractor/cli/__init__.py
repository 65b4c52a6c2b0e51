"""The command line: one file a command. Heavy libraries are imported inside the commands, so that --help is quick.

Exit codes: 0 all done, 1 an article failed, 2 wrong input or option or a file that cannot be written,
3 a model, a data file or an extra is missing, 4 the receiver of a push cannot be reached, 130 stopped with Ctrl-C.
"""

import sqlite3
import sys

from extractor.cli import (
    batch,
    convert,
    evaluate,
    explain,
    gazetteer,
    geocode,
    info,
    learn,
    link,
    ontology,
    page,
    push,
    run,
    schema,
)
from extractor.cli.app import app
from extractor.cli.options import printable
from extractor.errors import DataNotFound, ExtractorError, MissingExtra, ModelNotFound, PushFailed

__all__ = [
    "app",
    "batch",
    "convert",
    "evaluate",
    "explain",
    "gazetteer",
    "geocode",
    "info",
    "learn",
    "link",
    "main",
    "ontology",
    "page",
    "push",
    "run",
    "schema",
]


def main() -> None:
    """The entry point of the `extractor` command."""
    try:
        app()
    except ExtractorError as error:
        print(printable(f"error: {' '.join(str(error).split())}"), file=sys.stderr)  # noqa: T201
        raise SystemExit(_exit_code(error)) from None
    except (OSError, sqlite3.Error) as error:  # a full disk, a folder that may not be written
        print(printable(f"error: {error}"), file=sys.stderr)  # noqa: T201
        raise SystemExit(2) from None


def _exit_code(error: ExtractorError) -> int:
    """The exit status of an error: 4 when a server took no events, 3 when something must be installed, else 2."""
    if isinstance(error, PushFailed):
        return 4
    if isinstance(error, (ModelNotFound, DataNotFound, MissingExtra)):
        return 3
    return 2
