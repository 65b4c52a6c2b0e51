"""Folding of names."""

import pytest

from extractor.gazetteer.keys import fold, sound


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ar-Raqqah", "ar raqqah"),
        ("U.S.", "us"),
        ("St. John's", "saint johns"),
        ("Ḩamāh", "hamah"),
        ("Łódź", "lodz"),
        ("Mt. Vernon", "mount vernon"),
        ("Côte d’Ivoire", "cote divoire"),
        ("", ""),
    ],
)
def test_fold(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Dayr al-Zour"),
        ("Raqqa", "Ar-Raqqah"),
        ("Hasaka", "Al-Hasakah"),
        ("Qamishli", "al-Kamishly"),
        ("Zaporizhzhia", "Zaporizhia"),
    ],
)
def test_spellings_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Tartus", "Tripoli"), ("Aleppo", "Aden")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other) or sound(one) == ""
