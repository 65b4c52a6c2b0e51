"""The batch job on Ray Data: the same rows, on one machine or on a cluster.

The inputs are first written to Parquet, with a number for each article. Ray reads these files; workers parse pages and
other documents and turn articles into rows by the same pool as `extractor batch`, with the same time limit; rows are
written to Parquet, a file for some hundred articles. After a stop (of a worker, of the driver, of the machine) the same
call hands Ray only the articles whose rows are not there. At the end the rows are put in order into the parts that
`extractor convert` and `extractor push` read. On a cluster `output` must lie on a file system that all machines share.

Ray's own checkpoints are not used: their filter needs CPUs and a GiB of memory of its own, and a run that cannot get
them waits for ever without a word.

Memory: about 700 MB a worker and 2 GB for Ray itself.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from logging import WARNING, getLogger
from os import cpu_count
from pathlib import Path
from typing import Any

from extractor.batch.inputs import list_inputs
from extractor.batch.parts import Parts, Tally, write_lines
from extractor.errors import InputError, MissingExtra
from extractor.incidents import Incident, LinkSettings
from extractor.incidents.linker import accounts_of
from extractor.incidents.partition import link_in_partitions
from extractor.incidents.reading import tellings_of
from extractor.pipeline import Extractor
from extractor.read import Reading, ReadOptions
from extractor.read.inputs import read_unparsed
from extractor.read.stored import from_row, to_row
from extractor.records import Extraction
from extractor.run.executor import Promise, kept
from extractor.run.jobs import MOST_TOGETHER, Job, Kind, ParseJob
from extractor.run.pool import Pool
from extractor.run.rows import Row
from extractor.settings import Settings, alone

ROWS_PER_FILE = 200  # articles; the most that each worker repeats after a stop
BYTES_PER_FILE = 64 << 20  # of articles and unparsed documents: a file is read into memory whole
PART_ARTICLES = 500


def run_distributed(
    inputs: Iterable[str | Path],
    output: str | Path,
    *,
    workers: int = 2,
    settings: Settings | None = None,
    read_options: ReadOptions | None = None,
    address: str | None = None,
    seconds: float = 120.0,
    progress: bool = False,
) -> Tally:
    """Articles of `inputs` -> parts and failures.jsonl in the folder `output`; near copies are extracted too.

    `address` is that of a Ray cluster; without it Ray starts on this machine. An article that takes longer than
    `seconds` fails. With `progress` Ray shows its bars and its log. Raises InputError, MissingExtra.

    >>> run_distributed(["news/"], Path("out"), workers=8).done  # doctest: +SKIP
    2000
    """
    ray = _ray()
    settings = alone(settings or Settings())
    output = Path(output).absolute()
    output.mkdir(parents=True, exist_ok=True)
    options = (read_options or ReadOptions()).checked().model_copy(update={"max_chars": settings.max_chars})
    _write_articles([str(given) for given in inputs], options, output / "articles", settings)
    left = _left(output)
    if left:
        _start(ray, address, progress)
        _extract(ray, left, output / "rows", (settings, options, seconds), workers)
    return _gather(output)


def link_distributed(
    results: Iterable[Extraction] | str | Path,
    *,
    workers: int = 2,
    settings: LinkSettings | None = None,
    address: str | None = None,
) -> list[Incident]:
    """The incidents of results, as `link` gives them; pairs are scored by `workers` of Ray, by country and fortnight.

    `address` is that of a Ray cluster; without it Ray starts on this machine. Raises InputError, MissingExtra.

    >>> link_distributed("out", workers=8)  # doctest: +SKIP
    """
    _ray()
    from ray.util.multiprocessing import Pool as RayPool

    accounts = accounts_of(tellings_of(results))
    with RayPool(processes=workers, ray_address=address) as pool:
        return link_in_partitions(accounts, settings, run=pool.imap)


def _ray() -> Any:
    """The library. Raises MissingExtra without it."""
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MissingExtra("Ray needs an extra: pip install 'news-event-extractor[ray]'") from error
    return ray


def _write_articles(inputs: list[str], options: ReadOptions, folder: Path, settings: Settings) -> None:
    """Number the articles and write them, once. Raises InputError when an earlier call began with something else."""
    made_with = {
        "settings": settings.model_dump(mode="json"),
        "reading": options.model_dump(mode="json"),
        "inputs": [one.about() for one in list_inputs(inputs)],
    }
    done = folder.with_suffix(".json")
    if done.is_file():
        _refuse_change(json.loads(done.read_text(encoding="utf-8")), made_with, folder.parent)
        return
    readings = read_unparsed(inputs, options)
    _write_table(({"number": f"{number:09}"} | to_row(one) for number, one in enumerate(readings)), folder)
    write_lines(done, [json.dumps(made_with)])


def _refuse_change(known: dict[str, Any], now: dict[str, Any], output: Path) -> None:
    """Raises InputError when an output was begun with other settings than those of now."""
    changed = [name for name in now if known.get(name) != now[name]]
    if changed:
        raise InputError(f"{output} was begun with other {', '.join(changed)}: give another output")


def _write_table(rows: Iterable[dict[str, Any]], folder: Path) -> list[str]:
    """Rows -> files in a folder; what it held is gone. The paths of the files."""
    import pyarrow
    import pyarrow.parquet

    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    files = []
    for some in _portions(rows):
        files.append(str(folder / f"{some[0]['number']}.parquet"))
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(some), files[-1])
    return files


def _portions(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows in lists of ROWS_PER_FILE; of fewer where they are large."""
    some: list[dict[str, Any]] = []
    size = 0
    for row in rows:
        some.append(row)
        size += sum(map(len, row.values()))
        if len(some) == ROWS_PER_FILE or size > BYTES_PER_FILE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _left(output: Path) -> list[str]:
    """Files with the articles that have no row yet."""
    articles = sorted(map(str, (output / "articles").glob("*.parquet")))
    done = _done(output / "rows")
    if not done:
        return articles
    return _write_table((row for row in _rows_of(articles) if row["number"] not in done), output / "left")


def _done(folder: Path) -> set[str]:
    """The numbers of the rows that are written. A file that broke off is removed."""
    import pyarrow
    import pyarrow.parquet

    done: set[str] = set()
    for path in sorted(folder.glob("*.parquet")):
        try:
            done.update(pyarrow.parquet.read_table(path, columns=["number"]).column("number").to_pylist())
        except (pyarrow.ArrowInvalid, OSError):
            path.unlink()
    return done


def _rows_of(files: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The rows of Parquet files, in order."""
    import pyarrow.parquet

    for path in files:
        yield from pyarrow.parquet.read_table(path).to_pylist()


class MakeRows:
    """A Ray actor with a worker process of its own, which turns batches of articles into batches of rows.

    The process is that of `extractor batch`: one that dies or hangs costs one article, and Ray notices nothing.
    """

    def __init__(self, settings: Settings, options: ReadOptions, seconds: float) -> None:
        self._pool = Pool(Extractor.from_settings, settings, 1, seconds)
        self._options = options

    def __call__(self, batch: Any) -> dict[str, list[str]]:
        """A pyarrow table of readings -> the numbers and the rows as JSON. Raises MissingExtra."""
        given = batch.to_pylist()
        readings = self._parsed([from_row(row, self._options) for row in given])
        promises = [self._promise(reading) for reading in readings]
        return {
            "number": [row["number"] for row in given],
            "row": [json.dumps(asdict(promise.outcome())) for promise in promises],
        }

    def _parsed(self, readings: list[Reading]) -> list[Reading]:
        """The readings with their documents parsed by the process."""
        promises = [kept(one) if one.unparsed is None else self._pool.submit(ParseJob(one)) for one in readings]
        return [promise.result() for promise in promises]

    def _promise(self, reading: Reading) -> Promise:
        """The row of an article to come, or that of one that could not be read."""
        if reading.article is None:
            return kept(Row(id=None, where=reading.where, problem=reading.problem))
        return self._pool.submit(Job(Kind.ROW, reading.article, reading.where))


def _start(ray: Any, address: str | None, progress: bool) -> None:
    """Start Ray, or join the cluster at an address, unless it runs already; it logs only with progress."""
    level = getLogger().getEffectiveLevel() if progress else WARNING
    getLogger("ray.data").setLevel(level)
    ray.data.DataContext.get_current().enable_progress_bars = progress
    if ray.is_initialized():
        return
    local = {} if address else {"num_cpus": max(2, cpu_count() or 1), "include_dashboard": False}
    ray.init(address=address, log_to_driver=progress, logging_level=level, **local)


_MadeWith = tuple[Settings, ReadOptions, float]  # what MakeRows takes


def _extract(ray: Any, files: list[str], rows: Path, made_with: _MadeWith, workers: int) -> None:
    ray.data.read_parquet(files, override_num_blocks=len(files)).map_batches(
        MakeRows,
        fn_constructor_args=made_with,
        batch_size=MOST_TOGETHER,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=workers),
        num_cpus=_share(ray.cluster_resources().get("CPU", 0.0), workers),
    ).write_parquet(str(rows))


def _share(cpus: float, workers: int) -> float:
    """CPUs that each worker claims. One is left over: Ray waits forever when there is none for reading and writing.

    >>> _share(2, 2), _share(8, 2), _share(1, 3)
    (0.5, 1.0, 0.0)
    """
    if cpus < 1:
        raise InputError("the Ray cluster has no CPU: start its nodes with --num-cpus")
    return min(1.0, (cpus - 1) / workers)


def _gather(output: Path) -> Tally:
    """Rows in any order -> parts in the order of the articles."""
    parts = Parts(output)
    parts.clear()
    tally = Tally()
    rows = _rows_in_order(output / "rows")
    for number, first in enumerate(rows):
        part = [first, *islice(rows, PART_ARTICLES - 1)]
        parts.write(number, part)
        for row in part:
            tally.add(row)
    write_lines(output / "failures.jsonl", parts.others("problem"))
    return tally


def _rows_in_order(folder: Path) -> Iterator[Row]:
    """The rows by number. Only the numbers are sorted in memory; each row is read when its turn comes."""
    import pyarrow.dataset

    if not folder.is_dir():  # there were no articles
        return
    files = pyarrow.dataset.dataset(folder, format="parquet")
    numbers = files.to_table(columns=["number"]).column("number").to_pylist()
    order = sorted(set(numbers))
    for first in range(0, len(order), PART_ARTICLES):
        some = order[first : first + PART_ARTICLES]
        between = (pyarrow.dataset.field("number") >= some[0]) & (pyarrow.dataset.field("number") <= some[-1])
        found = files.to_table(filter=between).to_pylist()
        # A batch that Ray has done again, after an actor was lost, is there twice, with the same content.
        rows = {row["number"]: row["row"] for row in found}
        yield from (_row_of(rows[number]) for number in some)


def _row_of(text: str) -> Row:
    given = json.loads(text)
    return Row(**{**given, "warnings": tuple(given["warnings"])})
