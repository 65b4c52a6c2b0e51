"""News text in; structured, geocoded, dated events out, with who says so and the words that prove it."""

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
    MaskedSpan,
    Place,
    Provenance,
    Span,
)
from extractor.settings import Settings

if TYPE_CHECKING:
    from extractor.pipeline import Extractor

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
    "Extractor",
    "ExtractorError",
    "InputError",
    "MaskedSpan",
    "MissingExtra",
    "ModelNotFound",
    "OntologyError",
    "Place",
    "Provenance",
    "PushFailed",
    "Settings",
    "Span",
    "__version__",
]


def __getattr__(name: str) -> Any:
    """`Extractor` is imported when it is first used: it brings spaCy, which the records and `--help` do not need."""
    if name == "Extractor":
        from extractor.pipeline import Extractor

        return Extractor
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")
