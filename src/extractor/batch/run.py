"""One run over an archive: read, extract, write parts, and at the end the data set with its manifest."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from extractor._version import __version__
from extractor.batch.lock import LOCK, only_run
from extractor.batch.originals import Originals
from extractor.batch.own_places import never_found
from extractor.batch.parts import Parts, Tally, digest, write_lines
from extractor.errors import InputError
from extractor.pipeline import Extractor
from extractor.read import Reading, ReadOptions, read
from extractor.read.fetch import is_address
from extractor.read.inputs import find_files
from extractor.run.executor import Promise, kept
from extractor.run.jobs import Job, Kind
from extractor.run.order import in_order
from extractor.run.pool import Pool
from extractor.run.rows import Row, content_of
from extractor.settings import Settings, alone

Progress = Callable[[Tally], None]


class BatchOptions(BaseModel):
    """Options of a run.

    workers        processes; the output does not depend on them
    seconds        time limit for one article
    part_articles  articles in one part, the most that a crash can cost
    keep_copies    extract near copies of an article too
    only           ids or places of the only articles to extract, as after a failure
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    workers: int = 1
    seconds: float = 120.0
    part_articles: int = 500
    keep_copies: bool = False
    only: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The account of a run. `skipped` articles were done by an earlier run; `seconds` are those of this one.

    `places_never_found` are places of the user's file that no article named.
    """

    inputs: list[dict[str, Any]]
    made_by: dict[str, Any]
    tally: Tally
    skipped: int
    seconds: float
    places_never_found: list[str] = field(default_factory=list)


def run_batch(
    inputs: Iterable[str | Path],
    output: str | Path,
    *,
    settings: Settings | None = None,
    options: BatchOptions | None = None,
    read_options: ReadOptions | None = None,
    restart: bool = False,
    progress: Progress | None = None,
) -> Manifest:
    """Articles of `inputs` -> parts, failures.jsonl, copies.jsonl and manifest.json in the folder `output`.

    Stopped at any point, the same call goes on where it was. Raises InputError when settings, versions or inputs are
    not those of the parts that are there, unless `restart` throws these away.

    >>> run_batch(["news/"], Path("out")).tally.done  # doctest: +SKIP
    2000
    """
    begun = time.monotonic()
    output = Path(output)
    _check_numbers(options or BatchOptions())
    run = _Run(
        inputs=[str(given) for given in inputs],
        output=output,
        settings=alone(settings or Settings()),
        options=options or BatchOptions(),
        reading=read_options or ReadOptions(),
        progress=progress or (lambda tally: None),
    )
    with only_run(output):
        skipped = run.prepare(restart)
        run.extract(skipped)
        return run.finish(skipped, time.monotonic() - begun)


def _check_numbers(options: BatchOptions) -> None:
    """Raises InputError for a number that no run can have."""
    for name in ("workers", "seconds", "part_articles"):
        if getattr(options, name) <= 0:
            raise InputError(f"{name} is {getattr(options, name)}: give a number above 0")


@dataclass(slots=True)
class _Run:
    inputs: list[str]
    output: Path
    settings: Settings
    options: BatchOptions
    reading: ReadOptions
    progress: Progress

    @property
    def parts(self) -> Parts:
        return Parts(self.output)

    @property
    def state(self) -> Path:
        return self.output / "state.json"

    def prepare(self, restart: bool) -> int:
        """Make or check the folder; gives the number of articles that are done."""
        known = self._state() if self.state.is_file() and not restart else None
        if not self.state.is_file() and any(not path.name.startswith(LOCK) for path in self.output.iterdir()):
            raise InputError(f"{self.output} is not empty and holds no run: give a new folder")
        if known is None:
            self.parts.clear()
            write_lines(self.state, [json.dumps(self._made_with(), indent=2)])
            return 0
        _refuse_change(known, self._made_with(), self.output)
        tally = self.parts.tally()
        return tally.read + tally.passed

    def _state(self) -> dict[str, Any]:
        """What the run was begun with. Raises InputError when that cannot be read."""
        try:
            return dict(json.loads(self.state.read_text(encoding="utf-8")))
        except (ValueError, TypeError) as error:
            raise InputError(f"{self.state} is damaged: give --restart to begin again") from error

    def _made_with(self) -> dict[str, Any]:
        return {
            "extractor": __version__,
            "settings": self.settings.model_dump(mode="json"),
            "reading": self.reading.model_dump(mode="json"),
            "part_articles": self.options.part_articles,
            "keep_copies": self.options.keep_copies,
            "only": sorted(self.options.only) if self.options.only is not None else None,
        }

    def extract(self, skipped: int) -> None:
        """Write the parts that are missing. The workers start when the first article comes that is not done."""
        near = None if self.options.keep_copies else Originals(self.settings.max_chars)
        readings = read(self.inputs, self.reading)
        self._pass_over(readings, near)
        first = next(readings, None)
        if first is None:
            return
        with Pool(Extractor.from_settings, self.settings, self.options.workers, self.options.seconds) as pool:
            self._check_versions(pool.made_by(), skipped)
            rows = in_order(self._promises(chain((first,), readings), near, pool), pool.capacity)
            tally = self.parts.tally()
            number = len(self.parts.complete())
            while part := list(islice(self._counted(rows, tally), self.options.part_articles)):
                self.parts.write(number, part)
                number += 1

    def _counted(self, rows: Iterator[Row], tally: Tally) -> Iterator[Row]:
        for row in rows:
            tally.add(row)
            self.progress(tally)
            yield row

    def _pass_over(self, readings: Iterator[Reading], near: Originals | None) -> None:
        """Read what complete parts cover again, check that it is the same, and remember it for finding copies."""
        failed = frozenset(self.parts.failures())
        for number in range(len(self.parts.complete())):
            expected, tally = self.parts.head(number)
            again = list(islice(readings, tally.read + tally.passed))
            if digest((r.article.id if r.article else None, r.where, content_of(r.article)) for r in again) != expected:
                raise InputError(f"the inputs are not those that {self.output} was begun with: give --restart")
            for reading in again:
                if near is not None and reading.article is not None and self._wanted(reading):
                    near.pass_over(reading.article, reading.article.id in failed)

    def _check_versions(self, made_by: dict[str, str], skipped: int) -> None:
        known = self._state()
        if skipped and known.get("made_by") is not None:
            _refuse_change(known["made_by"], made_by, self.output)
        write_lines(self.state, [json.dumps(known | {"made_by": made_by}, indent=2)])

    def _promises(self, readings: Iterable[Reading], near: Originals | None, pool: Pool) -> Iterator[Promise]:
        for reading in readings:
            article = reading.article
            if not self._wanted(reading):
                known = article.id if article else None
                yield kept(Row(id=known, where=reading.where, content=content_of(article)))
            elif article is None:
                yield kept(Row(id=None, where=reading.where, problem=reading.problem))
            else:
                job = Job(Kind.ROW, article, reading.where)
                yield pool.submit(job) if near is None else near.promise(job, pool)

    def _wanted(self, reading: Reading) -> bool:
        """Whether `only` names the article, its place in the input, or the input that it is in."""
        only = self.options.only
        if only is None or (reading.article is not None and reading.article.id in only):
            return True
        return reading.where in only or any(reading.where[:at] in only for at in _ends(reading.where))

    def finish(self, skipped: int, seconds: float) -> Manifest:
        """Write failures, copies and the manifest."""
        parts = self.parts
        write_lines(self.output / "failures.jsonl", parts.others("problem"))
        write_lines(self.output / "copies.jsonl", parts.others("copy_of"))
        manifest = Manifest(
            inputs=[about for given in self.inputs for about in _about(given)],
            made_by=self._state(),
            tally=parts.tally(),
            skipped=skipped,
            seconds=round(seconds, 1),
            places_never_found=never_found(parts.results(), file) if (file := self.settings.places_file) else [],
        )
        write_lines(self.output / "manifest.json", [json.dumps(asdict(manifest), indent=2, ensure_ascii=False)])
        return manifest


def _ends(where: str) -> Iterator[int]:
    """Where the names of the inputs end that a place lies in: "a.zip!b.jsonl#3" lies in a.zip and in b.jsonl."""
    return (at for at, char in enumerate(where) if char in "!#")


def _refuse_change(known: dict[str, Any], now: dict[str, Any], output: Path) -> None:
    changed = [name for name, value in now.items() if known.get(name) != value]
    if changed:
        raise InputError(
            f"{output} was begun with another {', '.join(changed)}: give --restart to begin again, or another output"
        )


def _about(given: str) -> Iterator[dict[str, Any]]:
    """Name, size and hash of each file of an input."""
    if given == "-" or is_address(given):
        yield {"name": given}
        return
    for path in find_files(given):
        try:
            yield {"name": str(path), "bytes": path.stat().st_size, "blake2b": _hash(path)}
        except OSError as error:  # its articles are a line in failures.jsonl
            yield {"name": str(path), "problem": error.strerror}


def _hash(path: Path) -> str:
    made = blake2b(digest_size=16)
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            made.update(block)
    return made.hexdigest()
