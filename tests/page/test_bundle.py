"""The program of the page: joined whole, and unable to read text as markup or to ask for anything outside."""

import re
from importlib.resources import files

import pytest

from extractor.page.bundle import asset, module_order, script, styles

ASSETS = sorted(entry.name for entry in (files("extractor") / "page" / "assets").iterdir())
MODULES = [name for name in ASSETS if name.endswith(".js")]
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) (\w+)", re.MULTILINE)
# Ways to turn a text into markup or program, or to reach outside the file.
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment|DOMParser"
    r"|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(|\bsrc\b *[=:]|window\.open"
)


def test_every_module_is_reached_and_comes_after_those_it_imports() -> None:
    order = module_order()
    assert sorted(order) == MODULES
    for name in order:
        needed = re.findall(r'from "\./([a-z_]+\.js)"', asset(name))
        assert all(order.index(other) < order.index(name) for other in needed)


def test_names_are_unique_since_the_modules_share_one_scope() -> None:
    names = [name for module in MODULES for name in DECLARED.findall(asset(module))]
    assert sorted(names) == sorted(set(names))


def test_imports_name_what_the_other_module_exports() -> None:
    for module in MODULES:
        for names, other in re.findall(r'^import \{ ([^}]*) \} from "\./([a-z_]+\.js)";$', asset(module), re.MULTILINE):
            exported = re.findall(r"^export (?:async )?(?:function|class|const) (\w+)", asset(other), re.MULTILINE)
            assert set(names.split(", ")) <= set(exported), (module, other)


@pytest.mark.parametrize("name", MODULES)
def test_modules_use_each_name_they_import(name: str) -> None:
    text = asset(name)
    imported = [one for names in re.findall(r"^import \{ ([^}]*) \}", text, re.MULTILINE) for one in names.split(", ")]
    body = re.sub(r"^import .*$", "", text, flags=re.MULTILINE)
    assert [one for one in imported if not re.search(rf"\b{one}\b", body)] == []


@pytest.mark.parametrize("name", MODULES)
def test_no_text_becomes_markup_and_nothing_is_asked_for(name: str) -> None:
    assert FORBIDDEN.findall(asset(name)) == []


def test_nothing_ends_the_script_or_style_early() -> None:
    assert "import " not in re.sub(r"//.*|/\*.*?\*/", "", script())
    assert not re.search(r"</(script|style)|<!--", script() + styles(), re.IGNORECASE)
    assert not re.search(r"url\(|@import", styles())
