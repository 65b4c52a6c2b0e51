"""Results that were stored as JSON Lines, read back."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from extractor.errors import InputError
from extractor.records import Extraction


def stored_results(inputs: Iterable[Path]) -> Iterator[Extraction]:
    """Files of results, or the folders of runs, in order. Raises InputError that names file and line."""
    for path in inputs:
        parts = sorted(path.glob("part-?????.jsonl")) if path.is_dir() else [path]
        if not parts:
            raise InputError(f"there is no result in {path}: give the output folder of extractor batch")
        for part in parts:
            yield from _results_of(part)


def _results_of(path: Path) -> Iterator[Extraction]:
    try:
        lines = path.open(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    with lines:
        for number, line in enumerate(lines, 1):
            try:
                yield Extraction.model_validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(map(str, first["loc"]))
                raise InputError(f"{path} line {number} is no result: {place}: {first['msg']}") from error
