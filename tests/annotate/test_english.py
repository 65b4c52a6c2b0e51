"""Texts in other languages are told apart from English ones."""

import pytest

from extractor import Extractor
from extractor.annotate.parse.language_id import is_english

ENGLISH = (
    "Rebels seized the town of Raqqa on Monday after heavy fighting, two residents and an officer there said by phone."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, True),
        (ENGLISH.upper(), True),
        ("Rebels seized Raqqa.", None),
        ("", None),
        ("Die Armee hat am Montag die Stadt an der Grenze eingenommen, wie ein Sprecher mitteilte. " * 2, False),
        (
            "Las fuerzas armadas capturaron a dos jefes de la guerrilla en el sur del país, informó el ministro. " * 2,
            False,
        ),
        ("سيطر مقاتلو المعارضة على المدينة", False),
        ("Повстанцы захватили город", False),
        ("Les rebelles ont pris la ville samedi soir.", False),
        ("La policía detuvo a doce personas en la capital.", False),
        ("Bei einem Anschlag wurden drei Soldaten getötet und sind nicht gefunden.", False),
        ("Polisi menangkap dua belas orang di ibu kota pada hari Minggu.", False),
        ("Policja zatrzymała dwanaście osób i nie jest to koniec.", False),
        ("Police arrested Juan de la Cruz near Rio de la Plata.", None),
        ("Troops of the Front de la Jeunesse left Los Angeles and El Alto.", None),
        ("叛军周一占领了这座城市，两名居民说。", False),
    ],
)
def test_language(text: str, expected: bool | None) -> None:
    assert is_english(text) is expected


def test_short_sentence_full_of_names() -> None:
    people = "Commissioner Ana Horvat Babic and Secretary Jean-Luc Perrin"
    assert is_english(f"Chairman Ivo Kranjc will meet {people} in Zadar at a summit on May 5.")


BRIEF = (
    "Nigeria: Gunmen killed nine farmers near Kaduna on Monday. Kenya: Police arrested three students near Nakuru. "
    "Sudan: Rebels attacked villages near Kutum, soldiers seized rifles near Nyala, teachers blocked bridges near Wau."
)


def test_a_brief_of_names_is_english() -> None:
    assert is_english(BRIEF)


def test_an_article_given_as_english_is_read() -> None:
    text = "Die Armee hat am Montag die Stadt an der Grenze eingenommen, wie ein Sprecher mitteilte. " * 2
    extractor = Extractor()
    assert any("not look English" in w for w in extractor.extract(text).warnings)
    assert not any("not look English" in w for w in extractor.extract({"text": text, "language": "en-GB"}).warnings)


def test_nothing_is_read_from_a_foreign_sentence(extractor: Extractor) -> None:
    result = extractor.extract("La policía detuvo a doce personas en la capital.")
    assert (result.events, result.actors) == ([], [])
    assert any("does not look English" in warning for warning in result.warnings)


def test_a_foreign_sentence_in_an_english_text_is_told(extractor: Extractor) -> None:
    result = extractor.extract(f"{ENGLISH} Les rebelles ont pris la ville et deux soldats sont morts. {ENGLISH}")
    assert result.events
    (warning,) = [warning for warning in result.warnings if "look English" in warning]
    assert warning.startswith("a sentence does not look English, as in “Les rebelles")
    assert not any("look English" in warning for warning in extractor.extract(ENGLISH).warnings)
