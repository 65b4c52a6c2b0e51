"""`extractor run`: articles in, events on the screen or as JSON."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.app import app, examples
from extractor.cli.options import (
    DateOrderOption,
    GazetteerFile,
    Geocoder,
    OntologyFile,
    OutletWindow,
    PlacesFile,
    PublishedFor,
    PublishedForOption,
    SettingsFile,
    SourceLocation,
    Weekend,
    Where,
    chosen,
    printable,
    say,
    settings_of,
)
from extractor.errors import InputError

if TYPE_CHECKING:
    from extractor.records import Extraction


class Format(StrEnum):
    """How a result is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    GEOJSON = "geojson"
    CLAIMS = "claims"


@app.command(
    epilog=examples(
        "extractor run article.txt --published 2024-12-01",
        "extractor run news/*.html --format geojson > events.geojson",
        "cat article.txt | extractor run - --format claims",
    )
)
def run(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Text, HTML, JSON and other files, folders, globs; '-' or none reads standard input."),
    ] = None,
    published: Annotated[str | None, typer.Option(help="Publication date, where the file names none.")] = None,
    published_for: PublishedForOption = PublishedFor.MISSING,
    date_order: DateOrderOption = None,
    title: Annotated[str | None, typer.Option(help="Headline, where the file names none.")] = None,
    url: Annotated[str | None, typer.Option(help="Address, where the file names none.")] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="A file instead of the screen; its ending chooses the format, .html a page."
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        Format | None, typer.Option(help="Default: table in a terminal, json in a pipe.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Another installed English spaCy pipeline.")] = None,
    settings: SettingsFile = None,
    ontology: OntologyFile = None,
    places: PlacesFile = None,
    gazetteer: GazetteerFile = None,
    geocoder: Geocoder = None,
    weekend: Weekend = None,
    outlet_window: OutletWindow = None,
    source_location: SourceLocation = None,
    where: Where = None,
) -> None:
    """Extract events from articles and print them, or write them to a file."""
    from extractor.pipeline import Extractor
    from extractor.read import ReadOptions, read

    known = settings_of(
        settings,
        model=model,
        date_order=date_order,
        ontology_file=ontology,
        places_file=places,
        gazetteer=gazetteer,
        geocoder=geocoder,
        weekend=weekend,
        outlet_window=outlet_window,
    )
    options = ReadOptions(
        published=published,
        published_for=published_for.value,
        date_order=known.date_order,
        source_location=source_location,
        max_chars=known.max_chars,
    ).checked()
    chosen((), where)  # a condition that cannot be read is told before the work
    extractor = Extractor.from_settings(known)
    results, failed = [], False
    for given in files or ["-"]:
        try:
            for reading in read([given], options):
                if reading.article is None:
                    failed = True
                    say(f"error: {reading.where}: {reading.problem}")
                else:
                    more = {"title": reading.article.title or title, "url": reading.article.url or url}
                    results.append(extractor.extract(reading.article, **more))
        except InputError as error:
            failed = True
            say(f"error: {given}: {error}")
    results = list(chosen(results, where))
    if results and output is not None:
        _save(results, output)
    elif results:
        _print(results, format or (Format.TABLE if sys.stdout.isatty() else Format.JSON))
    for warning in (f"warning: {r.article.id}: {text}" for r in results for text in r.warnings):
        say(warning)
    if failed:
        raise typer.Exit(1)


def _save(results: "list[Extraction]", output: Path) -> None:
    """Write the results into a file, in the format of its ending."""
    from extractor.write import open_writer

    with open_writer(output) as writer:
        for result in results:
            writer.write(result)


def _print(results: "list[Extraction]", form: Format) -> None:
    """Print the results in the form asked for."""
    if form is Format.TABLE:
        from extractor.write.screen import print_events

        for result in results:
            print_events(result)
        return
    for text in _texts(results, form):
        typer.echo(printable(text))


def _texts(results: "list[Extraction]", form: Format) -> Iterator[str]:
    """What is printed in a form: one text for all results, or one for each of them or of their claims."""
    if form is Format.JSON:
        whole = [result.model_dump(mode="json") for result in results]
        yield _json(whole[0] if len(whole) == 1 else whole)
    elif form is Format.JSONL:
        yield from (result.model_dump_json() for result in results)
    elif form is Format.GEOJSON:
        features = [feature for result in results for feature in result.to_geojson()["features"]]
        yield _json({"type": "FeatureCollection", "features": features})
    else:
        for result in results:
            yield from map(str, result.claims)


def _json(value: object) -> str:
    import json

    return json.dumps(value, indent=2, ensure_ascii=False)
