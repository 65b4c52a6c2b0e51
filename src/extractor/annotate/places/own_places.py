"""A user's own places: found wherever their names stand, and meant unless the text says that another place is.

The file is the user's word: what the recogniser and the resolver make of such a name is overruled. A row that gives a
weight competes with the gazetteer's places of its name instead.
"""

from collections.abc import Iterator

from extractor.annotate.places.candidates import Candidate, Words, candidate_at
from extractor.annotate.places.resolve import Resolved
from extractor.annotate.places.toponyms import Name, Names
from extractor.gazetteer.index import Gazetteer, Match
from extractor.gazetteer.keys import fold

SURE = 0.999
_DIVISIONS = frozenset(("region", "district"))
_TOWNS = frozenset(("city",))


def own_candidates(said: Words, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The names of the file in the text: at least one word of each is written as a name."""
    starts = gazetteer.own.starts
    for at, word in enumerate(said.lower):
        longest = _longest_own(said, at, starts[word], gazetteer) if word in starts else None
        if longest is not None:
            yield longest


def _longest_own(said: Words, start: int, most: int, gazetteer: Gazetteer) -> Candidate | None:
    """The longest name of the file, of so many words at most, that begins at a word.

    "Camp Delta North" before "Camp Delta" where the file has both.
    """
    for end in range(min(len(said.lower), start + most), start, -1):
        text = said.text(start, end)
        if fold(text) in gazetteer.own.names and any(said.capital[start:end]):
            return candidate_at(said, start, end, text, fold(text), True)
    return None


def with_own(found: list[Candidate], said: Words, gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates without those that overlap a name of the file, and these names.

    With "Gao Bridge" in the file that name stands in the place of "Gao".
    """
    if not gazetteer.own.names:
        return found
    own = list(own_candidates(said, gazetteer))
    if not own:
        return found
    covered = {i for candidate in own for i in range(candidate.start, candidate.end)}
    others = [c for c in found if covered.isdisjoint(range(c.start, c.end))]
    insist(own, gazetteer)
    return sorted([*others, *own], key=lambda c: (c.start, -c.end))


def insist(found: list[Candidate], gazetteer: Gazetteer) -> None:
    """Make the names of the file sure."""
    for candidate in found:
        if candidate.key in gazetteer.own.names:
            candidate.score = SURE


def prefer_own(resolved: dict[int, Resolved], names: Names, gazetteer: Gazetteer) -> None:
    """Let the names of the file mean its places, but for names that the text puts inside the place they resolve to.

    With a camp "Springfield" in the file "Springfield" means the camp, but not in "Springfield, Ohio".
    """
    if not gazetteer.own.names:
        return
    inside = {inner for inner, _ in names.inside}
    for number, name in enumerate(names.names):
        own = gazetteer.own.names.get(fold(name.lookup))
        meant = resolved.get(number)
        if not own or meant is None or name.home:
            continue
        if not _is_put_elsewhere(meant, number in inside):
            resolved[number] = Resolved(_of_kind(own, name, meant), SURE, meant.support, None)


def _is_put_elsewhere(meant: Resolved, is_inside: bool) -> bool:
    """ "Springfield, Ohio" is not yours in Oregon."""
    return is_inside and meant.support["inside next"] > 0


def _kinds_told(name: Name) -> frozenset[str]:
    """The kinds of place that words beside a name call it; none when they tell nothing."""
    if name.division:
        return _DIVISIONS
    return _TOWNS if name.town else frozenset()


def _of_kind(own: tuple[Match, ...], name: Name, meant: Resolved) -> Match:
    """Of several places of the file with one name the one of the kind that the text names, else the likeliest."""
    kinds = _kinds_told(name)
    fitting = [match for match in own if match.entry.kind in kinds] or own
    for match in fitting:
        if match.entry == meant.match.entry:
            return match
    return fitting[0]
