"""Which participant of a claim is a side of its event: the roles that the rules of the trigger files name."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from extractor.lexicon.spelling import unknown
from extractor.lexicon.tables import word_lists


class Part(StrEnum):
    """What a role names: a participant of the clause, a noun behind a preposition, or somebody outside it."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    INSTRUMENT = "instrument"
    OBLIQUE = "oblique"  # behind a preposition of the trigger itself; in a rule, the first that its type has
    BEHIND = "behind"  # behind a preposition that the rule names, of the trigger or of its object
    SPEAKER = "speaker"  # who says so
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Role:
    """A part of a claim, with the preposition of those that stand behind one."""

    part: Part
    preposition: str | None = None

    def __str__(self) -> str:
        if self.preposition is None:
            return self.part.value
        return f"{self.part.value} {self.preposition}"

    @property
    def marker(self) -> str:
        """How a type names the role in `states`: by its preposition, "to" for a recipient, else by its part."""
        if self.part is Part.RECIPIENT:
            return "to"
        return self.preposition or self.part.value


AGENT, PATIENT, RECIPIENT = Role(Part.AGENT), Role(Part.PATIENT), Role(Part.RECIPIENT)
INSTRUMENT, SPEAKER, NONE = Role(Part.INSTRUMENT), Role(Part.SPEAKER), Role(Part.NONE)
NAMES = tuple(part.value for part in Part if part is not Part.BEHIND)


@cache
def prepositions() -> frozenset[str]:
    """The prepositions that are roles, and slots of a rule; those of several words with "_"."""
    return frozenset(word.replace(" ", "_") for word in word_lists("lexicon/words.txt")["prepositions"])


def oblique(preposition: str | None) -> Role:
    """Behind a preposition of the trigger; behind none where the clause has none that fits."""
    return Role(Part.OBLIQUE, preposition)


def behind(preposition: str) -> Role:
    """Behind a preposition of the trigger or of its object."""
    return Role(Part.BEHIND, preposition)


def role_named(name: str) -> Role:
    """The role of a rule. Raises ValueError for a name that is neither a participant nor a preposition.

    >>> role_named("agent") == AGENT, str(role_named("out_of"))
    (True, 'behind out of')
    """
    if name in NAMES:
        return Role(Part(name))
    if name in prepositions():
        return behind(name.replace("_", " "))
    raise ValueError(unknown("role", name, (*NAMES, *sorted(prepositions()))))
