"""Buildings with the name of a town, where something is or is done: "at Kabul University", "University of Mosul"."""

from collections.abc import Iterator

from extractor.annotate.places.beside import end_of_name, is_told_of_behind, start_of_name, word_at
from extractor.annotate.places.candidates import UNNAMED, Candidate, Words
from extractor.annotate.places.words import words
from extractor.gazetteer.index import Gazetteer

_TOWN = 50_000  # people of a town whose name before a building is taken for it
_ACTS_AT_SITES = ("locative", "done_to_towns", "also_done_to_towns", "done_to_buildings")


def sites(likely: list[Candidate], said: Words, gazetteer: Gazetteer) -> Iterator[tuple[Candidate, Candidate]]:
    """Buildings where something is and that have the name of a town before them, with it: "at Kabul University"."""
    towns = {c.start: c for c in likely if c.known and c.end - c.start == 1}
    for site in likely:
        town = towns.get(site.start)
        if town is not None and _is_site(site, said) and _is_town(town, gazetteer):
            yield site, town


def towns_of_sites(likely: list[Candidate], said: Words, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Towns that stand behind the building that has their name and where something is: "at the University of Mosul".

    Mosul in "a bomb went off at the University of Mosul".
    """
    for town in likely:
        if not town.known or word_at(said, town.start - 1) != "of" or not _is_building(said, town.start - 2):
            continue
        start = start_of_name(said, town.start - 1)
        if _is_where_acts_are(said, start) and _is_placed_by_name(town, said) and _is_town(town, gazetteer):
            yield town


def told_of_sites(said: Words, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Tokens [start, end) of buildings of which a clause behind them tells what was there, whatever their names are.

    "Ashkar University" of "the Indian Ashkar University, which militants stormed" and "Camp Nur" of "Camp Nur, where
    two died".
    """
    for end in range(1, len(said.lower)):
        if said.lower[end] != "," or not is_told_of_behind(said, end):
            continue
        start = start_of_name(said, end)
        start += said.lower[start] == "the"
        start += gazetteer.demonym(said.texts[start]) is not None
        if start + 1 < end and (_is_building(said, end - 1) or _is_building(said, start)):
            yield start, end


def _is_site(candidate: Candidate, said: Words) -> bool:
    """Whether a longer name ends with a building, is put in no other town, and is where something is done.

    "Basra General Hospital" of "hit the Basra General Hospital".
    """
    if candidate.end - candidate.start == 1 or candidate.known or not _is_building(said, candidate.end - 1):
        return False
    if not _is_where_acts_are(said, candidate.start) and not is_told_of_behind(said, candidate.end):
        return False
    return _is_placed_by_name(candidate, said)


def _is_building(said: Words, at: int) -> bool:
    """Whether a word of a name is one for a building.

    "University" and "Hospital"; not "Street".
    """
    word = word_at(said, at)
    return word in words("building") or word in words("school")


def _is_where_acts_are(said: Words, start: int) -> bool:
    """Whether the words before a name tell of what is at it or done to it: "at", "hit the", "the library of".

    True before "Basra General Hospital" of "a shell hit the Basra General Hospital".
    """
    first = start - 1
    if word_at(said, first) == "the":
        first -= 1
    before = word_at(said, first)
    if before == "of":
        return word_at(said, first - 1) in words("part_of_site")
    return any(before in words(listed) for listed in _ACTS_AT_SITES)


def _is_placed_by_name(candidate: Candidate, said: Words) -> bool:
    """Whether no other town is named behind a building.

    Not the clinic of "at the London Clinic in Lagos", nor the school of "at the London School of Art in Lagos"; the
    April of "stormed Gao College in April" is none.
    """
    end = candidate.end
    if word_at(said, end) == "of":
        end = max(end, end_of_name(said, end + 1))
    if word_at(said, end) != "in" or end + 1 == len(said.capital):
        return True
    behind = said.covering[end + 1]
    is_time = behind is not None and behind.label in UNNAMED
    return is_time or not said.capital[end + 1]


def _is_town(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a name is that of a town of some size.

    "Mosul"; not a hamlet.
    """
    return any(m.entry.kind == "city" and m.entry.weight >= _TOWN for m in gazetteer.lookup(candidate.text))
