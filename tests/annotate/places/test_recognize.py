"""Which words of a text are place names."""

from collections.abc import Callable

import pytest

from extractor import Extractor
from extractor.records import Place

Read = Callable[[str], list[Place]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels seized Aleppo on Saturday.", ["Aleppo"]),
        ("Shells hit Homs and Hama provinces.", ["Homs", "Hama"]),
        ("The ferry sank between Tanzania and Zanzibar.", ["Tanzania", "Zanzibar"]),
        ("He flew from Geneva to Beirut via Istanbul.", ["Geneva", "Beirut", "Istanbul"]),
        ("Floods closed roads in Salem, Ore., on Monday.", ["Salem", "Ore."]),
        ("Ruth Hall, M.D., and Tom Hay, M.A., spoke in Leeds.", ["Leeds"]),
        ("At Wau town, a convoy turned back.", ["Wau"]),
        ("A fire at a camp in Cox's Bazar killed four.", ["Cox's Bazar"]),
        ("Somali police held two men in Baidoa.", ["Baidoa"]),
        ("Coach Jordan Miller praised the goalkeeper.", []),
        ("The German chancellor met Turkish reporters.", []),
        ("A court in the United States ruled on Friday.", ["United States"]),
        ("Police in northern Nigeria freed the hostages.", ["Nigeria"]),
        # A text without capital letters.
        ("the minister flew from nairobi to mombasa, where police arrested nine traders.", ["nairobi", "mombasa"]),
        ("two people were killed in kampala when police opened fire near the market.", ["kampala"]),
        ("the reading of the bill was put off again.", []),
    ],
)
def test_names(read: Read, text: str, names: list[str]) -> None:
    spans = [span for place in read(text) for span in place.mentions]
    assert all(text[span.start : span.end] == span.text for span in spans)
    found = [span.text for span in sorted(spans, key=lambda span: span.start)]
    assert [name.removeprefix("the ") for name in found] == names


def test_empty_text(read: Read) -> None:
    assert read("") == []
    assert read("\n\n") == []


def test_boilerplate_is_not_read() -> None:
    text = "Rebels took Homs in Syria.\n\nRead more: Paris in pictures"
    mask = {"start": 28, "end": len(text), "reason": "boilerplate"}
    assert [p.name for p in Extractor().extract({"text": text, "masked": [mask]}).places] == ["Homs", "Syria"]
