"""The folder that a run writes: parts of some hundred articles, each written to a temporary name and renamed.

`part-00000.jsonl` holds results. `part-00000.log.jsonl` says in its first line which inputs the part covers, and then
what became of each article. The log is renamed first and tells the size of the part: a part that fits it is complete.
"""

import json
import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any

from extractor.document.warning import kind_and_example
from extractor.read.results import lines_digest
from extractor.run.rows import Row

MOST_EXAMPLES = 3
_INTERNAL = ("segment", "near", "dated", "chars")  # of a line of the log: what nobody but the next call needs


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
        if row.is_passed:
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
        """Count a warning, with some articles that have it."""
        self.warnings[kind] = self.warnings.get(kind, 0) + count
        if examples:
            self.examples[kind] = list(dict.fromkeys([*self.examples.get(kind, ()), *examples]))[:MOST_EXAMPLES]

    def join(self, other: "Tally") -> None:
        """Add the numbers of another."""
        for name in ("read", "done", "failed", "copies", "events", "passed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for warning, count in other.warnings.items():
            self._warn(warning, count, other.examples.get(warning, []))


@dataclass(frozen=True, slots=True)
class Segment:
    """Articles of one input that follow each other in a part: how many, and a hash of ids, places and contents.

    `ended` is the hash of the input when these were its last.
    """

    input: str
    rows: int
    digest: str
    ended: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of a part's log; `bytes` is the size of the part, `log_bytes` that of the lines behind it."""

    segments: list[Segment]
    tally: Tally
    results: str
    bytes: int
    log_bytes: int


class Parts:
    """The parts of one run in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._compared: set[tuple[Path, int]] = set()  # the parts, as last written, whose results fit their hash

    def complete(self) -> list[Path]:
        """The parts that are there, in order and without a gap."""
        found: list[Path] = []
        while self._is_whole(len(found)):
            found.append(self._part(len(found)))
        return found

    def _is_whole(self, number: int) -> bool:
        """Whether a part and its log are there and fit; one that is not whole is done again."""
        try:
            with self._log(number).open("rb") as lines:
                first = len(lines.readline())
            head = self.head(number)
            is_log_whole = self._log(number).stat().st_size == first + head.log_bytes
            return is_log_whole and self._holds(self._part(number), head)
        except (OSError, StopIteration, ValueError, KeyError, TypeError):
            return False

    def _holds(self, part: Path, head: Head) -> bool:
        """Whether a part has the results that its log tells of: by their size, and once by their hash."""
        now = part.stat()
        if now.st_size != head.bytes:
            return False
        if (part, now.st_mtime_ns) not in self._compared:
            with part.open(encoding="utf-8", errors="replace", newline="\n") as lines:
                if lines_digest(line.removesuffix("\n") for line in lines) != head.results:
                    return False
            self._compared.add((part, now.st_mtime_ns))
        return True

    def write(self, number: int, rows: list[Row]) -> None:
        """Write one part; nothing of it is seen before all of it is on the disk."""
        tally = Tally()
        for row in rows:
            tally.add(row)
        segments, lines = [], []
        for at, (name, some) in enumerate(groupby(rows, key=lambda row: row.input)):
            own = list(some)
            made = digest((row.id, row.where, row.content) for row in own)
            segments.append(Segment(name, len(own), made, own[-1].ended))
            lines += [_log_line(row, at) for row in own if not row.is_passed]
        self._write(number, segments, tally, lines, [row.json for row in rows if row.json is not None])

    def _write(
        self, number: int, segments: list[Segment], tally: Tally, lines: list[dict[str, Any]], results: list[str]
    ) -> None:
        """Write the results of a part, and its log with the hash that they must have."""
        log = [json.dumps(line, ensure_ascii=False) for line in lines]
        head = asdict(Head(segments, tally, lines_digest(results), _size(results), _size(log)))
        # In ASCII the names of inputs keep the bytes that are no UTF-8.
        write_lines(self._log(number), (json.dumps(head), *log))
        write_lines(self._part(number), results)

    def head(self, number: int) -> Head:
        """What the first line of a part's log tells."""
        with self._log(number).open(encoding="utf-8") as lines:
            known = json.loads(next(lines))
        segments = [Segment(**one) for one in known["segments"]]
        return Head(segments, Tally(**known["tally"]), known["results"], known["bytes"], known["log_bytes"])

    def segments(self) -> Iterator[Segment]:
        """What all parts cover, in order."""
        for number in range(len(self.complete())):
            yield from self.head(number).segments

    def tally(self) -> Tally:
        """The numbers of all complete parts."""
        whole = Tally()
        for number in range(len(self.complete())):
            whole.join(self.head(number).tally)
        return whole

    def results(self) -> Iterator[str]:
        """The lines of all parts."""
        for path in self.complete():
            with path.open(encoding="utf-8") as lines:
                yield from lines

    def log(self) -> Iterator[dict[str, Any]]:
        """What became of each article of all parts."""
        for number in range(len(self.complete())):
            yield from self._lines(number)

    def others(self, key: str) -> Iterator[str]:
        """The failures (key "problem") or copies (key "copy_of"), a line each."""
        for line in self.log():
            if key in line:
                yield json.dumps({name: line[name] for name in line if name not in _INTERNAL}, ensure_ascii=False)

    def _lines(self, number: int) -> Iterator[dict[str, Any]]:
        with self._log(number).open(encoding="utf-8") as lines:
            next(lines)
            yield from map(json.loads, lines)

    def with_copies_of(self, inputs: Collection[str]) -> set[str]:
        """The inputs themselves, and those with copies of articles in them: when the articles go, so do the copies."""
        owner = {str(line["id"]): name for name, line in self._named() if "id" in line}
        found = set(inputs)
        while True:
            more = {name for name, line in self._named() if owner.get(str(line.get("copy_of"))) in found}
            if more <= found:
                return found
            found |= more

    def _named(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """The input of each article and what became of the article."""
        for number in range(len(self.complete())):
            segments = self.head(number).segments
            for line in self._lines(number):
                yield segments[line["segment"]].input, line

    def drop(self, inputs: Collection[str]) -> None:
        """Take the articles of some inputs out of all parts; the last parts go when nothing is left in them."""
        count = len(self.complete())
        for number in range(count):
            if any(segment.input in inputs for segment in self.head(number).segments):
                self._drop(number, inputs)
        while count and not self.head(count - 1).segments:
            count -= 1
        self.clear(count)

    def _drop(self, number: int, inputs: Collection[str]) -> None:
        """Take what comes from some inputs out of a part."""
        old = self.head(number).segments
        stay = {at: new for new, at in enumerate(at for at, one in enumerate(old) if one.input not in inputs)}

        def change(line: dict[str, Any]) -> dict[str, Any] | None:
            if line["segment"] not in stay:
                return None
            return line | {"segment": stay[line["segment"]]}

        self._rewrite(number, [old[at] for at in stay], change)

    def give_up_copies(self, inputs: Collection[str]) -> None:
        """Copies in inputs that are gone fail when what they repeat has no result any more: nothing is left to read."""
        named = frozenset(inputs)
        if not named:
            return
        lost = {line["copy_of"] for name, line in self._named() if name in named and "copy_of" in line}
        lost.difference_update(line.get("id") for line in self.log() if _is_result(line))
        for number in range(len(self.complete()) if lost else 0):
            segments = self.head(number).segments

            def change(line: dict[str, Any], of: list[Segment] = segments) -> dict[str, Any]:
                if of[line["segment"]].input not in named or line.get("copy_of") not in lost:
                    return line
                kept = {name: value for name, value in line.items() if name != "copy_of"}
                return kept | {"problem": f"it repeats {line['copy_of']}, which has changed, and its input is gone"}

            if any(segment.input in named for segment in segments):
                self._rewrite(number, segments, change)

    def _rewrite(
        self, number: int, segments: list[Segment], change: Callable[[dict[str, Any]], dict[str, Any] | None]
    ) -> None:
        """Write a part again with these segments, each line of its log changed, or left out where that gives None."""
        tally, lines, results = Tally(), [], []
        with self._part(number).open(encoding="utf-8", newline="\n") as stored:
            for line in self._lines(number):
                text = next(stored).rstrip("\n") if _is_result(line) else None
                changed = change(line)
                if changed is not None:
                    tally.add(_stored_row(changed, text))
                    lines.append(changed)
                    results += [] if text is None else [text]
        tally.passed = sum(one.rows for one in segments) - len(lines)
        self._write(number, segments, tally, lines, results)

    def clear(self, first: int = 0) -> None:
        """Remove the parts from a number on, unfinished ones too."""
        for path in self.folder.glob("part-*.jsonl*"):
            if path.name >= f"part-{first:05}":
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


def _size(lines: list[str]) -> int:
    """How many bytes some lines take in a file."""
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)


def write_lines(path: Path, lines: Any) -> None:
    """Write a file under a temporary name, push it to the disk, and rename it."""
    temporary = path.with_name(path.name + ".tmp")
    try:
        with temporary.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            for line in lines:
                out.write(line + "\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError:  # a full disk: what is of no use shall not fill it
        temporary.unlink(missing_ok=True)
        raise
    temporary.replace(path)


def _is_result(line: dict[str, Any]) -> bool:
    """Whether a line of the log is of an article with a result."""
    return "problem" not in line and "copy_of" not in line


def _log_line(row: Row, segment: int) -> dict[str, Any]:
    """What the log keeps of a row, and the segment it comes from."""
    known: dict[str, Any] = {"id": row.id, "where": row.where, "problem": row.problem, "copy_of": row.copy_of}
    known |= row.about or {}
    known |= {"near": row.near, "dated": row.is_dated or None, "chars": row.chars or None}
    return {key: value for key, value in known.items() if value is not None} | {"segment": segment}


def _stored_row(line: dict[str, Any], result: str | None) -> Row:
    """The row that a line of the log stands for, as far as it is counted."""
    known = {} if result is None else json.loads(result)
    return Row(
        id=line.get("id"),
        where=line["where"],
        json=result,
        problem=line.get("problem"),
        copy_of=line.get("copy_of"),
        events=len(known.get("events", ())),
        warnings=tuple(known.get("warnings", ())),
    )
