"""Input that must not break it, and properties that hold for every result."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import Extraction, Extractor, InputError
from extractor.read.article import make_article
from extractor.records import MaskedSpan

NEWS = "Rebels seized Aleppo on Saturday, the army said. Two soldiers were killed near the airport."
ODD: dict[str, str] = {
    "empty": "",
    "white space": " \n\t \r\n ",
    "one word": "Aleppo",
    "one letter": "a",
    "no sentence ends": "police said protesters marched through Lagos on Monday and then " * 300,
    "one long word": "a" * 100_000,
    "capitals": NEWS.upper(),
    "lower case": NEWS.lower(),
    "html": f"<html><body><p class='x'>{NEWS}</p><br/><a href=\"https://example.org/?a=1&b=2\">more</a> &amp;</body>",
    "curly quotes": "“We took Homs,” the commander said. ‘They didn’t,’ the ministry said on Monday.",
    "unbalanced quotes": '"We took Homs, the commander said. “They did not.\n\n“They never will, he said.',
    "only quotes": "“”\"'‘’" * 200,
    "bullets": f"• Police arrested 12 people\n• {NEWS}\n- Flights to Tunis stopped\n1) Talks in Geneva\n* \n",
    "emoji": "🔥🔥 Protesters 👩‍👩‍👧 burned cars in Paris 🇫🇷 on Friday 😡, police said 🚓.",
    "right to left": "قال الجيش إن المتمردين سيطروا على حلب يوم السبت.",
    "mixed direction": f"{NEWS} قال الجيش \u202e detrever \u202c and more in Hama.",
    "combining": "Z̸̛a̷l̴g̶o̵ police shot a man in Kyi\u0301v on Tuesday.",
    "nul": f"\x00{NEWS}\x00\x01\x1f",
    "windows line ends": f"Shell kills two in Idlib\r\n\r\n{NEWS}\r\n\r\nLeave a Reply\r\n",
    "old mac line ends": f"Shell kills two\r\r{NEWS}\r",
    "no-break spaces": NEWS.replace(" ", "\u00a0"),
    "byte order mark": "\ufeff" + NEWS,
    "numbers": "1 2 3 4,000 5.6 7-8 9/10 11:12 13% $14 15/16/17 2024-13-45 " * 20,
    "brackets": "((([[[{{{ " * 200 + NEWS,
    "dates gone wrong": "On February 30, on 31/31/2024, in the 99th month, at 25:61, in year 0, on the -5th.",
    "huge numbers": "At least 99999999999999999999999999 people were killed in 10^400 attacks on Saturday.",
}


def spans(value: Any) -> Iterator[tuple[int, int, str]]:
    """Every (start, end, text) anywhere in a dumped result."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def check(result: Extraction, text: str) -> None:
    """The rules that hold for every result."""
    assert result.article.text == text
    dumped = result.model_dump(mode="json")
    for start, end, words in spans({k: v for k, v in dumped.items() if k != "article"}):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words
    ids = [
        record.id
        for layer in (result.actors, result.places, result.dates, result.claims, result.events)
        for record in layer
    ]
    assert len(ids) == len(set(ids))
    assert Extraction.model_validate_json(result.model_dump_json()) == result
    sure = [record["confidence"] for layer in ("actors", "places", "claims", "events") for record in dumped[layer]]
    assert all(0 <= confidence <= 1 for confidence in sure)
    check_references(result)
    check_order(result)


def check_order(result: Extraction) -> None:
    """Mentions and claims stand in the order of the text, none twice."""
    for mentions in [record.mentions for record in result.actors] + [record.mentions for record in result.places]:
        offsets = [(mention.start, mention.end) for mention in mentions]
        assert offsets == sorted(set(offsets))
    triggers = [claim.trigger.start for claim in result.claims]
    assert triggers == sorted(set(triggers))
    at = {claim.id: claim.trigger.start for claim in result.claims}
    for event in result.events:
        told = [at[claim] for claim in event.claims]
        assert told == sorted(set(told))


def check_references(result: Extraction) -> None:
    """Each id that a record mentions belongs to a record of the right kind."""
    actors, places = {a.id for a in result.actors}, {p.id for p in result.places}
    dates, claims, events = {d.id for d in result.dates}, {c.id for c in result.claims}, {e.id for e in result.events}
    for claim in result.claims:
        sides = (claim.agent, claim.patient, claim.recipient, claim.instrument, claim.claimed_by)
        assert {side for side in (*sides, *claim.coagents, *claim.copatients) if isinstance(side, str)} <= actors
        assert {claim.place} - {None} <= places
        assert {claim.date} - {None} <= dates
        assert {claim.event} - {None} <= events
    for event in result.events:
        assert {*event.source, *event.target, *event.disputed_by} | {event.claimed_by} - {None} <= actors
        assert {event.place} - {None} <= places
        assert event.claims
        assert set(event.claims) <= claims
        assert (event.start_date is None) == (event.end_date is None)
        assert event.start_date is None or event.end_date is None or event.start_date <= event.end_date


@pytest.mark.parametrize("name", ODD)
def test_odd_text(name: str, extractor: Extractor) -> None:
    check(extractor.extract(ODD[name], published="2024-12-01"), ODD[name])


def test_lone_surrogates_are_replaced_one_for_one(extractor: Extractor) -> None:
    result = extractor.extract(f"\ud83d {NEWS}")
    check(result, f"\ufffd {NEWS}")


@pytest.mark.slow
def test_two_megabytes(extractor: Extractor) -> None:
    text = "\n\n".join([NEWS] * (2_000_000 // len(NEWS)))
    check(extractor.extract(text, published="2024-12-01"), text)


def test_too_long_is_a_clear_error() -> None:
    with pytest.raises(InputError, match="max_chars is 10"):
        Extractor(max_chars=10).extract(NEWS)


def test_a_text_that_is_too_long_is_refused_before_it_is_looked_at(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_at(_text: str) -> list[MaskedSpan]:
        raise AssertionError

    monkeypatch.setattr("extractor.read.article.find_masks", looked_at)
    short = Extractor(model=extractor.nlp, max_chars=10)
    with pytest.raises(InputError, match=f"{len(NEWS)} characters; max_chars is 10"):
        short.extract(NEWS)
    with pytest.raises(InputError, match=f"{len(NEWS)} characters; max_chars is 10"):
        list(short.pipe([NEWS]))


@pytest.mark.parametrize("given", [NEWS, {"text": NEWS}, NEWS.encode(), make_article(NEWS)])
def test_one_article_is_not_taken_for_many(given: Any, extractor: Extractor) -> None:
    with pytest.raises(InputError, match="pipe takes several articles"):
        list(extractor.pipe(given))


@pytest.mark.parametrize("options", [{"workers": 2.5}, {"workers": "2"}, {"workers": None}, {"seconds": float("nan")}])
def test_numbers_that_are_none_are_input_errors(options: dict[str, Any], extractor: Extractor) -> None:
    with pytest.raises(InputError):
        list(extractor.pipe([NEWS], **options))


def test_the_names_of_fields_are_strings(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="no field 1"):
        extractor.extract({"text": NEWS, 1: 2})  # type: ignore[dict-item]


def test_a_field_that_is_called_otherwise_elsewhere_is_named(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="no field date; 'date' is called 'published' here"):
        list(extractor.pipe([{"text": NEWS, "date": "2024-12-01"}]))


@pytest.mark.parametrize(
    "text",
    [
        "Les rebelles ont pris la ville samedi, selon l’armée, et deux soldats ont été tués près de l’aéroport. " * 2,
        "Die Rebellen nahmen am Samstag die Stadt ein, wie die Armee mitteilte; zwei Soldaten wurden getötet. " * 2,
        ODD["right to left"],
        "Повстанцы захватили город в субботу, сообщила армия.",
        "叛军星期六占领了阿勒颇，军方说。两名士兵被打死。",
    ],
)
def test_another_language_is_a_warning(text: str, extractor: Extractor) -> None:
    result = extractor.extract(text)
    check(result, text)
    assert any("English" in warning for warning in result.warnings)
    assert (result.claims, result.events) == ([], [])


def test_without_a_publication_date_relative_dates_have_a_reason(extractor: Extractor) -> None:
    result = extractor.extract(NEWS)
    check(result, NEWS)
    assert all(date.earliest is None and date.reason for date in result.dates)


def test_published_in_the_future(extractor: Extractor) -> None:
    check(extractor.extract(NEWS, published="2999-12-31"), NEWS)


@pytest.mark.parametrize("published", ["last week", "31.02.2024", "2024-13-01", "2024-02-30", "20241", 20241])
def test_published_that_is_no_date(published: Any, extractor: Extractor) -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        extractor.extract(NEWS, published=published)


@pytest.mark.parametrize(
    "article", [None, 7, b"bytes", {"title": "no text"}, {"text": 7}, {"text": "", "headline": ""}]
)
def test_what_is_no_article(article: Any, extractor: Extractor) -> None:
    with pytest.raises(InputError):
        extractor.extract(article)


PIECES = st.sampled_from(
    [*NEWS.split(" "), *("On Friday", "12 people", "the U.N.", "“", "”", '"', "'s", "\n\n", "\r\n", "<p>", "not", "if")]
    + [
        "said",
        "will attack",
        "denied",
        "Kyiv",
        "in northern Mali",
        "July 2023",
        "he",
        "they",
        ".",
        ",",
        ";",
        "—",
        "(",
        ")",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=200))


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, published=st.one_of(st.none(), st.dates(), st.datetimes()))
def test_rules_hold_for_any_text(text: str, published: Any, extractor: Extractor) -> None:
    article = make_article(text, published=published)
    result = extractor.extract(article)
    check(result, article.text)
    assert extractor.extract(article) == result


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, published=st.one_of(st.none(), st.dates(), st.datetimes()))
def test_rules_hold_for_ten_thousand_texts(text: str, published: Any, extractor: Extractor) -> None:
    article = make_article(text, published=published)
    check(extractor.extract(article), article.text)


def test_fixture_articles(extractor: Extractor, articles: list[dict[str, Any]]) -> None:
    for article in articles:
        check(extractor.extract(article), article["text"])


def test_workers_and_order_do_not_change_the_output(extractor: Extractor, articles: list[dict[str, Any]]) -> None:
    shuffled = articles[:]
    random.Random(7).shuffle(shuffled)
    alone = {result.article.id: result.model_dump_json() for result in extractor.pipe(articles)}
    pooled = [result.model_dump_json() for result in Extractor().pipe(shuffled, workers=2)]
    assert pooled == [alone[article["id"]] for article in shuffled]


def test_no_workers_is_an_error(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="workers"):
        list(extractor.pipe([NEWS], workers=0))
