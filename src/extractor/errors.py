"""Every error the library raises on purpose.

ExtractorError
├── InputError (ValueError)          an article, a date or an option that cannot be used
├── ModelNotFound (OSError)          a spaCy pipeline that is not installed
├── DataNotFound (OSError)           a data file of the library that is missing
├── MissingExtra (ImportError)       an optional dependency that is not installed
├── OntologyError (ValueError)       a user's ontology, actor or place file that is wrong
├── WorkerLost (RuntimeError)        an article whose worker process died or was too slow
└── PushFailed (ConnectionError)     events the receiver did not take
"""


class ExtractorError(Exception):
    """Base of all errors of this library."""


class InputError(ExtractorError, ValueError):
    """An article, a date or an option that cannot be used; the message names it and the remedy."""


class ModelNotFound(ExtractorError, OSError):
    """A spaCy pipeline that is not installed; the message holds the command that installs it."""


class DataNotFound(ExtractorError, OSError):
    """A data file that is missing; the message holds the command that makes it."""


class MissingExtra(ExtractorError, ImportError):
    """An optional dependency that is not installed; the message holds the command that installs it."""


class OntologyError(ExtractorError, ValueError):
    """A user's data file that is wrong; the message names file and line."""


class WorkerLost(ExtractorError, RuntimeError):
    """An article whose worker process died or was too slow."""


class PushFailed(ExtractorError, ConnectionError):
    """Events that the receiver did not take. `retry_after` is in seconds, None when it did not say."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
