"""One run over an archive: read, extract, write parts, and at the end the data set with its manifest."""

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from extractor._version import __version__
from extractor.batch.comparing import Comparison
from extractor.batch.inputs import Changes, Input, changes, check_known, list_inputs
from extractor.batch.lock import LOCK, only_run
from extractor.batch.near import read_back, signature
from extractor.batch.originals import Member, Originals
from extractor.batch.own_places import never_found
from extractor.batch.parts import Parts, Segment, Tally, write_lines
from extractor.errors import InputError
from extractor.pipeline import Extractor
from extractor.read import Reading, ReadOptions
from extractor.read.inputs import refuse_overwriting
from extractor.records import Article
from extractor.run.executor import Promise, kept
from extractor.run.jobs import Job, Kind, ParseJob
from extractor.run.order import in_order
from extractor.run.pool import Pool
from extractor.run.rows import Row, content_of
from extractor.settings import Settings, alone

Progress = Callable[[Tally, int | None], None]  # numbers so far, and how many articles there are if that is known


class BatchOptions(BaseModel):
    """Options of a run.

    workers        processes; the output does not depend on them
    seconds        time limit for one article
    part_articles  articles in one part, the most that a crash can cost
    keep_copies    extract near copies of an article too
    only           ids or places of the only articles to extract, as after a failure
    writes         files that are made of the results afterwards: a later run does not read them as inputs
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    workers: int = 1
    seconds: float = 120.0
    part_articles: int = 500
    keep_copies: bool = False
    only: frozenset[str] | None = None
    writes: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The account of a run. `skipped` articles were done by an earlier run; `seconds` are those of this one.

    `places_never_found` are places of the user's file that no article named. Of the inputs of an earlier call,
    `inputs_changed` were read again, and `inputs_gone` were not named any more: their articles stay.
    """

    inputs: list[dict[str, Any]]
    made_by: dict[str, Any]
    tally: Tally
    skipped: int
    seconds: float
    places_never_found: list[str] = field(default_factory=list)
    inputs_changed: list[str] = field(default_factory=list)
    inputs_gone: list[str] = field(default_factory=list)


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

    Stopped at any point, the same call goes on where it was; inputs that are new or changed since are read behind the
    others. Raises InputError when settings or versions are not those of the parts that are there, unless `restart`
    throws these away.

    >>> run_batch(["news/"], Path("out")).tally.done  # doctest: +SKIP
    2000
    """
    begun = time.monotonic()
    output = Path(output)
    _check_numbers(options or BatchOptions())
    settings = alone(settings or Settings())
    run = _Run(
        given=[str(given) for given in inputs],
        output=output,
        settings=settings,
        options=options or BatchOptions(),
        reading=(read_options or ReadOptions()).model_copy(update={"max_chars": settings.max_chars}),
        progress=progress or (lambda tally, total: None),
    )
    with only_run(output):
        skipped = run.prepare(restart)
        run.extract(skipped)
        return run.finish(skipped, time.monotonic() - begun)


def _check_numbers(options: BatchOptions) -> None:
    """Raises InputError for a number that no run can have."""
    for name in ("workers", "seconds", "part_articles"):
        if not getattr(options, name) > 0:  # nan is not
            raise InputError(f"{name} is {getattr(options, name)}: give a number above 0")


@dataclass(frozen=True, slots=True)
class _Given:
    """A reading of an input; behind the last one `ended` is the hash of the input."""

    input: str
    reading: Reading
    ended: str | None


@dataclass(slots=True)
class _Run:
    given: list[str]
    output: Path
    settings: Settings
    options: BatchOptions
    reading: ReadOptions
    progress: Progress
    changes: Changes = field(default_factory=lambda: Changes([], [], [], []))
    parts: Parts = field(init=False)

    def __post_init__(self) -> None:
        self.parts = Parts(self.output)

    @property
    def state(self) -> Path:
        return self.output / "state.json"

    def prepare(self, restart: bool) -> int:
        """Make or check the folder, and take out what is of changed inputs; gives the number of articles done."""
        known = self._state() if self.state.is_file() and not restart else None
        if not self.state.is_file() and any(not path.name.startswith(LOCK) for path in self.output.iterdir()):
            raise InputError(f"{self.output} is not empty and holds no run: give a new folder")
        if known is None:
            self.parts.clear()
        else:
            _refuse_change(known, self._made_with(), self.output)
        before = (known or {}).get("inputs", [])
        own = [self.output, *(self.options.writes if known is not None else ())]
        found = list_inputs(self.given, own)
        refuse_overwriting((Path(one.name) for one in found if one.is_file), self.options.writes)
        self.changes = changes(before, found)
        self._redo()
        self._write_state((known or {}) | self._made_with())
        tally = self.parts.tally()
        return tally.read + tally.passed

    def _redo(self) -> None:
        """Take the articles of changed inputs out of the parts; those of one that only grew stay."""
        segments = self._segments()
        inputs = {one.name: one for one in self.changes.inputs}
        with self._comparison() as comparison:
            redone = [
                name
                for name in self.changes.changed
                if not comparison.begins_as(inputs[name], segments.get(name, []), self.reading)
            ]
        if redone:
            again = self.parts.with_copies_of(redone) - set(self.changes.gone)
            self.parts.drop(again)
            self.changes = self.changes.behind(again)

    def _comparison(self) -> Comparison:
        return Comparison(self.settings, self.options.workers, self.options.seconds)

    def _segments(self) -> dict[str, list[Segment]]:
        """What of each input the parts hold."""
        found: dict[str, list[Segment]] = {}
        for segment in self.parts.segments():
            found.setdefault(segment.input, []).append(segment)
        return found

    def _state(self) -> dict[str, Any]:
        """What the run was begun with. Raises InputError when that cannot be read."""
        try:
            known = dict(json.loads(self.state.read_text(encoding="utf-8")))
            check_known(known.get("inputs", []))
        except (ValueError, TypeError) as error:
            raise InputError(f"{self.state} is damaged: give --restart to begin again") from error
        return known

    def _write_state(self, known: dict[str, Any]) -> None:
        """Write what the run was made with and what its inputs were."""
        inputs = [one.about() for one in self.changes.inputs]
        write_lines(self.state, [json.dumps(known | {"inputs": inputs}, indent=2)])

    def _made_with(self) -> dict[str, Any]:
        """The version and the options that results depend on."""
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
        readings = self._left()
        first = next(readings, None)
        if first is None:
            return
        with Pool(Extractor.from_settings, self.settings, self.options.workers, self.options.seconds) as pool:
            self._check_versions(pool.made_by(), skipped)
            originals = Originals(pool)
            members = chain(self._stored(), self._members(chain((first,), readings), pool))
            rows = in_order(originals.promises(members), pool.capacity)
            tally = self.parts.tally()
            number = len(self.parts.complete())
            self.parts.clear(number)
            counted = self._counted(rows, tally, originals, tally.read + tally.passed)
            while part := list(islice(counted, self.options.part_articles)):
                self.parts.write(number, part)
                number += 1

    def _counted(self, rows: Iterator[Row], tally: Tally, originals: Originals, before: int) -> Iterator[Row]:
        """Rows as they come, counted for the progress and the report."""
        about = [one.articles for one in self.changes.inputs]
        guess = None if None in about else sum(count or 0 for count in about)
        for row in rows:
            tally.add(row)
            self.progress(tally, before + originals.fresh if originals.has_all else guess)
            yield row

    def _left(self) -> Iterator[_Given]:
        """The readings that no part covers. Raises InputError when a stream does not begin as it did."""
        segments = self._segments()
        for one in self.changes.inputs:
            known = segments.get(one.name, [])
            is_whole = bool(known) and known[-1].ended is not None and known[-1].ended == one.blake2b
            if is_whole or one.name in self.changes.gone:
                continue
            readings = one.readings(self.reading)
            if one.is_file:
                _pass_over(readings, known)
            else:
                self._check_stream(readings, known)
            yield from _given(one, readings)

    def _check_stream(self, readings: Iterator[Reading], segments: list[Segment]) -> None:
        """Raises InputError when a stream does not begin with what is done of it."""
        with self._comparison() as comparison:
            if not comparison.are_as_before(readings, segments):
                raise InputError(f"the inputs are not those that {self.output} was begun with: give --restart")

    def _stored(self) -> Iterator[Member]:
        """What earlier calls made of the articles, for finding copies."""
        if self.options.keep_copies:
            return
        for line in self.parts.log():
            sign = read_back(line["near"]) if "near" in line else None
            row = Row(line.get("id"), line["where"], problem=line.get("problem"), copy_of=line.get("copy_of"))
            yield Member(
                line.get("id"), sign=sign, is_dated=line.get("dated", False), chars=line.get("chars", 0), row=row
            )

    def _check_versions(self, made_by: dict[str, str], skipped: int) -> None:
        """Raises InputError when what was done before was made by another version."""
        known = self._state()
        if skipped and known.get("made_by") is not None:
            _refuse_change(known["made_by"], made_by, self.output)
        self._write_state(known | {"made_by": made_by})

    def _members(self, readings: Iterable[_Given], pool: Pool) -> Iterator[Member]:
        """The articles as members of groups of copies; what is none has its row already."""
        for given in self._parsed(readings, pool):
            article = given.reading.article
            if article is not None and self._wanted(given.reading):
                yield self._member(given, article)
            else:
                yield Member(None, promise=kept(self._row_without_result(given)))

    def _row_without_result(self, given: _Given) -> Row:
        """The row of an article that is not wanted, or that could not be read."""
        reading = given.reading
        row = Row(None, reading.where, input=given.input, ended=given.ended)
        if not self._wanted(reading):
            known = None if reading.article is None else reading.article.id
            return replace(row, id=known, content=content_of(reading.article))
        return replace(row, problem=reading.problem)

    def _member(self, given: _Given, article: Article) -> Member:
        """An article with what tells whether it is a copy."""
        is_compared = not self.options.keep_copies and len(article.text) <= self.settings.max_chars
        return Member(
            article.id,
            input=given.input,
            ended=given.ended,
            sign=signature(article.text) if is_compared else None,
            is_dated=article.published is not None,
            chars=len(article.text),
            job=Job(Kind.ROW, article, given.reading.where),
        )

    def _parsed(self, readings: Iterable[_Given], pool: Pool) -> Iterator[_Given]:
        """The readings with their documents parsed by the workers, some ahead. Raises MissingExtra."""
        waiting: deque[_Given] = deque()

        def promise(given: _Given) -> Promise:
            waiting.append(given)
            if given.reading.unparsed is None:
                return kept(given.reading)
            return pool.submit(ParseJob(given.reading))

        for outcome in in_order(map(promise, readings), pool.capacity):
            if isinstance(outcome, Exception):
                raise outcome
            yield replace(waiting.popleft(), reading=outcome)

    def _wanted(self, reading: Reading) -> bool:
        """Whether `only` names the article, its place in the input, or the input that it is in."""
        only = self.options.only
        if only is None or (reading.article is not None and reading.article.id in only):
            return True
        if reading.where in only:
            return True
        return any(reading.where[:at] in only for at in _ends(reading.where))

    def finish(self, skipped: int, seconds: float) -> Manifest:
        """Write failures, copies and the manifest."""
        parts = self.parts
        parts.give_up_copies(self.changes.gone)
        write_lines(self.output / "failures.jsonl", parts.others("problem"))
        write_lines(self.output / "copies.jsonl", parts.others("copy_of"))
        made_by = {name: value for name, value in self._state().items() if name != "inputs"}
        manifest = Manifest(
            inputs=[one.about() for one in self.changes.inputs],
            made_by=made_by,
            tally=parts.tally(),
            skipped=skipped,
            seconds=round(seconds, 1),
            places_never_found=never_found(parts.results(), file) if (file := self.settings.places_file) else [],
            inputs_changed=self.changes.changed,
            inputs_gone=self.changes.gone,
        )
        write_lines(self.output / "manifest.json", [json.dumps(asdict(manifest), indent=2, ensure_ascii=False)])
        return manifest


def _given(one: Input, readings: Iterator[Reading]) -> Iterator[_Given]:
    """The readings of an input, the last one marked."""
    before = next(readings, None)
    for reading in readings:
        assert before is not None
        yield _Given(one.name, before, None)
        before = reading
    if before is not None:
        yield _Given(one.name, before, one.blake2b)


def _pass_over(readings: Iterator[Reading], segments: list[Segment]) -> None:
    """Pass over the articles that an earlier run has done."""
    for _ in islice(readings, sum(segment.rows for segment in segments)):
        pass


def _ends(where: str) -> Iterator[int]:
    """Where the names of the inputs end that a place lies in: "a.zip!b.jsonl#3" lies in a.zip and in b.jsonl."""
    return (at for at, char in enumerate(where) if char in "!#")


def _refuse_change(known: dict[str, Any], now: dict[str, Any], output: Path) -> None:
    """Raises InputError when an output was begun with other settings than those of now."""
    changed = [name for name, value in now.items() if known.get(name) != value]
    if changed:
        raise InputError(
            f"{output} was begun with another {', '.join(changed)}: give --restart to begin again, or another output"
        )
