"""`extractor schema`: the JSON Schema of the results."""

import typer

from extractor.cli.app import app


@app.command()
def schema() -> None:
    """Print the JSON Schema of a result (`run --format json` prints one, `jsonl` one a line)."""
    import json

    from extractor.records import Extraction

    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    typer.echo(json.dumps(dialect | Extraction.model_json_schema(), indent=2, ensure_ascii=False))
