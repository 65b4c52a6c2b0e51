"""The table of weapons: what each word counts for, and the mode that it tells."""

import pytest

from extractor.lexicon.event_types import event_types
from extractor.lexicon.tables import data_rows
from extractor.lexicon.weapons import means, modes_of_means
from extractor.lexicon.word_classes import word_classes

USES = ("weapon", "vague", "instrument", "@weapon", "@explosive")


@pytest.mark.parametrize(
    ("use", "inside", "outside"),
    [
        ("weapon", "mortar", "gunman"),
        ("vague", "device", "mortar"),
        ("instrument", "baton", "drone strike"),
        ("@explosive", "ied", "rifle"),
    ],
)
def test_what_a_word_counts_for(use: str, inside: str, outside: str) -> None:
    assert inside in means(use)
    assert outside not in means(use)


def test_every_use_and_mode_is_known_and_no_word_stands_twice() -> None:
    rows = list(data_rows("lexicon/weapons.tsv"))
    assert {use for row in rows for use in row["uses"].split()} == set(USES)
    assert set(modes_of_means()) <= set(event_types()["ASSAULT"].modes)
    assert len({row["word"] for row in rows}) == len(rows)


def test_a_word_without_use_tells_a_mode() -> None:
    assert [row["word"] for row in data_rows("lexicon/weapons.tsv") if not row["uses"] and not row["mode"]] == []


def test_the_strongest_mode_comes_first() -> None:
    order = list(modes_of_means())
    assert order.index("suicide-attack") < order.index("drone") < order.index("explosives") < order.index("firearms")


def test_a_class_has_its_weapons_beside_its_classes_of_nouns() -> None:
    assert "molotov" in word_classes()["weapon"]
    assert "rifle" in word_classes()["weapon"]  # by a class of nouns
