"""Names that the words around them call places, whatever the recogniser of names makes of them.

"The villages of Ashkar and Bir Lahmi", "Dankoro, a village near Sokoto", "30 km south of Gao", "at Kabul University".
"""

from collections.abc import Iterator

from extractor.annotate.places.candidates import UNNAMED, Candidate, Words, candidate_at
from extractor.annotate.places.spatial_relations import relation_before
from extractor.annotate.places.words import words
from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.keys import fold

_PLACE_LABELS = frozenset(("GPE", "LOC"))
_LONGEST = 4  # capitalised words of such a name, with as many particles
_LISTED = 6  # names of one list
_BETWEEN = 4  # lower-case words between a comma and the noun that calls the name a town
_TOWN = 50_000  # people of a town whose name before a building is taken for it
_FLIGHT = 10  # words from a missile to what it hits
_ACTS_AT_SITES = ("locative", "done_to_towns", "also_done_to_towns", "done_to_buildings")


def with_told(found: list[Candidate], said: Words, gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates with the names that are called towns, which are marked."""
    told = set(told_spans(said))
    if not told:
        return found
    known = {(c.start, c.end): c for c in found}
    for span in sorted(told - known.keys()):
        text = said.text(*span)
        known[span] = candidate_at(said, *span, text, fold(text), gazetteer.knows(fold(text)))
    for span in told:
        known[span].told = True
    return sorted(known.values(), key=lambda c: (c.start, -c.end))


def told_spans(said: Words) -> Iterator[tuple[int, int]]:
    """Tokens [start, end) of names behind "the villages of" and before ", a village near" and ", 20 km north of"."""
    for at, word in enumerate(said.lower):
        if word in words("lengths"):
            yield from _measured(said, at)
        if word not in words("towns") or said.capital[at]:
            continue
        if at + 1 < len(said.lower) and said.lower[at + 1] == "of":
            yield from _listed_from(said, at + 2)
        elif _goes_on_as_place(said, at + 1):
            yield from _named_before(said, at)


def _listed_from(said: Words, start: int) -> Iterator[tuple[int, int]]:
    """The names of a list that begins at a token: "Ashkar, Bir Lahmi and Tel Nur"."""
    for _ in range(_LISTED):
        end = _end_of_name(said, start)
        if end == start:
            return
        yield start, end
        start = _behind_joint(said, end)
        if start == end:
            return


def _end_of_name(said: Words, start: int) -> int:
    """Where the name that begins at a token ends; the token itself where none begins."""
    end = at = start
    while at < len(said.lower) and at - start < _LONGEST * 2:
        if said.capital[at] and said.texts[at][0].isalpha():
            end = at + 1
        elif end == start or said.lower[at] not in words("name_particles"):
            break
        at += 1
    return end


def _behind_joint(said: Words, end: int) -> int:
    """The first token behind "," or "and" or both; `end` itself where the list does not go on."""
    at = end
    while at < len(said.lower) and said.lower[at] in (",", "and") and at < end + 2:
        at += 1
    return at


def _measured(said: Words, unit: int) -> Iterator[tuple[int, int]]:
    """The name of "at Wadi Nur, 20 km north of Marib"."""
    comma = unit - 2 if _word(said, unit - 2) == "," else unit - 3
    if _word(said, comma) != "," or not {"of", "from"} & set(said.lower[unit + 1 : unit + 4]):
        return
    start = _start_of_name(said, comma)
    if start < comma and _word(said, start - 1) in words("locative"):
        yield start, comma


def _goes_on_as_place(said: Words, at: int) -> bool:
    """Whether the word behind "a village" puts it somewhere: "near", "in", "20"; not "a village chief"."""
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
    end = comma
    for _ in range(_LISTED if said.lower[noun].endswith("s") else 1):
        start = _start_of_name(said, end)
        if start == end:
            return
        yield start, end
        end = _before_joint(said, start)
        if end == start:
            return


def _start_of_name(said: Words, end: int) -> int:
    """Where the name that ends before a token begins."""
    start = at = end
    while at > 0 and end - at < _LONGEST * 2:
        at -= 1
        if said.capital[at] and said.texts[at][0].isalpha():
            start = at
        elif start == end or said.lower[at] not in words("name_particles"):
            break
    return start


def _before_joint(said: Words, start: int) -> int:
    """The end of the name before "and" or ","; `start` itself where none is joined."""
    if start > 1 and said.lower[start - 1] in (",", "and"):
        return start - 1
    return start


def is_told(candidate: Candidate, said: Words) -> bool:
    """Whether a name is told to be a place by the words beside it: "in Wau town", "30 km south of Gao"."""
    if _is_located(candidate, said):
        return True
    if not candidate.known:
        return False
    return any(test(candidate, said) for test in _TOLD)


def _word(said: Words, at: int) -> str:
    """The word at a token in lower case, "" outside the text.

    "of" behind "fall" in "fall of Homs".
    """
    return said.lower[at] if 0 <= at < len(said.lower) else ""


def _is_located(candidate: Candidate, said: Words) -> bool:
    """ "In Ashkar", where the recogniser of names sees a place too."""
    if candidate.entity is None or not candidate.exact or candidate.entity.label not in _PLACE_LABELS:
        return False
    if not said.capital[candidate.end - 1]:
        return False
    return _word(said, candidate.start - 1) in words("locative") and _is_whole(candidate, said)


def _is_called_a_town(candidate: Candidate, said: Words) -> bool:
    """ "In Wau town", "near Menaka village": between a preposition of place and a word for a town."""
    if _word(said, candidate.start - 1) not in words("locative") or candidate.end >= len(said.texts):
        return False
    return said.texts[candidate.end] in words("town_of")


def _is_measured_from(candidate: Candidate, said: Words) -> bool:
    """ "30 km south of Gao": what lies so far away from it."""
    if _word(said, candidate.start - 1) not in ("of", "from", "outside"):
        return False
    relation = relation_before(said.source, said.offsets[candidate.start])
    return relation is not None and relation.km is not None


def _is_beside(candidate: Candidate, said: Words) -> bool:
    """ "Near Gao on Monday", "fled Gao": one whole name; not "near Ali's house", "near Ford Street"."""
    if not _is_whole(candidate, said) or not (candidate.entity is None or candidate.exact):
        return False
    before = _word(said, candidate.start - 1)
    if before in words("also_done_to_towns"):
        return candidate.entity is None
    return before in words("beside") or before in words("done_to_towns")


def _is_end_of_road(candidate: Candidate, said: Words) -> bool:
    """ "The road between Mopti and Gao": both ends of it."""
    if not _is_whole(candidate, said):
        return False
    first = candidate.start - 1
    if _word(said, first) in ("and", "to"):
        first = _start_of_name(said, first) - 1
    return _word(said, first) in ("between", "from", "to") and _word(said, first - 1) in words("ways")


def _is_whole(candidate: Candidate, said: Words) -> bool:
    """Whether a name has no capital or owner's mark behind it.

    "Ford" of "near Ford Street" is none.
    """
    if candidate.end >= len(said.lower):
        return True
    return not said.capital[candidate.end] and said.lower[candidate.end] not in ("'s", "’s", "-")


def _is_in(candidate: Candidate, said: Words) -> bool:
    """ "In Chibok on Monday", which the recogniser of names does not know or takes for somebody."""
    if not _is_whole(candidate, said) or not _is_free(candidate):
        return False
    return _word(said, candidate.start - 1) == "in" and said.proper[candidate.end - 1]


def _is_free(candidate: Candidate) -> bool:
    """Whether the recogniser of names sees nothing there, or one whole name that is no day and no number."""
    if candidate.entity is None:
        return True
    return candidate.exact and candidate.entity.label not in UNNAMED


def _is_home_of_people(candidate: Candidate, said: Words) -> bool:
    """ "Residents of Chibok fled"."""
    if _word(said, candidate.start - 1) != "of" or not _is_whole(candidate, said):
        return False
    return _word(said, candidate.start - 2) in words("people_of")


def _is_hit_from_afar(candidate: Candidate, said: Words) -> bool:
    """ "Shells fired from the hills hit Sabha": what flies so far hits towns more than persons.

    Sabha, whatever the NER takes it for.
    """
    if _word(said, candidate.start - 1) not in words("hit") or not _is_whole(candidate, said):
        return False
    return not words("missiles").isdisjoint(said.lower[max(0, candidate.start - _FLIGHT) : candidate.start])


_TOLD = (
    *(_is_in, _is_home_of_people, _is_called_a_town, _is_measured_from),
    *(_is_beside, _is_end_of_road, _is_hit_from_afar),
)


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
        if not town.known or _word(said, town.start - 1) != "of" or not _is_building(said, town.start - 2):
            continue
        start = _start_of_name(said, town.start - 1)
        if _is_where_acts_are(said, start) and _is_placed_by_name(town, said) and _is_town(town, gazetteer):
            yield town


def _is_site(candidate: Candidate, said: Words) -> bool:
    """Whether a longer name ends with a building, is put in no other town, and is where something is done."""
    if candidate.end - candidate.start == 1 or candidate.known or not _is_building(said, candidate.end - 1):
        return False
    return _is_where_acts_are(said, candidate.start) and _is_placed_by_name(candidate, said)


def _is_building(said: Words, at: int) -> bool:
    """Whether a word of a name is one for a building: "University".

    "University" and "Hospital"; not "Street".
    """
    word = _word(said, at)
    return word in words("building") or word in words("school")


def _is_where_acts_are(said: Words, start: int) -> bool:
    """Whether the words before a name tell of what is at it or done to it: "at", "hit the", "the library of".

    True before "Basra General Hospital" of "a shell hit the Basra General Hospital".
    """
    first = start - 1
    if _word(said, first) == "the":
        first -= 1
    before = _word(said, first)
    if before == "of":
        return _word(said, first - 1) in words("part_of_site")
    return any(before in words(listed) for listed in _ACTS_AT_SITES)


def _is_placed_by_name(candidate: Candidate, said: Words) -> bool:
    """Whether no other town is named behind a building: not "the London Clinic in Lagos".

    Not the clinic of "at the London Clinic in Lagos".
    """
    if _word(said, candidate.end) != "in" or candidate.end + 1 == len(said.capital):
        return True
    return not said.capital[candidate.end + 1]


def _is_town(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether a name is that of a town of some size.

    "Mosul"; not a hamlet.
    """
    return any(m.entry.kind == "city" and m.entry.weight >= _TOWN for m in gazetteer.lookup(candidate.text))
