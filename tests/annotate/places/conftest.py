"""One loaded pipeline for the tests of the places layer."""

from collections.abc import Callable

import pytest

from extractor.annotate.dates import DateTagger
from extractor.annotate.parse import pipeline as language
from extractor.annotate.places import PlaceTagger
from extractor.document import layers as marks
from extractor.gazetteer.index import DEFAULT_PATH, Gazetteer, open_gazetteer
from extractor.records import Place
from extractor.settings import Settings

Read = Callable[[str], list[Place]]


@pytest.fixture(scope="session")
def read() -> Read:
    """Text -> its places, tagged behind its dates."""
    nlp = language.load()
    tag_dates, tag = DateTagger(Settings()), PlaceTagger(Settings())
    return lambda text: marks.PLACES.read(tag(tag_dates(language.parse(nlp, text))))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The library's own."""
    return open_gazetteer(DEFAULT_PATH)
