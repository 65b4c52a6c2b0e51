"""Names in a list of places: "Ica, Nazca and Chala", where the recogniser of names sees a person in the last one."""

from collections.abc import Iterator

from extractor.annotate.places.beside import listed_from, word_at
from extractor.annotate.places.candidates import UNNAMED, Candidate, Words
from extractor.annotate.places.words import words

_FEWEST = 3  # names of a list that tells what they are
_MAYBE = 0.25  # the score of a name that may be one
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


def listed_people(likely: list[Candidate], said: Words) -> Iterator[Candidate]:
    """The first names of lists of three or more whose others are all persons.

    "Kone" of "Kone, Diallo and Sy were arrested"; not "Gao" of "in Gao, Smith and Jones were arrested" nor of "Gao,
    Kidal and Menaka were shelled", which may be towns.
    """
    towns = {candidate.start for candidate in likely if candidate.known and candidate.score >= _MAYBE}
    for candidate in likely:
        first, *others = list(listed_from(said, candidate.start)) or [(0, 0)]
        is_list = len(others) + 1 >= _FEWEST and said.lower[others[-1][0] - 1] == "and"
        if not is_list or first != (candidate.start, candidate.end) or candidate.told:
            continue
        is_put = word_at(said, candidate.start - 1) in words("locative") | words("motion")
        if not is_put and all(_is_somebody(said, *span) and span[0] not in towns for span in others):
            yield candidate


def _is_somebody(said: Words, start: int, end: int) -> bool:
    """Whether the recogniser of names takes a whole name for a person.

    "Diallo" of "Kone, Diallo and Sy".
    """
    entity = said.covering[start]
    return entity is not None and entity.label == "PERSON" and entity.end == end


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
