"""Every code block of the README and of the pages in docs/ runs and prints what stands there.

`python tests/test_readme.py --update [PAGE...]` renews them.

The blocks of a page run in one folder that holds the examples. `python` blocks share one namespace; output follows as
lines of "#>". `console` blocks run each line that begins with "$ ". A block with a `title` is a file of that name.
`sh` blocks install something, and .ci/run runs them; other languages only show. "<!-- not run: why -->" before a block
marks one that cannot run here.
"""

import ast
import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor import Extractor

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, *sorted((ROOT / "docs").glob("*.md")))
BLOCK = re.compile(r"(<!-- not run: [^\n]+ -->\n)?```(\w+)(?: title=\"([\w.]+)\")?\n(.*?)```", re.DOTALL)
SHOWN = {"toml", "csv", "json", "yaml", "text", "dockerfile", "sql", "xml", "ini"}
SCREEN_COLUMNS = "112"


def run_python(code: str, namespace: dict[str, Any]) -> str:
    """The block with the output of each statement behind it."""
    lines = [line for line in code.splitlines() if not line.startswith("#>")]
    done, renewed = 0, []
    for statement in ast.parse("\n".join(lines)).body:
        assert statement.end_lineno is not None
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec("\n" * done + "\n".join(lines[done : statement.end_lineno]), namespace)
        renewed += lines[done : statement.end_lineno]
        renewed += [f"#> {line}".rstrip() for line in printed.getvalue().splitlines()]
        done = statement.end_lineno
    return "\n".join([*renewed, *lines[done:]]) + "\n"


def run_console(block: str, folder: Path) -> str:
    """The block with the output of each command behind it; what goes to standard error is shown too."""
    renewed = []
    for line in (line for line in block.splitlines() if line.startswith("$ ")):
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"COLUMNS": SCREEN_COLUMNS, "LC_ALL": "C.UTF-8", "PATH": path}
        script = line.removeprefix("$ ").replace("extractor ", f"{shlex.quote(sys.executable)} -m extractor ", 1)
        command = ["bash", "-c", f"exec 2>&1; {script}"]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
        output = done.stdout.rstrip("\n").splitlines()
        renewed += [line, *(text.rstrip() for text in output), ""]
    return "\n".join(renewed).rstrip("\n") + "\n"


def renewed(page: Path, folder: Path) -> str:
    """A page as it should be."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copytree(ROOT / "docs" / "ontologies", folder / "docs" / "ontologies")
    namespace: dict[str, Any] = {}
    runners: dict[str, Callable[[str], str]] = {
        "python": lambda block: run_python(block, namespace),
        "console": lambda block: run_console(block, folder),
        "sh": lambda block: block,
        **{language: lambda block: block for language in SHOWN},
    }

    def renew(match: re.Match[str]) -> str:
        skipped, language, title, block = match.groups()
        if title:
            (folder / title).write_text(block, encoding="utf-8")
        done = block if skipped else runners[language](block)
        return match[0][: match.start(4) - match.start()] + done + "```"

    with contextlib.chdir(folder):
        return BLOCK.sub(renew, page.read_text(encoding="utf-8"))


@pytest.mark.filterwarnings(r"ignore:\[W095\]")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_prints_what_stands_there(page: Path, tmp_path: Path) -> None:
    assert renewed(page, tmp_path) == page.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def first_program() -> ast.Module:
    """The loop over the events that the README begins with."""
    program = next(match[4] for match in BLOCK.finditer(README.read_text(encoding="utf-8")) if match[2] == "python")
    loops = [statement for statement in ast.parse(program).body if isinstance(statement, ast.For)]
    return ast.Module(body=list[ast.stmt](loops), type_ignores=[])


def test_the_first_program_runs_on_every_article(
    first_program: ast.Module, extractor: Extractor, articles: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    for article in articles:
        result = extractor.extract(article)
        exec(compile(first_program, "README.md", "exec"), {"result": result})
        assert capsys.readouterr().out.count("because:") == len(result.events)


def test_the_first_program_prints_nothing_for_an_article_without_events(
    first_program: ast.Module, extractor: Extractor, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(first_program, "README.md", "exec"), {"result": extractor.extract("The lake was calm.")})
    assert capsys.readouterr().out == ""


def test_accuracy_is_what_the_floors_demand() -> None:
    floors = json.loads((ROOT / "tests" / "fixtures" / "gold" / "floors.json").read_text(encoding="utf-8"))
    rows = re.findall(r"^\| ([a-z ]+) \| [^|]+ \| (\d+) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert {layer: float(floor) for layer, floor in rows} == floors


def test_what_is_installed_is_what_the_checks_install() -> None:
    blocks = [match[4] for match in BLOCK.finditer(README.read_text(encoding="utf-8")) if match[2] == "sh"]
    run, check = "pip install . && extractor run examples/harbour.txt\n", "pip install -e '.[dev]' && pytest -n 2\n"
    assert blocks == [run, check]
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "-e '.[dev]'" in script
    assert "check pytest -n 2" in script


if __name__ == "__main__" and sys.argv[1:2] == ["--update"]:
    warnings.filterwarnings("ignore", r"\[W095\]")
    for page in (Path(name).resolve() for name in sys.argv[2:] or map(str, PAGES)):
        with tempfile.TemporaryDirectory() as scratch:
            page.write_text(renewed(page, Path(scratch)), encoding="utf-8")
