"""The ontology as data: event types, shifts between them, contexts, CAMEO codes, and the version of it all."""

from collections.abc import Mapping
from functools import cache
from hashlib import blake2b

from extractor.lexicon.event_types import EventType, event_types
from extractor.lexicon.tables import DATA, data_path, data_toml, language_folder
from extractor.lexicon.triggers import rows
from extractor.lexicon.user_ontology import own_ontology
from extractor.settings import Settings

BASE_VERSION = "plover-2021"


def types_of(settings: Settings) -> dict[str, EventType]:
    """Name -> type: those of PLOVER that the user's own ontology keeps, and its own."""
    own = own_ontology(settings)
    types = {name: known for name, known in event_types().items() if own.keep is None or name in own.keep}
    return types | dict(own.types)


@cache
def _cameo_codes() -> Mapping[tuple[str, str], str]:
    """The CAMEO code of each type and mode."""
    return {(event_type, mode): code for event_type, mode, code in rows(data_path("ontology/cameo.txt"))}


def cameo_code(event_type: str, mode: str | None) -> str | None:
    """PLOVER type and mode -> CAMEO code as text, None for a type that CAMEO has no root for.

    >>> cameo_code("COERCE", "arrest")
    '173'
    """
    codes = _cameo_codes()
    return codes.get((event_type, mode or "*")) or codes.get((event_type, "*"))


@cache
def _context_words() -> Mapping[str, frozenset[str]]:
    """The words of each context."""
    return {name: frozenset(words.split()) for name, words in data_toml("ontology/contexts.toml").items()}


def contexts_of(words: frozenset[str]) -> tuple[str, ...]:
    """Lemmas of a sentence -> PLOVER contexts, in the order of the data file."""
    return tuple(name for name, cues in _context_words().items() if not cues.isdisjoint(words))


def ontology_version(settings: Settings) -> str:
    """Name and hash of the ontology's data files, "plover-2021+1f0c5a2b", then name and hash of the user's own."""
    own = own_ontology(settings)
    return f"{BASE_VERSION}+{_data_digest()}" + (f"/{own.name}+{own.digest}" if own.digest else "")


@cache
def _data_digest() -> str:
    """A short hash of all data that types and rules are made from."""
    digest = blake2b(digest_size=4)
    folders = [root / name for name in ("lexicon", "ontology") for root in (language_folder(), DATA)]
    for path in (path for folder in folders for path in sorted(folder.rglob("*.t*"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
