"""Which candidates are place names, in two passes of a linear score.

The first pass reads the words around a candidate. The second adds what the article says once all likely names have been
resolved together: a doubtful "Berea" next to other towns of its county is a place, one alone on the map is not.
"""

from itertools import chain

from extractor.annotate.places.candidates import Candidate, Words
from extractor.annotate.places.games import teams
from extractor.annotate.places.name_lists import listed_people, listed_places
from extractor.annotate.places.officials import regions_of_officials
from extractor.annotate.places.place_cues import is_club, is_told
from extractor.annotate.places.recognition_features import read_article, weigh
from extractor.annotate.places.resolve import Resolved, Resolver
from extractor.annotate.places.sites import sites, towns_of_sites
from extractor.annotate.places.toponyms import SURE_PART, Home, Names, collect, home_name
from extractor.gazetteer.index import Gazetteer
from extractor.logistic import Evidence, logit, probability

# The threshold with the best exact F1 over the four development corpora; flat between 0.3 and 0.5.
THRESHOLD = 0.4
# Less likely candidates are not worth a second look; of the names in the development corpora 1 % lie below.
FLOOR = 0.05
CALLED_A_TOWN = 0.6  # the least score of a name that the words around it call a place: sure enough to be chosen
_MENTIONS = 100  # of a name, more than an article has
_LONGEST = 40  # words of a candidate: entities of more are none, names of the user's file may have more than six
_SPOKEN = ("country share", "region share", "held by article", "within 50 km", "within 300 km", "inside next")


def choose(found: list[Candidate], threshold: float = THRESHOLD) -> list[Candidate]:
    """The best candidates that do not overlap, in text order.

    "New York" and not "York" in it, which scores less.
    """
    taken: list[Candidate] = []
    used: set[int] = set()
    for candidate in sorted(found, key=lambda c: (-c.score, c.start, -c.end)):
        if candidate.score < threshold:
            break
        span = range(candidate.start, candidate.end)
        if used.isdisjoint(span):
            used.update(span)
            taken.append(candidate)
    return sorted(taken, key=lambda c: c.start)


def first_pass(said: Words, found: list[Candidate], gazetteer: Gazetteer, weights: dict[str, float]) -> list[Candidate]:
    """Scores all candidates by the words around them; returns the likely ones."""
    article = read_article(said)
    for candidate in found:
        candidate.score = probability(weigh(candidate, said, article, gazetteer), weights)
    opening = {candidate.start for candidate in found if candidate.told and not candidate.known}
    return [
        candidate for candidate in found if candidate.told or candidate.score >= FLOOR or candidate.start in opening
    ]


def second_pass(
    said: Words,
    likely: list[Candidate],
    resolver: Resolver,
    countries: dict[str, int],
    weights: dict[str, float],
    home: Home | None = None,
) -> None:
    """Scores the likely candidates again, by the article."""
    scores = [probability(evidence, weights) for evidence in look_again(said, likely, resolver, countries, home)]
    for candidate, score in zip(likely, scores, strict=True):
        is_place = candidate.told or is_told(candidate, said)
        candidate.score = max(score, CALLED_A_TOWN) if is_place else score
        if not is_place and is_club(candidate, said):
            candidate.score = 0.0
    for site, town in sites(likely, said, resolver.gazetteer):
        site.score, town.score = max(site.score, CALLED_A_TOWN), max(town.score, SURE_PART)
    told = (towns_of_sites, regions_of_officials)
    for place in chain.from_iterable(find(likely, said, resolver.gazetteer) for find in told):
        place.score = max(place.score, CALLED_A_TOWN)
    for place in list(listed_places(likely, said)):
        place.score = CALLED_A_TOWN
    for other in [*teams(likely, said, resolver.gazetteer), *listed_people(likely, said)]:
        other.score = 0.0


def look_again(
    said: Words,
    likely: list[Candidate],
    resolver: Resolver,
    countries: dict[str, int],
    home: Home | None = None,
) -> list[Evidence]:
    """The evidence of the second pass for each likely candidate; `home` is the place of the outlet."""
    names, number = _names_of(likely, said)
    if home:
        names.names.append(home_name(home))
    resolved = resolver.resolve(names, countries)
    joined = _joined(names)
    same: dict[str, list[Candidate]] = {}
    for candidate in likely:
        same.setdefault(candidate.key, []).append(candidate)
    result = []
    for at, candidate in enumerate(likely):
        evidence: Evidence = {"always": 1.0, "first pass": logit(candidate.score)}
        _resolved(resolved.get(number[candidate.key]), evidence)
        _others(candidate, same[candidate.key], evidence)
        _rivals(at, likely, evidence)
        if number[candidate.key] in joined:
            evidence["beside"] = joined[number[candidate.key]]
        result.append(evidence)
    return result


def _names_of(likely: list[Candidate], said: Words) -> tuple[Names, dict[str, int]]:
    """The names of the likely candidates, those of the first pass first, and the number of each by its key.

    Two names for three mentions of "Gao" and one of "Kidal".
    """
    names = collect(choose(likely, FLOOR), said, likely)
    number = {name.key: n for n, name in enumerate(names.names)}
    for candidate in likely:
        if candidate.key not in number:
            number[candidate.key] = len(names.names)
            names.names += collect([candidate], said, likely).names
    return names, number


def _resolved(resolved: Resolved | None, evidence: Evidence) -> None:
    """How sure the likeliest place is, and what the article says of it.

    "share" 0.9 for a "Gao" that is in Mali nine times of ten; "unknown" for a name without a place.
    """
    if resolved is None:
        evidence["unknown"] = 1.0
        return
    evidence["share"] = resolved.share
    for name in _SPOKEN:
        evidence[name] = resolved.support[name]


def _others(candidate: Candidate, same: list[Candidate], evidence: Evidence) -> None:
    """The scores of its other mentions; of a name in all of a book those of the first ones.

    0.9 as the best for the second "Berea" of an article whose first one scores 0.9.
    """
    others = [c.score for c in same[:_MENTIONS] if c is not candidate]
    if others:
        evidence["best elsewhere"] = max(others)
        evidence["mean elsewhere"] = sum(others) / len(others)
        evidence["elsewhere"] = 1.0


def _rivals(at: int, likely: list[Candidate], evidence: Evidence) -> None:
    """The best score of what overlaps a candidate. `likely` is in text order, so that only neighbours can.

    That of "New York" for "York".
    """
    candidate, best = likely[at], None
    for step in (1, -1):
        beside = at + step
        while 0 <= beside < len(likely) and abs(likely[beside].start - candidate.start) < _LONGEST:
            other = likely[beside]
            if other.start < candidate.end and candidate.start < other.end:
                best = other.score if best is None else max(best, other.score)
            beside += step
    if best is not None:
        evidence["rival"] = best


def _joined(names: Names) -> dict[int, float]:
    """Number of a name -> the best score of the names it is listed with.

    For "Salem" of "Salem and Eugene" the score of "Eugene".
    """
    best: dict[int, float] = {}
    joined = sorted(names.inside | names.beside)
    scores = {n: max(m.score for m in names.names[n].mentions) for pair in joined for n in pair}
    for a, b in joined:
        for one, other in ((a, b), (b, a)):
            best[one] = max(best.get(one, 0.0), scores[other])
    return best
