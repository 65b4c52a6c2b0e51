"""The vocabulary for walking a parse, on a parse made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document.tokens import NONE, Word, Words, in_text_order
from extractor.records import Span

# Text, lemma, part of speech, tag, dependency, number of the head.
PARSE = [
    ("Two", "two", "NUM", "CD", "nummod", 1),
    ("soldiers", "soldier", "NOUN", "NNS", "nsubjpass", 6),
    ("from", "from", "ADP", "IN", "prep", 1),
    ("Chad", "chad", "PROPN", "NNP", "pobj", 2),
    ("were", "be", "AUX", "VBD", "auxpass", 6),
    ("not", "not", "PART", "RB", "neg", 6),
    ("killed", "kill", "VERB", "VBN", "ROOT", 6),
    ("by", "by", "ADP", "IN", "agent", 6),
    ("rebels", "rebel", "NOUN", "NNS", "pobj", 7),
    ("and", "and", "CCONJ", "CC", "cc", 6),
    ("buried", "bury", "VERB", "VBN", "conj", 6),
]


@pytest.fixture
def words() -> dict[str, Word]:
    text, marks = "", []
    for form, lemma, pos, tag, dep, _ in PARSE:
        marks.append((len(text), len(form), (lemma, pos, tag, dep, "", "O")))
        text += f"{form} "
    made = Words(text, marks, [0])
    for word, (*_, head) in zip(made, PARSE, strict=True):
        word.head = made[head]
    for word in made:
        below = [other for other in made if other.head is word and other is not word]
        word.hang([w for w in below if w.i < word.i], [w for w in below if w.i > word.i])
    return {word.text: word for word in made}


def test_first_of_a_relation(words: dict[str, Word]) -> None:
    killed = words["killed"]
    assert killed.lefts.first("nsubjpass") is words["soldiers"]
    assert killed.children.first("cc", "neg") is words["not"]
    assert killed.lefts.first("agent") is None
    assert killed.rights.first("conj", pos="VERB") is words["buried"]
    assert killed.rights.first("conj", tag="VBD") is None


def test_whether_there_is_one(words: dict[str, Word]) -> None:
    killed = words["killed"]
    assert killed.lefts.has("aux", "auxpass")
    assert not killed.rights.has("aux", "auxpass")
    assert killed.lefts.has_tag("RB")
    assert not killed.lefts.has_tag("MD")


def test_all_of_a_relation(words: dict[str, Word]) -> None:
    assert words["killed"].children.those("agent", "conj") == [words["by"], words["buried"]]


def test_by_form(words: dict[str, Word]) -> None:
    killed = words["killed"]
    assert killed.children.form("never", "not") is words["not"]
    assert killed.rights.has_form("and")
    assert not killed.lefts.has_form("and")


def test_noun_of_a_preposition(words: dict[str, Word]) -> None:
    assert words["soldiers"].prep("of", "from") is words["Chad"]
    assert words["soldiers"].prep("of") is None
    assert words["by"].pobj is words["rebels"]


def test_hanging_keeps_text_order(words: dict[str, Word]) -> None:
    soldiers = words["soldiers"]
    assert list(soldiers.children) == [words["Two"], words["from"]]
    soldiers.hang(NONE, [words["from"]])
    assert list(soldiers.children) == [words["from"]]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(10, 19))))
def test_spans_in_text_order(offsets: list[tuple[int, int]]) -> None:
    spans = [Span(start=start, end=end, text="x" * (end - start)) for start, end in offsets]
    assert [(span.start, span.end) for span in in_text_order(spans)] == sorted(set(offsets))


def test_move(words: dict[str, Word]) -> None:
    words["Chad"].move(words["killed"], "obl")
    assert words["from"].children == NONE
    assert [child.text for child in words["killed"].lefts] == ["soldiers", "Chad", "were", "not"]
    words["buried"].move(words["buried"], "ROOT")
    assert words["buried"].head is words["buried"]
    assert words["buried"] not in words["killed"].children
