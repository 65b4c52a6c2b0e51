"""Jobs in groups: the same results as one by one, and an article that fails costs the others nothing."""

import sys
from pathlib import Path
from typing import Any

import pytest
from samples import PAGE, TEXT, TITLE
from spacy.tokens import Doc

from extractor import Extractor, InputError, MissingExtra, WorkerLost
from extractor.annotate.parse import pipeline as parse
from extractor.read.article import make_article
from extractor.read.inputs import read_unparsed
from extractor.read.reading import ReadOptions, later
from extractor.run.executor import InProcess
from extractor.run.jobs import MOST_CHARS, AnyJob, Job, Kind, ParseJob, failed, group_size, perform


def jobs(texts: list[str], kind: Kind = Kind.EXTRACT) -> list[Job]:
    return [Job(kind, make_article(text), f"#{at}") for at, text in enumerate(texts)]


def test_together_is_the_same_as_alone(extractor: Extractor, articles: list[dict[str, Any]]) -> None:
    alone = [extractor.extract(article).model_dump_json() for article in articles]
    assert [result.model_dump_json() for result in extractor.pipe(articles)] == alone


def test_docs_are_equal_to_the_bit(extractor: Extractor, articles: list[dict[str, Any]]) -> None:
    texts = [article["text"] for article in articles[:8]]
    for doc, text in zip(parse.parse_many(extractor.nlp, texts), texts, strict=True):
        alone = parse.parse(extractor.nlp, text)
        assert doc.to_bytes(exclude=["user_data"]) == alone.to_bytes(exclude=["user_data"])


@pytest.mark.parametrize(
    ("lengths", "size"),
    [([], 0), ([1] * 20, 16), ([MOST_CHARS + 1, 1], 1), ([MOST_CHARS - 1, 1, 1], 2), ([5], 1)],
)
def test_groups_are_bounded(lengths: list[int], size: int) -> None:
    assert group_size(jobs(["x" * length for length in lengths])) == size


def test_a_failing_article_costs_only_itself(extractor: Extractor) -> None:
    short = Extractor(model=extractor.nlp, max_chars=20)
    first, second, third = perform(short, jobs(["Rain fell.", "x" * 21, "Snow fell."]))
    assert (first.article.text, third.article.text) == ("Rain fell.", "Snow fell.")
    assert isinstance(second, InputError)
    row = list(perform(short, jobs(["Rain fell.", "x" * 21], Kind.ROW)))[1]
    assert str(row.problem).startswith("InputError: article ")


def test_a_text_that_breaks_the_parser_is_left_alone(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(doc: Doc) -> Doc:
        if "boom" in doc.text:
            raise RuntimeError("boom")
        return doc

    monkeypatch.setattr(extractor.nlp, "_components", [*extractor.nlp._components, ("broken", broken)])
    monkeypatch.setattr(parse, "_parses_alike_together", lambda nlp: True)
    good, bad, fine = perform(extractor, jobs(["Rain fell.", "It went boom.", "Snow fell."]))
    assert good.article.text == "Rain fell."
    assert isinstance(bad, RuntimeError)
    assert fine.article.text == "Snow fell."


def test_pipe_names_the_article_that_fails(extractor: Extractor, caplog: pytest.LogCaptureFixture) -> None:
    given: list[Any] = ["Rain fell.", {"text": 3}, "Snow fell."]
    assert len(list(extractor.pipe(given, on_error="skip"))) == 2
    assert "article number 1 is left out" in caplog.text
    with pytest.raises(InputError) as raised:
        list(extractor.pipe(given))
    assert raised.value.__notes__ == ["article number 1 of those given to pipe"]


def test_in_process_works_only_when_asked(extractor: Extractor) -> None:
    executor = InProcess(extractor)
    promises = [executor.submit(job) for job in jobs(["Rain fell.", "Snow fell."])]
    assert not any(promise.is_kept for promise in promises)
    assert promises[0].result().article.text == "Rain fell."
    assert [promise.is_kept for promise in promises] == [True, False]


def test_pages_are_parsed_by_whoever_does_the_jobs(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "mail.eml").write_text(f"From: a@news.example\nSubject: {TITLE}\n\n{TEXT}\n")
    (tmp_path / "news.txt").write_text(TEXT)
    options = ReadOptions()
    mail, news, page = read_unparsed([tmp_path], options)
    assert (mail.article, page.article) == (None, None)
    assert news.article is not None
    broken = later("b.html", "html:parse_page", b"<p></p>", options)
    given: list[AnyJob] = [ParseJob(page), Job(Kind.EXTRACT, news.article), ParseJob(broken), ParseJob(mail)]
    first, result, second, third = perform(extractor, given)
    assert (first.article.title, result.article.text, third.article.title) == (TITLE, TEXT, TITLE)
    assert (second.where, second.problem) == ("b.html", "the page holds no article text")


def test_a_document_that_nobody_could_parse_is_a_failure_of_reading() -> None:
    job = ParseJob(later("b.html", "html:parse_page", b"<p></p>", ReadOptions()))
    lost = failed(job, WorkerLost("it took longer than 1 seconds"))
    assert (lost.where, lost.problem) == ("b.html", "it took longer than 1 seconds")  # type: ignore[union-attr]


def test_a_missing_extra_is_told_to_who_asked(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (outcome,) = perform(extractor, [ParseJob(later("b.html", "html:parse_page", b"<p></p>", ReadOptions()))])
    assert isinstance(outcome, MissingExtra)
