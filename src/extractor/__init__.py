"""News text in; structured, geocoded, dated events out, with who says so and the words that prove it."""

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
from extractor.pipeline import Extractor
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
    "Span",
    "__version__",
]
