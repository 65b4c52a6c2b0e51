"""Who is the same speaker or participant across articles: by name, by acronym, by country and sector together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Self

from extractor.document.ids import content_id
from extractor.incidents.account import Account, Party
from extractor.incidents.records import Participant
from extractor.incidents.words import words_of
from extractor.lexicon.tables import word_lists

_LISTS = word_lists("incidents/voices.txt")
_EMPTY, _OFFICES, _PRONOUNS = (_LISTS[name] for name in ("empty", "offices", "pronouns"))


@lru_cache(maxsize=20_000)
def core(name: str) -> frozenset[str]:
    """The words of a name that tell who it is, without offices: a spokesman of the army speaks for the army.

    >>> sorted(core("a spokesman for the Sudanese army"))
    ['army', 'sudanese']
    """
    words = frozenset(word.partition("'")[0].partition("’")[0] for word in words_of(name)) - _EMPTY
    return words - _OFFICES or words


@lru_cache(maxsize=20_000)
def acronym(name: str) -> str | None:
    """ "Rapid Support Forces" -> "rsf"; None for a single word."""
    words = [word for word in words_of(name) if word not in _EMPTY]
    if len(words) < 2:
        return None
    return "".join(word[0] for word in words)


def same_voice(one: Party, other: Party) -> bool:
    """Whether two parties of different articles are one: by name, else by country, sector and kind together.

    "The army" of one article and "Sudan's military" of another are, where both are of Sudan.
    """
    return _Voice("", one).matches(_Voice("", other))


@dataclass(frozen=True, slots=True)
class _Called:
    """What names are compared by: their telling words, themselves in lower case, and their acronyms."""

    cores: frozenset[frozenset[str]]
    names: frozenset[str]
    acronyms: frozenset[str | None]

    def may_name(self, other: Self) -> bool:
        """Whether one of these names may name the same body as one of the others.

        True of "WFP" and "World Food Programme".
        """
        if not self.names.isdisjoint(other.acronyms) or not other.names.isdisjoint(self.acronyms):
            return True
        return any(one <= another or another <= one for one, another in product(self.cores, other.cores))


@lru_cache(maxsize=20_000)
def _called(names: tuple[str, ...]) -> _Called:
    """What the first names of a party are compared by; pronouns count only where it has nothing else."""
    telling = [name for name in names if name.lower() not in _PRONOUNS]
    first = (telling or names)[:MOST_NAMES]
    return _Called(
        cores=frozenset(filter(None, map(core, first))),
        names=frozenset(map(str.lower, first)),
        acronyms=frozenset(map(acronym, first)),
    )


def _office(party: Party) -> tuple[str, str] | None:
    """For which country in which sector a party acts, where both are known."""
    if party.country is None or party.sector is None:
        return None
    return party.country, party.sector


def same_name(one: str, other: str) -> bool:
    """Whether two names may name one body: the words of one are among the other's, or one is the other's acronym."""
    return _called((one,)).may_name(_called((other,)))


@dataclass(slots=True)
class _Voice:
    """A party as an article has it."""

    article: str
    party: Party
    _names: "_Called | None" = field(default=None, compare=False)

    def is_one_with(self, other: "_Voice") -> bool:
        """Whether two parties are one; inside an article its own coreference knows."""
        if self.article == other.article:
            return self.party.actor == other.party.actor
        return self.matches(other)

    def matches(self, other: "_Voice") -> bool:
        """Whether parties of two articles are one.

        True of "the Malian army" and "Mali's army", not of the armies of Mali and Niger.
        """
        one, another = self.party, other.party
        if one.country and another.country and one.country != another.country:
            return False
        if self.called.may_name(other.called):
            return True
        if one.kind != another.kind or _office(one) is None:
            return False
        return _office(one) == _office(another)

    @property
    def called(self) -> "_Called":
        """What its names are compared by; asked for again and again."""
        if self._names is None:
            self._names = _called(tuple(self.party.names))
        return self._names


class Voices:
    """Joins the parties of an incident into participants, in the order in which they come."""

    def __init__(self, incident: str) -> None:
        self._incident = incident
        self._known: list[list[_Voice]] = []
        self._numbers: dict[tuple[str, str], int] = {}  # by article and actor
        self._articles: set[str] = set()

    def number(self, article: str, party: Party) -> int:
        """The number of the participant that a party of an article is."""
        known = self._numbers.get((article, party.actor))
        if known is None:
            self._articles.add(article)
            known = self._numbers[article, party.actor] = self._number(_Voice(article, party))
        return known

    def _number(self, voice: _Voice) -> int:
        """The first participant that a voice is; the actors of the only article are all different."""
        others = enumerate(self._known) if len(self._articles) > 1 else ()
        for number, known in others:
            if any(map(voice.is_one_with, known)):
                if voice not in known:
                    known.append(voice)
                    self._numbers.clear()  # for others may be this participant now
                return number
        self._known.append([voice])
        return len(self._known) - 1

    def participant(self, number: int) -> Participant:
        """A participant with the names that all articles give it."""
        known = self._known[number]
        parties = [voice.party for voice in known]
        first = parties[0]
        return Participant.made(
            id=content_id("p", self._incident, known[0].article, first.actor),
            name=first.name,
            names=list(dict.fromkeys(party.name for party in parties)),
            kind=first.kind,
            country=_first(party.country for party in parties),
            sector=_first(party.sector for party in parties),
            actors=list(dict.fromkeys((voice.article, voice.party.actor) for voice in known)),
        )


def _first(values: Iterable[str | None]) -> str | None:
    """The first value that is known."""
    for value in values:
        if value is not None:
            return value
    return None


def participants(accounts: Sequence[Account], voices: Voices, side: str) -> list[Participant]:
    """The participants of one side ("source" or "target") over all accounts, those that most accounts name first."""
    named: dict[int, int] = {}
    for account in accounts:
        for number in {voices.number(account.article.id, party) for party in getattr(account, side)}:
            named[number] = named.get(number, 0) + 1
    return [voices.participant(number) for number in sorted(named, key=lambda number: (-named[number], number))]


MOST_NAMES = 6  # of a party that are compared
