"""What the words around a trigger say: the means of an attack, and worlds that only borrow the words of conflict."""

from collections.abc import Sequence

from extractor.document.tokens import Word
from extractor.events.casualties.counts import casualty_words
from extractor.events.classify.proposition import Participant, Proposition
from extractor.lexicon.domains import PERCENT, SCORE, odds_of_any
from extractor.lexicon.event_types import EventType
from extractor.lexicon.weapons import modes_of_means
from extractor.lexicon.word_classes import word_classes
from extractor.records import ActorKind

# Log-odds above which a sentence is of another domain. Chosen on half of 240 sentences of our own, held on the others.
BORROWED = 1.4
_SAYING_NOTHING = frozenset(("PROPN", "DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "NUM"))
_HYPHENS = frozenset(("-", "–"))
_PLACES = frozenset(("place", "country"))
_PEOPLE = (ActorKind.PERSON.value, ActorKind.PEOPLE.value)
_BODIES = frozenset(kind.value for kind in ActorKind if kind is not ActorKind.OBJECT)

_NAMED = _BODIES | _PLACES  # "shelled Sake" is told of a town


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


def common_words(sentence: Sequence[Word]) -> frozenset[str]:
    """What of a sentence tells its domain: the lemmas of its words but for names, SCORE and PERCENT where it has them.

    frozenset({"team", "win", "0-0"}) for "The team won 3-1."
    """
    found = {word.lemma_ for word in sentence if word.text.isalpha() and word.pos_ not in _SAYING_NOTHING}
    if has_score(sentence):
        found.add(SCORE)
    if any(word.text == PERCENT for word in sentence):
        found.add(PERCENT)
    return frozenset(found)


def has_score(sentence: Sequence[Word]) -> bool:
    """Whether two short numbers with a hyphen between them are the score of a game.

    Those of "won 3-1"; not those of the date "12-06-2024", nor of "10-15 missiles".
    """
    for first, middle, last, after in zip(sentence, sentence[1:], sentence[2:], [*sentence[3:], None], strict=False):
        is_pair = middle.text in _HYPHENS and _is_short_number(first) and _is_short_number(last)
        if is_pair and (after is None or (after.text not in _HYPHENS and after.tag_ != "NNS")):
            return True
    return False


def _is_short_number(word: Word) -> bool:
    """Whether a word can be the goals of a team.

    "3" and "112" can, "2024" and "three" cannot.
    """
    return len(word.text) < 4 and word.text.isdigit()


def borrowed_words(kind: EventType, proposition: Proposition, trigger: str) -> bool:
    """Whether sentence and article are about sport, art, business or nature, or nature is at work: it is no event.

    "Chelsea attacked early on" in a report of a game, "the film kills off its hero", "hail killed two calves".
    """
    if _is_nature(kind, proposition) or _is_figure_of_speech(kind, proposition, trigger):
        return True
    if not kind.borrowed_by or proposition.domain_odds is None or _is_by_arms(proposition):
        return False
    return odds_of_any(_domains_of(kind, proposition), proposition.domain_odds) > BORROWED


def _domains_of(kind: EventType, proposition: Proposition) -> frozenset[str]:
    """The domains that may borrow the words of a type: no nature where people or their bodies act.

    "Chad attacked the oasis, its columns winding through dunes" is told of no weather, "a man killed two shoppers in a
    shop" of no business.
    """
    agent = proposition.agent
    found = kind.borrowed_by
    if agent is not None and agent.kind in _BODIES:
        found -= {"nature"}
    return found - {"business"} if _harms_people(proposition) else found


def _harms_people(proposition: Proposition) -> bool:
    """Whether people are killed or hurt, which nobody says of customers who pay too much."""
    agent, patient = proposition.agent, proposition.patient
    if patient is None or patient.kind not in _PEOPLE or (agent is not None and agent.kind not in _BODIES):
        return False
    return any(proposition.predicate in casualty_words(slot, "verbs") for slot in ("fatalities", "injured"))


def _is_by_arms(proposition: Proposition) -> bool:
    """Whether a weapon does it, or people who are armed, as in no figure of speech.

    "Drones hit a refinery and oil prices rose", "rebels stormed a cinema"; not "the bank hit its target".
    """
    agent = proposition.agent
    return agent is not None and any(agent.head in word_classes()[name] for name in ("weapon", "armed"))


def _is_nature(kind: EventType, proposition: Proposition) -> bool:
    """Whether what acts is an animal, weather, a disease or a work of art, or what is attacked is an animal.

    True of "Wolves attacked a farmer." and "Police shot a bear.", not of "Rebels killed a guard."
    """
    agent, patient = proposition.agent, proposition.patient
    if agent is not None and _never_acts(agent):
        return True
    if not kind.harms_people or patient is None:
        return False
    return patient.head in word_classes()["animal"]


def _is_figure_of_speech(kind: EventType, proposition: Proposition, trigger: str) -> bool:
    """Whether something that nobody can hit is hit.

    "Demolished the argument", "killed all hope"; not "demolished the house", "killed the idea's author".
    """
    patient = proposition.patient
    if patient is None or not kind.hits_things or patient.kind in _NAMED:
        return False
    if patient.head in trigger.split():  # "forced their way into"
        return False
    return patient.head in word_classes()["abstract"] and patient.head not in word_classes()["living"]


def _never_acts(agent: Participant) -> bool:
    """Whether no agent of public acts is named: an animal that is no name (Turkey), a storm, a goalkeeper."""
    never = word_classes()["never_acts"]
    if agent.kind in ("organization", "country", "place"):
        return False
    if agent.kind in ("person", "people"):  # a medic is a plant to WordNet
        return agent.head in never.words
    return agent.head in never
