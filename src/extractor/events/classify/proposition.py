"""What the classifier sees of a claim: plain words and participants, no text and no offsets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """One side of a proposition. `head` is the lower-case lemma of its head noun, "troop" for "Turkish troops".

    `kind` is person, people, organization, country, object or place; `sector` a PLOVER sector code (GOV, MIL, REB).
    `counted` is "prisoner" for "dozens of prisoners".
    """

    text: str
    head: str
    kind: str | None = None
    sector: str | None = None
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An act or a thing that is asked for or refused: its lemma, the lemmas of its objects, whether it is not to be.

    "lift" of "siege" for "called on Chad to lift the siege".
    """

    word: str
    noun: bool = False
    of: tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Proposition:
    """Who did what to whom in one clause, or in one noun that names an act ("the capture of Homs").

    `predicate` is a lemma with its particle ("carry out"), for `noun` triggers the noun's lemma. `obliques` are the
    other arguments, (preposition, head lemma) in text order; `kinds` are
    their kinds. `complement` is the lemma of an infinitive or clause
    complement ("threaten" -> "attack"), `complement_object` the head lemma of its object. `light_noun` is the object
    noun of a light verb ("carry out" + "attack"). `called` are the lemmas of what the object is said to be ("called the
    remark shabby"). `asked` is what is asked for or
    refused, nearest first. `words` are the lower-case lemmas of the clause without its
    subordinate clauses, `sentence` those of the whole sentence. `tense` is past, present, future or None;
    `modality` one of the values of `extractor.records.Modality`. `domain_odds` are
    the log-odds of other domains that sentence and article tell of (lexicon/domains.py), None where there is no text.
    """

    predicate: str
    noun: bool = False
    passive: bool = False
    agent: Participant | None = None
    patient: Participant | None = None
    recipient: Participant | None = None
    instrument: Participant | None = None
    obliques: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    complement: str | None = None
    complement_object: str | None = None
    light_noun: str | None = None
    called: frozenset[str] = frozenset()
    asked: tuple[Asked, ...] = ()
    words: frozenset[str] = frozenset()
    sentence: frozenset[str] = frozenset()
    tense: str | None = None
    modality: str = "asserted"
    positive: bool = True
    domain_odds: tuple[float, ...] | None = None

    def has_preposition(self, preposition: str) -> bool:
        """Whether an argument stands behind a preposition.

        "Fled from Homs" has "from", and no "to".
        """
        return self.behind(preposition) is not None

    def behind(self, preposition: str) -> str | None:
        """The head of the first argument behind a preposition.

        "home" for "from" of "fled from their homes"; None for "to".
        """
        return _first(self.obliques, preposition)

    def kind_behind(self, preposition: str) -> str | None:
        """What the first argument behind a preposition is, where that is known.

        "place" for "from" of "fled from Homs"; None for "from" of "fled from fear".
        """
        return _first(self.kinds, preposition)


def _first(pairs: tuple[tuple[str, str], ...], preposition: str) -> str | None:
    """What the first pair of a preposition has."""
    for name, value in pairs:
        if name == preposition:
            return value
    return None
