"""Results as pandas tables: the columns of `write/columns.py` with real dates, and the names behind more of the ids."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from extractor.errors import InputError, MissingExtra
from extractor.records import Event, Extraction
from extractor.write.columns import TABLES, Row, joined, storable, table_rows

if TYPE_CHECKING:
    import pandas

# Days and instants, which files hold as text. They are the local times that the articles mean, without a time zone.
_DAYS = frozenset(("start_date", "end_date"))
_INSTANTS = frozenset(("earliest", "latest", "published"))
# Names behind ids that the files leave to a join.
_NAMES = {
    "events": ("disputed_by_names",),
    "claims": ("place_name", "date_text", "claimed_by_name", "event_type"),
}
_TYPES = {"text": "string", "integer": "Int64", "real": "Float64"}
_TYPE_OF = {
    **dict.fromkeys(_DAYS, "datetime64[s]"),
    **dict.fromkeys(_INSTANTS, "datetime64[us]"),
    "quoted": "boolean",
}
_POINTS = ("latitude", "longitude")
_CRS = "EPSG:4326"
_META = "meta."  # before the names of an article's own columns


def to_dataframe(
    results: Iterable[Extraction], table: str = "events", *, geometry: bool | None = None
) -> "pandas.DataFrame":
    """One table of some results: "events", "claims", "actors", "places", "dates", "mentions" or "articles".

    Events and places are a GeoDataFrame (WGS84 points) when `geometry` is true, or None and geopandas is installed.
    Raises InputError for an unknown table, MissingExtra without pandas.
    """
    if table not in TABLES:
        raise InputError(f"there is no table {table!r}: known are {', '.join(TABLES)}")
    return _frame(table, [row for result in results for row in _rows(result, (table,))[table]], geometry)


def to_dataframes(results: Iterable[Extraction], *, geometry: bool | None = None) -> "dict[str, pandas.DataFrame]":
    """All tables of some results by name; they join by their ids, and `article` is the `id` of "articles".

    >>> to_dataframes(extractor.pipe(articles))["events"].groupby("type").size()  # doctest: +SKIP
    """
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for result in results:
        for table, some in _rows(result, TABLES).items():
            rows[table] += some
    return {table: _frame(table, some, geometry) for table, some in rows.items()}


def _rows(result: Extraction, tables: Iterable[str]) -> dict[str, list[Row]]:
    """The rows of the tables asked for, with names beside ids and a column for each field of `meta`."""
    rows = table_rows(result)
    if "events" in tables:
        paired = zip(rows["events"], result.events, strict=True)
        rows["events"] = [row | _names_of_event(event, result) for row, event in paired]
    if "claims" in tables:
        rows["claims"] = [row | _names_of_claim(row, result) for row in rows["claims"]]
    if "articles" in tables:
        meta: Mapping[str, Any] = getattr(result.article, "meta", {})
        named = {f"{_META}{name}": value for name, value in meta.items()}
        rows["articles"] = [row | named for row in rows["articles"]]
    return {table: rows[table] for table in tables}


def _names_of_event(event: Event, result: Extraction) -> Row:
    return {"disputed_by_names": joined(result.names(event.disputed_by))}


def _names_of_claim(row: Row, result: Extraction) -> Row:
    """The names that stand for the ids of a claim."""
    place, told = result.place(row["place"]), result.date(row["date"])
    event = next((event for event in result.events if event.id == row["event"]), None)
    return {
        "place_name": place.name if place else None,
        "date_text": told.text if told else None,
        "claimed_by_name": joined(result.names(row["claimed_by"])),
        "event_type": event.type if event else None,
        "quoted": bool(row["quoted"]),
    }


def _frame(table: str, rows: list[Row], geometry: bool | None) -> "pandas.DataFrame":
    """A table as a DataFrame; one with points becomes a GeoDataFrame when geopandas is there or asked for."""
    pd = _pandas()
    columns = {name: pd.Series(_cells(rows, name), dtype=dtype) for name, dtype in _dtypes(table, rows)}
    frame: pandas.DataFrame = pd.DataFrame(columns)
    if not set(_POINTS) <= set(TABLES[table]) or geometry is False:
        return frame
    if geometry is None and find_spec("geopandas") is None:
        return frame
    return _located(frame)


def _dtypes(table: str, rows: list[Row]) -> Iterator[tuple[str, str]]:
    """The columns of a table in order, each with its type."""
    for name, kind in TABLES[table].items():
        yield name, _TYPE_OF.get(name, _TYPES[kind])
    if table == "claims":
        yield from dict.fromkeys(("place_name", "date_text", "claimed_by_name", "event_type"), "string").items()
    if table == "articles":
        names: set[str] = set().union(*rows)
        yield from dict.fromkeys(sorted(name for name in names if name.startswith(_META)), "string").items()


def _cells(rows: list[Row], name: str) -> list[Any]:
    """A column of a table; days and instants without a time zone, which the types of columns do not know."""
    cells = [storable(row.get(name)) for row in rows]
    if name in _DAYS | _INSTANTS:
        return [_local(cell) for cell in cells]
    return cells


def _local(cell: str | None) -> datetime | None:
    """An ISO day or instant as it is written, without its time zone."""
    if cell is None:
        return None
    when = datetime.fromisoformat(cell) if len(cell) > len("YYYY-MM-DD") else date.fromisoformat(cell)
    if isinstance(when, datetime):
        return when.replace(tzinfo=None)
    return datetime(when.year, when.month, when.day)


def _located(frame: "pandas.DataFrame") -> "pandas.DataFrame":
    """A frame with its points as geometry. Raises MissingExtra without geopandas."""
    try:
        import geopandas
    except ImportError as error:
        raise MissingExtra("geometry needs an extra: pip install 'news-event-extractor[geopandas]'") from error
    longitude, latitude = (frame[name].astype("float64") for name in ("longitude", "latitude"))
    points = geopandas.points_from_xy(longitude, latitude)
    points[longitude.isna().to_numpy()] = None
    located: pandas.DataFrame = geopandas.GeoDataFrame(frame, geometry=points, crs=_CRS)
    return located


def _pandas() -> Any:
    """The library. Raises MissingExtra without it."""
    try:
        import pandas
    except ImportError as error:
        raise MissingExtra("tables need an extra: pip install 'news-event-extractor[pandas]'") from error
    return pandas
