"""SQLite files that the user names: one that is none is named in the error."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.errors import InputError


@contextmanager
def named(path: object, what: str) -> Iterator[None]:
    """Raises InputError, which names the file, when SQLite finds that it is no database, or none that holds `what`.

    >>> with named("notes.txt", "gazetteer"):
    ...     raise sqlite3.DatabaseError("file is not a database")
    Traceback (most recent call last):
    extractor.errors.InputError: notes.txt is no gazetteer: file is not a database
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if any(words in str(error) for words in ("not a database", "no such table", "malformed", "has no column")):
            raise InputError(f"{Path(str(path))} is no {what}: {error}") from error
        raise
