"""Stories of some articles each, for the tests of linking."""

import pytest

from extractor import Extraction


@pytest.fixture
def results(story_results: list[Extraction]) -> list[Extraction]:
    """The results of all stories."""
    return story_results
