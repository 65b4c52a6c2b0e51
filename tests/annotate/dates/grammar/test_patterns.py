"""The notation of the grammar: what a pattern matches, and what is refused."""

import pytest

from extractor.annotate.dates.grammar.patterns import compile_pattern, literals, one_of
from extractor.annotate.dates.grammar.symbols import Alphabet
from extractor.annotate.dates.recognize import candidates

ALPHABET = Alphabet(["the", "of", "-"])
PARTS = {"date": "<month> the? <day>"}


def matched(pattern: str, text: str) -> dict[str, str] | None:
    found, symbols = ALPHABET.read(text)
    match = compile_pattern(pattern, PARTS, ALPHABET)[0].fullmatch(symbols)
    if match is None:
        return None
    return {
        name: " ".join(t.text for t in found[slice(*match.span(name))]) for name, v in match.groupdict().items() if v
    }


@pytest.mark.parametrize(
    ("pattern", "text", "slots"),
    [
        ("<month> <day>", "May 3", {"month__1": "May", "day__1": "3"}),
        ("<month> <day>", "may 3", None),
        ("<:month> <day>", "May 3", {"day__1": "3"}),
        ("{date}", "May the 3rd", {"month__1": "May", "day__1": "3rd"}),
        ("[when: the? <:day>] of", "the 3rd of", {"when__1": "the 3rd"}),
        ("<month> - <month>", "May-June", {"month__1": "May", "month__2": "June"}),
        ("<month>", "DECEMBER", {"month__1": "DECEMBER"}),
        ("(the | of) <year>", "of 1999", {"year__1": "1999"}),
    ],
)
def test_pattern(pattern: str, text: str, slots: dict[str, str] | None) -> None:
    assert matched(pattern, text) == slots


@pytest.mark.parametrize("pattern", ["(the", "the)", "[n: <day>", "the?", "<nothing>", "{nothing}", "unknownword", ""])
def test_a_wrong_pattern_is_refused(pattern: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        compile_pattern(pattern, PARTS, ALPHABET)


def test_first_symbols_skip_optional_words() -> None:
    _, first = compile_pattern("the? of? <month>", PARTS, ALPHABET)
    assert {ALPHABET.read(word)[1] for word in ("the", "of", "May", "December")} <= first


def test_words_and_sides_of_a_pattern() -> None:
    assert list(literals("(the | OF)? <day> {date} -")) == ["the", "of", "-"]
    assert one_of("the | of", ALPHABET) == ALPHABET.members("'the") + ALPHABET.members("'of")


def test_abbreviations_and_names_of_several_words_are_one_word() -> None:
    found, symbols = ALPHABET.read("Dec. 3 New Year's Eve")
    assert [token.text for token in found] == ["Dec .", "3", "New Year 's Eve"]
    assert len(symbols) == 3


def test_the_longest_rule_wins() -> None:
    assert [(c.text, c.read) for c in candidates("It fell on Monday, Dec. 8, 2024.")] == [
        ("Monday, Dec. 8, 2024", "day")
    ]


def test_paragraphs_are_counted_and_end_every_expression() -> None:
    found = candidates("It fell on Dec.\n\n8 men left on Monday.")
    assert [(c.text, c.paragraph) for c in found if c.read in {"day", "month"}] == [("Dec.", 0), ("Monday", 1)]
