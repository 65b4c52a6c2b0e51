"""What mkdocs is told about files outside docs/: model cards, examples, the changelog and the contribution guide.

Pages refer to them as "../models/x.md", which works on a code host; on the site they lie beside the pages.
"""

import re
import runpy
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]
ALSO = (
    "models/*.md",
    "examples/*.py",
    "examples/*.txt",
    "examples/*.csv",
    "examples/*.ipynb",
    "*.md",
    "NOTICE",
    "LICENSE",
)
_OUTSIDE = re.compile(r"\]\(\.\./")
_INSIDE = re.compile(r"\]\((?:docs/)")


def on_files(files: Files, config: Any) -> Files:
    """Add the files outside docs/, and the page of the command line."""
    for pattern in ALSO:
        for path in sorted(ROOT.glob(pattern)):
            if path.name != "README.md":
                uri = path.relative_to(ROOT).as_posix()
                files.append(File.generated(config, uri, abs_src_path=str(path)))
    made: str = runpy.run_path(str(ROOT / "docs" / "make_cli_page.py"))["page"]()
    files.append(File.generated(config, "cli.md", content=made))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Let links find what lies beside the pages on the site."""
    depth = page.file.src_uri.count("/")
    up = "../" * depth
    return _INSIDE.sub(f"]({up}", _OUTSIDE.sub(f"]({up}" if depth == 0 else "](../", markdown))
