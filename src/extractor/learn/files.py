"""The files of a lesson: settings that name an ontology and a place file, each with what the user had before."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.gazetteer.own import FIELDS
from extractor.learn.addition import Addition
from extractor.settings import PATHS, Settings


def ontology_text(before: Path | None, additions: Iterable[Addition], heading: str) -> str | None:
    """A user's ontology with the triggers and actors added; None when there are none. Raises InputError for YAML."""
    added = [addition for addition in additions if addition.table in ("triggers", "actors")]
    if not added:
        return None
    known = 'name = "learned"\n'
    if before is not None:
        if before.suffix.lower() != ".toml":
            raise InputError(f"{before} is no TOML file: triggers and actors can only be added to one")
        known = before.read_text(encoding="utf-8-sig")
    entries = [f"\n[[{addition.table}]]\n{_toml(addition.fields)}" for addition in added]
    return "".join((known.rstrip(), f"\n\n# {heading}\n", *entries))


def places_text(before: Path | None, additions: Iterable[Addition]) -> str | None:
    """A user's places as CSV with those added; None when there are none. Raises InputError for TOML."""
    added = [addition.fields for addition in additions if addition.table == "places"]
    if not added:
        return None
    if before is not None and before.suffix.lower() == ".toml":
        raise InputError(f"{before} is a TOML file: places can only be added to a CSV file")
    out = io.StringIO()
    rows = csv.DictWriter(out, FIELDS, lineterminator="\n")
    rows.writeheader()
    if before is not None:
        rows.writerows(csv.DictReader(io.StringIO(before.read_text(encoding="utf-8-sig"))))
    rows.writerows(added)
    return out.getvalue()


def settings_text(settings: Settings, folder: Path, heading: str) -> str:
    """Settings as TOML, those that are not the default; paths relative to the file's folder where they lie in it."""
    default = Settings()
    given: dict[str, Any] = {
        name: _relative(value, folder) if name in PATHS else value
        for name, value in settings
        if value != getattr(default, name)
    }
    options = given.pop("geocoder_options", ())
    table = f"\n[geocoder_options]\n{_toml(dict(options))}" if options else ""
    return f"# {heading}\n{_toml(given)}{table}"


def _relative(path: Path, folder: Path) -> str:
    """A path as the settings file names it: relative where it lies in its folder, else from the root."""
    absolute, home = path.resolve(), folder.resolve()
    if absolute.is_relative_to(home):
        return absolute.relative_to(home).as_posix()
    return str(absolute)


def _toml(fields: Mapping[str, object]) -> str:
    """Lines of `name = value`; strings, numbers and lists of strings are written alike in JSON and TOML."""
    return "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
