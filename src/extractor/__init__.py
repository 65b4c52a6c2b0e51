"""News text in; structured, geocoded, dated events out, with who says so and the words that prove it."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor._version import __version__
from extractor.errors import (
    DataNotFound,
    ExtractorError,
    InputError,
    MissingExtra,
    ModelNotFound,
    OntologyError,
    PushFailed,
    WorkerLost,
)
from extractor.records import (
    Acled,
    Actor,
    Article,
    Candidate,
    Claim,
    Count,
    DateExpression,
    Event,
    Extraction,
    FiveW,
    MaskedSpan,
    Place,
    Provenance,
    Span,
)
from extractor.settings import Settings

if TYPE_CHECKING:
    from extractor.frames import to_dataframes
    from extractor.incidents import Incident, IncidentStore, LinkSettings, link
    from extractor.pipeline import Extractor

# Names that are imported when they are first used: `Extractor` brings spaCy, which records and `--help` do not need.
_LATER = {
    "Extractor": "extractor.pipeline",
    "Incident": "extractor.incidents",
    "IncidentStore": "extractor.incidents",
    "LinkSettings": "extractor.incidents",
    "link": "extractor.incidents",
    "to_dataframes": "extractor.frames",
}

__all__ = [
    "Acled",
    "Actor",
    "Article",
    "Candidate",
    "Claim",
    "Count",
    "DataNotFound",
    "DateExpression",
    "Event",
    "Extraction",
    "FiveW",
    "Extractor",
    "ExtractorError",
    "Incident",
    "IncidentStore",
    "InputError",
    "LinkSettings",
    "MaskedSpan",
    "MissingExtra",
    "ModelNotFound",
    "OntologyError",
    "Place",
    "Provenance",
    "PushFailed",
    "Settings",
    "Span",
    "WorkerLost",
    "__version__",
    "link",
    "to_dataframes",
]


def __getattr__(name: str) -> Any:
    """One of the names that are imported when they are first used."""
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")
