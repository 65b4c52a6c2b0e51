"""The lines of contents.txt: the first with one of the objects wins, else the first that has the act at all."""

import pytest

from extractor.lexicon.contents import mode_of_content
from extractor.lexicon.event_types import event_types
from extractor.lexicon.tables import data_lines


@pytest.mark.parametrize(
    ("word", "noun", "objects", "own", "mode"),
    [
        ("hold", False, ["talk"], False, "meet"),
        ("hold", False, ["election"], False, "change"),
        ("lift", False, ["siege"], False, "yield"),
        ("lift", False, ["wage"], False, "change"),
        ("send", False, ["envoy"], False, "meet"),
        ("send", False, ["tractor"], False, "assist"),
        ("release", False, ["civilian"], False, "yield"),
        ("release", False, ["loan"], False, "assist"),
        ("resign", False, [], False, "change"),
        ("resign", False, [], True, "yield"),
        ("departure", True, ["troop"], False, "yield"),
        ("departure", True, ["minister"], False, "change"),
        ("tank", True, [], False, "assist"),
        ("tank", False, [], False, None),
        ("sing", False, ["song"], False, None),
    ],
)
def test_mode_of_content(word: str, noun: bool, objects: list[str], own: bool, mode: str | None) -> None:
    assert mode_of_content(word, noun, objects, own) == mode


def test_every_line_has_modes_of_a_type() -> None:
    known = {mode for kind in event_types().values() if kind.mode_of_content for mode in kind.modes}
    given = {mode for line in data_lines("lexicon/contents.txt") for mode in line.split("|")[0].strip().split("/")}
    assert given <= known
