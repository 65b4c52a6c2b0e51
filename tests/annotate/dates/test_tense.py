"""Where the verb decides: weekdays, months and days without a year."""

import pytest
from spacy.tokens import Doc

from annotate.dates.reading import NLP
from extractor import Extractor
from extractor.annotate.dates import DateTagger
from extractor.annotate.dates.tense import Tense
from extractor.document import layers as marks
from extractor.settings import Settings

# Word, part of speech, tag, lemma, place of the head, dependency.
Word = tuple[str, str, str, str, int, str]
THEY: Word = ("They", "PRON", "PRP", "they", 1, "nsubj")


def doc_of(*given: Word) -> Doc:
    words, pos, tags, lemmas, heads, deps = (list(column) for column in zip(*given, strict=True))
    return Doc(NLP.vocab, words=words, pos=pos, tags=tags, lemmas=lemmas, heads=heads, deps=deps)


def friday(head: int) -> Word:
    return ("Friday", "PROPN", "NNP", "Friday", head, "npadvmod")


SAID = doc_of(THEY, ("met", "VERB", "VBD", "meet", 1, "ROOT"), friday(1))
WILL = doc_of(
    ("They", "PRON", "PRP", "they", 2, "nsubj"),
    ("will", "AUX", "MD", "will", 2, "aux"),
    ("meet", "VERB", "VB", "meet", 2, "ROOT"),
    friday(2),
)
SCHEDULED = doc_of(
    ("It", "PRON", "PRP", "it", 2, "nsubjpass"),
    ("is", "AUX", "VBZ", "be", 2, "auxpass"),
    ("scheduled", "VERB", "VBN", "schedule", 2, "ROOT"),
    ("to", "PART", "TO", "to", 4, "aux"),
    ("close", "VERB", "VB", "close", 2, "xcomp"),
    friday(4),
)
HAD_BEEN = doc_of(
    ("It", "PRON", "PRP", "it", 3, "nsubjpass"),
    ("had", "AUX", "VBD", "have", 3, "aux"),
    ("been", "AUX", "VBN", "be", 3, "auxpass"),
    ("scheduled", "VERB", "VBN", "schedule", 3, "ROOT"),
    ("to", "PART", "TO", "to", 5, "aux"),
    ("close", "VERB", "VB", "close", 3, "xcomp"),
    friday(5),
)
PROMISED_ON = doc_of(
    THEY,
    ("promised", "VERB", "VBD", "promise", 1, "ROOT"),
    friday(1),
    ("to", "PART", "TO", "to", 4, "aux"),
    ("close", "VERB", "VB", "close", 1, "xcomp"),
)
PROMISED_TO = doc_of(
    THEY,
    ("promised", "VERB", "VBD", "promise", 1, "ROOT"),
    ("to", "PART", "TO", "to", 3, "aux"),
    ("close", "VERB", "VB", "close", 1, "xcomp"),
    friday(1),
)


@pytest.mark.parametrize(
    ("doc", "tense", "value"),
    [
        (SAID, "past", "2024-12-06"),
        (WILL, "future", "2024-12-13"),
        (SCHEDULED, "future", "2024-12-13"),
        (HAD_BEEN, None, "2024-12-06"),
        (PROMISED_ON, "past", "2024-12-06"),
        (PROMISED_TO, "future", "2024-12-13"),
    ],
    ids=["met", "will meet", "is scheduled to close", "had been scheduled to close", "promised on", "promised to"],
)
def test_the_verb_decides_which_friday(doc: Doc, tense: str | None, value: str) -> None:
    at = doc.text.index("Friday")
    assert Tense(doc).at(at, at + 6) == tense
    doc._.published = "2024-12-08"
    assert [x.value for x in marks.DATES.read(DateTagger(Settings())(doc))] == [value]


def test_without_tags_nothing_is_known() -> None:
    doc = NLP("They will meet Friday")
    assert Tense(doc).at(15, 21) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The vote is set for Sunday.", "2024-06-16"),
        ("The rally was set for Monday.", "2024-06-17"),
        ("The scheduled vote on Thursday was delayed.", "2024-06-13"),
        ("The vote on Thursday was delayed.", "2024-06-06"),
        ("The vote is on Thursday.", "2024-06-13"),
        ("Voting starts on Sunday.", "2024-06-16"),
        ("The mayor is ill since Sunday.", "2024-06-09"),
        ("The kiosk may have to close on Friday unless it pays.", "2024-06-14"),
        ("The tenant needs to leave on Friday.", "2024-06-14"),
        ("Ministers should decide on Friday.", "2024-06-14"),
        ("A vote is likely to be held on Friday.", "2024-06-14"),
        ("The boat must be sold on Friday.", "2024-06-14"),
        ("The tenant had to leave on Friday.", "2024-06-07"),
        ("Nurses were promised a pay rise on Friday.", "2024-06-07"),
        ("The mayor vowed revenge on Friday.", "2024-06-07"),
        ("The union promised a strike on Friday.", "2024-06-14"),
        ("The union vowed to march on Friday.", "2024-06-14"),
        ("The minister promised an answer by Friday.", "2024-06-14"),
        ("Those who met on the 2nd voted for war.", "2024-06-02"),
    ],
)
def test_what_is_planned_is_ahead(extractor: Extractor, text: str, value: str) -> None:
    (found,) = extractor.extract(text, published="2024-06-12").dates
    assert found.value == value
