"""Keeping a process small and quick while it reads one article after the other.

spaCy keeps every word that it has ever seen. The first ones are kept here too, for they are the words that come again;
after KEPT of them the words of a group of articles are forgotten with it, in spaCy's memory zone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from weakref import WeakKeyDictionary

from spacy.language import Language

from extractor.collector import collector_waits

# Strings (words, their lemmas, shapes and endings). News needs some 500 articles for so many; they take 5 MB.
KEPT = 40_000

_first: WeakKeyDictionary[Language, int] = WeakKeyDictionary()  # strings of a pipeline when it was first used
_lock = RLock()  # a zone takes the words of all threads with it


@contextmanager
def at_work(nlp: Language, *, forget: bool) -> Iterator[None]:
    """A block that makes Docs, one thread at a time. With `forget` no Doc of the block may be used behind it.

    The garbage collector waits until its end: nearly all that an article makes lives as long as the article.
    """
    with _lock, collector_waits():
        first = _first.setdefault(nlp, len(nlp.vocab.strings))
        is_full = len(nlp.vocab.strings) - first >= KEPT
        in_zone = nlp.vocab.in_memory_zone  # type: ignore[attr-defined]
        if forget and is_full and not in_zone:  # zones do not nest
            with nlp.memory_zone():
                yield
        else:
            yield
