"""The source of a cue."""

from collections.abc import Callable

import pytest

from extractor.annotate.claims.cues import cue_class
from extractor.annotate.claims.sources import attribute, names_source
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The army said rebels left.", "said", "army"),
        ("It was reported by the army that rebels left.", "reported", "army"),
        ("A witness was quoted as saying rebels left.", "quoted", "witness"),
        ("The convoy left the depot it shared, sources said.", "said", "sources"),
        ("PM vows laws WILL change, says killer sent his office a letter", "says", "PM"),
        ("Officials are confident that rebels left.", "confident", "Officials"),
        ("It is doubtful that rebels left.", "doubtful", None),
        ("It is wrong to say that rebels left.", "say", None),
        ("It refused to say that rebels left.", "refused", "It"),
        ("The army's claim that rebels left was false.", "claim", "army"),
        ("A claim by the army that rebels left was false.", "claim", "army"),
        ("Rumours that rebels left reached the port.", "Rumours", None),
        ("Rebels appeared to have left the town.", "appeared", None),
        ("Villagers were worried that rebels would return.", "worried", "Villagers"),
        ("Rebels had left, it was said.", "said", None),
    ],
)
def test_source(word: Find, text: str, cue: str, source: str | None) -> None:
    found = word(text, cue)
    kind = cue_class(found)
    assert kind is not None
    named = attribute(found, kind, False).source
    assert (named.text if named is not None else None) == source


def test_the_source_is_not_in_what_is_said(word: Find) -> None:
    fears = word("Fears of an attack by rebels grew.", "Fears")
    content = fears.rights.form("of")
    assert attribute(fears, "doubt", False).source is not None
    assert attribute(fears, "doubt", False, content).source is None


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The army's plans to leave leaked.", "plans", False),
        ("The army's claim that they left leaked.", "claim", True),
        ("The army plans to leave.", "plans", True),
        ("The army ordered them to leave.", "ordered", False),
    ],
)
def test_names_source(word: Find, text: str, cue: str, expected: bool) -> None:
    found = word(text, cue)
    kind = cue_class(found)
    assert kind is not None and names_source(found, kind) is expected
