"""The public names, and what an import costs."""

import subprocess
import sys

import extractor

PUBLIC = {
    *("Acled", "Actor", "Article", "Candidate", "Claim", "Count", "DateExpression", "Event", "Extraction", "FiveW"),
    *("MaskedSpan", "Place", "Provenance", "Settings", "Span", "Extractor", "__version__"),
    *("Incident", "IncidentStore", "LinkSettings", "WorkerLost", "link", "to_dataframes"),
    *("DataNotFound", "ExtractorError", "InputError", "MissingExtra", "ModelNotFound", "OntologyError", "PushFailed"),
}


def test_public_names() -> None:
    assert set(extractor.__all__) == PUBLIC
    assert all(hasattr(extractor, name) for name in extractor.__all__)


def test_errors_are_built_in_errors_too() -> None:
    builtin = {
        extractor.InputError: ValueError,
        extractor.ModelNotFound: OSError,
        extractor.DataNotFound: OSError,
        extractor.MissingExtra: ImportError,
        extractor.OntologyError: ValueError,
        extractor.PushFailed: ConnectionError,
        extractor.WorkerLost: RuntimeError,
    }
    for error, parent in builtin.items():
        assert issubclass(error, (extractor.ExtractorError, parent))


def test_import_does_not_load_spacy() -> None:
    code = "import sys, extractor; extractor.Span; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(extractor, "Extractr")
