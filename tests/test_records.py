"""Look-ups on a result: from the ids of its records to the records, with None wherever there is none."""

import pickle

import pytest

from extractor import Event, Extraction, Extractor, InputError, Span


@pytest.fixture(scope="module")
def result(extractor: Extractor) -> Extraction:
    text = "Rebels seized Aleppo on Saturday, the army said. Two soldiers were killed. Nine men were hurt."
    return extractor.extract(text, published="2024-12-01")


@pytest.fixture(scope="module")
def seizure(result: Extraction) -> Event:
    return next(event for event in result.events if event.mode == "seize")


def test_actor(result: Extraction, seizure: Event) -> None:
    assert [actor.name for actor in map(result.actor, seizure.source) if actor is not None] == ["Rebels"]
    assert result.actor(None) is None
    assert result.actor("nobody") is None
    assert result.actor(Span(start=0, end=6, text="Rebels")) is None


def test_place(result: Extraction, seizure: Event) -> None:
    place = result.place(seizure)
    assert place is not None
    assert place.name == "Aleppo"
    assert result.place(seizure.place) is place
    assert result.place(result.claims_of(seizure)[0]) is place
    assert result.place(None) is None
    assert result.place("nowhere") is None
    assert result.place(seizure.model_copy(update={"place": None})) is None


def test_date(result: Extraction, seizure: Event) -> None:
    claim = result.claims_of(seizure)[0]
    expression = result.date(claim)
    assert expression is not None
    assert expression.text == "Saturday"
    assert result.date(expression.id) is expression
    assert result.date(None) is None
    assert result.date(claim.model_copy(update={"date": None})) is None


def test_claims_of(result: Extraction, seizure: Event) -> None:
    claims = result.claims_of(seizure)
    assert [claim.trigger.text for claim in claims] == ["seized"]
    assert result.claims_of(seizure.id) == claims
    assert result.claims_of(None) == []
    assert result.claims_of("no event") == []


def test_claims_of_an_event_stand_in_text_order(result: Extraction) -> None:
    all_claims = [claim.id for claim in result.claims]
    event = result.events[0].model_copy(update={"claims": all_claims[::-1]})
    assert result.claims_of(event) == result.claims


def test_names(result: Extraction, seizure: Event) -> None:
    assert result.names(seizure.source) == ["Rebels"]
    assert result.names(seizure.claimed_by) == ["army"]
    assert result.names([None, "nobody", *seizure.source, Span(start=0, end=9, text="the canal")]) == [
        "Rebels",
        "the canal",
    ]
    assert result.names(None) == []


def test_claims_by_and_about(result: Extraction, seizure: Event) -> None:
    assert result.claims_by(seizure.claimed_by) == result.claims_by(result.actor(seizure.claimed_by))
    assert [claim.predicate for claim in result.claims_by(seizure.claimed_by)] == ["seize"]
    assert "seize" in [claim.predicate for claim in result.claims_about(result.place(seizure))]
    assert result.claims_by("Army") == result.claims_by(seizure.claimed_by)
    with pytest.raises(InputError, match="'navy': there are .*army"):
        result.claims_by("navy")
    assert result.claims_by(None) == []
    assert result.claims_about(None) == []


def test_looking_up_changes_nothing(extractor: Extractor) -> None:
    fresh, used = (extractor.extract("Police arrested 12 people in Lagos.") for _ in range(2))
    used.names(actor.id for actor in used.actors)
    assert used == fresh
    assert pickle.loads(pickle.dumps(used)) == fresh
    assert used.model_dump_json() == fresh.model_dump_json()


def test_a_copy_looks_up_its_own_records(result: Extraction, seizure: Event) -> None:
    assert result.names(seizure.source) == ["Rebels"]
    assert result.model_copy(update={"actors": []}).names(seizure.source) == []


def test_records_print_on_one_line(result: Extraction, seizure: Event) -> None:
    assert str(result.place(seizure)) == "Aleppo, SY (36.20124, 37.16117)"
    assert str(seizure.acled) == "Battles / Non-state actor overtakes territory"
