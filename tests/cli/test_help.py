"""The help: version, -h, and examples whose options exist."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from extractor import __version__
from extractor.cli import app

ROOT = typer.main.get_command(app)


def commands(group: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """All commands with their full names."""
    for part, command in getattr(group, "commands", {}).items():
        full = f"{name} {part}".strip()
        if getattr(command, "commands", None):
            yield from commands(command, full)
        else:
            yield full, command


COMMANDS = dict(commands(ROOT))


def example_lines(command: Any) -> list[str]:
    return [line for line in (command.epilog or "").split("\n\n") if line.startswith(("extractor ", "cat "))]


def test_version() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert (done.exit_code, done.stdout) == (0, f"extractor {__version__}\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(name: str) -> None:
    done = CliRunner().invoke(app, [*name.split(), "-h"], env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert example_lines(COMMANDS[name])
    for line in example_lines(COMMANDS[name]):
        assert line in done.stdout


@pytest.mark.parametrize("line", [line for command in COMMANDS.values() for line in example_lines(command)])
def test_the_options_of_examples_exist(line: str) -> None:
    words = shlex.split(re.sub(r"^cat .*\| | > \S+$", "", line))[1:]
    name = next(name for name in sorted(COMMANDS, key=len, reverse=True) if words[: len(name.split())] == name.split())
    COMMANDS[name].make_context(name, words[len(name.split()) :])


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(shell: str) -> None:
    done = CliRunner().invoke(app, ["--show-completion", shell])
    assert "--install-completion" in CliRunner().invoke(app, ["--help"]).stdout
    assert done.exit_code in (0, 1)  # 1 where the shell that runs the tests cannot be told
