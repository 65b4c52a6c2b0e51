"""The program and the styles of the page, put together from the files in `assets`.

The program is written as ECMAScript modules, each importing from those before it. A page that is opened from a disk may
not load modules, so they are joined in the order of their imports into one, without `import` and `export`.
"""

import re
from functools import cache
from importlib.resources import files

from extractor.errors import DataNotFound

START = "main.js"
STYLES = ("page.css",)
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) )", re.MULTILINE)


@cache
def asset(name: str) -> str:
    """The text of a file in `assets`. Raises DataNotFound."""
    try:
        return (files("extractor") / "page" / "assets" / name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataNotFound(
            f"the page's file {name} is missing: pip install --force-reinstall news-event-extractor"
        ) from error


def module_order(start: str = START) -> list[str]:
    """The modules that `start` needs, each after those that it imports."""
    found: list[str] = []

    def visit(name: str) -> None:
        for needed in _IMPORT.findall(asset(name)):
            if needed not in found:
                visit(needed)
        found.append(name)

    visit(start)
    return found


@cache
def script() -> str:
    """All modules as one script."""
    bodies = (_EXPORT.sub("", _IMPORT.sub("", asset(name))) for name in module_order())
    return '"use strict";\n(() => {\n' + "\n".join(bodies) + "\n})();\n"


@cache
def styles() -> str:
    """All style sheets as one."""
    return "\n".join(map(asset, STYLES))
