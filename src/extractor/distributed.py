"""The batch job on Ray Data: the same rows, on one machine or on a cluster.

The articles are first written to Parquet, with a number each. Ray reads these files, workers turn articles into rows by
the same function as `extractor batch`, and rows are written to Parquet. Ray's checkpoint keeps the numbers of rows that
are written: after a stop (of a worker, of the driver, of the machine) the same call does only what is missing. At the
end the rows are put in order into the parts that `extractor convert` and `extractor push` read. On a cluster `output`
must lie on a file system that all machines share.

Memory: about 600 MB a worker and 2 GB for Ray itself. A worker that dies is started again, and Ray repeats its
articles. Ray has no time limit for an article; `extractor batch` has.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import islice
from os import cpu_count
from pathlib import Path
from typing import Any

from extractor.batch.parts import Parts, Tally, write_lines
from extractor.errors import InputError, MissingExtra
from extractor.read import Reading, ReadOptions, read
from extractor.records import Article
from extractor.run.jobs import Job, Kind, perform
from extractor.run.rows import Row
from extractor.settings import Settings, alone

ROWS_AT_ONCE = 8  # articles that a worker takes; the most it repeats after a crash
ROWS_PER_FILE = 1_000
PART_ARTICLES = 500


def run_distributed(
    inputs: Iterable[str | Path],
    output: Path,
    *,
    workers: int = 2,
    settings: Settings | None = None,
    read_options: ReadOptions | None = None,
    address: str | None = None,
) -> Tally:
    """Articles of `inputs` -> parts and failures.jsonl in the folder `output`; near copies are extracted too.

    `address` is that of a Ray cluster; without it Ray starts on this machine. Raises InputError, MissingExtra.

    >>> run_distributed(["news/"], Path("out"), workers=8).done  # doctest: +SKIP
    2000
    """
    ray = _ray()
    settings = alone(settings or Settings())
    output = output.absolute()
    output.mkdir(parents=True, exist_ok=True)
    _write_articles(read(inputs, read_options), output / "articles", settings)
    if not ray.is_initialized():
        local = {} if address else {"num_cpus": max(2, cpu_count() or 1), "include_dashboard": False}
        ray.init(address=address, log_to_driver=False, **local)
    _extract(ray, output, workers, settings)
    return _gather(output)


def _ray() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MissingExtra("Ray needs an extra: pip install 'news-event-extractor[ray]'") from error
    return ray


def _write_articles(readings: Iterable[Reading], folder: Path, settings: Settings) -> None:
    """Number the articles and write them, once: the folder of an earlier call with the same settings is kept."""
    import pyarrow
    import pyarrow.parquet

    made_with = {"settings": settings.model_dump(mode="json")}
    done = folder.with_suffix(".json")
    if done.is_file():
        if json.loads(done.read_text(encoding="utf-8")) != made_with:
            raise InputError(f"{folder.parent} was begun with other settings: give another output")
        return
    folder.mkdir(exist_ok=True)
    rows = (_numbered(number, reading) for number, reading in enumerate(readings))
    for first in rows:
        some = [first, *islice(rows, ROWS_PER_FILE - 1)]
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(some), folder / f"{first['number']}.parquet")
    write_lines(done, [json.dumps(made_with)])


def _numbered(number: int, reading: Reading) -> dict[str, str]:
    article = reading.article.model_dump_json() if reading.article else ""
    return {"number": f"{number:09}", "where": reading.where, "article": article, "problem": reading.problem or ""}


class MakeRows:
    """A Ray actor: loads the pipeline once, then turns batches of articles into batches of rows."""

    def __init__(self, settings: Settings) -> None:
        from extractor.pipeline import Extractor

        self.extractor = Extractor.from_settings(settings)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[str]]:
        """Columns of articles -> the numbers and the rows as JSON."""
        columns = [tuple(map(str, row)) for row in zip(batch["where"], batch["article"], batch["problem"], strict=True)]
        readable = [(where, Article.model_validate_json(text)) for where, text, problem in columns if not problem]
        jobs = [Job(Kind.ROW, article, where) for where, article in readable]
        made = iter(list(perform(self.extractor, jobs, pack=True)))
        rows = [Row(id=None, where=where, problem=problem) if problem else next(made) for where, _, problem in columns]
        return {
            "number": [str(number) for number in batch["number"]],
            "row": [json.dumps(asdict(row)) for row in rows],
        }


def _extract(ray: Any, output: Path, workers: int, settings: Settings) -> None:
    from ray.data.checkpoint import CheckpointConfig

    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.checkpoint_config = CheckpointConfig(
        id_column="number", checkpoint_path=str(output / "checkpoint"), delete_checkpoint_on_success=False
    )
    ray.data.read_parquet(str(output / "articles")).map_batches(
        MakeRows,
        fn_constructor_args=(settings,),
        batch_size=ROWS_AT_ONCE,
        compute=ray.data.ActorPoolStrategy(size=workers),
        num_cpus=_share(ray.cluster_resources()["CPU"], workers),
    ).write_parquet(str(output / "rows"))


def _share(cpus: float, workers: int) -> float:
    """CPUs that each worker claims. Ray waits forever when they claim all, because reading and writing need one too.

    >>> _share(2, 2)
    0.5
    """
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

    files = pyarrow.dataset.dataset(folder, format="parquet")
    numbers = files.to_table(columns=["number"]).column("number").to_pylist()
    order = sorted(set(numbers))
    for first in range(0, len(order), PART_ARTICLES):
        some = order[first : first + PART_ARTICLES]
        between = (pyarrow.dataset.field("number") >= some[0]) & (pyarrow.dataset.field("number") <= some[-1])
        found = files.to_table(filter=between).to_pylist()
        # A batch that was written but not yet noted in the checkpoint is there twice, with the same content.
        rows = {row["number"]: row["row"] for row in found}
        yield from (_row_of(rows[number]) for number in some)


def _row_of(text: str) -> Row:
    given = json.loads(text)
    return Row(**{**given, "warnings": tuple(given["warnings"])})
