"""Which part of the library may import which. The layers meet on the Doc through `marks`, not by import."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "extractor"
BASE = {"_version", "datelines", "errors", "ids", "logistic", "paragraphs", "records", "settings", "tables"}
SHARED = BASE | {"marks", "gazetteer", "lexicon", "ontology_file", "syntax", "words"}
# Parts that are not listed (pipeline, components, assemble, workers, batch, cli ...) put the others together.
MAY_IMPORT = {
    "datelines": set[str](),
    "errors": set[str](),
    "logistic": set[str](),
    "ids": set[str](),
    "paragraphs": set[str](),
    "records": {"errors", "write"},  # Extraction.to_geojson calls the writer
    "settings": {"errors"},
    "gazetteer": BASE,
    "tables": {"errors"},
    "lexicon": BASE,
    "ontology_file": BASE | {"lexicon"},
    "marks": BASE,
    "syntax": BASE | {"lexicon", "words"},
    "words": BASE | {"marks", "mends"},
    "mends": BASE | {"lexicon", "words"},
    "read": BASE,
    "write": BASE,
    "annotate.dates": SHARED,
    "annotate.places": SHARED,
    "annotate.actors": SHARED,
    "annotate.claims": SHARED,
    "annotate.english": SHARED,
    "annotate.mojibake": SHARED,
    "annotate.language": SHARED | {"annotate.attributes", "annotate.readable"},
    "annotate.attributes": set[str](),
    "annotate.readable": BASE,
    "events": SHARED,
}


def part(module: str) -> str:
    """ "extractor.annotate.dates.find" -> "annotate.dates", "extractor.read.layout" -> "read"."""
    names = module.split(".")[1:]
    return ".".join(names[:2] if names[:1] == ["annotate"] else names[:1])


def imported(path: Path) -> set[str]:
    """The parts of the library that a file imports, inside functions too."""
    modules: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module in ("extractor", "extractor.annotate"):
            modules |= {f"{node.module}.{alias.name}" for alias in node.names if not alias.name.startswith("__")}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module)
    return {part(module) for module in modules if module.startswith("extractor.")}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_stay_inside_the_layers(path: Path) -> None:
    own = part("extractor." + ".".join(path.relative_to(SOURCE).with_suffix("").parts))
    if own in MAY_IMPORT:
        assert imported(path) - {own} <= MAY_IMPORT[own]
