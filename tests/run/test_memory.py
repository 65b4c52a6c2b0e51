"""What articles leave behind: new words are forgotten once many are known, and the garbage collector runs again."""

import gc
from collections.abc import Iterator

import pytest

from extractor import Article, Extractor
from extractor.run import memory
from extractor.run.jobs import Job, Kind, perform

TEXT = "Gunmen from {0} attacked the town of {0} on Sunday, said {0} {0}."


@pytest.fixture
def full(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> Iterator[Extractor]:
    """An Extractor that knows as many words as it may."""
    monkeypatch.setattr(memory, "KEPT", 0)
    yield extractor
    assert not in_zone(extractor)


def in_zone(extractor: Extractor) -> bool:
    return bool(extractor.nlp.vocab.in_memory_zone)  # type: ignore[attr-defined]


def knows(extractor: Extractor, word: str) -> bool:
    return word in extractor.nlp.vocab.strings


def test_first_words_are_kept(extractor: Extractor) -> None:
    extractor.extract(TEXT.format("Brelkonia"))
    assert knows(extractor, "Brelkonia")


def test_later_words_are_forgotten(full: Extractor) -> None:
    full.extract(TEXT.format("Dranquesta"))
    list(full.pipe([TEXT.format("Dranquestb"), TEXT.format("Dranquestc")]))
    assert not any(knows(full, word) for word in ("Dranquesta", "Dranquestb", "Dranquestc"))


def test_what_is_forgotten_changes_no_result(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [TEXT.format(word) for word in ("Ulmenvort", "Ulmenvart", "Ulmenvort")]
    alone = []
    for kept in (0, 10**9):
        monkeypatch.setattr(memory, "KEPT", kept)
        alone.append([extractor.extract(text).model_dump_json() for text in texts])
    assert alone[0] == alone[1]


def test_docs_that_are_given_out_keep_their_words(full: Extractor) -> None:
    doc = full.annotate(Article(id="a", text=TEXT.format("Fendrovska")))
    begun, _ = next(iter(perform(full, [Job(Kind.BEGIN, Article(id="b", text=TEXT.format("Gamplovska")))])))
    full.extract(TEXT.format("Hendrovska"))
    assert doc[2].text == "Fendrovska"
    assert begun[2].text == "Gamplovska"


def test_zones_of_the_user_go_on(full: Extractor) -> None:
    with full.nlp.memory_zone():
        full.extract(TEXT.format("Iskandovna"))
        assert in_zone(full)
        assert full.nlp.make_doc("Iskandovna")[0].text == "Iskandovna"


@pytest.mark.parametrize("runs", [True, False])
def test_the_collector_is_left_as_it_was(extractor: Extractor, runs: bool) -> None:
    try:
        if not runs:
            gc.disable()
        extractor.extract("Rain fell.")
        assert gc.isenabled() is runs
    finally:
        gc.enable()
