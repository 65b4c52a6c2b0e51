"""Which part of the library may import which. The layers meet on the Doc through `document.layers`, not by import."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "extractor"
DOCUMENT = {
    "document.credits",
    "document.date_order",
    "document.datelines",
    "document.ids",
    "document.paragraphs",
    "document.warning",
}
WORDS = {
    "lexicon.domains",
    "lexicon.noun_classes",
    "lexicon.roles",
    "lexicon.sectors",
    "lexicon.spelling",
    "lexicon.tables",
    "lexicon.weapons",
    "lexicon.word_classes",
}
BASE = (
    DOCUMENT | WORDS | {"_version", "errors", "extras", "logistic", "records", "settings", "sqlite_files", "transport"}
)
LEXICON = {
    "lexicon." + name
    for name in ("actor_nouns", "actor_table", "contents", "event_types", "ontology", "triggers", "user_ontology")
}
SHARED = BASE | LEXICON | {"document.from_doc", "document.layers", "document.tokens", "gazetteer", "syntax"}
TWO_LEVELS = ("annotate", "document", "lexicon")
PACKAGES = ("extractor", *(f"extractor.{name}" for name in TWO_LEVELS))
# Parts that are not listed (pipeline, components, assemble, workers, batch, cli ...) put the others together.
MAY_IMPORT = {
    "document.credits": {"lexicon.tables"},
    "document.date_order": {"lexicon.tables"},
    "document.day_names": BASE | {"document.tokens"},
    "document.datelines": set[str](),
    "document.ids": set[str](),
    "document.labels": set[str](),
    "document.layers": BASE,
    "document.paragraphs": set[str](),
    "document.headlines": BASE | {"document.labels", "document.tokens", "lexicon.triggers"},
    "document.lost_sayings": BASE | {"document.labels", "document.tokens"},
    "document.lost_speakers": BASE | {"document.labels", "document.misplaced_times", "document.tokens"},
    "document.misplaced_times": BASE | {"document.labels", "document.tokens", "lexicon.triggers"},
    "document.lost_subjects": BASE
    | {"document.labels", "document.lost_verbs", "document.tokens", "lexicon.actor_nouns", "lexicon.noun_classes"},
    "document.lost_agents": BASE | {"document.tokens", "lexicon.actor_nouns", "lexicon.triggers"},
    "document.lost_verbs": BASE | {"document.labels", "document.tokens", "lexicon.triggers", "lexicon.word_classes"},
    "document.semicolons": BASE | {"document.labels", "document.tokens", "lexicon.word_classes"},
    "document.gerund_rows": BASE | {"document.tokens", "lexicon.triggers"},
    "document.reduced_relatives": BASE
    | {"document.labels", "document.relatives", "document.tokens", "lexicon.triggers"},
    "document.relatives": BASE | {"document.labels", "document.tokens", "lexicon.noun_classes", "lexicon.word_classes"},
    "document.descriptions": BASE | {"document.labels", "document.tokens"},
    "document.repair": BASE
    | {
        "document.headlines",
        "document.labels",
        "document.day_names",
        "document.descriptions",
        "document.lost_sayings",
        "document.lost_speakers",
        "document.misplaced_times",
        "document.prefixes",
        "document.gerund_rows",
        "document.lost_agents",
        "document.lost_subjects",
        "document.lost_verbs",
        "document.semicolons",
        "document.reduced_relatives",
        "document.rows",
        "document.run_together",
        "document.titles",
        "document.tokens",
        "document.under_attack",
        "lexicon.triggers",
    },
    "document.run_together": BASE | {"document.tokens"},
    "document.titles": BASE | {"document.tokens", "lexicon.actor_nouns"},
    "document.under_attack": BASE | {"document.tokens"},
    "document.warning": set[str](),
    "document.tokens": {"document.paragraphs", "records"},
    "document.from_doc": BASE | {"document.layers", "document.repair", "document.tokens"},
    "collector": set[str](),
    "errors": set[str](),
    "extras": {"errors"},
    "logistic": set[str](),
    "frames": BASE | {"write"},
    "land": BASE,
    "notebook": BASE | {"land", "write"},
    "records": {"errors", "frames", "notebook", "page", "write"},  # its to_... and _repr_html_ call those who draw
    "settings": {"errors"},
    "sqlite_files": {"errors"},
    "transport": set[str](),
    "gazetteer": BASE,
    "lexicon.actor_nouns": SHARED,
    "lexicon.actor_table": SHARED,
    "lexicon.contents": {"lexicon.tables", "lexicon.word_classes"},
    "lexicon.event_types": BASE,
    "lexicon.domains": {"lexicon.tables"},
    "lexicon.noun_classes": {"lexicon.tables"},
    "lexicon.ontology": SHARED,
    "lexicon.roles": {"lexicon.spelling", "lexicon.tables"},
    "lexicon.sectors": {"lexicon.tables"},
    "lexicon.spelling": set[str](),
    "lexicon.tables": {"errors"},
    "lexicon.triggers": BASE | {"lexicon.event_types"},
    "lexicon.user_ontology": BASE | {"lexicon.event_types", "lexicon.triggers"},
    "lexicon.weapons": {"lexicon.tables"},
    "lexicon.word_classes": {"lexicon.noun_classes", "lexicon.tables", "lexicon.weapons"},
    "syntax": BASE | {"document.tokens", "lexicon.actor_nouns", "lexicon.triggers"},
    "read": BASE,
    "incidents": BASE | {"collector", "read"} | {"lexicon.event_types"},
    "page": BASE | {"incidents", "land", "lexicon.event_types"},
    "write": BASE | {"incidents", "page"},
    "annotate.dates": SHARED,
    "annotate.places": SHARED,
    "annotate.actors": SHARED,
    "annotate.claims": SHARED,
    "annotate.parse": SHARED,
    "events": SHARED,
}
# Methods of a record that call who draws or converts it, and import that only then: records themselves need none.
VIEWS = {("records", name) for name in ("frames", "notebook", "page", "write.geojson")}


def part(module: str) -> str:
    """ "extractor.annotate.dates.recognize" -> "annotate.dates", "extractor.read.layout" -> "read"."""
    names = module.split(".")[1:]
    return ".".join(names[:2] if names and names[0] in TWO_LEVELS else names[:1])


def imported(path: Path) -> set[str]:
    """The parts of the library that a file imports, inside functions too."""
    modules: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module in PACKAGES:
            modules |= {f"{node.module}.{alias.name}" for alias in node.names if not alias.name.startswith("__")}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module)
    return {part(module) for module in modules if module.startswith("extractor.")}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_stay_inside_the_layers(path: Path) -> None:
    own = part("extractor." + ".".join(path.relative_to(SOURCE).with_suffix("").parts))
    if own in MAY_IMPORT:
        assert imported(path) - {own} <= MAY_IMPORT[own]


def modules() -> dict[str, Path]:
    """Names of modules, without "extractor." -> their files."""
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported_modules(path: Path, known: dict[str, Path]) -> set[str]:
    """The modules of the library that a file imports, inside functions and for types too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("extractor."):
            module = node.module.removeprefix("extractor.")
            members = {f"{module}.{alias.name}" for alias in node.names}
            names |= members & known.keys() or {module}
    return names


def test_no_module_imports_itself_through_others() -> None:
    known = modules()
    graph = {
        name: {other for other in imported_modules(path, known) if other != name and (name, other) not in VIEWS}
        for name, path in known.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"these import each other in a circle: {' <- '.join(error.args[1])}")
