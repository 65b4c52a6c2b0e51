"""The command line: one file a command. Heavy libraries are imported inside the commands, so that --help is quick."""

from extractor.cli.app import app


def main() -> None:
    """The entry point of the `extractor` command."""
    app()
