"""An event in the making: what one claim is coded as, and the claims that tell of one event."""

from dataclasses import dataclass, field
from datetime import date

from extractor.document.tokens import Word
from extractor.lexicon.event_types import EventType
from extractor.lexicon.roles import AGENT, PATIENT, Role
from extractor.records import Claim, Count, Modality, Polarity


@dataclass(frozen=True, slots=True)
class Coding:
    """The kind of act a claim names.

    `manner` is the mode; where that is a name of the user's own, the mode of the library that it stands for.

    `source` and `target` say which participant of the claim takes which side of the event; `reciprocal` acts have
    all parties on both sides. With `refusal` the type says the negation ("will not go": REJECT), so that the event is
    positive. `acled` is the sub-event type that a user's own type is given; `prepositions` name the other side where
    the verb has no object, best first, `states` the roles and prepositions in which a place stands for its state.
    `about` is the act that a promise, a demand or a refusal is about. `confidence` is the probability that the type is
    right; `reasons` are plain words, `rules` the file and line of what was applied.
    """

    kind: EventType
    mode: str | None = None
    manner: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    acled: str | None = None
    source: Role = AGENT
    target: Role = PATIENT
    reciprocal: bool = False
    refusal: bool = False
    prepositions: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    about: "Coding | None" = None
    confidence: float = 0.5
    reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """The name of the type.

        "ASSAULT", "PROTEST" or the name of a type of the user's own.
        """
        return self.kind.name


@dataclass(slots=True, eq=False)
class Draft:
    """What one claim, and the claims merged with it, say about an event."""

    coding: Coding
    claims: list[Claim]
    trigger: Word
    predicate: str
    noun: bool
    sentence: int
    layout: bool
    source: list[str]
    target: list[str]
    place: str | None
    days: tuple[date, date] | None
    polarity: Polarity
    modality: Modality
    claimed_by: str | None
    definite: bool = False
    argued: bool = True
    report: bool = False  # tells only the casualties of an event that another claim names
    unlikely: bool = False  # did not take place as far as the words tell, as what a protest is to demand did not yet
    part: int | None = None  # the preposition of its place, where it is a further one of several with one verb
    further: bool = False  # tells of people who are not among those counted before: "two others also died"
    counts: dict[str, list[Count]] = field(default_factory=dict)
    instruments: list[str] = field(default_factory=list)
    disputed_by: list[str] = field(default_factory=list)
    links: set[int] = field(default_factory=set)  # tokens of triggers that syntax makes the same event
    reasons: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)  # of all mentions, and the preferences that joined them
    words: set[int] = field(default_factory=set)  # the triggers of all mentions, by number
    sentences: set[int] = field(default_factory=set)  # in which they stand

    def __post_init__(self) -> None:
        self.words.add(self.trigger.i)
        self.sentences.add(self.sentence)

    def take_claims(self, other: "Draft") -> None:
        """Have the mentions of another draft as well.

        The draft of "shelled Homs" has two claims after it took those of "the shelling".
        """
        self.claims += other.claims
        self.words |= other.words
        self.sentences |= other.sentences

    @property
    def triggers(self) -> list[int]:
        """Offsets of all triggers, in text order.

        [7, 35, 44] for "Rebels shelled Homs on Monday. The shelling killed two."
        """
        return sorted(claim.trigger.start for claim in self.claims)


def position_of(draft: Draft) -> int:
    """The number of the word of a draft's first trigger, by which drafts are put in text order.

    1 for "Rebels shelled Homs."
    """
    return draft.trigger.i
