"""Results as pandas tables: types, dates, names beside ids, points."""

import builtins
from datetime import datetime
from typing import Any

import geopandas
import pandas
import pytest

import extractor as library
from extractor import Extraction, Extractor, InputError, MissingExtra, to_dataframes
from extractor.write.columns import TABLES

TEXT = (
    "Rebels seized Zuwara on Sunday, the army said. At least 14 soldiers were killed there. "
    "Doctors said six patients died in Sabratha on Monday, which the government denied."
)


@pytest.fixture(scope="module")
def result(extractor: Extractor) -> Extraction:
    return extractor.extract(TEXT, published="2024-12-02T10:30:00+02:00", title="Port changes hands")


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_a_row_for_each_record(result: Extraction, table: str) -> None:
    frame = result.to_dataframe(table)
    mentions = [span for actor in result.actors for span in actor.mentions]
    mentions += [span for place in result.places for span in place.mentions]
    records = {"articles": 1, "mentions": len(mentions)}
    assert len(frame) == records.get(table, len(getattr(result, table, ())))
    assert not [name for name, dtype in frame.dtypes.items() if dtype.kind == "O" and str(dtype) == "object"]


@pytest.mark.parametrize(
    ("table", "column", "dtype"),
    [
        ("events", "start_date", "datetime64[s]"),
        ("events", "fatalities_low", "Int64"),
        ("events", "confidence", "Float64"),
        ("events", "cameo", "string"),
        ("claims", "quoted", "boolean"),
        ("dates", "earliest", "datetime64[us]"),
        ("articles", "published", "datetime64[us]"),
    ],
)
def test_columns_have_types_even_without_rows(result: Extraction, table: str, column: str, dtype: str) -> None:
    assert str(result.to_dataframe(table)[column].dtype) == dtype
    assert str(to_dataframes([])[table][column].dtype) == dtype


def test_days_and_instants_are_the_local_ones_of_the_article(result: Extraction) -> None:
    frames = to_dataframes([result])
    assert frames["articles"].published[0] == datetime(2024, 12, 2, 10, 30)
    assert frames["events"].start_date[0] == pandas.Timestamp("2024-12-01")


def test_years_that_nanoseconds_cannot_hold_are_kept(extractor: Extractor) -> None:
    old = extractor.extract("The castle was built in the year 1204.", published="2024-12-02")
    assert old.to_dataframe("dates").earliest[0].year == 1204


def test_names_stand_beside_ids(result: Extraction) -> None:
    frames = to_dataframes([result])
    claims, events = frames["claims"], frames["events"]
    seized = claims[claims.predicate == "seize"].iloc[0]
    assert (seized.claimed_by_name, seized.event_type) == ("army", "COERCE")
    assert "Sunday" in set(claims.date_text.dropna())
    assert events.source_names[0] == "Rebels"


def test_many_results_join_by_article(extractor: Extractor, result: Extraction) -> None:
    other = extractor.extract("Police arrested 12 people in Lagos on Friday.", published="2024-12-02")
    frames = to_dataframes(iter([result, other]))
    joined = frames["events"].merge(frames["articles"], left_on="article", right_on="id", suffixes=("", "_article"))
    assert len(joined) == len(result.events) + len(other.events)


def test_events_and_places_are_points(result: Extraction) -> None:
    frame = result.to_dataframe("places")
    assert isinstance(frame, geopandas.GeoDataFrame)
    assert frame.crs == "EPSG:4326"
    assert frame.geometry.x[0] == pytest.approx(result.places[0].longitude)


def test_what_has_no_coordinates_has_no_point(extractor: Extractor) -> None:
    nowhere = extractor.extract("Gunmen attacked a village.").to_dataframe()
    assert len(nowhere) == 1
    assert nowhere.geometry[0] is None


def test_geometry_can_be_left_out(result: Extraction) -> None:
    assert type(result.to_dataframe(geometry=False)) is pandas.DataFrame
    assert type(result.to_dataframe("claims")) is pandas.DataFrame


def test_an_unknown_table_is_refused(result: Extraction) -> None:
    with pytest.raises(InputError, match="no table 'event': known are articles, events"):
        result.to_dataframe("event")


@pytest.mark.parametrize(("missing", "extra"), [("pandas", "pandas"), ("geopandas", "geopandas")])
def test_a_missing_extra_is_named(
    result: Extraction, missing: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == missing:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=rf"\[{extra}\]"):
        result.to_dataframe(geometry=True)


def test_it_is_a_name_of_the_library() -> None:
    assert library.to_dataframes is to_dataframes
