"""The reference of the command line, made from the commands when the site is built (`hooks.py`)."""

from collections.abc import Iterator
from typing import Any

import typer

from extractor.cli import app

HEAD = """# Command line

`extractor --version` prints the version, `-h` after any
command explains it, and `extractor --install-completion` teaches your shell (bash, zsh, fish, PowerShell) to complete
commands and options.

Exit codes: 0 all done, 1 an article failed, 2 wrong input or option or a file that cannot be written, 3 a model, a data
file or an extra is missing, 4 the receiver of a push cannot be reached, 130 stopped with Ctrl-C.
"""


def page() -> str:
    """The text of the page."""
    root = typer.main.get_command(app)
    return HEAD + "".join(_section(name, command) for name, command in sorted(_commands(root)))


def _commands(group: Any, name: str = "extractor") -> Iterator[tuple[str, Any]]:
    for part, command in group.commands.items():
        if getattr(command, "commands", None):
            yield from _commands(command, f"{name} {part}")
        else:
            yield f"{name} {part}", command


def _section(name: str, command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join([name, *(_metavar(p) for p in arguments), *(["[OPTIONS]"] if options else [])])
    rows = [f"| `{_metavar(p)}` | {_cell(p.help)} | |\n" for p in arguments]
    rows += [f"| `{', '.join((*p.opts, *p.secondary_opts))}` | {_cell(p.help)} | {_default(p)} |\n" for p in options]
    table = "| | | default |\n|---|---|---|\n" + "".join(rows) if rows else ""
    shown = [line for line in (command.epilog or "").split("\n\n") if line and line != "Examples:"]
    examples = "\n```text\n" + "".join(f"{line}\n" for line in shown) + "```\n" if shown else ""
    return f"\n## {name}\n\n{_cell(command.help)}\n\n```text\n{usage}\n```\n\n{table}{examples}"


def _metavar(argument: Any) -> str:
    name = argument.name.upper() + ("..." if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def _cell(text: str | None) -> str:
    return " ".join((text or "").replace("|", "\\|").split())


def _default(option: Any) -> str:
    if option.required:
        return "needed"
    if option.default in (None, False, "", ()):
        return ""
    return f"`{getattr(option.default, 'value', option.default)}`"
