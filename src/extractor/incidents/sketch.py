"""How much of a shorter text stands in a longer one, by a sketch of each: a wire story cut by half is still the wire.

The lowest hashes of its word shingles (Broder 1997, bottom-k). Jaccard of `batch.near` falls with what is cut away,
containment does not.
"""

from bisect import bisect_right
from collections.abc import Sequence
from zlib import crc32

import numpy as np

SHINGLE_WORDS = 4
SIZE = 256


def sketch(text: Sequence[str]) -> list[int]:
    """The lowest hashes of the runs of words of a text, in order, SIZE of them at the most."""
    words = " ".join(text).encode().split(b" ")
    if len(words) < SHINGLE_WORDS:
        return [crc32(b" ".join(words))]
    runs = zip(*(words[first:] for first in range(SHINGLE_WORDS)), strict=False)
    hashes = np.fromiter(map(crc32, map(b" ".join, runs)), dtype=np.uint32)
    hashes.sort()
    is_first = np.append(True, np.diff(hashes) != 0)
    lowest: list[int] = hashes[is_first][:SIZE].tolist()
    return lowest


class Sketch:
    """A sketch that is compared with others."""

    def __init__(self, hashes: list[int]) -> None:
        self._hashes, self._set, self._reach = hashes, frozenset(hashes), _reach(hashes)

    def containment(self, other: "Sketch") -> float:
        """The share of the shorter text's shingles that the other has too, 0 to 1, as the sketches tell."""
        if self._set.isdisjoint(other._set):
            return 0.0
        reach = min(self._reach, other._reach)
        compared = min(bisect_right(self._hashes, reach), bisect_right(other._hashes, reach))
        return len(self._set & other._set) / compared


def _reach(seen: list[int]) -> int:
    """Up to which hash a sketch has all of its text: all hashes where the text is short."""
    if len(seen) == SIZE:
        return seen[-1]
    return ALL


ALL = 1 << 32  # above every hash
