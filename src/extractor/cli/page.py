"""`extractor page`: results as one HTML file to look at, to search and to correct."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.app import app, examples

if TYPE_CHECKING:
    from extractor.incidents.records import Incident


@app.command(
    epilog=examples(
        "extractor page results.jsonl -o page.html --link",
        "extractor page run/ -o page.html",
        "extractor page incidents.jsonl -o page.html",
    )
)
def page(
    inputs: Annotated[
        list[Path], typer.Argument(help="Results or incidents (JSON Lines), or runs of extractor batch.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file.")],
    title: Annotated[str | None, typer.Option(help="Heading of the page; by default the headline or a number.")] = None,
    sides: Annotated[
        Path | None, typer.Option(help="TOML file that says which actors and countries are on one side (docs/page.md).")
    ] = None,
    incidents: Annotated[
        Path | None, typer.Option(help="Incidents of these results (JSON Lines), to be shown as cards.")
    ] = None,
    link: Annotated[bool, typer.Option("--link", help="Find the incidents of these results, and show them.")] = False,
) -> None:
    """Write results as one HTML file: map, time, who holds what, words, table, correcting. It needs no network."""
    from extractor.page import read_sides
    from extractor.read.results import stored_results
    from extractor.write.page import PageWriter

    known = None if sides is None else read_sides(sides)
    of_incidents = [path for path in inputs if _holds_incidents(path)]
    results = list(stored_results(path for path in inputs if path not in of_incidents))
    files = of_incidents if incidents is None else [*of_incidents, incidents]
    if link:
        from extractor.incidents import link as link_results

        told = link_results(results)
    else:
        told = [incident for path in files for incident in _stored_incidents(path)]
    with PageWriter(output, title=title, sides=known, incidents=told) as writer:
        for result in results:
            writer.write(result)


def _holds_incidents(path: Path) -> bool:
    """Whether the first line of a file is an incident: it has reports, where a result has an article."""
    if not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as lines:
        try:
            first = json.loads(next(lines, "null"))
        except ValueError:
            return False
    if not isinstance(first, dict) or "reports" not in first:
        return False
    return "article" not in first


def _stored_incidents(path: Path) -> "list[Incident]":
    """The incidents of a JSON Lines file. Raises InputError that names the line."""
    from pydantic import ValidationError

    from extractor.errors import InputError
    from extractor.incidents.records import Incident

    found: list[Incident] = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        try:
            found.append(Incident.model_validate_json(line))
        except ValidationError as error:
            raise InputError(f"{path} line {number} is no incident: {error.errors()[0]['msg']}") from error
    return found
