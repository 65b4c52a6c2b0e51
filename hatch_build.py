"""The build hook: makes src/extractor/data/gazetteer.sqlite, which git ignores and the wheel carries.

It also runs for `pip install -e .`; the file is left alone while its sources are unchanged.
"""

import sys
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = Path("src/extractor/data/gazetteer.sqlite")
STAMP = Path("build/gazetteer.stamp")


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg,misc]
    """Builds the gazetteer before the wheel is put together."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file unless it is there and up to date."""
        root = Path(self.root)
        # The modules are loaded beside the package, whose own dependencies are not installed while building.
        sys.path.insert(0, str(root / "src" / "extractor"))
        from gazetteer import packages

        stamp = _fingerprint(root, packages.PACKAGES)
        kept = root / STAMP
        if not (root / TARGET).is_file() or not kept.is_file() or kept.read_text() != stamp:
            packages.build(root / TARGET, root / "src/extractor/data/en/places")
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(stamp)
        build_data["artifacts"].append(TARGET.as_posix())


def _fingerprint(root: Path, packages: tuple[str, ...]) -> str:
    """A hash of everything that the file depends on."""
    digest = blake2b(digest_size=16)
    for path in sorted([*root.glob("src/extractor/gazetteer/*.py"), *root.glob("src/extractor/data/en/places/*.tsv")]):
        digest.update(path.name.encode() + path.read_bytes())
    for package in packages:
        digest.update(f"{package} {version(package)}".encode())
    return digest.hexdigest()
