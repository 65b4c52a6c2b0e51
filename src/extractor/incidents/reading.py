"""Results, or the files and folders that hold them -> accounts. The copies that a run left out are accounts too."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.incidents.account import Telling, told_by
from extractor.read.results import stored_results
from extractor.records import Extraction

COPIES = "copies.jsonl"
_FACTS = {"source": "outlet", "published": "published", "url": "url", "title": "title"}


def tellings_of(results: Iterable[Extraction] | str | Path) -> Iterator[Telling]:
    """The articles of results and of their copies with their accounts, one by one. Raises as `told_by_result`."""
    return chain.from_iterable(tellings for _, tellings in told_by_result(results))


def told_by_result(results: Iterable[Extraction] | str | Path) -> Iterator[tuple[Extraction, list[Telling]]]:
    """Each result with what it tells: its own article, then the copies of it that a run left out.

    Raises InputError for what holds no results, and for what is none.
    """
    copies: dict[str, list[dict[str, Any]]] = {}
    if isinstance(results, str | Path):
        copies = _copies(Path(results) / COPIES)
        results = stored_results([Path(results)])
    for result in results:
        if not isinstance(result, Extraction):
            raise InputError(
                f"link takes results of Extractor or the path of a file of them, not {type(result).__name__}"
            )
        original = told_by(result)
        yield result, [original, *(_copy(original, line) for line in copies.get(result.article.id, ()))]


def _copies(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Article id -> the lines of its copies in the list that `extractor batch` writes."""
    found: dict[str, list[dict[str, Any]]] = {}
    if not path.is_file():
        return found
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            copy = json.loads(line)
            found.setdefault(copy["copy_of"], []).append({"id": copy["id"]} | copy)
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{path} line {number} names no copy of an article") from error
    return found


def _copy(original: Telling, line: dict[str, Any]) -> Telling:
    """A copy says what its original says, in another outlet and perhaps on another day."""
    article, accounts = original
    facts = {ours: line.get(theirs) for theirs, ours in _FACTS.items()}
    copied = type(article).model_validate(article.model_dump() | facts | {"id": line["id"], "copy_of": article.id})
    return copied, [account.model_copy(update={"article": copied}) for account in accounts]
