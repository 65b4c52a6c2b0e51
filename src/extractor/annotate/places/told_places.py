"""Names that a list or a distance calls towns, whatever the recogniser of names makes of them.

"The villages of Ashkar and Bir Lahmi", "the island of Hidle", "Dankoro, a village near Sokoto", "Wadi Nur, 20 km north
of Marib".
"""

from collections.abc import Iterator

from extractor.annotate.places.beside import LISTED, listed_from, start_of_name, word_at
from extractor.annotate.places.candidates import UNNAMED, Candidate, Words, candidate_at
from extractor.annotate.places.sites import told_of_sites
from extractor.annotate.places.told_sites import sited_spans
from extractor.annotate.places.words import words
from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.keys import fold

_OPENING = frozenset(("a", "an", "the", "another", "both", "its", "their", "two", "three", "four", "five", "six"))
_BETWEEN = 4  # lower-case words between a comma and the noun that calls the name a town


def with_told(found: list[Candidate], said: Words, gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates with the names that are called towns, which are marked.

    "Tinfada" of "the village of Tinfada" is a candidate, though no gazetteer knows it; all of "Port-au-Prince" is told
    by "a district of Port-au-Prince".
    """
    told = {*told_spans(said), *sited_spans(said), *told_of_sites(said, gazetteer)}
    if not told:
        return found
    known = {(c.start, c.end): c for c in found}
    hyphened = {c.start: c.end for c in reversed(found) if c.known and "-" in said.texts[c.start : c.end]}
    told = {(start, hyphened.get(start, end)) for start, end in told}
    for span in sorted(told - known.keys()):
        text = said.text(*span)
        known[span] = candidate_at(said, *span, text, fold(text), gazetteer.knows(fold(text)))
    for span in told:
        known[span].told = True
    return sorted(known.values(), key=lambda c: (c.start, -c.end))


def told_spans(said: Words) -> Iterator[tuple[int, int]]:
    """Tokens [start, end) of names behind "the villages of", before ", a village near" and ", 20 km north of".

    "Ashkar" and "Tel Nur" of "the villages of Ashkar and Tel Nur", "Wadi Nur" of "at Wadi Nur, 20 km north of Marib".
    """
    for at, word in enumerate(said.lower):
        if word in words("lengths"):
            yield from _measured(said, at)
        if word == "between" and word_at(said, at - 1) in words("roads"):
            yield from listed_from(said, at + 1)
        is_town = word in words("towns")
        if said.capital[at] or not (is_town or word in words("lands")):
            continue
        if at + 1 < len(said.lower) and said.lower[at + 1] == "of":
            yield from listed_from(said, at + 2)
        elif is_town and _goes_on_as_place(said, at + 1):
            yield from _named_before(said, at)
        if is_town:
            yield from _beside_others(said, at)


def _measured(said: Words, unit: int) -> Iterator[tuple[int, int]]:
    """The name of "at Wadi Nur, 20 km north of Marib".

    Nothing for "twenty km south of Marib".
    """
    comma = unit - 2 if word_at(said, unit - 2) == "," else unit - 3
    if word_at(said, comma) != "," or not {"of", "from"} & set(said.lower[unit + 1 : unit + 4]):
        return
    start = start_of_name(said, comma)
    if start < comma and word_at(said, start - 1) in words("locative"):
        yield start, comma


def _goes_on_as_place(said: Words, at: int) -> bool:
    """Whether the word behind "a village" puts it somewhere: "near", "in", "20"; not "a village chief".

    True behind "a village" of "a village 20 km away".
    """
    if at >= len(said.lower):
        return False
    return said.lower[at] in words("puts_town") or said.texts[at].isdigit()


def _named_before(said: Words, noun: int) -> Iterator[tuple[int, int]]:
    """The names before ", a village near": "Ashkar", of "Ashkar and Tel Nur, two villages near" both."""
    comma = noun - 1
    while comma > 0 and noun - comma <= _BETWEEN and said.lower[comma] != "," and not said.capital[comma]:
        comma -= 1
    if said.lower[comma] != "," or comma == noun - 1:
        return
    if not _is_apposition(said.lower[comma + 1 : noun]):
        return
    end = comma
    for _ in range(LISTED if said.lower[noun].endswith("s") else 1):
        start = _start_of_place(said, end)
        if start == end:
            return
        yield start, end
        end = _before_joint(said, start)
        if end == start:
            return


def _beside_others(said: Words, noun: int) -> Iterator[tuple[int, int]]:
    """The name of "Ashkar and two other villages", "Ashkar and the neighbouring hamlets"."""
    joint = noun - 1
    while joint > 0 and noun - joint <= _BETWEEN and said.lower[joint] != "and" and not said.capital[joint]:
        joint -= 1
    if said.lower[joint] != "and" or words("next_to").isdisjoint(said.lower[joint:noun]):
        return
    start = _start_of_place(said, joint)
    opens = start == 0 or not said.texts[start - 1].isalpha()
    if start < joint and (said.proper[joint - 1] or not opens):
        yield start, joint


def _is_apposition(before: list[str]) -> bool:
    """Whether the words between a comma and "town" can open an apposition.

    "a", "the besieged", "two"; not "government forces captured the".
    """
    articles = [at for at, word in enumerate(before) if word in _OPENING]
    return articles == [0]


def _start_of_place(said: Words, end: int) -> int:
    """Where the name of a place begins that ends before a token; `end` itself where there is none.

    Behind "At" of "At Ashkar, a village near Homs"; nowhere in "On Friday, a village near Homs was shelled".
    """
    start = start_of_name(said, end)
    if start < end and said.lower[start] in words("locative") | words("motion"):
        start += 1
    entity = said.covering[end - 1]
    is_day = entity is not None and entity.label in UNNAMED
    return end if is_day else start


def _before_joint(said: Words, start: int) -> int:
    """The end of the name before "and" or ","; `start` itself where none is joined.

    The end of "Ashkar" before the "Tel" of "Ashkar and Tel Nur".
    """
    if start > 1 and said.lower[start - 1] in (",", "and"):
        return start - 1
    return start
