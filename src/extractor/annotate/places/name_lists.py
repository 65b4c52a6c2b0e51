"""Names in a list of places: "Ica, Nazca and Chala", where the recogniser of names sees a person in the last one."""

from collections.abc import Iterator

from extractor.annotate.places.beside import listed_from
from extractor.annotate.places.candidates import UNNAMED, Candidate, Words

_FEWEST = 3  # names of a list that tells what they are
_SURE = 0.6  # the score of a name that surely is a place


def listed_places(likely: list[Candidate], said: Words) -> Iterator[Candidate]:
    """The known names in lists of three or more that else hold only places.

    "Chala" of "at Ica, Nazca and Chala"; not "Adams" of "Paris, Adams and Smith".
    """
    by_span = {(candidate.start, candidate.end): candidate for candidate in likely if candidate.known}
    behind = 0
    for candidate in likely:
        if candidate.score < _SURE or candidate.start < behind:
            continue
        spans = list(listed_from(said, candidate.start))
        found = [by_span[span] for span in spans if span in by_span]
        behind = spans[-1][1] if spans else behind
        if len(found) == len(spans) >= _FEWEST and said.lower[spans[-1][0] - 1] == "and":
            yield from _doubtful(found)


def _doubtful(listed: list[Candidate]) -> Iterator[Candidate]:
    """The names of a list that are no sure places, where all but one are.

    None of "Paris, Adams and Smith".
    """
    doubtful = [candidate for candidate in listed if candidate.score < _SURE]
    if len(doubtful) == 1 and _is_one_name(doubtful[0]):
        yield from doubtful


def _is_one_name(candidate: Candidate) -> bool:
    """Whether the recogniser of names sees nothing or one whole name there.

    Not the "Boko" of "Boko Haram".
    """
    if candidate.entity is None:
        return True
    return candidate.exact and candidate.entity.label not in UNNAMED
