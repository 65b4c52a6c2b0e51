"""Which writer makes which file or fills which database."""

from importlib import import_module
from pathlib import Path

from extractor.errors import InputError
from extractor.extras import need
from extractor.write.columns import TABLES
from extractor.write.writer import FileWriter, Writer, keep_all, keep_happened, table_path

# Format -> the endings that choose it, and module:class. The longest ending wins: "x.acled.csv" is no plain CSV.
FORMATS: dict[str, tuple[tuple[str, ...], str]] = {
    "jsonl": ((".jsonl", ".ndjson"), "jsonl:JsonlWriter"),
    "csv": ((".csv",), "delimited:CsvWriter"),
    "tsv": ((".tsv",), "delimited:TsvWriter"),
    "geojson": ((".geojson",), "geojson_files:GeoJsonWriter"),
    "geojsonl": ((".geojsonl",), "geojson_files:GeoJsonLinesWriter"),
    "geojsons": ((".geojsons",), "geojson_files:GeoJsonSequenceWriter"),
    "sqlite": ((".sqlite", ".sqlite3", ".db"), "sqlite:SqliteWriter"),
    "parquet": ((".parquet",), "parquet:ParquetWriter"),
    "gpkg": ((".gpkg",), "geopackage:GeoPackageWriter"),
    "docbin": ((".spacy",), "docbin:DocBinWriter"),
    "brat": ((".brat",), "brat:BratWriter"),
    "html": ((".html", ".htm"), "page:PageWriter"),
    "polecat": ((".polecat.tsv",), "legacy:PolecatWriter"),
    "icews": ((".icews.tsv",), "legacy:IcewsWriter"),
    "gdelt": ((".gdelt.tsv", ".export.csv"), "legacy:GdeltWriter"),
    "gdelt-mentions": ((".gdelt-mentions.tsv", ".mentions.csv"), "legacy:GdeltMentionsWriter"),
    "acled": ((".acled.csv",), "legacy:AcledWriter"),
    "plover": ((".plover.jsonl",), "plover:PloverWriter"),
}
LEGACY = frozenset({"polecat", "icews", "gdelt", "gdelt-mentions", "acled", "plover"})


_TABLES = frozenset({"csv", "tsv", "parquet"})  # a file for each table
DATABASES = ("postgresql://", "postgres://")


def is_database(output: str | Path) -> bool:
    """Whether an output is the address of a database and no file.

    >>> is_database("postgresql://ada@localhost/news")
    True
    """
    return str(output).startswith(DATABASES)


def format_of(path: Path) -> str:
    """The format that a path's ending names. Raises InputError.

    >>> format_of(Path("out/events.acled.csv"))
    'acled'
    """
    name = path.name.lower()
    endings = ((ending, form) for form, (known, _) in FORMATS.items() for ending in known)
    found = [(len(ending), form) for ending, form in endings if name.endswith(ending)]
    if not found:
        first = ", ".join(known[0] for known, _ in FORMATS.values())
        raise InputError(f"{path} has no ending that names a format: known are {first}, and {DATABASES[0]}")
    return max(found)[1]


def events_file(path: Path) -> Path:
    """The file that holds the events of an output. Raises InputError for an unknown ending.

    >>> events_file(Path("out.csv")).name, events_file(Path("out.geojson")).name
    ('out.events.csv', 'out.geojson')
    """
    return table_path(path, "events") if format_of(path) in _TABLES else path


def output_files(path: Path) -> frozenset[Path]:
    """All files of an output. Raises InputError for an unknown ending.

    >>> sorted(file.name for file in output_files(Path("out.csv")))[:3]
    ['out.actors.csv', 'out.articles.csv', 'out.claims.csv']
    """
    if format_of(path) not in _TABLES:
        return frozenset((path,))
    return frozenset((*(table_path(path, table) for table in TABLES), path.with_name(f"{path.name}-metadata.json")))


def check_extras(output: str) -> None:
    """Raises MissingExtra when writing to a file or a database needs an extra that is not installed."""
    if is_database(output):
        need(["postgis"], "PostGIS")
    elif Path(output).suffix == ".parquet":
        need(["parquet"], "Parquet")


def open_writer(output: str | Path, form: str | None = None, *, all_events: bool = False) -> Writer:
    """A Writer for a path, or for a database when a text like "postgresql://user@host/name" is given.

    Denied, hypothetical and negated events reach the legacy formats with `all_events` only.
    Raises InputError for an unknown format or folder, MissingExtra.
    """
    if isinstance(output, str) and is_database(output):
        from extractor.write.postgis import PostgisWriter

        return PostgisWriter(output)
    path = Path(output)
    form = form or format_of(path)
    if form not in FORMATS:
        raise InputError(f"there is no format {form!r}: known are {', '.join(FORMATS)}")
    module, _, name = FORMATS[form][1].partition(":")
    writer: type[FileWriter] = getattr(import_module(f"extractor.write.{module}"), name)
    return writer(path, keep_happened if form in LEGACY and not all_events else keep_all)
