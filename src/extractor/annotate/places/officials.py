"""Regions that stand before their officials: "Jalisco prosecutors", which the recogniser takes for a people."""

from collections.abc import Iterator

from extractor.annotate.places.beside import word_at
from extractor.annotate.places.candidates import Candidate, Words
from extractor.annotate.places.words import words
from extractor.gazetteer.index import Gazetteer


def regions_of_officials(likely: list[Candidate], said: Words, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The regions whose officials a text speaks of.

    Jalisco of "Jalisco prosecutors said", Punjab of "Punjab health officials said"; not a town, nor "Tamil police" and
    "Western officials" or "federal police", though regions have that name.
    """
    for candidate in likely:
        is_name = candidate.known and candidate.key not in words("part_of_area") | words("charges")
        is_whole = is_name and (candidate.entity is None or candidate.exact)
        if is_whole and _has_officials(candidate, said) and _is_region(candidate, gazetteer):
            yield candidate


def _has_officials(candidate: Candidate, said: Words) -> bool:
    """Whether a word for officials stands right behind a name, or behind what they are in charge of.

    "Prosecutors" of "Jalisco prosecutors", "officials" of "Punjab health officials".
    """
    at = candidate.end
    if word_at(said, at) in words("charges"):
        at += 1
    return word_at(said, at) in words("officials")


def _is_region(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a first level division has the name.

    Jalisco; not Gao alone, which is a town.
    """
    return any(match.entry.kind == "region" for match in gazetteer.lookup(candidate.text))
