"""The library as spaCy components in somebody else's pipeline."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from extractor import Extraction, Extractor, InputError
from extractor.annotate.parse import pipeline as language
from extractor.components import PARSED_AS_IT_IS

TEXT = "Rebels seized Aleppo on Saturday, the army said. Two soldiers were killed in the fighting."
PARTS = ("extractor_dates", "extractor_places", "extractor_actors", "extractor_claims", "extractor_events")


@pytest.fixture(scope="module")
def own() -> Language:
    """A pipeline of a user's own with the whole extractor at its end."""
    nlp = language.load()
    nlp.add_pipe("extractor")
    return nlp


def extraction(nlp: Language, published: str | None = "2024-12-01") -> Extraction:
    doc = nlp.make_doc(TEXT)
    doc._.published = published
    result = nlp(doc)._.extraction
    assert isinstance(result, Extraction)
    return result


def test_same_result_as_the_extractor(own: Language, extractor: Extractor) -> None:
    assert extraction(own) == extractor.extract(TEXT, published="2024-12-01")
    assert extraction(own, None) == Extractor(model=extractor.nlp).extract(TEXT)


def test_layout_is_masked_here_too(own: Language) -> None:
    assert [mask.reason.value for mask in own(f"{TEXT}\n\nLeave a Reply")._.extraction.article.masked] == [
        "boilerplate"
    ]


def test_the_parts_make_the_same_records(own: Language) -> None:
    nlp = language.load()
    for name in PARTS:
        nlp.add_pipe(name)
    assert extraction(nlp) == extraction(own)


def test_parts_are_found_through_entry_points() -> None:
    code = "import spacy; spacy.blank('en').add_pipe('extractor_dates')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_two_processes(own: Language) -> None:
    alone = [doc._.extraction for doc in own.pipe([TEXT] * 3)]
    assert [doc._.extraction for doc in own.pipe([TEXT] * 3, n_process=2, batch_size=1)] == alone


@pytest.mark.filterwarnings(r"ignore:\[W095\]")
def test_kept_with_the_pipeline(own: Language, tmp_path: Path) -> None:
    own.to_disk(tmp_path / "own")
    assert extraction(spacy.load(tmp_path / "own")) == extraction(own)


def test_kept_in_a_doc_bin(own: Language) -> None:
    doc = own.make_doc(TEXT)
    doc._.published = "2024-12-01"
    kept = DocBin(docs=[own(doc)], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(kept).get_docs(own.vocab)
    assert back._.extraction == doc._.extraction


def test_wrong_option_is_named() -> None:
    with pytest.raises(ValueError, match="no_such_option"):
        spacy.blank("en").add_pipe("extractor_dates", config={"options": {"no_such_option": 1}})


@pytest.mark.parametrize("name", ["extractor", "extractor_places"])
def test_a_pipeline_that_reads_too_little_is_told_what_it_lacks(name: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(name)
    with pytest.raises(InputError, match=f"no parser, no lemmatizer, no NER has read .* '{name}' behind them"):
        nlp(TEXT)
    assert nlp("")._.extraction.events == []


def test_dates_alone_need_no_parser() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor_dates")
    doc = nlp.make_doc(TEXT)
    doc._.published = "2024-12-01"
    assert [date.value for date in nlp(doc)._.extraction.dates] == ["2024-11-30"]


def test_a_text_that_the_extractor_would_prepare_is_told(own: Language) -> None:
    doc = own("REBELS SEIZE ALEPPO AND HAMA\n\nThe army fled on Saturday.")
    assert PARSED_AS_IT_IS in doc._.extraction.warnings
    assert PARSED_AS_IT_IS not in own("Rebels seized Aleppo on Saturday.")._.extraction.warnings
