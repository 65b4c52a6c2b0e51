"""How much of a shorter text stands in a longer one, by a sketch of each: a wire story cut by half is still the wire.

The lowest hashes of its word shingles (Broder 1997, bottom-k). Jaccard of `batch.near` falls with what is cut away,
containment does not.
"""

from zlib import crc32

from extractor.incidents.words import words_of

SHINGLE_WORDS = 4
SIZE = 256


def sketch(text: str) -> list[int]:
    """The lowest hashes of a text's runs of words, in order, SIZE of them at the most."""
    words = words_of(text)
    starts = range(max(1, len(words) - SHINGLE_WORDS + 1))
    shingles = {" ".join(words[start : start + SHINGLE_WORDS]) for start in starts}
    return sorted({crc32(shingle.encode()) for shingle in shingles})[:SIZE]


def containment(one: list[int], other: list[int]) -> float:
    """The share of the shorter text's shingles that the other has too, 0 to 1, as the sketches tell."""
    if not one or not other:
        return 0.0
    reach = min(_reach(one), _reach(other))
    a, b = ({value for value in seen if value <= reach} for seen in (one, other))
    if not a or not b:
        return 0.0
    return len(a & b) / min(len(a), len(b))


def _reach(seen: list[int]) -> int:
    """Up to which hash a sketch has all of its text: all hashes where the text is short."""
    return seen[-1] if len(seen) == SIZE else ALL


ALL = 1 << 32  # above every hash
