"""What the other articles of an outlet tell about its places."""

from collections.abc import Iterator
from typing import Any

import pytest

from extractor import Extractor
from extractor.errors import InputError
from extractor.records import Article
from extractor.run.outlets import MOST_OUTLETS, Outlets, outlet_of

MAYOR = "The mayor of Springfield opened a new library on Monday."
MISSOURI = (
    "A storm closed schools in Joplin, Missouri, on Tuesday.",
    "Farmers near Sedalia, Missouri, asked for help after the drought.",
)
OREGON = (
    "Two hikers were rescued near Bend, Oregon, on Sunday.",
    "The council of Medford, Oregon, voted for a new bridge.",
)


def paper(host: str, *texts: str) -> list[dict[str, str]]:
    return [{"id": f"{host}-{i}", "text": text, "url": f"https://www.{host}/{i}"} for i, text in enumerate(texts)]


def springfields(extractor: Extractor, articles: list[Any]) -> list[str | None]:
    results = Extractor(model=extractor.nlp, outlet_window=32).pipe(articles)
    return [place.admin1 for result in results for place in result.places if place.name == "Springfield"]


@pytest.mark.parametrize(
    ("articles", "admin1"),
    [
        (paper("ozark-news.example", MAYOR, *MISSOURI), ["Missouri"]),
        (paper("cascade-news.example", *OREGON, MAYOR), ["Oregon"]),
        (paper("a.example", *MISSOURI, MAYOR) + paper("b.example", MAYOR, *OREGON), ["Missouri", "Oregon"]),
        ([{"text": text, "source": "The Ozark News"} for text in (*MISSOURI, MAYOR)], ["Missouri"]),
        (
            [*paper("a.example", *MISSOURI), {"text": MAYOR, "url": "https://a.example/", "source_location": "Oregon"}],
            ["Oregon"],
        ),
    ],
)
def test_other_articles_of_the_outlet(extractor: Extractor, articles: list[Any], admin1: list[str]) -> None:
    assert springfields(extractor, articles) == admin1


def test_articles_without_an_outlet_and_single_ones_stay_as_they_are(extractor: Extractor) -> None:
    alone = extractor.extract(MAYOR)
    listening = Extractor(model=extractor.nlp, outlet_window=32)
    assert next(iter(listening.pipe([MAYOR, *MISSOURI]))).places == alone.places
    articles = paper("a.example", *MISSOURI, MAYOR)
    assert [r.places for r in extractor.pipe(articles)] == [extractor.extract(article).places for article in articles]


def test_workers_do_not_change_the_output() -> None:
    extractor = Extractor(outlet_window=2)
    articles: list[Any] = [
        *paper("a.example", *MISSOURI, MAYOR),
        *MISSOURI,
        *paper("b.example", MAYOR, "Les rebelles ont pris la ville dans la nuit de samedi. " * 5, *OREGON),
    ]
    alone = [result.model_dump_json() for result in extractor.pipe(articles)]
    assert [result.model_dump_json() for result in extractor.pipe(articles, workers=2)] == alone


def test_an_error_comes_in_its_turn(extractor: Extractor) -> None:
    results = extractor.pipe([*paper("a.example", *MISSOURI), {"text": 3}, *paper("a.example", MAYOR)])
    assert [next(results).article.text, next(results).article.text] == list(MISSOURI)
    with pytest.raises(InputError, match="needs a text"):
        next(results)


@pytest.mark.parametrize(("outlet", "most"), [({}, 16), ({"url": "https://a.example/"}, 33 + 15)])
def test_reads_no_further_ahead_than_it_must(extractor: Extractor, outlet: dict[str, str], most: int) -> None:
    read = 0

    def endless() -> Iterator[dict[str, str]]:
        nonlocal read
        while True:
            read += 1
            yield {"text": "It rained.", **outlet}

    next(Extractor(model=extractor.nlp, outlet_window=32).pipe(endless()))
    assert read == most


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({}, None),
        ({"url": "https://www.example.com/1"}, "example.com"),
        ({"url": "http://[broken"}, None),
        ({"url": "no address"}, None),
        ({"url": "https://example.com/1", "source": "The Example"}, "the example"),
        ({"source": "The Example", "source_location": "Ohio"}, None),
    ],
)
def test_outlet_of(fields: dict[str, Any], outlet: str | None) -> None:
    assert outlet_of(Article(id="a", text="", **fields)) == outlet


@pytest.mark.parametrize(
    ("articles", "home"),
    [
        ([{}], None),
        ([{1: 1000}, {}], (1, 2.0)),
        ([{1: 500, 2: 500}, {1: 1000}, {}], (1, 2.0)),
        ([{1: 300}, {2: 300}, {3: 300}, {}], None),
        ([{2: 1000}, {1: 1000}, {}], (1, pytest.approx(4 / 3))),
    ],
)
def test_region_of_an_outlet(articles: list[dict[int, int]], home: tuple[int, float] | None) -> None:
    outlets = Outlets()
    for regions in articles:
        outlets.add("a", regions)
    assert outlets.home("a", articles[-1]) == home
    assert outlets.home("b", {}) is None


def test_outlets_are_forgotten() -> None:
    outlets = Outlets()
    for number in range(MOST_OUTLETS + 1):
        for _ in range(2):
            outlets.add(str(number), {1: 1000})
    assert outlets.home("0", {}) is None
    assert outlets.home("1", {}) is not None
