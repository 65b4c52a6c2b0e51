"""The command line: one file a command. spaCy is imported inside the commands, so that --help is quick."""

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


def main() -> None:
    """The entry point of the `extractor` command."""
    app()
