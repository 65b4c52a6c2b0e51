"""What the user names: files, folders, globs and standard input, in one fixed order."""

import sys
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from extractor.errors import InputError
from extractor.read.formats import read_stream
from extractor.read.reading import Reading, ReadOptions
from extractor.read.text import sidecar_of


def read(inputs: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Reading]:
    """Files, folders (with all below them), globs or "-" -> one Reading for each article, streaming, in a fixed order.

    Raises InputError for an input that does not exist, MissingExtra for a format that needs one. A bad article is a
    Reading with a `problem`, and reading goes on.

    >>> [reading.article.title for reading in read(["news/"])]  # doctest: +SKIP
    ['Rain in Rome', 'Snow in Oslo']
    """
    options = options or ReadOptions()
    for given in inputs:
        if str(given) == "-":
            yield from read_stream("-", sys.stdin.buffer, options)
        else:
            for path in find_files(given):
                yield from read_file(path, options)


def find_files(given: str | Path) -> list[Path]:
    """The files that an input names, sorted; hidden files and sidecars are left out. Raises InputError for none."""
    path = Path(given)
    if path.is_dir():
        found = [p for p in sorted(path.rglob("*")) if not _hidden(p.relative_to(path))]
    elif path.exists() or not has_magic(str(given)):
        found = [path]
    else:
        found = [Path(name) for name in sorted(glob(str(given), recursive=True))]  # noqa: PTH207 - may be absolute
    files = [p for p in found if p.is_file()]
    if not files:
        raise InputError(f"there is no file {given}" if not path.is_dir() else f"there is no file in {given}")
    sidecars = {sidecar_of(p) for p in files}
    return [p for p in files if p not in sidecars]


def _hidden(path: Path) -> bool:
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
