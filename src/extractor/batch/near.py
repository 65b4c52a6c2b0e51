"""Near copies of an article: the wire story that ten papers print with another headline and one sentence less.

Word shingles, MinHash and banding (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3).
"""

import re
from collections import OrderedDict
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


class NearCopies:
    """Remembers the articles of a run that were kept, the last WINDOW of them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Signature, list[bytes]]] = OrderedDict()
        self._bands: dict[bytes, str] = {}

    def original(self, article_id: str, text: str) -> str | None:
        """The id of the kept article that this text nearly repeats; None when it is new, and then it is kept."""
        sign = signature(text)
        bands = [bytes([band]) + sign[band * BAND_ROWS : (band + 1) * BAND_ROWS].tobytes() for band in range(BANDS)]
        for band in bands:
            candidate = self._bands.get(band)
            if candidate is not None and similarity(sign, self._kept[candidate][0]) >= MIN_SIMILARITY:
                return candidate
        self._keep(article_id, sign, bands)
        return None

    def _keep(self, article_id: str, sign: Signature, bands: list[bytes]) -> None:
        if article_id in self._kept:  # another text under the same id: the newer one is remembered
            self._forget(article_id)
        self._kept[article_id] = sign, bands
        self._bands |= dict.fromkeys(bands, article_id)
        if len(self._kept) > WINDOW:
            self._forget(next(iter(self._kept)))

    def _forget(self, article_id: str) -> None:
        for band in self._kept.pop(article_id)[1]:
            if self._bands.get(band) == article_id:
                del self._bands[band]


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
