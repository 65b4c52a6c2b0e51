"""What many tests share: the loaded pipeline and the articles of tests/fixtures."""

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from extractor import Extractor

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
