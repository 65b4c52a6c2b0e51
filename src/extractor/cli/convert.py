"""`extractor convert`: results in another format."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.app import app, examples
from extractor.cli.options import Where, chosen, tell_replaced


@app.command(
    epilog=examples(
        "extractor convert run -o events.sqlite",
        "extractor convert results.jsonl -o events.acled.csv",
    )
)
def convert(
    inputs: Annotated[list[Path], typer.Argument(help="Result files (JSON Lines) or folders of extractor batch.")],
    output: Annotated[
        str,
        typer.Option("--output", "-o", help="A file; its ending chooses the format. Or postgresql://user@host/name."),
    ],
    format: Annotated[str | None, typer.Option(help="A format, when the ending does not tell.")] = None,  # noqa: A002
    all_events: Annotated[
        bool, typer.Option(help="Denied, hypothetical and negated events too in POLECAT, ICEWS, GDELT, ACLED, PLOVER.")
    ] = False,
    where: Where = None,
) -> None:
    """Write results as CSV, GeoJSON, SQLite, Parquet, GeoPackage, PostGIS, POLECAT, ICEWS, GDELT, ACLED, PLOVER ..."""
    from extractor.read.inputs import refuse_overwriting
    from extractor.read.results import stored_results
    from extractor.write import open_writer

    refuse_overwriting(inputs, [Path(output)])
    with open_writer(output, format, all_events=all_events) as writer:
        for result in chosen(stored_results(inputs), where):
            writer.note(result)
            writer.write(result)
    tell_replaced(writer)
