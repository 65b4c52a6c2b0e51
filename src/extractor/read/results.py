"""Results that were stored as JSON Lines, read back."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from extractor.errors import InputError
from extractor.read.corrected import Checked, parse_checked
from extractor.records import Extraction

_log = logging.getLogger("extractor")


def stored_results(inputs: Iterable[Path]) -> Iterator[Extraction]:
    """Files of results, or the folders of runs, in order. Raises InputError that names file and line."""
    for checked in checked_results(inputs):
        yield checked.result


def checked_results(inputs: Iterable[Path]) -> Iterator[Checked]:
    """The same with what a reader of the page did to the events. Raises InputError that names file and line."""
    for path in inputs:
        parts = sorted(path.glob("part-?????.jsonl")) if path.is_dir() else [path]
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


def _results_of(path: Path) -> Iterator[Checked]:
    try:
        lines = path.open(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    with lines:
        for number, line in enumerate(lines, 1):
            try:
                yield parse_checked(line)
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(map(str, first["loc"]))
                raise InputError(f"{path} line {number} is no result: {place}: {first['msg']}") from error
