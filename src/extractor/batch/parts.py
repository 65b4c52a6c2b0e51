"""The folder that a run writes: parts of some hundred articles, each written to a temporary name and renamed.

`part-00000.jsonl` holds results; `part-00000.log.jsonl` says how many articles the part covers and names those that
failed or are copies. The log is renamed first, so a part that is there is complete.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from extractor.document.warning import kind_and_example
from extractor.read.results import lines_digest
from extractor.run.rows import Row

MOST_EXAMPLES = 3


@dataclass(slots=True)
class Tally:
    """What a part or a run counts: read = done + failed + copies. `passed` are articles that `--retry` does not name.

    `warnings` by kind, with some of the words they are about as `examples`."""

    read: int = 0
    done: int = 0
    failed: int = 0
    copies: int = 0
    events: int = 0
    passed: int = 0
    warnings: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Count one row."""
        if row.json is None and row.problem is None and row.copy_of is None:
            self.passed += 1
            return
        self.read += 1
        self.done += row.json is not None
        self.failed += row.problem is not None
        self.copies += row.copy_of is not None
        self.events += row.events
        for warning in row.warnings:
            kind, example = kind_and_example(warning)
            self._warn(kind, 1, [example] if example else [])

    def _warn(self, kind: str, count: int, examples: list[str]) -> None:
        self.warnings[kind] = self.warnings.get(kind, 0) + count
        if examples:
            self.examples[kind] = list(dict.fromkeys([*self.examples.get(kind, ()), *examples]))[:MOST_EXAMPLES]

    def join(self, other: "Tally") -> None:
        """Add the numbers of another."""
        for name in ("read", "done", "failed", "copies", "events", "passed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for warning, count in other.warnings.items():
            self._warn(warning, count, other.examples.get(warning, []))


class Parts:
    """The parts of one run in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def complete(self) -> list[Path]:
        """The parts that are there, in order and without a gap."""
        found: list[Path] = []
        while (path := self._part(len(found))).is_file() and self._is_told(len(found)):
            found.append(path)
        return found

    def _is_told(self, number: int) -> bool:
        """Whether the log of a part is whole; a part without one is done again."""
        try:
            self.head(number)
        except (OSError, StopIteration, ValueError, KeyError, TypeError):
            return False
        return True

    def failures(self) -> Iterator[str]:
        """The ids of the articles whose extraction failed."""
        for line in self.others("problem"):
            if (known := json.loads(line).get("id")) is not None:
                yield str(known)

    def write(self, number: int, rows: list[Row]) -> None:
        """Write one part; nothing of it is seen before all of it is on the disk."""
        tally = Tally()
        for row in rows:
            tally.add(row)
        results = [row.json for row in rows if row.json is not None]
        head = {
            "digest": digest((row.id, row.where, row.content) for row in rows),
            "results": lines_digest(results),
            "tally": asdict(tally),
        }
        others = [_log_line(row) for row in rows if row.problem or row.copy_of]
        write_lines(self._log(number), [json.dumps(head), *others])
        write_lines(self._part(number), results)

    def head(self, number: int) -> tuple[str, Tally]:
        """Digest and tally of a part."""
        with self._log(number).open(encoding="utf-8") as lines:
            head = json.loads(next(lines))
        return head["digest"], Tally(**head["tally"])

    def tally(self) -> Tally:
        """The numbers of all complete parts."""
        whole = Tally()
        for number in range(len(self.complete())):
            whole.join(self.head(number)[1])
        return whole

    def results(self) -> Iterator[str]:
        """The lines of all parts."""
        for path in self.complete():
            with path.open(encoding="utf-8") as lines:
                yield from lines

    def others(self, key: str) -> Iterator[str]:
        """The log lines of failures (key "problem") or copies (key "copy_of")."""
        for number in range(len(self.complete())):
            with self._log(number).open(encoding="utf-8") as lines:
                next(lines)
                yield from (line.rstrip("\n") for line in lines if key in json.loads(line))

    def clear(self) -> None:
        """Remove all parts, unfinished ones too."""
        for path in self.folder.glob("part-*.jsonl*"):
            path.unlink()

    def _part(self, number: int) -> Path:
        return self.folder / f"part-{number:05}.jsonl"

    def _log(self, number: int) -> Path:
        return self.folder / f"part-{number:05}.log.jsonl"


def digest(articles: Any) -> str:
    """A hash of ids, places and contents of some articles, by which a changed input is noticed."""
    made = blake2b(digest_size=8)
    for article_id, where, content in articles:
        made.update(f"{article_id}\x1f{where}\x1f{content}\x1e".encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def write_lines(path: Path, lines: Any) -> None:
    """Write a file under a temporary name, push it to the disk, and rename it."""
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        for line in lines:
            out.write(line + "\n")
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(path)


def _log_line(row: Row) -> str:
    known: dict[str, str | None] = {"id": row.id, "where": row.where, "problem": row.problem, "copy_of": row.copy_of}
    known |= row.about or {}
    return json.dumps({key: value for key, value in known.items() if value is not None}, ensure_ascii=False)
