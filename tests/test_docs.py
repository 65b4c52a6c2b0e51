"""The documentation: nothing public is left out, generated pages are up to date, every page is reached."""

import importlib
import inspect
import re
import runpy
import tomllib
from pathlib import Path

import pytest
import srsly  # type: ignore[import-untyped]

import extractor

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
API = (DOCS / "api.md").read_text(encoding="utf-8")
NAMED = re.findall(r"^::: ([\w.]+)$", API, re.MULTILINE)


@pytest.mark.parametrize("name", [name for name in extractor.__all__ if name != "__version__"])
def test_every_public_name_is_in_the_reference(name: str) -> None:
    thing = getattr(extractor, name)
    is_error = isinstance(thing, type) and issubclass(thing, Exception)
    assert f"extractor.{name}" in NAMED or (is_error and "extractor.errors" in NAMED)
    assert inspect.getdoc(thing)


@pytest.mark.parametrize("name", NAMED)
def test_the_reference_names_what_is_there_and_explains_itself(name: str) -> None:
    module, _, attribute = name.rpartition(".")
    thing = getattr(importlib.import_module(module), attribute, None) or importlib.import_module(name)
    assert inspect.getdoc(thing)


@pytest.mark.parametrize("name", NAMED)
def test_public_methods_explain_themselves(name: str) -> None:
    module, _, attribute = name.rpartition(".")
    thing = getattr(importlib.import_module(module), attribute, None)
    if not inspect.isclass(thing):
        return
    methods = {
        key: value for key, value in vars(thing).items() if not key.startswith("_") and inspect.isfunction(value)
    }
    assert not [key for key, value in methods.items() if not inspect.getdoc(value)]


def test_the_page_of_the_command_line_names_every_command() -> None:
    made = runpy.run_path(str(DOCS / "make_cli_page.py"))["page"]()
    for name in ("batch", "evaluate", "gazetteer build", "learn", "ontology check", "run"):
        assert f"## extractor {name}\n" in made
    assert "`--settings`" in made


def test_every_page_is_reached_from_the_menu() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    reached = set(re.findall(r": ([\w./]+\.md)$", text, re.MULTILINE))
    assert {page.name for page in DOCS.glob("*.md")} <= reached


def test_files_about_the_project_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = srsly.read_yaml(ROOT / "CITATION.cff")
    assert citation["version"] == extractor.__version__
    assert citation["license"] == project["license"]
    assert {"CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md"} <= {path.name for path in ROOT.glob("*.md")}
    workflow = srsly.read_yaml(ROOT / ".github" / "workflows" / "checks.yml")
    named = [
        f"Programming Language :: Python :: {v}" for v in workflow["jobs"]["checks"]["strategy"]["matrix"]["python"]
    ]
    assert set(named) <= set(project["classifiers"])
    for form in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"):
        assert srsly.read_yaml(form)
