"""The words of the ontology: triggers, light verbs, word classes, read once from `data/lexicon`.

Trigger files are lines of `words | when | mode | roles | probability` under a `[TYPE]` heading; the heading `[none]`
gathers uses that are no event. `when` is a list of conditions `slot:value,value`, all of which must hold:

slot    subj obj rec inst (participants), comp compobj (the complement, its object), light (object of a light verb),
        w (words of the clause), s (words of the sentence), tense, mod (modality), by form: noun passive neg (value
        "*"), or a preposition ("out_of" for two words): its noun; "on/toward:*" is any of several
value   a lemma (with "_" for a space), `@class` (a line of classes.txt), `%class` of nouns (noun_classes.tsv), "-" with
        a lemma that is excepted from it, `#kind` of a participant, `$SECTOR` of a participant, `*` anything
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from extractor.errors import InputError
from extractor.lexicon.word_classes import WordClass, word_class_of, word_classes

DATA = Path(str(files("extractor"))) / "data"
LEXICON = DATA / "lexicon"
NOT_AN_EVENT = "none"


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of a rule: a slot has one of the words, kinds or sectors (or anything); with `denied` none has."""

    slots: tuple[str, ...]
    words: WordClass
    kinds: frozenset[str]
    sectors: frozenset[str]
    anything: bool
    denied: bool

    def __str__(self) -> str:
        return ("!" if self.denied else "") + "/".join(self.slots)


@dataclass(frozen=True, slots=True)
class Rule:
    """What a trigger means when all its conditions hold; `type` is NOT_AN_EVENT where it means nothing of ours."""

    trigger: str
    type: str
    mode: str | None
    when: tuple[Condition, ...]
    source: str
    target: str
    reciprocal: bool
    probability: float


def rows(path: Path) -> list[list[str]]:
    """A data file -> its rows, cut at "|", without comments and empty lines."""
    kept = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [[cell.strip() for cell in row.split("|")] for row in kept if row and row != "#" and row[:2] != "# "]


def entries(cell: str) -> list[str]:
    """A comma-separated cell -> its entries."""
    return [word.strip() for word in cell.split(",") if word.strip()]


@cache
def event_nouns() -> frozenset[str]:
    """Noun lemmas that may name an act: attack, capture, talk, ceasefire, "air strike" ..."""
    return frozenset(noun_rules())


@cache
def light_verbs() -> Mapping[str, frozenset[str]]:
    """Verb lemma with its particle -> the event nouns it carries as object (all of `event_nouns()` for some verbs).

    >>> "attack" in light_verbs()["carry out"]
    True
    """
    carried: dict[str, frozenset[str]] = {}
    for verbs, nouns, *_ in rows(LEXICON / "light_verbs.txt"):
        carries = event_nouns() if nouns == "*" else frozenset(entries(nouns))
        for verb in entries(verbs):
            carried[verb] = carried.get(verb, frozenset()) | carries
    return carried


@cache
def suffered_by_subject() -> frozenset[str]:
    """Light verbs whose subject undergoes the act: "come under" attack, "suffer" a beating."""
    found = (row for row in rows(LEXICON / "light_verbs.txt") if len(row) > 2 and row[2] == "none>agent")
    return frozenset(verb for row in found for verb in entries(row[0]))


@cache
def noun_rules() -> Mapping[str, tuple[Rule, ...]]:
    """Noun lemma -> the rules it triggers."""
    return _grouped(read_rules(LEXICON / "triggers" / "nouns.txt"))


@cache
def verb_rules() -> Mapping[str, tuple[Rule, ...]]:
    """Verb lemma with its particle -> the rules it triggers."""
    paths = sorted(path for path in (LEXICON / "triggers").glob("*.txt") if path.name != "nouns.txt")
    return _grouped([rule for path in paths for rule in read_rules(path)])


@cache
def longer_triggers() -> Mapping[str, tuple[str, ...]]:
    """First word -> the verb triggers of several words that begin with it ("take" -> "take hostage" ...)."""
    found: dict[str, list[str]] = {}
    for trigger in verb_rules():
        first, *rest = trigger.split()
        if rest:
            found.setdefault(first, []).append(trigger)
    return {first: tuple(triggers) for first, triggers in found.items()}


def _grouped(rules: list[Rule]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.trigger, []).append(rule)
    return {trigger: tuple(group) for trigger, group in found.items()}


def read_rules(path: Path) -> list[Rule]:
    """A trigger file -> its rules in file order. Raises InputError that names file and row."""
    rules: list[Rule] = []
    heading = NOT_AN_EVENT
    for row in rows(path):
        if len(row) == 1 and row[0].startswith("["):
            heading = row[0].strip("[]")
            continue
        try:
            rules += _rules_of(heading, row)
        except ValueError as error:
            raise InputError(f"{path.name}: cannot read the line {' | '.join(row)[:80]!r}: {error}") from error
    return rules


def _rules_of(heading: str, row: list[str]) -> list[Rule]:
    triggers, when, mode, roles, probability = row
    tests = conditions(when, word_classes())
    reciprocal = "<>" in roles
    source, target = (roles or "agent>patient").replace("<>", ">").split(">")
    return [
        Rule(trigger, heading, mode or None, tests, source, target, reciprocal, float(probability))
        for trigger in entries(triggers)
    ]


def conditions(when: str, classes: Mapping[str, WordClass]) -> tuple[Condition, ...]:
    """The `when` of a rule -> its conditions. Raises ValueError for a class that is not among `classes`.

    >>> [str(c) for c in conditions("obj:town,city !neg:*", {})]
    ['obj', '!neg']
    """
    return tuple(_condition(test, classes) for test in when.split())


def _condition(test: str, classes: Mapping[str, WordClass]) -> Condition:
    slot, colon, values = test.lstrip("!").partition(":")
    if not (slot and colon and values):
        raise ValueError(f"{test!r} is no condition of the form slot:value,value")
    members: list[str] = []
    words = WordClass()
    kinds: set[str] = set()
    sectors: set[str] = set()
    for value in values.split(","):
        if value.startswith("@"):
            if value[1:] not in classes:
                raise ValueError(f"no word class {value!r}")
            words |= classes[value[1:]]
        elif value.startswith("#"):
            kinds.add(value[1:])
        elif value.startswith("$"):
            sectors.add(value[1:])
        elif value != "*":
            members.append(value.replace("_", " "))
    named = words | word_class_of(members), frozenset(kinds), frozenset(sectors)
    return Condition(tuple(slot.split("/")), *named, "*" in values.split(","), test[0] == "!")
