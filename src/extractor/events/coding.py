"""What one claim is coded as: the hand-over from classification to the assembly of events."""

from dataclasses import dataclass

from extractor.lexicon.event_types import EventType

Role = str  # agent, patient, recipient, instrument, none, "speaker" (who says so), or "oblique:against"


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
    source: Role = "agent"
    target: Role = "patient"
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
        """The name of the type."""
        return self.kind.name
