"""An event in the making: one coded claim, later several of them."""

from dataclasses import dataclass, field
from datetime import date

from extractor.document.tokens import Word
from extractor.events.coding import Coding
from extractor.records import Claim, Count, Modality, Polarity


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
        """Have the mentions of another draft as well."""
        self.claims += other.claims
        self.words |= other.words
        self.sentences |= other.sentences

    @property
    def triggers(self) -> list[int]:
        """Offsets of all triggers, in text order."""
        return sorted(claim.trigger.start for claim in self.claims)
