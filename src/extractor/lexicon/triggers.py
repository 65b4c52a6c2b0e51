"""The words of the ontology: triggers, light verbs, word classes, read once from `data/en/lexicon`.

Trigger files are lines of `words | when | mode | roles | probability` under a `[TYPE]` heading; the heading `[none]`
gathers uses that are no event. Lines "# > TEXT" above a rule are examples in which it fires. `when` is a list of
conditions `slot:value,value`, all of which must hold:

slot    subj obj rec inst (participants), comp compobj (the complement, its object), light (object of a light verb),
        called (what the object is said to be: "called it a farce"), w (words of the clause), s (words of the sentence),
        tense, mod (modality), by form: noun passive neg (value "*"), or a preposition ("out_of" for two words): its
        noun; "on/toward:*" is any of several
value   a lemma (with "_" for a space), `@class` (a line of classes.txt), `%class` of nouns (noun_classes.tsv), "-" with
        a lemma that is excepted from it, `#kind` of a participant, `$SECTOR` of a participant, `*` anything
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from extractor.errors import InputError
from extractor.lexicon.event_types import event_types
from extractor.lexicon.roles import Role, prepositions, role_named
from extractor.lexicon.sectors import sector_names
from extractor.lexicon.spelling import unknown
from extractor.lexicon.tables import language_folder
from extractor.lexicon.word_classes import WordClass, word_class_of, word_classes
from extractor.records import ActorKind, Modality

LEXICON = language_folder() / "lexicon"
NOT_AN_EVENT = "none"
_COLUMNS = ("words", "when", "mode", "roles", "probability")
_PARTICIPANTS = ("subj", "obj", "rec", "inst")
SLOTS = (*_PARTICIPANTS, "comp", "compobj", "light", "called", "w", "s", "tense", "mod", "neg", "noun", "passive")
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
    source: Role
    target: Role
    reciprocal: bool
    probability: float
    id: str = ""  # the file and the line where it stands


def rows(path: Path) -> list[list[str]]:
    """A data file -> its rows, cut at "|", without comments and empty lines."""
    lines = map(str.strip, path.read_text(encoding="utf-8").splitlines())
    return [_cells(line) for line in lines if not _is_comment(line)]


def _cells(line: str) -> list[str]:
    """A line cut at "|"."""
    return [cell.strip() for cell in line.split("|")]


def _is_comment(line: str) -> bool:
    """Whether a line says nothing to the program: it is empty, or "#" with a space or nothing behind it."""
    return line in ("", "#") or line.startswith("# ")


def entries(cell: str) -> list[str]:
    """A comma-separated cell -> its entries.

    >>> entries('hold, seize')
    ['hold', 'seize']
    """
    return list(filter(None, map(str.strip, cell.split(","))))


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
    verbs: list[str] = []
    for row in rows(LEXICON / "light_verbs.txt"):
        if row[2:3] == ["none>agent"]:
            verbs += entries(row[0])
    return frozenset(verbs)


@cache
def noun_rules() -> Mapping[str, tuple[Rule, ...]]:
    """Noun lemma -> the rules it triggers.

    >>> noun_rules()['attack'][0].type
    'ASSAULT'
    """
    return _grouped(read_rules(LEXICON / "triggers" / "nouns.txt"))


@cache
def verb_rules() -> Mapping[str, tuple[Rule, ...]]:
    """Verb lemma with its particle -> the rules it triggers.

    >>> verb_rules()['shell'][0].type
    'ASSAULT'
    """
    rules: list[Rule] = []
    for path in sorted((LEXICON / "triggers").glob("*.txt")):
        if path.name != "nouns.txt":
            rules += read_rules(path)
    return _grouped(rules)


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
    """Trigger -> its rules, in the order of the files."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.trigger, []).append(rule)
    return {trigger: tuple(group) for trigger, group in found.items()}


def read_rules(path: Path) -> list[Rule]:
    """A trigger file -> its rules in file order. Raises InputError that names file, line and what is wrong there."""
    rules: list[Rule] = []
    heading = NOT_AN_EVENT
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if _is_comment(line.strip()):
            continue
        row = _cells(line)
        if len(row) == 1 and row[0].startswith("["):
            heading = row[0].strip("[]")
            continue
        try:
            rules += _rules_of(heading, row, f"{path.name}:{number}")
        except ValueError as error:
            raise InputError(f"{path.name}, line {number}: {error} (in {line.strip()[:80]!r})") from error
    return rules


def _rules_of(heading: str, row: list[str], name: str) -> list[Rule]:
    """The rules of one line below a heading, one for each of its triggers. Raises ValueError for what is wrong.

    `shell, bomb | obj:bridge | heavy-weapons | | .8` below [ASSAULT] gives a rule for "shell" and one for "bomb".
    """
    if len(row) != len(_COLUMNS):
        raise ValueError(f"{len(row)} columns, not {len(_COLUMNS)}: {' | '.join(_COLUMNS)}")
    triggers, when, mode, roles, probability = row
    tests = conditions(when, word_classes())
    source, target = (roles or "agent>patient").replace("<>", ">").split(">")
    sides = role_named(source), role_named(target)
    _check_type(heading, mode)
    rule = Rule("", heading, mode or None, tests, *sides, "<>" in roles, float(probability), name)
    return [replace(rule, trigger=trigger) for trigger in entries(triggers)]


def _check_type(heading: str, mode: str) -> None:
    """Raises ValueError for a type, or a mode of it, that there is not."""
    if heading not in (*event_types(), NOT_AN_EVENT):
        raise ValueError(unknown("type", heading, (*event_types(), NOT_AN_EVENT)))
    modes = event_types()[heading].modes if heading != NOT_AN_EVENT else ()
    if mode and mode not in modes:
        raise ValueError(unknown(f"mode of {heading}", mode, modes))


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
    if int(number) <= len(lines):
        return lines[int(number) - 1].strip()
    return ""


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
    """One test of a rule, "!slot/slot:value,value", as a condition. Raises ValueError for what is wrong in it."""
    slot, colon, given = test.lstrip("!").partition(":")
    if not (slot and colon and given):
        raise ValueError(f"{test!r} is no condition of the form slot:value,value")
    slots, values = tuple(slot.split("/")), given.split(",")
    for name in slots:
        _check_slot(name, values)
    named = _signed("@", values)
    kinds, sectors = frozenset(_signed("#", values)), frozenset(_signed("$", values))
    _check("word class", "@", named, classes)
    _check("kind", "#", kinds, KINDS)
    _check("sector", "$", sectors, sector_names())
    words = word_class_of(value.replace("_", " ") for value in values if value[0:1] not in "*@#$")
    for name in named:
        words |= classes[name]
    return Condition(slots, words, kinds, sectors, "*" in values, test[0] == "!")


def _signed(sign: str, values: list[str]) -> list[str]:
    """The values that begin with a sign, without it."""
    return [value[1:] for value in values if value[0:1] == sign]


def _check_slot(slot: str, values: list[str]) -> None:
    """Raises ValueError for a slot that there is not, or one whose values are others."""
    if slot not in SLOTS and slot not in prepositions():
        raise ValueError(unknown("slot", slot, (*SLOTS, *sorted(prepositions()))))
    allowed = _VALUES.get(slot)
    if allowed is not None:
        _check(f"value of {slot}", "", values, allowed)


def _check(what: str, sign: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Raises ValueError for the first of some names that is not known."""
    for name in given:
        if name not in known:
            raise ValueError(unknown(what, sign + name, [sign + one for one in known]))
