"""Which of several near copies is extracted."""

import pytest

from extractor.batch import near
from extractor.batch.near import signature
from extractor.batch.originals import Member, Originals
from extractor.read.article import make_article
from extractor.run.executor import Promise, kept
from extractor.run.jobs import AnyJob, Job, Kind
from extractor.run.rows import Row, row_of

STORY = " ".join(f"word{n}" for n in range(80))


class Fake:
    """An executor whose articles fail when their text says so."""

    capacity = 1

    def __init__(self) -> None:
        self.done: list[str] = []

    def submit(self, job: AnyJob) -> Promise:
        assert isinstance(job, Job)
        self.done.append(job.article.id)
        fails = "fail" in job.article.text
        return kept(row_of(job.article, "x", ValueError("no")) if fails else Row(job.article.id, "x", json="{}"))

    def advance(self) -> None:
        raise AssertionError


def member(number: int, text: str, row: Row | None = None) -> Member:
    day = "2024-12-01" if "dated" in text else None
    article = make_article({"id": str(number), "text": text, "published": day, "source": f"Paper {number}"})
    job = Job(Kind.ROW, article, "x") if row is None else None
    return Member(article.id, sign=signature(text), is_dated=day is not None, chars=len(text), job=job, row=row)


def fates(*texts: str, ahead: int = 100, before: tuple[Row, ...] = ()) -> list[str]:
    """What becomes of each article that no earlier run had: "done", "failed" or the id that it is a copy of."""
    stored = [member(int(str(row.id)), STORY, row) for row in before]
    fresh = [member(len(before) + number, text) for number, text in enumerate(texts)]
    promises = Originals(Fake(), ahead).promises([*stored, *fresh])
    rows = [promise.outcome() for promise in promises]
    return [row.copy_of or ("failed" if row.problem else "done") for row in rows]


CASES = {
    "no copies": (("One text.", "Another text."), ["done", "done"]),
    "equals": ((STORY, STORY), ["done", "0"]),
    "a longer one comes later": ((STORY, f"{STORY} and more"), ["1", "done"]),
    "a dated one comes later": ((f"{STORY} and more", f"dated {STORY}"), ["1", "done"]),
    "of two dated ones the longer": ((STORY, f"dated {STORY}", f"dated {STORY} and"), ["2", "2", "done"]),
    "the best fails": ((f"dated fail {STORY}", STORY, f"{STORY} and"), ["failed", "2", "done"]),
    "the best comes last and fails": ((STORY, f"dated fail {STORY}"), ["done", "failed"]),
    "all fail": ((f"fail {STORY}", f"fail {STORY}"), ["failed", "failed"]),
    "two stories": ((STORY, "Rain in Rome.", STORY, "rain in Rome"), ["done", "done", "0", "1"]),
}


@pytest.mark.parametrize("name", CASES)
def test_the_dated_and_longest_is_kept(name: str) -> None:
    texts, expected = CASES[name]
    assert fates(*texts) == expected


def test_a_better_copy_that_comes_too_late_is_a_copy() -> None:
    others = [f"Text number {n}." for n in range(5)]
    assert fates(STORY, *others, f"dated {STORY}", ahead=3) == ["done", *["done"] * 5, "0"]


def test_the_copy_tells_where_it_was_printed() -> None:
    rows = [
        promise.outcome() for promise in Originals(Fake()).promises([member(0, STORY), member(1, f"dated {STORY}")])
    ]
    assert rows[0].about == {"source": "Paper 0"}
    rows = [
        promise.outcome() for promise in Originals(Fake()).promises([member(0, f"dated {STORY} "), member(1, STORY)])
    ]
    assert (rows[1].copy_of, rows[1].about) == ("0", {"source": "Paper 1"})


def test_only_what_is_kept_is_extracted() -> None:
    executor = Fake()
    for promise in Originals(executor).promises([member(n, f"{STORY} {'x ' * n}") for n in range(4)]):
        promise.outcome()
    assert executor.done == ["3"]


BEFORE = {
    "its original is done": ((Row("0", "x"),), ["0", "0"]),
    "its original failed": ((Row("0", "x", problem="no"),), ["2", "done"]),
    "another took its place": ((Row("0", "x", problem="no"), Row("1", "x")), ["1", "1"]),
    "the chosen one is still to come": ((Row("0", "x", copy_of="2"),), ["2", "done"]),
    "the chosen one is gone": ((Row("0", "x", copy_of="gone"),), ["gone", "gone"]),
}


@pytest.mark.parametrize("name", BEFORE)
def test_what_an_earlier_run_did_stays_done(name: str) -> None:
    before, expected = BEFORE[name]
    assert fates(STORY, f"{STORY} longer", before=before) == expected


@pytest.mark.parametrize("stop", range(1, 9))
def test_stopped_anywhere_it_decides_the_same(stop: int) -> None:
    texts = [
        STORY,
        f"fail dated {STORY}",
        "Rain in Rome.",
        f"dated {STORY}",
        f"{STORY} x",
        "rain in Rome",
        STORY,
        "Snow.",
    ]
    whole = [promise.outcome() for promise in Originals(Fake()).promises([member(n, t) for n, t in enumerate(texts)])]
    again = Originals(Fake()).promises(member(n, text, whole[n] if n < stop else None) for n, text in enumerate(texts))
    assert [promise.outcome() for promise in again] == whole[stop:]


def test_signatures_do_not_depend_on_the_size_of_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = near.signature(STORY)
    monkeypatch.setattr(near, "AT_ONCE", 7)
    assert (near.signature(STORY) == whole).all()
