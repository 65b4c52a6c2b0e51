"""What lies in real archives: exports of services and spreadsheets, links, files whose end was never written."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from containers import problems
from samples import TEXT

from extractor import Extractor
from extractor.read import read

ONE, TWO = {"id": "1", "text": f"{TEXT} 0"}, {"id": "2", "text": f"{TEXT} 1"}
ROW = f'1;"{TEXT}";02.12.2024'

# name of the file, its content, the ids of the articles in it, what is said of the rest
KINDS: dict[str, tuple[str, str, list[str], str]] = {
    "objects over several lines": (
        "a.json",
        f"{json.dumps(ONE, indent=2)}\n{json.dumps(TWO, indent=2)}",
        ["1", "2"],
        "",
    ),
    "the same, named lines": ("a.jsonl", f"{json.dumps(ONE, indent=2)}\n{json.dumps(TWO, indent=2)}\n", ["1", "2"], ""),
    "a list over several lines, named lines": ("a.jsonl", json.dumps([ONE, TWO], indent=1), ["1", "2"], ""),
    "a list with a member a line, named lines": (
        "a.jsonl",
        f"[\n{json.dumps(ONE)},\n{json.dumps(TWO)}\n]\n",
        ["1", "2"],
        "",
    ),
    "an object and rubbish": ("a.json", f"{json.dumps(ONE)} and more", [], "is not JSON"),
    "documents of an index": ("a.jsonl", json.dumps({"_id": "7", "_source": {"text": TEXT}}), ["7"], ""),
    "the answer of an index": (
        "a.json",
        json.dumps({"hits": {"total": 1, "hits": [{"_id": "7", "_source": {"text": TEXT}}]}}),
        ["7"],
        "",
    ),
    "the answer of a service": ("a.json", json.dumps({"response": {"docs": [ONE, TWO]}}), ["1", "2"], ""),
    "fields of other names": (
        "a.jsonl",
        json.dumps({"n": 1, "words": TEXT}),
        [],
        "of the fields n, words",
    ),
    "a table without a header": ("a.csv", f"7,{TEXT[:20]}\n8,more\n", [], "of the fields 7, "),
    "a table that names its delimiter": ("a.csv", f"sep=;\nid;text;date\n{ROW}\n", ["1"], ""),
    "a table with bars": ("a.csv", f"id|text\n1|{TEXT}\n", ["1"], ""),
    "zeros at the end": ("a.jsonl", json.dumps(ONE) + "\n" + "\0" * 3000, ["1"], "not JSON"),
    "no letter at all": ("a.txt", "\u200b \ufeff --- \n", [], "there is no text"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str, tmp_path: Path) -> None:
    name, content, ids, told = KINDS[kind]
    (tmp_path / name).write_text(content, encoding="utf-8")
    readings = list(read([tmp_path / name]))
    assert [reading.article.id for reading in readings if reading.article] == ids
    assert told in " ".join(problems(readings))
    assert bool(problems(readings)) is bool(told)


def test_of_two_columns_of_one_name_the_first_counts(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"text,text,id\n{TEXT.replace(',', '')},no,1\n,{TEXT.replace(',', '')} 1,2\n")
    assert all(TEXT[:10] in reading.article.text for reading in read([tmp_path / "a.csv"]) if reading.article)


def test_what_is_no_file_of_a_folder_is_told(tmp_path: Path) -> None:
    folder, other = tmp_path / "news", tmp_path / "older"
    folder.mkdir()
    other.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").symlink_to(tmp_path / "none.txt")
    (folder / "c").symlink_to(other)
    (folder / "again").symlink_to(folder)
    os.mkfifo(folder / "d.txt")
    readings = list(read([folder]))
    told = {Path(one.where).name: str(one.problem) for one in readings if one.problem}
    assert sum(one.article is not None for one in readings) == 1
    assert {name: problem[:22] for name, problem in told.items()} == {
        "again": "it is a link to a fold",
        "b.txt": "it is a link that lead",
        "c": "it is a link to a fold",
        "d.txt": "it is a pipe or a devi",
    }


@pytest.mark.parametrize(("given", "id"), [(" ", None), ("", None), (" x ", "x"), ("a\0b", "a\ufffdb"), (0, None)])
def test_ids_that_no_table_can_hold(given: Any, id: str | None, extractor: Extractor) -> None:  # noqa: A002
    found = extractor.extract({"text": TEXT, "id": given}).article.id
    assert found == (id or extractor.extract(TEXT).article.id)
