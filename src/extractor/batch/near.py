"""Near copies of an article: the wire story that ten papers print with another headline and one sentence less.

Word shingles, MinHash and banding (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3).
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Generic, TypeVar
from zlib import crc32

import numpy as np
import numpy.typing as npt

SHINGLE_WORDS = 4
MIN_SHINGLES = 30  # a shorter text has a copy only when all its words are the same
BANDS, BAND_ROWS = 16, 8  # a pair that shares 85 % of its shingles is compared in 99 of 100 cases, one of 50 % in 6
MIN_SIMILARITY = 0.85
# Copies come within days of each other. 20,000 articles cost the parent process about 60 MB, and never more.
WINDOW = 20_000
AT_ONCE = 4096  # shingles: a matrix of 4 MB, however long the text
_PRIME = np.uint64(4_294_967_311)
_WORD = re.compile(r"\w+")
_random = np.random.default_rng(20_241_201)  # any fixed seed: signatures are compared within one run only
_FACTORS = _random.integers(1, 2**32, size=BANDS * BAND_ROWS, dtype=np.uint64)
_OFFSETS = _random.integers(0, 2**32, size=BANDS * BAND_ROWS, dtype=np.uint64)

Signature = npt.NDArray[np.uint32]
Item = TypeVar("Item")


class Neighbours(Generic[Item]):
    """Items by the signatures of their texts; of more than `most` the one that was added first is forgotten."""

    def __init__(self, most: int = WINDOW) -> None:
        self._most = most
        self._known: dict[int, tuple[Item, Signature, list[int]]] = {}  # in the order in which they were added
        self._bands: dict[int, list[int]] = {}
        self._next = 0

    def add(self, item: Item, sign: Signature) -> int:
        """Remember an item; gives the number by which it can be forgotten."""
        number, self._next = self._next, self._next + 1
        keys = _bands(sign)
        self._known[number] = item, sign, keys
        for key in keys:
            self._bands.setdefault(key, []).append(number)
        if len(self._known) > self._most:
            self.forget(next(iter(self._known)))
        return number

    def forget(self, number: int) -> None:
        """Forget an item; nothing happens when it is forgotten already."""
        _, _, keys = self._known.pop(number, (None, None, ()))
        for key in keys:
            self._bands[key].remove(number)
            if not self._bands[key]:
                del self._bands[key]

    def like(self, sign: Signature) -> Iterator[Item]:
        """The items whose texts are near copies of one with this signature, in the order in which they were added."""
        candidates: set[int] = set()
        for key in _bands(sign):
            candidates.update(self._bands.get(key, ()))
        for number in sorted(candidates):
            item, other, _ = self._known[number]
            if similarity(sign, other) >= MIN_SIMILARITY:
                yield item


def _bands(sign: Signature) -> list[int]:
    """The number of each band with a hash of its content: texts that share one of them are compared."""
    return [band << 32 | crc32(sign[band * BAND_ROWS : (band + 1) * BAND_ROWS].tobytes()) for band in range(BANDS)]


def signature(text: str) -> Signature:
    """The MinHash signature of a text; of all its words at once when there are few."""
    words = _WORD.findall(text.lower())
    count = len(words) - SHINGLE_WORDS + 1
    size = SHINGLE_WORDS if count >= MIN_SHINGLES else len(words)
    starts = range(max(1, len(words) - size + 1))
    lowest = np.full(BANDS * BAND_ROWS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for first in range(0, len(starts), AT_ONCE):
        some = (" ".join(words[i : i + size]) for i in starts[first : first + AT_ONCE])
        hashes = np.array([crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in some], dtype=np.uint64)
        # uint64 arithmetic wraps; that mixes the bits all the more and is the same everywhere.
        mixed = (hashes[:, None] * _FACTORS[None, :] + _OFFSETS[None, :]) % _PRIME
        lowest = np.minimum(lowest, mixed.min(axis=0))
    signed: Signature = lowest.astype(np.uint32)
    return signed


def similarity(one: Signature, other: Signature) -> float:
    """Estimated share of shingles that two texts have in common (Jaccard)."""
    return float((one == other).mean())


def written(sign: Signature) -> str:
    """A signature as the log of a part holds it.

    >>> bool((read_back(written(signature("Rain fell."))) == signature("Rain fell.")).all())
    True
    """
    return b64encode(sign.tobytes()).decode("ascii")


def read_back(text: str) -> Signature:
    """The signature that was written. Raises ValueError."""
    return np.frombuffer(b64decode(text), dtype=np.uint32)
