"""The words of the ontology: triggers, light verbs, word classes, read once from `data/lexicon`.

Trigger files are lines of `words | when | mode | roles | probability` under a `[TYPE]` heading; the heading `[none]`
gathers uses that are no event. `when` is a list of conditions `slot:value,value`, all of which must hold:

slot    subj obj rec inst (participants), comp compobj (the complement, its object), light (object of a light verb),
        w (words of the clause), s (words of the sentence), tense, mod (modality), by form: noun passive neg (value
        "*"), or a preposition: the head of its noun
value   a lemma, `@class` (a line of classes.txt), `#kind` of a participant, `$SECTOR` of a participant, `*` anything
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

DATA = Path(str(files("extractor"))) / "data" / "lexicon"


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of a rule: the slot has one of the words, kinds or sectors (or anything), or with `denied` has not."""

    slot: str
    words: frozenset[str]
    kinds: frozenset[str]
    sectors: frozenset[str]
    anything: bool
    denied: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """What a trigger means when all its conditions hold. `type` is "none" where that is no event."""

    trigger: str
    type: str
    mode: str | None
    when: tuple[Condition, ...]
    source: str
    target: str
    reciprocal: bool
    probability: float


def lines(path: Path) -> list[list[str]]:
    """A data file -> its rows, cut at "|", without comments and empty lines."""
    rows = (line.split("#!")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [
        [cell.strip() for cell in row.split("|")] for row in rows if row and not row.startswith("# ") and row != "#"
    ]


def words(cell: str) -> list[str]:
    """A comma-separated cell -> its entries."""
    return [word.strip() for word in cell.split(",") if word.strip()]


@cache
def event_nouns() -> frozenset[str]:
    """Noun lemmas that may name an act: attack, capture, talk, ceasefire, "air strike" ..."""
    return frozenset(noun for row in lines(DATA / "triggers" / "nouns.txt") if len(row) > 1 for noun in words(row[0]))


@cache
def light_verbs() -> Mapping[str, frozenset[str]]:
    """Verb lemma with its particle -> the event nouns it carries as object (all of `event_nouns()` for some verbs).

    >>> "attack" in light_verbs()["carry out"]
    True
    """
    carried: dict[str, frozenset[str]] = {}
    for verbs, nouns, *_ in lines(DATA / "light_verbs.txt"):
        carries = event_nouns() if nouns == "*" else frozenset(words(nouns))
        for verb in words(verbs):
            carried[verb] = carried.get(verb, frozenset()) | carries
    return carried
