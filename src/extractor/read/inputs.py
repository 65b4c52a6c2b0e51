"""What the user names: files, folders, globs, addresses and standard input, in one fixed order."""

import os
import sys
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from io import BufferedReader
from pathlib import Path
from typing import cast

from extractor.errors import InputError
from extractor.read.fetch import is_address
from extractor.read.formats import read_stream
from extractor.read.reading import Reading, ReadOptions, parsed
from extractor.read.text import sidecar_of
from extractor.read.web import read_address


def refuse_overwriting(inputs: Iterable[Path], writes: Iterable[Path]) -> None:
    """Raises InputError when what is to be written would take the place of an input."""
    written = {path.resolve() for path in writes}
    for path in inputs:
        if path.resolve() in written:
            raise InputError(f"{path} is an input and would be written over: give another output")


def read(inputs: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Reading]:
    """Files, folders (with all below them), globs, addresses or "-" -> one Reading for each article.

    They stream, in a fixed order. Raises InputError for an input that does not exist, MissingExtra for a format that
    needs one. A bad article is a Reading with a `problem`, and reading goes on.

    >>> [reading.article.title for reading in read(["news/"])]  # doctest: +SKIP
    ['Rain in Rome', 'Snow in Oslo']
    """
    return map(parsed, read_unparsed(inputs, options or ReadOptions()))


def read_unparsed(inputs: Iterable[str | Path], options: ReadOptions) -> Iterator[Reading]:
    """The same, with what is costly to parse left unparsed: see `extractor.read.reading.parsed`.

    A file that is named twice, also by another path or a link, is read once.
    """
    seen: set[Path] = set()
    for given in inputs:
        if str(given) == "-":
            yield from read_stream("-", cast(BufferedReader, sys.stdin.buffer), options)
        elif is_address(given):
            yield from read_address(str(given), options)
        else:
            yield from _read_new(given, seen, options)


def _read_new(given: str | Path, seen: set[Path], options: ReadOptions) -> Iterator[Reading]:
    """The articles of the files of an input that were not read before; notes them as `seen`."""
    for path in listed(given):
        if isinstance(path, Reading):
            yield path
        elif path.resolve() not in seen:
            seen.add(path.resolve())
            yield from read_file(path, options)


def listed(given: str | Path) -> list[Path | Reading]:
    """The files of an input, sorted, and a problem for each folder that may not be read. Raises InputError for neither.

    Hidden files and sidecars are left out.
    """
    if not str(given):
        raise InputError("an input has no name: give a file, a folder or an address")
    path = Path(given)
    found, closed = _below(path) if path.is_dir() else (_matching(given), [])
    files = list(filter(Path.is_file, found))
    if not files and not closed:
        inside = "in " if path.is_dir() else ""
        raise InputError(f"there is no file {inside}{given}")
    sidecars = set(map(sidecar_of, files))
    return [*(file for file in files if file not in sidecars), *closed]


def _matching(given: str | Path) -> list[Path]:
    """The path itself, or the files that it is a pattern for, sorted."""
    if Path(given).exists() or not has_magic(str(given)):
        return [Path(given)]
    return [Path(name) for name in sorted(glob(str(given), recursive=True))]  # noqa: PTH207 - may be absolute


def _below(folder: Path) -> tuple[list[Path], list[Path | Reading]]:
    """What lies in a folder and below it, sorted, and the folders that may not be read."""
    found: list[Path] = []
    closed: list[Path | Reading] = []

    def note(error: OSError) -> None:
        closed.append(Reading(str(error.filename), problem=f"the folder cannot be read: {error.strerror}"))

    for parent, folders, names in os.walk(folder, onerror=note):
        paths = (Path(parent, name) for name in (*folders, *names))
        for path in (path for path in paths if not _hidden(path.relative_to(folder))):
            problem = _why_not_read(path)
            if problem is not None:
                closed.append(Reading(str(path), problem=problem))
            elif path.is_file():
                found.append(path)
    return sorted(found), closed


def _why_not_read(path: Path) -> str | None:
    """Why nothing in a folder is read through a name in it; None for a file, and for a folder, which is walked."""
    if path.is_symlink() and path.is_dir():
        return "it is a link to a folder, which is not followed: name that folder as an input of its own"
    if path.is_symlink() and not path.exists():
        return "it is a link that leads nowhere"
    if path.exists() and not (path.is_file() or path.is_dir()):
        return "it is a pipe or a device, and no file"
    return None


def _hidden(path: Path) -> bool:
    """Whether a file, or a folder that it lies in, is hidden."""
    return any(part.startswith(".") for part in path.parts)


def read_file(path: Path, options: ReadOptions) -> Iterator[Reading]:
    """The articles of one file."""
    try:
        stream = path.open("rb")
    except OSError as error:
        yield Reading(str(path), problem=f"cannot be read: {error.strerror}")
        return
    with stream:
        yield from read_stream(str(path), stream, options, path)
