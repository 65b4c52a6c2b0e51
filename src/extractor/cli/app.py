"""The typer application that the command files add themselves to."""

from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`extractor COMMAND --help` explains a command and shows examples. Everything works offline.",
)


def examples(*lines: str) -> str:
    """The end of a command's help: a line for each example."""
    return "\n\n".join(("Examples:", *lines))


def _print_version(wanted: bool) -> None:
    """Print the version and end, when it was asked for."""
    if wanted:
        from extractor._version import __version__

        typer.echo(f"extractor {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """News text in; structured, geocoded, dated events out, with who says so and the words that prove it."""
