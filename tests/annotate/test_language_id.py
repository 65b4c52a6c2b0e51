"""The base pipeline: what is quicker here than in spaCy says the same."""

from typing import Any

import pytest
import spacy
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.tokens import Doc, Span

from extractor import Article, Extractor
from extractor.annotate.parse import lemma_cache
from extractor.annotate.parse import pipeline as language
from extractor.annotate.parse.attribute_cache import RememberedRuler
from extractor.annotate.parse.lemma_cache import RememberedLemmatizer
from extractor.annotate.parse.long_sentences import MOST_WORDS
from extractor.annotate.parse.normalize_text import readable
from extractor.annotate.parse.tokenize import LONGEST, make_doc
from extractor.annotate.parse.vectorised_ner import VectorisedRecognizer

ATTRIBUTES: list[int | str] = [
    "ORTH",
    "TAG",
    "POS",
    "MORPH",
    "LEMMA",
    "HEAD",
    "DEP",
    "SENT_START",
    "ENT_IOB",
    "ENT_TYPE",
]
WORDS = "I'm gonna go, y'all, 'cause you gotta. Ain't nothin' to do? Gimme that; let's go. \n\n C'mon."


def analysis(doc: Doc) -> list[list[int]]:
    found: list[list[int]] = doc.to_array(ATTRIBUTES).tolist()
    return found


def test_the_analysis_is_that_of_spacy(
    nlp: Language, articles: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [WORDS, *(article["text"] for article in articles)]
    quick = [analysis(language.parse(nlp, text)) for text in texts]
    monkeypatch.setattr(language, "_quicker", {})
    assert quick == [analysis(language.parse(nlp, text)) for text in texts]


def test_words_stay_as_they_are_written(nlp: Language) -> None:
    text = "It didn't rain, the\u00a0mayor of M\u00e1laga said.\n\nTHE ARMY SHELLED THE TOWN OF IDLIB ON MONDAY."
    copy = readable(text)
    assert copy != text
    doc, plain = language.parse(nlp, text), language.parse(nlp, copy)
    assert doc.text == text
    assert [row[1:] for row in analysis(doc)] == [row[1:] for row in analysis(plain)]


PLAIN: dict[str, Any] = {"patterns": [[{"LOWER": "x"}]], "attrs": {"POS": "X"}}


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        (PLAIN, True),
        ({"patterns": [[{"LOWER": {"IN": ["x", "y"]}}, {"TAG": "NN"}]], "attrs": {"POS": "X"}, "index": -1}, True),
        ({"patterns": [[{"LOWER": {"REGEX": "^x+$"}}]], "attrs": {"LEMMA": "x"}}, True),
        ({"patterns": [[{"LOWER": {"FUZZY": "x"}}]], "attrs": {"POS": "X"}}, False),
        ({"patterns": [[{"LOWER": "x", "OP": "+"}]], "attrs": {"POS": "X"}}, False),
        ({"patterns": [[{"SHAPE": "x"}]], "attrs": {"POS": "X"}}, False),
        ({"patterns": [[{"LOWER": "x"}]], "attrs": {"NORM": "y"}}, False),
    ],
)
def test_rules_of_another_kind_are_left_to_spacy(rule: dict[str, Any], fits: bool) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add_patterns([rule])
    quick = RememberedRuler(ruler)
    assert quick.fits is fits
    if fits:
        text = "x y xx x"
        for _ in range(2):
            assert analysis(quick(nlp.make_doc(text))) == analysis(ruler(nlp.make_doc(text)))


def test_a_rule_that_is_added_later_counts() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add_patterns([PLAIN])
    quick = RememberedRuler(ruler)
    ruler.add([[{"LOWER": "y"}]], {"POS": "NOUN"})
    assert [token.pos_ for token in quick(nlp.make_doc("x y"))] == ["X", "NOUN"]


def test_lemmas_are_remembered_in_bounds(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemma_cache, "MOST_FORMS", 3)
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, EnglishLemmatizer)
    quick = RememberedLemmatizer(lemmatizer)
    doc = nlp("Rebels were seizing towns and cities, and seizing them again.")
    found = []
    for step in (lemmatizer, quick):
        for token in doc:
            token.lemma = 0
        found.append([token.lemma_ for token in step(doc)])
    assert found[0] == found[1]
    assert len(quick._known) <= 3


def test_a_lemma_that_is_set_stays(nlp: Language) -> None:
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, EnglishLemmatizer)
    doc = nlp("Rebels left.")
    doc[0].lemma_ = "insurgent"
    assert [token.lemma_ for token in RememberedLemmatizer(lemmatizer)(doc)] == ["insurgent", "leave", "."]


def entities(doc: Doc) -> list[tuple[int, int, str, int]]:
    return [(ent.start, ent.end, ent.label_, token.ent_iob) for ent in doc.ents for token in ent]


NAMES = (
    "The Bank of New York\n\nMellon said on 3 May",
    "",
    " \n ",
    "Kofi Annan",
    "the " * 30 + "U.N.",
    "12 March 2024 " * 50,
)


def test_the_entities_of_several_texts_are_those_of_spacy(nlp: Language) -> None:
    recognizer = nlp.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    quick = VectorisedRecognizer(recognizer)
    assert quick.fits
    given = [nlp(text, disable=["ner"]) for text in NAMES]
    for step in (quick.pipe, lambda docs: map(quick, docs)):
        found = step([doc.copy() for doc in given])
        assert [entities(doc) for doc in found] == [entities(recognizer(doc.copy())) for doc in given]


def test_entities_that_are_set_stay(nlp: Language) -> None:
    recognizer = nlp.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    doc = nlp("Troops left Kigali on Monday.", disable=["ner"])
    doc.set_ents([Span(doc, 1, 3, label="ORG")], default="missing")
    assert [(ent.text, ent.label_) for ent in VectorisedRecognizer(recognizer)(doc).ents] == [
        ("left Kigali", "ORG"),
        ("Monday", "DATE"),
    ]


@pytest.mark.parametrize("model", [{"extra_state_tokens": True}, {"use_upper": False}, {"maxout_pieces": 1}])
def test_a_recognizer_of_another_kind_is_left_to_spacy(model: dict[str, Any]) -> None:
    nlp = spacy.blank("en")
    usual = {"state_type": "ner", "extra_state_tokens": False, "hidden_width": 8, "maxout_pieces": 2, "use_upper": True}
    tok2vec = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 8,
        "depth": 1,
        "embed_size": 50,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": False,
        "pretrained_vectors": None,
    }
    config = {"@architectures": "spacy.TransitionBasedParser.v2", **usual, "tok2vec": tok2vec}
    recognizers = [
        nlp.add_pipe("ner", name, config={"model": config | changed}) for name, changed in (("a", {}), ("b", model))
    ]
    for recognizer in recognizers:
        assert isinstance(recognizer, EntityRecognizer)
        recognizer.add_label("ORG")
    nlp.initialize()
    assert [VectorisedRecognizer(recognizer).fits for recognizer in recognizers] == [True, False]


@pytest.mark.parametrize("run", ['"' * 900, "([{" * 300, "'s" * 450, "…—" * 450])
def test_runs_of_marks_are_cut(nlp: Language, run: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Police said: {run} They left."
    whole, plain, given = nlp.make_doc(text), nlp.make_doc, list[str]()

    def counted(part: str) -> Doc:
        given.append(part)
        return plain(part)

    monkeypatch.setattr(nlp, "make_doc", counted)
    doc = make_doc(nlp, text)
    assert doc.text == text
    assert abs(len(doc) - len(whole)) <= len(given)
    assert max(map(len, given)) < 2 * LONGEST


def test_runs_that_are_longer_than_addresses_are_cut_too(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text, plain, given = "12:00:" * 300, nlp.make_doc, list[str]()

    def counted(part: str) -> Doc:
        given.append(part)
        return plain(part)

    monkeypatch.setattr(nlp, "make_doc", counted)
    assert make_doc(nlp, text).text == text
    assert max(map(len, given)) < 2 * LONGEST


@pytest.mark.parametrize("word", ["https://example.org/" + "path/" * 50 + "?" + "a=b&" * 30, "x" * 5000, "3.14"])
def test_long_words_stay_whole(nlp: Language, word: str) -> None:
    text = f"Police said {word} on Monday."
    assert [token.text for token in make_doc(nlp, text)] == [token.text for token in nlp.make_doc(text)]


def test_sentences_without_an_end_are_cut(extractor: Extractor) -> None:
    text = "rebels took a town, soldiers left it and " * 60
    doc = extractor.annotate(Article(id="a", text=text))
    assert max(len(sentence) for sentence in doc.sents) <= MOST_WORDS
    assert f"a sentence of more than {MOST_WORDS} words was cut" in extractor.extract(text).warnings
    assert not any("was cut" in warning for warning in extractor.extract("Rebels took a town. " * 80).warnings)
