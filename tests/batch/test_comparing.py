"""A changed input is compared with what is done of it; its documents are parsed by workers, under the time limit."""

from itertools import islice
from pathlib import Path
from zipfile import ZipFile

from extractor.batch.comparing import Comparison
from extractor.batch.inputs import Input
from extractor.batch.parts import Segment, digest
from extractor.read import ReadOptions
from extractor.read.reading import parsed
from extractor.run.rows import content_of
from extractor.settings import Settings

PAGE = "<html><body><h1>Rain</h1><p>Rebels seized Aleppo on Saturday, the army said.</p></body></html>"


def archive(path: Path, *names: str) -> Input:
    with ZipFile(path, "w") as made:
        for name in names:
            made.writestr(name, PAGE.replace("Rain", name))
    return Input(str(path), blake2b="now")


def done_of(given: Input, count: int) -> Segment:
    """What a run remembers of the first articles of an input."""
    readings = [parsed(one) for one in islice(given.readings(ReadOptions()), count)]
    rows = [(one.article.id if one.article else None, one.where, content_of(one.article)) for one in readings]
    assert all(one.article is not None for one in readings)
    return Segment(input=given.name, rows=count, digest=digest(rows), ended=None)


def test_an_archive_of_pages_that_grew_begins_as_it_did(tmp_path: Path) -> None:
    done = done_of(archive(tmp_path / "a.zip", "a.html", "b.html"), 2)
    with Comparison(Settings(), workers=1, seconds=120) as comparison:
        assert comparison.begins_as(archive(tmp_path / "a.zip", "a.html", "b.html", "c.html"), [done], ReadOptions())
        assert not comparison.begins_as(archive(tmp_path / "a.zip", "a.html", "c.html"), [done], ReadOptions())
        assert not comparison.begins_as(archive(tmp_path / "a.zip", "a.html"), [done], ReadOptions())


def test_a_page_that_takes_too_long_counts_as_changed(tmp_path: Path) -> None:
    given = archive(tmp_path / "a.zip", "a.html")
    done = done_of(given, 1)
    with Comparison(Settings(), workers=1, seconds=1e-9) as comparison:
        assert not comparison.begins_as(given, [done], ReadOptions())
