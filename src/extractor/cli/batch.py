"""`extractor batch`: an archive in, a data set out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
    say,
    settings_of,
    tell_replaced,
)
from extractor.cli.progress import shown

if TYPE_CHECKING:
    from extractor.batch import Manifest

MOST_NAMES = 10  # of places that are listed at the end
STOPPED = 130  # the exit code of programs that Ctrl-C ends


@app.command(
    epilog=examples(
        "extractor batch news/ -o events.csv --workers 4",
        "extractor batch archive.jsonl.gz -o run --text-field body --date-field day",
        "extractor batch news/ -o run --retry run/failures.jsonl",
    )
)
def batch(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for standard input.")],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", help="A folder, a file (its ending chooses the format), or postgresql://user@host/name."
        ),
    ],
    workers: Annotated[int, typer.Option(min=1, help="Processes; each needs about 600 MB.")] = 1,
    published: Annotated[str | None, typer.Option(help="Publication date of articles that bring none.")] = None,
    published_for: PublishedForOption = PublishedFor.MISSING,
    date_order: DateOrderOption = None,
    text_field: Annotated[str | None, typer.Option(help="Field or column of the text.")] = None,
    title_field: Annotated[str | None, typer.Option(help="Field or column of the headline.")] = None,
    date_field: Annotated[str | None, typer.Option(help="Field or column of the publication date.")] = None,
    url_field: Annotated[str | None, typer.Option(help="Field or column of the address.")] = None,
    id_field: Annotated[str | None, typer.Option(help="Field or column of the id.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of text; found out when not given.")] = None,
    seconds: Annotated[float, typer.Option(help="Time limit for one article.")] = 120.0,
    keep_copies: Annotated[bool, typer.Option(help="Extract near copies of an article too.")] = False,
    retry: Annotated[Path | None, typer.Option(help="A failures.jsonl: only the articles it names.")] = None,
    link: Annotated[
        Path | None, typer.Option(help="Add the events to this store of incidents; see extractor link.")
    ] = None,
    push: Annotated[str | None, typer.Option(help="Send the events to this address; see extractor push.")] = None,
    restart: Annotated[bool, typer.Option(help="Throw away what an earlier run left in the output.")] = False,
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
    """Extract events from an archive of articles. Stopped at any point, the same command goes on where it was."""
    from extractor.batch import BatchOptions, run_batch
    from extractor.read import ReadOptions
    from extractor.write.formats import is_database, output_files

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
    fields: dict[str, Any] = {"text_field": text_field, "title_field": title_field, "date_field": date_field}
    fields |= {"url_field": url_field, "id_field": id_field, "encoding": encoding, "published": published}
    fields |= {"published_for": published_for.value, "date_order": known.date_order, "source_location": source_location}
    chosen((), where)  # a condition that cannot be read is told before the work
    read_options = ReadOptions(**fields).checked()
    folder, named = _folder(output)
    writes = output_files(Path(output)) if folder != Path(output) and not is_database(output) else frozenset[Path]()
    options = BatchOptions(workers=workers, seconds=seconds, keep_copies=keep_copies, only=_ids(retry), writes=writes)
    _check_ways_out(output, push)
    try:
        with shown() as progress:
            manifest = run_batch(
                inputs,
                folder,
                settings=known,
                options=options,
                read_options=read_options,
                restart=restart,
                progress=progress,
            )
    except KeyboardInterrupt:
        say("stopped: the same command goes on from here")
        raise typer.Exit(STOPPED) from None
    if folder != Path(output):
        _convert(folder, output, where)
    if link is not None:
        _link(folder, link)
    if push is not None:
        from extractor.cli.push import send

        send([folder], push, folder / "outbox.sqlite", folder / "refused.jsonl", where=where)
    _report(manifest, named, folder)


def _folder(output: str) -> tuple[Path, str]:
    """Where the parts of the run go, and the output as it is shown.

    The parts go to the output; for "events.csv" to the folder "events.csv.parts" beside it, for a database to
    "NAME.parts" here. Of several tables that of the events is shown: "out.events.csv" for "out.csv".
    """
    from extractor.errors import InputError
    from extractor.write import format_of, is_database
    from extractor.write.formats import events_file

    if is_database(output):
        from extractor.write.postgis import shown_address

        shown = shown_address(output)
        return Path(f"{shown.rpartition('/')[2] or 'postgres'}.parts"), shown
    if not output:
        raise InputError("--output has no name: give a folder or a file")
    path = Path(output)
    if path.is_dir() or not path.suffix:
        return path, output
    format_of(path)
    return path.with_name(path.name + ".parts"), str(events_file(path))


def _check_ways_out(output: str, push: str | None) -> None:
    """Raises what would end the run behind the work: an extra that is missing, an address or a token that is none."""
    from extractor.extras import need
    from extractor.write.formats import check_extras

    check_extras(output)
    if push is not None:
        need(["push"], "--push")
        from extractor.push import Pusher

        with Pusher(push, Path(":memory:")):
            pass


def _convert(folder: Path, output: str, where: str | None) -> None:
    """Write the results of a folder in the format of a file."""
    from extractor.read.results import stored_results
    from extractor.write import open_writer

    with open_writer(output) as writer:
        for result in chosen(stored_results([folder]), where):
            writer.note(result)
            writer.write(result)
    tell_replaced(writer)


def _link(folder: Path, store: Path) -> None:
    from extractor.cli.link import summary
    from extractor.incidents import IncidentStore

    with IncidentStore(store) as incidents:
        typer.echo(f"{store}: {summary(incidents.add(folder))}", err=True)


def _ids(retry: Path | None) -> frozenset[str] | None:
    """The articles of a failures.jsonl; None without one. Raises InputError for a file that is none."""
    import json

    from extractor.errors import InputError

    if retry is None:
        return None
    try:
        lines = retry.read_text(encoding="utf-8").splitlines()
        failures = map(json.loads, lines)
        return frozenset(known for failure in failures if (known := failure.get("id") or failure.get("where")))
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise InputError(f"{retry} is no failures.jsonl of an earlier run: {error}") from error


def _report(manifest: "Manifest", output: str, folder: Path) -> None:
    """Say what was done, and end with exit code 1 when an article failed."""
    tally = manifest.tally
    done = f"{tally.done} articles, {tally.events} events, {tally.copies} copies left out, {tally.failed} failed"
    skipped = f" ({manifest.skipped} were done before)" if manifest.skipped else ""
    say(f"{output}: {done}{skipped}")
    for warning, count in tally.warnings.items():
        examples = ", ".join(f"“{example}”" for example in tally.examples.get(warning, ()))
        shown = f"{warning}, as in {examples}" if examples else warning
        say(f"warning: {count} article{'s' * (count != 1)}: {shown}")
    _tell_inputs(manifest.inputs_changed, "changed and read again")
    _tell_inputs(manifest.inputs_gone, "gone; their articles stay")
    if manifest.places_never_found:
        names = ", ".join(manifest.places_never_found[:MOST_NAMES])
        count = len(manifest.places_never_found)
        say(f"warning: {count} of your places in no article: {names}{' ...' * (count > MOST_NAMES)}")
    if tally.failed:
        say(f"error: see {folder / 'failures.jsonl'}; --retry runs these articles again")
        raise typer.Exit(1)


def _tell_inputs(names: list[str], what: str) -> None:
    """Name the inputs that something happened to, the first of many."""
    if names:
        say(f"inputs: {len(names)} {what}: {', '.join(names[:MOST_NAMES])}{' ...' * (len(names) > MOST_NAMES)}")
