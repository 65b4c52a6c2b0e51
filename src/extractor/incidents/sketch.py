"""How much of a shorter text stands in a longer one, by a sketch of each: a wire story cut by half is still the wire.

The lowest hashes of its word shingles (Broder 1997, bottom-k). Jaccard of `batch.near` falls with what is cut away,
containment does not.
"""

from zlib import crc32

from extractor.incidents.words import words_of

SHINGLE_WORDS = 4
SIZE = 256


def sketch(text: str) -> list[int]:
    """The lowest hashes of a text's shingles, in order."""
    words = words_of(text)
    shingles = {" ".join(words[i : i + SHINGLE_WORDS]) for i in range(max(1, len(words) - SHINGLE_WORDS + 1))}
    return sorted({crc32(shingle.encode()) for shingle in shingles})[:SIZE]


def containment(one: list[int], other: list[int]) -> float:
    """The share of the shorter text's shingles that the other has too, as the sketches tell."""
    if not one or not other:
        return 0.0
    reach = min(seen[-1] for seen in (one, other) if len(seen) == SIZE) if SIZE in (len(one), len(other)) else 1 << 32
    a, b = ({value for value in seen if value <= reach} for seen in (one, other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
