"""Jobs in groups: the same results as one by one, and an article that fails costs the others nothing."""

from typing import Any

import pytest
from spacy.tokens import Doc

from extractor import Extractor, InputError
from extractor.annotate.parse import pipeline as parse
from extractor.read.article import make_article
from extractor.run.executor import InProcess
from extractor.run.jobs import MOST_CHARS, Job, Kind, group_size, perform


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
