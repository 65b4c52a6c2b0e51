"""`extractor link` and `extractor show`: each real event once, with all who tell of it."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extractor.cli.app import app, examples
from extractor.cli.options import Where, chosen

if TYPE_CHECKING:
    from extractor.incidents import Change, Figure, Incident, IncidentStore, Participant, Report


@app.command(
    epilog=examples(
        "extractor link run -o incidents.jsonl",
        "extractor link monday --store incidents.store -o incidents.csv",
    )
)
def link(
    inputs: Annotated[
        list[Path] | None, typer.Argument(help="Result files (JSON Lines) or folders of extractor batch.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="A file; its ending chooses the format. Or postgresql://user@host/name."),
    ] = None,
    store: Annotated[
        Path | None, typer.Option(help="A file that incidents are added to, and keep their ids in.")
    ] = None,
    explain: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Two incidents: why they are two, or why two articles' events are one."),
    ] = None,
    rebuild: Annotated[bool, typer.Option(help="Link all of the store anew.")] = False,
    window_days: Annotated[int | None, typer.Option(min=1, help="Days that reports of one event lie apart.")] = None,
    threshold: Annotated[
        float | None, typer.Option(min=0, max=1, help="Probability from which events are one.")
    ] = None,
    aggregate: Annotated[str | None, typer.Option(help="modal, conservative, latest or informative.")] = None,
    format: Annotated[str | None, typer.Option(help="A format, when the ending does not tell.")] = None,  # noqa: A002
    where: Where = None,
) -> None:
    """Join the events of many articles into incidents: all reports of one event, who says what, how many sources."""
    from extractor.errors import InputError
    from extractor.read.results import stored_results

    given = {"window_days": window_days, "threshold": threshold, "aggregate": aggregate}
    options = {name: value for name, value in given.items() if value is not None}
    if not inputs and store is None:
        raise InputError("give results to link, or a --store")
    with _opened(store, options) as held:
        changes = held.rebuild() if rebuild else []
        for path in inputs or ():
            changes += held.add(path if where is None else chosen(stored_results([path]), where))
        if explain is not None:
            typer.echo("\n".join(explained(held, *explain)))
            return
        if output is not None:
            write_incidents(held, output, format)
        typer.echo(summary(changes), err=True)


@contextmanager
def _opened(path: Path | None, options: dict[str, Any]) -> "Iterator[IncidentStore]":
    """The store, or one that is gone afterwards."""
    from extractor.incidents import IncidentStore

    with (
        tempfile.TemporaryDirectory() as folder,
        IncidentStore(path or Path(folder) / "incidents.sqlite", **options) as store,
    ):
        yield store


def write_incidents(store: "IncidentStore", output: str, form: str | None = None) -> None:
    """Write all incidents of a store."""
    from extractor.write.incidents import open_incident_writer

    with open_incident_writer(output, form) as writer:
        for incident in store:
            writer.write(incident)


def summary(changes: "list[Change]") -> str:
    """ "4 incidents: 2 opened, 2 extended" """
    told: Counter[str] = Counter(change.kind for change in changes)
    touched = len({change.incident for change in changes})
    kinds = ("opened", "extended", "merged", "split", "withdrawn", "unchanged")
    counts = [f"{told[kind]} {kind}" for kind in kinds if told[kind]]
    return f"{touched} incidents: {', '.join(counts) or 'none'}"


def explained(store: "IncidentStore", one: str, other: str) -> list[str]:
    """Why two incidents are two, or how well two parts of one belong together: the best pairs, feature by feature."""
    from extractor.incidents.explain import explain

    return explain(store.accounts(one), store.accounts(other), store.settings, store.chances(one, other))


@app.command(epilog=examples("extractor show incidents.jsonl"))
def show(
    incidents: Annotated[Path, typer.Argument(help="Incidents (JSON Lines), or a store.")],
    disputed: Annotated[bool, typer.Option("--disputed", help="Only those that are disputed.")] = False,
    country: Annotated[str | None, typer.Option(help="Only those in this country (SD).")] = None,
    since: Annotated[str | None, typer.Option(help="Only those that ended on this day or later.")] = None,
    type: Annotated[str | None, typer.Option(help="Only those of this type.")] = None,  # noqa: A002 - the field's name
    min_sources: Annotated[int, typer.Option(min=1, help="Only those told by so many independent sources.")] = 1,
) -> None:
    """Print incidents: who says what, by outlet and day."""
    _check_filters(country, since)
    types: set[str] = set()
    for incident in stored_incidents(incidents):
        types.add(incident.type)
        wanted = (
            not disputed or bool(incident.disputed),
            country is None or (incident.place is not None and incident.place.country_code == country.upper()),
            since is None or str(incident.end_date or incident.start_date or "") >= since,
            type is None or incident.type == type.upper(),
            incident.independent_sources >= min_sources,
        )
        if all(wanted):
            typer.echo("\n".join(map(plain, card(incident))) + "\n")
    _check_type(type, types)


def _check_type(wanted: str | None, there: set[str]) -> None:
    """Raises InputError for a type that neither an incident has nor the library knows."""
    from extractor.errors import InputError
    from extractor.lexicon.event_types import event_types

    if wanted is None or wanted.upper() in there.union(event_types()):
        return
    raise InputError(f"--type is {wanted!r}: the types are {', '.join(sorted(there) or event_types())}")


def _check_filters(country: str | None, since: str | None) -> None:
    """Raises InputError for what no incident could have, which would print nothing."""
    from datetime import date

    from extractor.errors import InputError

    if country is not None and len(country) != 2:
        raise InputError(f"--country is {country!r}: give the two letters of ISO 3166, such as SD")
    try:
        date.fromisoformat(since or "2024-01-01")
    except ValueError as error:
        raise InputError(f"--since is {since!r}, which is no date: give YYYY-MM-DD") from error


def stored_incidents(path: Path) -> "Iterator[Incident]":
    """The incidents of a file of lines, or of a store. Raises InputError that names the line."""
    from pydantic import ValidationError

    from extractor.errors import InputError
    from extractor.incidents import Incident, IncidentStore

    if is_store(path):
        with IncidentStore(path) as store:
            yield from store
        return
    if path.is_dir():
        raise InputError(f"{path} is a folder: give a file of incidents, as extractor link -o FILE.jsonl writes it")
    if not path.exists():
        raise InputError(f"there is no file {path}")
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield Incident.model_validate_json(line)
            except ValidationError as error:
                raise InputError(f"{path} line {number} is no incident: {error.errors()[0]['msg']}") from error


def is_store(path: Path) -> bool:
    """Whether a file is a database and no file of lines."""
    if not path.is_file():
        return False
    with path.open("rb") as start:
        return start.read(16).startswith(b"SQLite format 3")


def card(incident: "Incident") -> list[str]:
    """An incident in some lines."""
    sources = f"{len(incident.reports)} reports, {incident.outlets} outlets, {incident.independent_sources} independent"
    lines = [_headline(incident), f"  {incident.occurrence}; {sources}"]
    for slot, figures in incident.counts.items():
        lines += [_figure_line(slot, figure) for figure in figures]
    for dispute in incident.disputes:
        told = [f"{', '.join(side.values)} ({', '.join(side.speakers) or 'articles'})" for side in dispute.sides]
        lines.append(f"  disputed: {dispute.slot}: {' | '.join(told)}")
    return lines + [_report_line(report) for report in incident.reports]


def _headline(incident: "Incident") -> str:
    """The id, days, place, type and sides of an incident."""
    place = incident.place.name if incident.place else "?"
    source, target = _names(incident.source), _names(incident.target)
    return f"{incident.id}  {_days(incident)}  {place}  {incident.type} {incident.mode or ''}  {source} -> {target}"


def _names(side: Sequence["Participant"]) -> str:
    """The names of a side, "?" for nobody."""
    return ", ".join(party.name for party in side) or "?"


def _figure_line(slot: str, figure: "Figure") -> str:
    """A count with who says so, in which articles, and whether a later one took its place."""
    from extractor.write.incident_values import interval

    superseded = "  (superseded)" if figure.superseded else ""
    count = interval(figure.low, figure.high)
    return f"  {slot:10} {count:>7}  {_voice(figure.claimed_by)}  {', '.join(figure.articles)}{superseded}"


def _report_line(report: "Report") -> str:
    """A report with its day and outlet, which source it goes back to and what it copies."""
    day = str(report.published or "")[:10]
    copy = f"  copy of {report.copy_of}" if report.copy_of else ""
    return f"  {day:10}  {report.outlet or '?'}  {report.article}  source {report.origin + 1}{copy}"


def _days(incident: "Incident") -> str:
    """The days of an incident: one, or the first and the last."""
    if incident.start_date is None:
        return "undated"
    same = incident.end_date in (None, incident.start_date)
    if same:
        return str(incident.start_date)
    return f"{incident.start_date} to {incident.end_date}"


def _voice(names: list[str]) -> str:
    """Who gives a figure."""
    if not names:
        return "in the articles' own words"
    return f"says {', '.join(names)}"


def plain(line: str) -> str:
    """A line without what a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in line)
