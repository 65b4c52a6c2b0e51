"""Results that were stored as JSON Lines, read back."""

import io
import json
import logging
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from pydantic import ValidationError

from extractor.errors import InputError
from extractor.read.compression import decompressed
from extractor.read.corrected import Checked, parse_checked
from extractor.records import Extraction

_log = logging.getLogger("extractor")


def stored_results(inputs: Iterable[Path]) -> Iterator[Extraction]:
    """Files of results, or the folders of runs, in order. Raises InputError that names file and line.

    A part of a run that lost or gained lines since it was written is an error behind its last line.
    """
    for checked in checked_results(inputs):
        yield checked.result


def checked_results(inputs: Iterable[Path]) -> Iterator[Checked]:
    """The same with what a reader of the page did to the events. Raises InputError that names file and line."""
    for path in inputs:
        parts = _parts_of(path) if path.is_dir() else [path]
        if not parts:
            raise InputError(f"there is no result in {path}: give the output folder of extractor batch")
        for part in parts:
            yield from _results_of(part)


def gold_results(inputs: Iterable[Path]) -> Iterator[Extraction]:
    """Results to judge others by: those checked in the page only when no event was left unchecked, which is logged."""
    for checked in checked_results(inputs):
        corrections = checked.corrections
        if corrections is None or corrections.complete:
            yield checked.result
            continue
        missing = sum(row.action == "unchecked" for row in corrections.events)
        told = "article %s is left out: %d of its %d events are unchecked"
        _log.warning(told, checked.result.article.id, missing, len(corrections.events))


def _parts_of(folder: Path) -> list[Path]:
    """The parts of a run, in order. Raises InputError when one is missing among them."""
    parts = sorted(folder.glob("part-?????.jsonl"))
    missing = next((n for n, part in enumerate(parts) if part.name != f"part-{n:05}.jsonl"), None)
    if missing is not None:
        raise InputError(f"{folder} has no part-{missing:05}.jsonl: extractor batch with --restart makes it again")
    return parts


def _results_of(path: Path) -> Iterator[Checked]:
    """The results of a file. Raises InputError when it is not as it was written."""
    made = _hash()
    for number, line in enumerate(_lines(path), 1):
        made.update(line.encode("utf-8", "replace"))
        if line.strip():  # where files were put together by hand an empty line may stand between
            yield _result(line, path, number)
    expected = _expected_digest(path)
    if expected is not None and expected != made.hexdigest():
        raise InputError(f"{path} is not as it was written: extractor batch with --restart makes it again")


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file, packed or not. Raises InputError when it is not UTF-8 or when its packing is damaged."""
    try:
        with path.open("rb") as stream:
            unpacked = decompressed(stream) or stream
            with io.TextIOWrapper(unpacked, encoding="utf-8-sig", newline="\n") as lines:
                yield from lines
    except UnicodeDecodeError as error:
        raise InputError(f"{path} holds no results: it is not UTF-8; {_TAKEN}") from error
    except (EOFError, OSError, zlib.error) as error:
        told = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise InputError(f"{path} cannot be read: {told}") from error


_TAKEN = "results are the lines of extractor batch, or of extractor run --format jsonl"


def _result(line: str, path: Path, number: int) -> Checked:
    """The result of a line. Raises InputError that says where it is wrong."""
    try:
        return parse_checked(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        what = f"{place}: {first['msg']}" if place else first["msg"]
        raise InputError(f"{path} line {number} is no result: {what}; {_TAKEN}") from error


def _hash() -> blake2b:
    return blake2b(digest_size=16)


def lines_digest(lines: Iterable[str]) -> str:
    """A hash of the results of a part, by which a part that was changed afterwards is noticed."""
    made = _hash()
    for line in lines:
        made.update(f"{line}\n".encode("utf-8", "replace"))
    return made.hexdigest()


def _expected_digest(part: Path) -> str | None:
    """What `lines_digest` of a part was when it was written; None for results that are no part of a run."""
    try:
        with part.with_name(f"{part.stem}.log.jsonl").open(encoding="utf-8") as lines:
            known = json.loads(next(lines)).get("results")
    except (OSError, StopIteration, ValueError, AttributeError):
        return None
    return None if known is None else str(known)
