"""`extractor ontology check`: what is wrong with a file of your own event types."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.app import app, examples

ontology = typer.Typer(no_args_is_help=True, help="Event types of your own.")
app.add_typer(ontology, name="ontology")


@ontology.command(epilog=examples("extractor ontology check mine.toml"))
def check(
    files: Annotated[list[Path], typer.Argument(help="TOML or YAML files of your own event types.")],
) -> None:
    """Say line by line what is wrong with ontology files, and what they hold; exit code 2 when one is wrong."""
    from extractor.lexicon.user_ontology import read_ontology

    failed = False
    for file in files:
        found, wrong = read_ontology(file)
        for error in wrong:
            typer.echo(f"{file}: {error}", err=True)
        failed |= bool(wrong)
        if not wrong:
            triggers = sum(len(rules) for table in (found.verbs, found.nouns) for rules in table.values())
            typer.echo(f"{file}: {len(found.types)} types, {triggers} triggers, {len(found.actors)} actors: all right")
    if failed:
        raise typer.Exit(2)
