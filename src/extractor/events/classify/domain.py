"""What the words around a trigger say: the means of an attack, and worlds that only borrow the words of conflict."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from extractor.events.classify.proposition import Participant, Proposition
from extractor.lexicon.event_types import EventType
from extractor.lexicon.tables import data_toml
from extractor.lexicon.weapons import modes_of_means
from extractor.lexicon.word_classes import WordClass, word_classes


def mode_of_means(proposition: Proposition) -> str | None:
    """The mode by the instrument or agent ("gunmen"), else by the words of the clause without its object.

    "Killed by a car bomb" gives "explosives"; None where nothing names a means.
    """
    target = proposition.patient
    clause = proposition.words - {target.head} if target is not None else proposition.words
    return _first_mode(_words_of(proposition.instrument) | _words_of(proposition.agent)) or _first_mode(clause)


def _words_of(side: Participant | None) -> frozenset[str]:
    """The words of a participant, its head by its lemma as well."""
    if side is None:
        return frozenset()
    return frozenset((side.head, *side.text.split()))


def _first_mode(words: frozenset[str]) -> str | None:
    """The mode of the strongest means that some words name."""
    for mode, means in modes_of_means().items():
        if not means.isdisjoint(words):
            return mode
    return None


@dataclass(frozen=True, slots=True)
class _World:
    """A part of the news that borrows the words of conflict (blockers.toml)."""

    name: str
    words: WordClass
    enough: int
    share: float
    unless: WordClass

    def is_world_of(self, proposition: Proposition) -> bool:
        """Whether a proposition is told of this world: by its article, or by enough words of its sentence."""
        sentence = proposition.sentence.difference(proposition.predicate.split())  # no trigger is its own company
        is_told = proposition.world == self.name or len(self.words.among(sentence)) >= self.enough
        return is_told and not self.unless.among(sentence)


@cache
def _worlds() -> tuple[_World, ...]:
    """The domains that are no politics, each with its words and how many of them make an article one of it."""
    known = data_toml("lexicon/blockers.toml")

    def united(names: list[str]) -> WordClass:
        return reduce(or_, (word_classes()[name] for name in names))

    return tuple(
        _World(name, united(world["classes"]), world["enough"], world["share"], united(world["unless"]))
        for name, world in known.items()
    )


def world_of(lemmas: Sequence[str]) -> str | None:
    """The lemmas of an article -> the world that it is about when its words are far more than those of violence.

    >>> world_of("the coach praised his team after the match".split())
    'sport'
    """
    counts = Counter(lemmas)
    violent = _told(counts, word_classes()["violence"])
    for world in _worlds():
        count = _told(counts, world.words)
        if count >= max(world.share * len(lemmas), 2 * violent, 3):
            return world.name
    return None


def _told(counts: Counter[str], words: WordClass) -> int:
    """How many words are of a class."""
    return sum(counts[lemma] for lemma in words.among(counts))


def borrowed_words(kind: EventType, proposition: Proposition) -> bool:
    """Whether article or sentence are about sport, film or business, or nature is at work: the trigger is no event.

    "Chelsea attacked early on" in a report of a game, "the film kills off its hero", "hail killed two calves".
    """
    if _is_nature(kind, proposition):
        return True
    if not kind.borrowed_words:
        return False
    return any(world.is_world_of(proposition) for world in _worlds())


def _is_nature(kind: EventType, proposition: Proposition) -> bool:
    """Whether what acts is an animal, weather, a disease or a work of art, or what is attacked is an animal."""
    agent, patient = proposition.agent, proposition.patient
    if agent is not None and _never_acts(agent):
        return True
    if not kind.harms_people or patient is None:
        return False
    return patient.head in word_classes()["animal"]


def _never_acts(agent: Participant) -> bool:
    """Whether no agent of public acts is named: an animal that is no name (Turkey), a storm, a goalkeeper."""
    never = word_classes()["never_acts"]
    if agent.kind in ("organization", "country", "place"):
        return False
    if agent.kind in ("person", "people"):  # a medic is a plant to WordNet
        return agent.head in never.words
    return agent.head in never
