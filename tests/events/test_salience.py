"""Which event an article is about most."""

from datetime import date

import pytest

from extractor import Article, Extractor


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            None,
            "Gunmen kidnapped four nurses in Kano on Sunday. The nurses were seized at a clinic. "
            "In a separate incident police arrested a smuggler in Lagos.",
            "gunmen",
        ),
        (
            "Police arrest smuggler in Lagos",
            "Gunmen kidnapped four nurses in Kano on Sunday. Police arrested a smuggler in Lagos.",
            "police",
        ),
        # Of two acts in one sentence the one in which people were killed.
        (None, "The mayor met nurses in Lome, and gunmen killed nine miners.", "gunmen"),
        (
            None,
            "Police arrest smuggler in Lagos\n\nGunmen kidnapped a nurse in Kano. Police arrested a smuggler in Lagos.",
            "police",
        ),
    ],
)
def test_the_main_event(extractor: Extractor, title: str | None, text: str, expected: str) -> None:
    result = extractor.extract(Article(id="a", text=text, title=title, published=date(2024, 6, 12)))
    assert result.main_event is not None
    assert [name.lower() for name in result.names(result.main_event.source)] == [expected]
    assert max(event.salience for event in result.events) == result.main_event.salience
    assert all(0 < event.salience <= 1 for event in result.events)


def test_no_event_is_no_main_event(extractor: Extractor) -> None:
    assert extractor.extract("The weather was fine.").main_event is None
