"""What many tests share: the loaded pipeline and the articles of tests/fixtures."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from extractor import Article, Extraction, Extractor
from extractor.assemble import model_label, provenance
from extractor.run.executor import InProcess
from extractor.settings import Settings


def pytest_addoption(parser: pytest.Parser) -> None:
    """--update-pictures: the browser tests write the pictures and the recorded run of docs/ anew."""
    parser.addoption("--update-pictures", action="store_true", help="write the pictures of docs/ anew")


@pytest.fixture(scope="session")
def update_pictures(pytestconfig: pytest.Config) -> bool:
    """Whether the pictures of docs/ are to be written anew."""
    return bool(pytestconfig.getoption("--update-pictures"))


FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The Extractor with its defaults."""
    return Extractor()


@pytest.fixture(scope="session")
def nlp(extractor: Extractor) -> Language:
    """The bare spaCy pipeline."""
    return extractor.nlp


@pytest.fixture(scope="session")
def articles() -> list[dict[str, Any]]:
    """About thirty news items from all over the world: id, title, published, url, text."""
    lines = (FIXTURES / "articles" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


class PoolInProcess(InProcess):
    """Stands for `extractor.run.pool.Pool` where a test is not about the worker processes, which take long to start."""

    def __enter__(self) -> "PoolInProcess":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def made_by(self) -> dict[str, str]:
        """Versions of what works."""
        made_by = provenance(self._engine.settings, model_label(self._engine.nlp))
        return {name: str(value) for name, value in made_by.model_dump().items()}


@pytest.fixture
def pool_in_process(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs of `extractor.batch` work in this process."""

    def pool(load: object, settings: Settings, workers: int, seconds: float) -> PoolInProcess:
        return PoolInProcess(Extractor(**(dict(settings) | {"model": extractor.nlp})))

    monkeypatch.setattr("extractor.batch.run.Pool", pool)


# Two stories of some articles each, for what is linked across articles.
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
def story_results(extractor: Extractor) -> list[Extraction]:
    """The results of all stories."""
    return list(extractor.pipe([article for story in STORIES.values() for article in story]))
