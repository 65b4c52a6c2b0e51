"""On which side an actor is put."""

from pathlib import Path
from typing import Any

import pytest

from extractor import Extraction
from extractor.errors import InputError
from extractor.page import Sides, read_sides
from extractor.page.sides import sides_of
from extractor.records import Actor, ActorKind, Article, Place, Provenance, Span


def result(**actor: object) -> Extraction:
    """An article about Syria with one actor."""
    span = Span(start=0, end=4, text="Homs")
    return Extraction(
        article=Article(id="a", text="Homs"),
        actors=[Actor.model_validate({"id": "a-1", "kind": "organization", "confidence": 1, "mentions": [], **actor})],
        places=[Place(id="p-1", name="Homs", kind="city", country_code="SY", confidence=1, mentions=[span])],
        provenance=Provenance(extractor="0", spacy="0", model="m", gazetteer="g", ontology="o", settings="s"),
    )


def side(own: Sides | None = None, **actor: Any) -> str | None:
    found = sides_of([result(**actor)], own or Sides())
    number = found["actors"][0][0]
    return None if number is None else found["sides"][number]["name"]


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ({"name": "government troops", "sector": "MIL"}, "Syria government"),
        ({"name": "the army"}, "Syria government"),
        ({"name": "Israeli jets", "sector": "MIL", "country": "IL"}, "Israel government"),
        ({"name": "Israel", "kind": ActorKind.COUNTRY, "country": "IL"}, "Israel government"),
        ({"name": "Kurdish-led forces", "sector": "MIL"}, "Kurdish-led forces"),
        ({"name": "rebel fighters", "kind": ActorKind.PEOPLE, "sector": "REB"}, "Armed groups in Syria"),
        ({"name": "Hayat Tahrir al-Sham", "sector": "REB"}, "Hayat Tahrir al-Sham"),
        ({"name": "arms depot", "kind": ActorKind.OBJECT}, None),
    ],
)
def test_side_without_a_file(actor: dict[str, Any], expected: str | None) -> None:
    assert side(None, **actor) == expected


def test_a_file_goes_before_the_rules() -> None:
    own = Sides.model_validate(
        {
            "side": [
                {"name": "Opposition", "actors": ["the Rebels", "Hayat Tahrir al-Sham"]},
                {"name": "Damascus", "countries": ["sy"]},
            ]
        }
    )
    assert side(own, name="rebels") == "Opposition"
    assert side(own, name="Syrian army", sector="MIL", country="SY") == "Damascus"
    assert side(own, name="Kurdish-led forces") == "Kurdish-led forces"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[side]]\nnames = ['x']", "side.0.name"),
        ("[[side]]\nname = 'x'\ncolor = 'red'", "side.0.color"),
        ("[[side", "is no TOML"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "sides.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=told):
        read_sides(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_sides(tmp_path / "none.toml")
