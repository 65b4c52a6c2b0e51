"""What a cue introduces, and where its scope ends."""

from collections.abc import Callable

import pytest

from extractor import Extractor
from extractor.annotate.claims.content_clauses import cue_between, is_background, is_inserted, is_second_saying
from extractor.document.tokens import Word

Find = Callable[[str, str], Word]


@pytest.mark.parametrize(
    ("text", "node", "kind"),
    [
        ("The army said rebels left the town.", "left", "report"),
        ("The army told rebels to leave the town.", "leave", "request"),
        ("The army hoped to leave the town.", "leave", "intend"),
        ("The army agreed to leave the town.", "leave", "promise"),
        ("The army denied reports that rebels left.", "reports", "deny"),
        ("Residents accused soldiers of burning the mill.", "of", "allege"),
        ("The army's plans to leave the town leaked.", "leave", "intend"),
        ("It is possible that rebels left.", "left", "doubt"),
        ("The nurse pleaded guilty to poisoning a patient.", "to", "confirm"),
        ("Clerks have it that the banker was arrested.", "arrested", "report"),
        ("Soldiers kept firing at the mill.", "firing", None),
        ("The reports published in May angered the army.", "published", None),
        ("The army denied the visitors food.", "visitors", None),
        ("The army is proud that rebels left.", "left", "think"),
        ("News that rebels had seized the mill spread.", "seized", "report"),
        ("A message that incites hatred was deleted.", "incites", None),
        ("Rebels left the town; the army said it fell.", "left", None),
        ("Rebels left the town; the army said it fell.", "fell", "report"),
    ],
)
def test_cue_between(word: Find, text: str, node: str, kind: str | None) -> None:
    found = word(text, node)
    assert cue_between(found, found.head) == kind


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The army freed a soldier seized in May.", "seized", True),
        ("The army said the soldier who fled had returned.", "fled", True),
        ("The belief that they had fled spread.", "fled", False),
        ("It was rebels who burned the mill.", "burned", False),
        ("The attacker had shouted in the corridor that the town hall had stolen his house.", "stolen", False),
        ("The army said rebels fled.", "fled", False),
        ("Kyiv says 12 killed in raid", "killed", False),
    ],
)
def test_background(word: Find, text: str, verb: str, expected: bool) -> None:
    assert is_background(word(text, verb)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The army said it had hit a ship and rebels said it had sunk.", "sunk", False),
        ("Oslo said boats had left and called on Rome to act.", "called", True),
        ("Oslo said boats had left and sunk.", "sunk", False),
    ],
)
def test_second_saying(word: Find, text: str, verb: str, expected: bool) -> None:
    assert is_second_saying(word(text, verb)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "node", "expected"),
    [
        ("The talks, he said, have failed.", "said", "failed", True),
        ("The talks have failed, as the army said.", "said", "failed", True),
        ("He said the talks have failed.", "said", "failed", False),
    ],
)
def test_inserted(word: Find, text: str, verb: str, node: str, expected: bool) -> None:
    inserted, other = word(text, verb), word(text, node)
    assert is_inserted(inserted, other) is expected


@pytest.mark.parametrize("text", ["Police say three men arrested in Kano.", "Army says nine rebels killed in Homs."])
def test_what_is_said_of_people_in_a_headline_is_attributed(extractor: Extractor, text: str) -> None:
    result = extractor.extract(text, published="2024-06-12")
    (claim,) = [claim for claim in result.claims if claim.trigger.text in ("arrested", "killed")]
    assert result.names(claim.claimed_by) == [text.split(maxsplit=1)[0]]
