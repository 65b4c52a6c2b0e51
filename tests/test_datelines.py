"""Datelines stand before the first sentence and are no part of it."""

import pytest

from extractor import Extractor
from extractor.document.datelines import dateline_end


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("GAO, Mali (Agency) - Gunmen attacked.", "Gunmen attacked."),
        ("PORT-AU-PRINCE, Haiti, Dec. 7 -- Gangs fled.", "Gangs fled."),
        ("BOGOTÁ, Colombia — Gangs fled.", "Gangs fled."),
        ("SÃO PAULO (Agency) - Gangs fled.", "Gangs fled."),
        ("ŁÓDŹ — Gangs fled.", "Gangs fled."),
        ("NEW DELHI: Farmers marched.", "Farmers marched."),
        ("KYIV — “We stay,” he said.", "“We stay,” he said."),
        ("ADEN, 7 March 2015 (Agency) – Nine died.", "Nine died."),
        ("UN officials - all of them - left.", None),
        ("Gunmen attacked a post - the third this week.", None),
        ("NATO said: nothing.", None),
        ("", None),
    ],
)
def test_dateline_end(text: str, body: str | None) -> None:
    end = dateline_end(text, 0)
    assert (text[end:] if end is not None else None) == body


@pytest.mark.parametrize(
    "line", ["GAO, Mali - ", "LONDON (Agency) - ", "BOGOTA: ", "KYIV, Ukraine, March 3 (Agency) -- "]
)
def test_who_acts_does_not_begin_with_the_dateline(extractor: Extractor, line: str) -> None:
    result = extractor.extract(f"{line}Gunmen on motorcycles attacked a convoy on Tuesday.")
    names = {actor.id: actor.name for actor in result.actors}
    assert [names[actor] for actor in result.events[0].source] == ["Gunmen"]
