"""The words of the ontology: triggers, light verbs, word classes, read once from `data/en/lexicon`.

Trigger files are lines of `words | when | mode | roles | probability` under a `[TYPE]` heading; the heading `[none]`
gathers uses that are no event. Lines "# > TEXT" above a rule are examples in which it fires. `when` is a list of
conditions `slot:value,value`, all of which must hold:

slot    subj obj rec inst (participants), comp compobj (the complement, its object), light (object of a light verb),
        w (words of the clause), s (words of the sentence), tense, mod (modality), by form: noun passive neg (value
        "*"), or a preposition ("out_of" for two words): its noun; "on/toward:*" is any of several
value   a lemma (with "_" for a space), `@class` (a line of classes.txt), `%class` of nouns (noun_classes.tsv), "-" with
        a lemma that is excepted from it, `#kind` of a participant, `$SECTOR` of a participant, `*` anything
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from extractor.errors import InputError
from extractor.lexicon.event_types import event_types
from extractor.lexicon.sectors import sector_names
from extractor.lexicon.spelling import unknown
from extractor.lexicon.tables import language_folder, word_lists
from extractor.lexicon.word_classes import WordClass, word_class_of, word_classes
from extractor.records import ActorKind, Modality

LEXICON = language_folder() / "lexicon"
NOT_AN_EVENT = "none"
_COLUMNS = ("words", "when", "mode", "roles", "probability")
SLOTS = ("subj", "obj", "rec", "inst", "comp", "compobj", "light", "w", "s", "tense", "mod", "neg", "noun", "passive")
ROLES = ("agent", "patient", "recipient", "instrument", "oblique", "speaker", "none")
KINDS = (*(kind.value for kind in ActorKind), "place")
_VALUES = {
    "tense": ("past", "present", "future"),
    "mod": tuple(modality.value for modality in Modality),
    "neg": ("*",),
    "noun": ("*", "True"),
    "passive": ("*", "True"),
}


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
    id: str = ""  # the file and the line where it stands


@cache
def prepositions() -> frozenset[str]:
    """The prepositions that are slots and roles, those of several words with "_"."""
    return frozenset(word.replace(" ", "_") for word in word_lists("lexicon/words.txt")["prepositions"])


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
    """A trigger file -> its rules in file order. Raises InputError that names file, line and what is wrong there."""
    rules: list[Rule] = []
    heading = NOT_AN_EVENT
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.strip() == "#" or line.startswith("# "):
            continue
        row = [cell.strip() for cell in line.split("|")]
        if len(row) == 1 and row[0].startswith("["):
            heading = row[0].strip("[]")
            continue
        try:
            rules += _rules_of(heading, row, f"{path.name}:{number}")
        except ValueError as error:
            raise InputError(f"{path.name}, line {number}: {error} (in {line.strip()[:80]!r})") from error
    return rules


def _rules_of(heading: str, row: list[str], name: str) -> list[Rule]:
    if len(row) != len(_COLUMNS):
        raise ValueError(f"{len(row)} columns, not {len(_COLUMNS)}: {' | '.join(_COLUMNS)}")
    triggers, when, mode, roles, probability = row
    tests = conditions(when, word_classes())
    source, target = (roles or "agent>patient").replace("<>", ">").split(">")
    for role in (source, target):
        check_role(role)
    if heading != NOT_AN_EVENT and heading not in event_types():
        raise ValueError(unknown("type", heading, (*event_types(), NOT_AN_EVENT)))
    if mode and mode not in event_types()[heading].modes:
        raise ValueError(unknown(f"mode of {heading}", mode, event_types()[heading].modes))
    rule = Rule("", heading, mode or None, tests, source, target, "<>" in roles, float(probability), name)
    return [replace(rule, trigger=trigger) for trigger in entries(triggers)]


def rule_text(rule: str, own: Path | None = None) -> str:
    """The line of a trigger file, or of the user's ontology file, that a rule id names; "" for other rules.

    >>> rule_text("none.txt:1")[:1]
    '#'
    """
    name, _, number = rule.rpartition(":")
    path = own if own is not None and own.name == name else LEXICON / "triggers" / name
    if not number.isdigit() or not path.is_file():
        return ""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return lines[int(number) - 1].strip() if int(number) <= len(lines) else ""


def check_role(role: str) -> None:
    """Raises ValueError for a role that there is not: a participant, or the preposition before it."""
    if role not in ROLES and role not in prepositions():
        raise ValueError(unknown("role", role, (*ROLES, *sorted(prepositions()))))


def conditions(when: str, classes: Mapping[str, WordClass]) -> tuple[Condition, ...]:
    """The `when` of a rule -> its conditions. Raises ValueError for all that is wrong in it.

    >>> [str(c) for c in conditions("obj:town,city !neg:*", {})]
    ['obj', '!neg']
    """
    found, wrong = [], []
    for test in when.split():
        try:
            found.append(_condition(test, classes))
        except ValueError as error:
            wrong.append(str(error))
    if wrong:
        raise ValueError("; ".join(wrong))
    return tuple(found)


def _condition(test: str, classes: Mapping[str, WordClass]) -> Condition:
    slot, colon, given = test.lstrip("!").partition(":")
    if not (slot and colon and given):
        raise ValueError(f"{test!r} is no condition of the form slot:value,value")
    slots, values = tuple(slot.split("/")), given.split(",")
    for name in slots:
        _check_slot(name, values)
    named = [value[1:] for value in values if value[0:1] == "@"]
    kinds = frozenset(value[1:] for value in values if value[0:1] == "#")
    sectors = frozenset(value[1:] for value in values if value[0:1] == "$")
    _check("word class", "@", named, classes)
    _check("kind", "#", kinds, KINDS)
    _check("sector", "$", sectors, sector_names())
    words = word_class_of(value.replace("_", " ") for value in values if value != "*" and value[0:1] not in "@#$")
    for name in named:
        words |= classes[name]
    return Condition(slots, words, kinds, sectors, "*" in values, test[0] == "!")


def _check_slot(slot: str, values: list[str]) -> None:
    """Raises ValueError for a slot that there is not, or one whose values are others."""
    if slot not in SLOTS and slot not in prepositions():
        raise ValueError(unknown("slot", slot, (*SLOTS, *sorted(prepositions()))))
    for value in values if slot in _VALUES else ():
        if value not in _VALUES[slot]:
            raise ValueError(unknown(f"value of {slot}", value, _VALUES[slot]))


def _check(what: str, sign: str, given: Iterable[str], known: Iterable[str]) -> None:
    for name in given:
        if name not in known:
            raise ValueError(unknown(what, sign + name, [sign + one for one in known]))
