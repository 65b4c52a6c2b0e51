"""Archives that change between runs, and runs that are stopped: all is counted once, and nothing old is left.

Articles are not extracted: what is tried is the bookkeeping of a run, on thousands of articles a second.
"""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.batch import BatchOptions, Manifest, run_batch
from extractor.read.reading import parsed
from extractor.records import Extraction, Provenance
from extractor.run.executor import Promise, kept
from extractor.run.jobs import AnyJob, ParseJob
from extractor.run.rows import row_of

MADE_BY = Provenance(extractor="1", spacy="3", model="m", gazetteer="g", ontology="o", settings="s")
WORDS = [f"word{number}" for number in range(50)]
BAD = "{bad"
Archive = dict[str, list[str]]  # the names of files and their lines


class _Stopped(Exception):
    """The run was killed."""


class _Pool:
    """Gives each article an empty result, until it is stopped. An article that says so fails."""

    capacity = 8
    left = 0

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def made_by(self) -> dict[str, str]:
        return MADE_BY.model_dump()

    def submit(self, job: AnyJob) -> Promise:
        if isinstance(job, ParseJob):
            return kept(parsed(job.reading))
        _Pool.left -= 1
        if _Pool.left < 0:
            raise _Stopped
        fails = "FAIL" in job.article.text
        outcome = ValueError("no") if fails else Extraction(article=job.article, provenance=MADE_BY)
        return kept(row_of(job.article, job.where, outcome))


def some_line(pick: random.Random) -> str:
    """A new article, seldom one that fails or that cannot be read."""
    if pick.random() < 0.1:
        return BAD
    text = " ".join([*(pick.choice(WORDS) for _ in range(40)), "FAIL" if pick.random() < 0.1 else ""])
    known = {"text": text, "id": f"i{pick.randrange(10**6)}" if pick.random() < 0.5 else None}
    return json.dumps({name: value for name, value in known.items() if value})


def a_copy(archive: Archive, pick: random.Random) -> str:
    """A line of the archive, with one word changed or none."""
    lines = [line for some in archive.values() for line in some if line != BAD]
    if not lines:
        return BAD
    known = json.loads(pick.choice(lines))
    words = known["text"].split()
    words[pick.randrange(len(words))] = pick.choice(WORDS)
    return json.dumps({"text": " ".join(words)})


def _add_file(archive: Archive, pick: random.Random) -> None:
    archive[f"f{pick.randrange(30):02}.jsonl"] = [some_line(pick) for _ in range(pick.randrange(1, 12))]


def _remove_file(archive: Archive, pick: random.Random) -> None:
    if len(archive) > 1:
        del archive[pick.choice(sorted(archive))]


def _remove_line(lines: list[str], _: Archive, pick: random.Random) -> None:
    if lines:
        lines.pop(pick.randrange(len(lines)))


def _of_a_file(change: Callable[[list[str], Archive, random.Random], None]) -> Callable[[Archive, random.Random], None]:
    return lambda archive, pick: change(archive[pick.choice(sorted(archive))], archive, pick)


CHANGES: list[Callable[[Archive, random.Random], None]] = [
    _add_file,
    _remove_file,
    _of_a_file(lambda lines, _, pick: lines.append(some_line(pick))),
    _of_a_file(lambda lines, _, pick: lines.insert(pick.randrange(len(lines) + 1), some_line(pick))),
    _of_a_file(lambda lines, archive, pick: lines.insert(pick.randrange(len(lines) + 1), a_copy(archive, pick))),
    _of_a_file(_remove_line),
    _of_a_file(lambda lines, _, pick: pick.shuffle(lines)),
]


def write(folder: Path, archive: Archive) -> None:
    for path in folder.iterdir():
        path.unlink()
    for name, lines in archive.items():
        (folder / name).write_text("".join(f"{line}\n" for line in lines))


def check(output: Path, manifest: Manifest, archive: Archive) -> None:
    """Each line of the archive is accounted for once, with the text that it has now."""
    tally = manifest.tally
    parts = sorted(output.glob("part-?????.jsonl"))
    results = [json.loads(line) for part in parts for line in part.read_text().splitlines()]
    failures = list(map(json.loads, (output / "failures.jsonl").read_text().splitlines()))
    copies = list(map(json.loads, (output / "copies.jsonl").read_text().splitlines()))
    assert (tally.done, tally.failed, tally.copies) == (len(results), len(failures), len(copies))
    assert tally.read == len(results) + len(failures) + len(copies)
    assert {copy["copy_of"] for copy in copies} <= {result["article"]["id"] for result in results}
    places = [result["article"]["file"] for result in results] + [row["where"] for row in (*failures, *copies)]
    assert len(places) == len(set(places))
    wanted = {f"{name}#{at}" for name, lines in archive.items() for at in range(1, len(lines) + 1)}
    assert {name for name in map(_name, places) if name.partition("#")[0] in archive} == wanted
    for result in results:
        name, _, at = _name(result["article"]["file"]).partition("#")
        if name in archive:
            assert json.loads(archive[name][int(at) - 1])["text"] == result["article"]["text"]


def _name(where: str) -> str:
    return where.rpartition("/")[2]


def try_archive(seed: int, folder: Path) -> None:
    """Some runs over an archive that changes; most are stopped somewhere."""
    pick, archive = random.Random(seed), Archive()
    source, output = folder / "news", folder / "out"
    source.mkdir(parents=True)
    _add_file(archive, pick)
    for _ in range(pick.randrange(2, 8)):
        for _ in range(pick.randrange(3)):
            pick.choice(CHANGES)(archive, pick)
        write(source, archive)
        _Pool.left = pick.choice((pick.randrange(20), 10**6))
        try:
            check(output, run(source, output), archive)
        except _Stopped:
            continue
    _Pool.left = 10**6
    check(output, run(source, output), archive)


def run(source: Path, output: Path) -> Manifest:
    return run_batch([source], output, options=BatchOptions(part_articles=3))


def try_archives(seeds: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.run.Pool", _Pool)
    for seed in seeds:
        try_archive(seed, folder / str(seed))


def test_archives_that_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try_archives(range(40), tmp_path, monkeypatch)


@pytest.mark.slow
def test_two_thousand_archives_that_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try_archives(range(2_000), tmp_path, monkeypatch)
