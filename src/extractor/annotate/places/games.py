"""Towns that stand for their teams: "Toulouse edged Bath 24-22", "Leeds drew 1-1 with Burnley"."""

from collections.abc import Iterator

from extractor.annotate.places.beside import word_at
from extractor.annotate.places.candidates import Candidate, Words
from extractor.annotate.places.headings import ENDS_SENTENCE
from extractor.annotate.places.words import words
from extractor.gazetteer.index import Gazetteer

_HYPHENS = frozenset(("-", "–"))
_LONGEST_SCORE = 3  # digits of the goals of a team
_SENTENCE = 40  # words on either side of a name in which its sentence ends
_CLAUSE = 5  # words between the verb of a game and "with", "by" or "to" before the other team
_BEFORE_RIVAL = frozenset(("with", "to", "by", "against", "over"))
_OPENING = frozenset((",", "and", "when", "after", "but", "while", "as", "that", "once", "because", ""))


def teams(likely: list[Candidate], said: Words, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The towns that win, lose or draw in a sentence with the score of a game.

    Both of "Toulouse edged Bath 24-22"; not Lagos of "a court in Lagos fined a man", and no country.
    """
    for candidate in likely:
        is_rival = _plays(candidate, said) or _is_played(candidate, said)
        if is_rival and _is_game(said, candidate.start) and not _is_country(candidate, gazetteer):
            yield candidate


def _plays(candidate: Candidate, said: Words) -> bool:
    """Whether a name is the subject of the verb of a game.

    "Leeds" of "Leeds drew 1-1"; not of "the council in Leeds drew".
    """
    before, verb = word_at(said, candidate.start - 1), candidate.end
    if before.strip() not in _OPENING and before not in ENDS_SENTENCE:
        return False
    if word_at(said, verb) in words("aids_of_games"):
        verb += 1
    if word_at(said, verb) in words("results"):
        return word_at(said, verb + 1).isdigit()
    return word_at(said, verb) in words("games")


def _is_played(candidate: Candidate, said: Words) -> bool:
    """Whether a name is the other team of such a verb.

    "Bath" of "edged Bath 24-22" and of "drew 1-1 with Bath"; not of "beat Bath lawyers" and "jets hit Bath".
    """
    before, behind = word_at(said, candidate.start - 1), word_at(said, candidate.end)
    if behind.isalpha() and behind not in words("behind_teams"):
        return False
    armed = words("attackers") | words("missiles")
    if not armed.isdisjoint(said.lower[max(0, candidate.start - _CLAUSE) : candidate.start]):
        return False
    if before in words("games"):
        return True
    if before not in _BEFORE_RIVAL:
        return False
    verbs = said.lower[max(0, candidate.start - 1 - _CLAUSE) : candidate.start - 1]
    return not (words("games") | words("results")).isdisjoint(verbs)


def _is_game(said: Words, at: int) -> bool:
    """Whether the sentence of a word tells of a game: by a score, or by two of its words.

    True of "Leeds beat Burnley 3-1"; not of "Lagos beat a record".
    """
    first, last = at, at
    while first > max(0, at - _SENTENCE) and said.texts[first - 1].strip() not in ENDS_SENTENCE:
        first -= 1
    while last < min(len(said.texts), at + _SENTENCE) and said.texts[last].strip() not in ENDS_SENTENCE:
        last += 1
    if any(_is_score(said, number) for number in range(first, last - 2)):
        return True
    return not words("of_games").isdisjoint(said.lower[first:last])


def _is_score(said: Words, at: int) -> bool:
    """Whether a score begins at a word.

    "3" of "beat Burnley 3-1"; not that of "on 3-5 May", "lost 3-5 soldiers", "killed 3-5 people" and "3-1-2024".
    """
    first, hyphen, last = said.texts[at : at + 3]
    if hyphen not in _HYPHENS or not (first + last).isdigit() or max(len(first), len(last)) > _LONGEST_SCORE:
        return False
    entity, behind = said.covering[at], word_at(said, at + 3)
    is_date = entity is not None and entity.label in ("DATE", "TIME")
    is_count = behind in words("counted") or (len(behind) > _LONGEST_SCORE and behind.endswith("s"))
    return not is_date and not is_count and _HYPHENS.isdisjoint((word_at(said, at - 1), behind))


def _is_country(candidate: Candidate, gazetteer: Gazetteer) -> bool:
    """Whether the largest place of a name is a country.

    "Spain" of "Spain beat Malta 12-1", which a reader takes for the country.
    """
    matches = gazetteer.lookup(candidate.text)
    best = max(matches, key=lambda match: match.entry.weight, default=None)
    return best is not None and best.entry.kind == "country"
