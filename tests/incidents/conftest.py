"""Stories of some articles each, for the tests of linking."""

from datetime import date

import pytest

from extractor import Article, Extraction, Extractor

STORIES = {
    "bus": [
        Article(
            id="bus-1",
            published=date(2023, 5, 9),
            source="Harbour Post",
            title="Four killed as bomb hits bus in Gao",
            text="A bomb tore through a bus near the stadium in Gao on Monday, killing four people, the army said.",
        ),
        Article(
            id="bus-2",
            published=date(2023, 5, 10),
            source="Plains Herald",
            title="Hospital says nine died in Gao bus bombing",
            text="Nine people died in Monday's bombing of a bus in Gao, a hospital doctor said on Wednesday.",
        ),
        Article(
            id="bus-3",
            published=date(2023, 5, 10),
            source="Coast Times",
            title="Bus bomb kills nine, Gao hospital says",
            text="Nine people died in Monday's bombing of a bus in Gao, a hospital doctor said. (Plains Herald)",
        ),
    ],
    "strike": [
        Article(
            id="strike-1",
            published=date(2023, 5, 9),
            source="Harbour Post",
            title="Dockers strike in Valparaíso",
            text="Hundreds of dockers went on strike in Valparaíso, Chile, on Tuesday to demand higher wages.",
        ),
    ],
}


@pytest.fixture(scope="session")
def results(extractor: Extractor) -> list[Extraction]:
    """The results of all stories."""
    return list(extractor.pipe([article for story in STORIES.values() for article in story]))
