"""`extractor schema`: the JSON Schema of the results."""

from typing import Annotated

import typer

from extractor.cli.app import app, examples


@app.command(
    epilog=examples(
        "extractor schema > result.schema.json",
        "extractor schema --openapi",
    )
)
def schema(
    openapi: Annotated[bool, typer.Option("--openapi", help="What a receiver of `extractor push` answers.")] = False,
) -> None:
    """Print the JSON Schema of a result (`run --format json` prints one, `jsonl` one a line)."""
    import json

    from extractor.records import Extraction

    if openapi:
        from extractor.push.openapi import openapi as receiver

        typer.echo(json.dumps(receiver(), indent=2, ensure_ascii=False))
        return
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    typer.echo(json.dumps(dialect | Extraction.model_json_schema(), indent=2, ensure_ascii=False))
