"""A user's own ontology: a TOML or YAML file that adds or changes event types, triggers, word classes and actors.

The tables of the file, all of them optional:

name           what the version of the ontology in the results says
keep           PLOVER types that stay; all of them when it is missing, [] for none
types.NAME     like (the type whose properties it takes over), any property of `data/ontology/plover.toml` that it
               changes, cameo, acled (a sub-event type); without like it needs quad
triggers       a list of tables: type ("none" for uses that are no event), mode, verbs, nouns, when (conditions as in
               `extractor.lexicon.triggers`), source, target, reciprocal, probability
classes        lists of lemmas that `when` names with "@"
actors         a list of tables: name, aliases, kind, country (ISO alpha-2), sector
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from extractor.errors import InputError, OntologyError
from extractor.lexicon.event_types import (
    FLAGS,
    MODE_SETS,
    PROPERTIES,
    WORD_LISTS,
    EventType,
    event_types,
    with_properties,
)
from extractor.lexicon.roles import NONE, Role, prepositions, role_named
from extractor.lexicon.sectors import sector_names
from extractor.lexicon.spelling import unknown
from extractor.lexicon.tables import data_path
from extractor.lexicon.triggers import NOT_AN_EVENT, Rule, conditions, rows
from extractor.lexicon.word_classes import WordClass, word_class_of, word_classes
from extractor.records import ActorKind
from extractor.settings import Settings

DEFAULT_PROBABILITY = 0.8
_KNOWN = {
    "": ("name", "keep", "types", "triggers", "classes", "actors"),
    "types": ("like", *sorted(PROPERTIES), "cameo", "acled"),
    "triggers": ("type", "mode", "verbs", "nouns", "when", "source", "target", "reciprocal", "probability"),
    "actors": ("name", "aliases", "kind", "country", "sector"),
}
_RECIPIENT = ("on", "against", "at", "to", "with")  # of a type that names none
_FIELDS = ("force", "words", "talks")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """An actor of the file, known by its name and aliases."""

    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class OwnOntology:
    """What a file adds to the ontology; empty without a file. `keep` is None when all PLOVER types stay."""

    name: str = ""
    digest: str = ""
    keep: frozenset[str] | None = None
    types: Mapping[str, EventType] = field(default_factory=dict)
    verbs: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    actors: tuple[OwnActor, ...] = ()


def own_ontology(settings: Settings) -> OwnOntology:
    """The ontology of `settings.ontology_file`. Raises InputError (cannot be read) or OntologyError (is wrong)."""
    path = settings.ontology_file
    if path is None:
        return OwnOntology()
    return _loaded(path, path.stat().st_mtime_ns if path.is_file() else 0)


@cache
def _loaded(path: Path, _changed: int) -> OwnOntology:
    """A user's ontology, read again when the file has changed. Raises OntologyError."""
    made, wrong = read_ontology(path)
    if wrong:
        raise OntologyError(f"{path}: {'; '.join(wrong)}")
    return made


def read_ontology(path: Path) -> tuple[OwnOntology, list[str]]:
    """A file -> its ontology and all that is wrong with it, line by line. Raises InputError when it cannot be read.

    >>> read_ontology(Path("health.toml"))[1]  # doctest: +SKIP
    ["line 12: triggers: unknown type 'HEALTH_ATACK'"]
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"ontology file {path} cannot be read: {error}") from error
    try:
        given = _parsed(path, text)
    except ValueError as error:  # both parsers say line and column
        return OwnOntology(), [" ".join(str(error).split())]
    reader = _Reader(path.name, text, given)
    made = reader.ontology(blake2b(text.encode(), digest_size=4).hexdigest())
    return made, reader.wrong


def _parsed(path: Path, text: str) -> dict[str, Any]:
    """The tables of a TOML or YAML file. Raises ValueError when it holds none."""
    if path.suffix.lower() in (".yaml", ".yml"):
        import srsly  # type: ignore[import-untyped]

        given = srsly.yaml_loads(text)
    else:
        given = tomllib.loads(text)
    if not isinstance(given, dict):
        raise ValueError("line 1: the file holds no tables")
    return given


class _Reader:
    """Checks the tables of one file, collecting what is wrong with the line where it stands."""

    def __init__(self, file: str, text: str, given: dict[str, Any]) -> None:
        self.file = file
        self.lines = text.splitlines()
        self.given = given
        self.wrong: list[str] = []

    def ontology(self, digest: str) -> OwnOntology:
        """The ontology of what is right in the file."""
        self._unknown("", self.given, 1)
        classes = {**word_classes(), **self._classes()}
        types = self._types()
        triggers = list(self._items("triggers"))
        keep = self._keep(types)
        return OwnOntology(
            name=str(self.given.get("name", "own")),
            digest=digest,
            keep=keep,
            types=types,
            verbs=_grouped(rule for n, t in triggers for rule in self._rules(n, t, "verbs", types, classes)),
            nouns=_grouped(rule for n, t in triggers for rule in self._rules(n, t, "nouns", types, classes, once=True)),
            actors=tuple(made for n, entry in self._items("actors") if (made := self._actor(n, entry))),
        )

    def _error(self, line: int, what: str) -> None:
        """Note what is wrong in a line, once."""
        message = f"line {line}: {what}"
        if message not in self.wrong:
            self.wrong.append(message)

    def _unknown(self, table: str, entry: Mapping[str, Any], line: int) -> None:
        """Note each key of an entry that its table does not have."""
        for key in entry:
            if key not in _KNOWN[table]:
                self._error(self._line(key, line), f"{table or 'file'}: {unknown('key', key, _KNOWN[table])}")

    def _line(self, word: str, start: int = 1) -> int:
        """The first line from `start` on that begins with a key or a table of that name."""
        pattern = re.compile(rf"\s*(?:- )?\[*(?:\w+\.)?[\"']?{re.escape(word)}\b")
        for number, line in enumerate(self.lines[start - 1 :], start):
            if pattern.match(line):
                return number
        return start

    def _tables(self, key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The entries of a table of tables by name; notes what is no table."""
        found = self.given.get(key, {})
        if not isinstance(found, dict):
            self._error(self._line(key), f"{key} must be a table of tables")
            return
        for name, entry in found.items():
            if isinstance(entry, dict):
                yield name, entry
            else:
                self._error(self._line(name), f"{key}.{name} must be a table")

    def _items(self, key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
        """The tables of a list, each with the line where it begins."""
        found = self.given.get(key, [])
        if not isinstance(found, list):
            self._error(self._line(key), f"{key} must be a list of tables")
            return
        starts = self._starts(key)
        for number, entry in enumerate(found):
            line = starts[number] if number < len(starts) else self._line(key)
            if isinstance(entry, dict):
                yield line, entry
            else:
                self._error(line, f"{key}: entry {number + 1} must be a table")

    def _starts(self, key: str) -> list[int]:
        """The lines on which the entries of a list begin, in TOML or in YAML.

        [3, 9] for a file with `[[triggers]]` on its third and its ninth line.
        """
        toml = [n for n, line in enumerate(self.lines, 1) if line.strip() == f"[[{key}]]"]
        if toml:
            return toml
        first = self._line(key)
        starts: list[int] = []
        for number, line in enumerate(self.lines[first:], first + 1):
            if _is_other_key(line):
                break
            if not line.lstrip().startswith("- "):
                continue
            if not starts or _indent(line) == _indent(self.lines[starts[0] - 1]):
                starts.append(number)
        return starts

    def _classes(self) -> dict[str, WordClass]:
        """The user's classes of words by name."""
        found = self.given.get("classes", {})
        if not isinstance(found, dict):
            self._error(self._line("classes"), "classes must be a table of lists")
            return {}
        return {name: self._class(name, words) for name, words in found.items()}

    def _class(self, name: str, given: object) -> WordClass:
        """A class of words; an empty one, with a note, when something in it is wrong."""
        line = self._line(name)
        try:
            return word_class_of(self._words(given, line, name))
        except ValueError as error:
            self._error(line, f"classes.{name}: {error}")
            return WordClass()

    def _words(self, given: object, line: int, what: str) -> list[str]:
        """A list of words in lower case; notes anything else."""
        if not isinstance(given, list) or not all(map(_is_word, given)):
            self._error(line, f"{what} must be a list of words")
            return []
        return [word.strip().lower() for word in given]

    def _types(self) -> dict[str, EventType]:
        """The types of the file, each after the one that it is like."""
        waiting = dict(self._tables("types"))
        made: dict[str, EventType] = {}
        while waiting:
            ready = [name for name, entry in waiting.items() if entry.get("like") not in waiting]
            if not ready:
                names = ", ".join(waiting)
                self._error(self._line(next(iter(waiting))), f"types: {names} are like each other in a circle")
                break
            made |= {name: self._type(name, waiting.pop(name), made) for name in ready}
        return made

    def _type(self, name: str, entry: Mapping[str, Any], made: Mapping[str, EventType]) -> EventType:
        """A type with what it inherits from its base and what the entry says."""
        line = self._line(name)
        self._unknown("types", entry, line)
        base = self._base(name, entry, made, line)
        given = {key: value for key, value in entry.items() if self._is_right(name, key, value, line)}
        modes = dict.fromkeys((*base.modes, *given.pop("modes", ())))
        cameo = str(entry["cameo"]) if "cameo" in entry else base.cameo
        acled = str(given.pop("acled")) if "acled" in given else base.acled
        return replace(with_properties(base, given), modes=tuple(modes), cameo=cameo, acled=acled)

    def _base(self, name: str, entry: Mapping[str, Any], made: Mapping[str, EventType], line: int) -> EventType:
        """The type whose properties a type takes over: the one it is like, or the PLOVER type that it changes."""
        like = entry.get("like")
        others = {**event_types(), **made}
        if like in others:
            parent = others[like]
            return replace(parent, name=name, like=(parent.name, *parent.like))
        if like is not None:
            self._error(self._line("like", line), f"types.{name}: {unknown('type', like, others)}")
        elif name not in event_types() and "quad" not in entry:
            self._error(
                line,
                f"types.{name} needs like (a type whose properties it takes over), or "
                "quad: 1 or 2 for cooperation, 3 or 4 for conflict, in words or in deeds",
            )
        return event_types().get(name) or EventType(name, 4, recipient=_RECIPIENT)

    def _is_right(self, name: str, key: str, value: object, line: int) -> bool:
        """Whether a property of a type is one and has a value that it may have; else it is said."""
        what = f"types.{name}: {key}"
        at = self._line(key, line)
        if key == "recipient":
            return self._are_prepositions(self._words(value, at, what), at, what)
        if key in MODE_SETS | WORD_LISTS:
            if bool(self._words(value, at, what)):
                return True
            return value == []
        wrong = _wrong_value(key, value)
        if wrong:
            self._error(at, f"types.{name}: {wrong}")
            return False
        return key in PROPERTIES or key == "acled"

    def _are_prepositions(self, words: Iterable[str], line: int, what: str) -> bool:
        """Whether all words are prepositions that rules may name; else it is said."""
        wrong = [word for word in words if word.replace(" ", "_") not in prepositions()]
        for word in wrong:
            self._error(line, f"{what}: {unknown('preposition', word, sorted(prepositions()))}")
        return not wrong

    def _keep(self, types: Mapping[str, EventType]) -> frozenset[str] | None:
        """The types that results keep; None for all of them."""
        if "keep" not in self.given:
            return None
        line = self._line("keep")
        kept = self.given["keep"]
        if not isinstance(kept, list):
            self._error(line, "keep must be a list of types")
            return None
        for name in kept:
            if name not in event_types() and name not in types:
                self._error(line, f"keep: {unknown('type', name, event_types())}")
        return frozenset(map(str, kept))

    def _rules(
        self,
        line: int,
        entry: Mapping[str, Any],
        form: str,
        types: Mapping[str, EventType],
        classes: Mapping[str, WordClass],
        *,
        once: bool = False,
    ) -> Iterator[Rule]:
        """The rules of one trigger table for its verbs or its nouns; what is wrong is said with the nouns."""
        check: Callable[[str], None] = (
            (lambda what: self._error(line, f"triggers: {what}")) if once else (lambda _: None)
        )
        self._unknown("triggers", entry, line)
        name, mode = str(entry.get("type", "")), entry.get("mode")
        _check_trigger(entry, types, check)
        try:
            when = conditions(str(entry.get("when", "")), classes)
        except ValueError as error:
            line = self._line("when", line)
            check(f"when: {error}")
            return
        probability = entry.get("probability", DEFAULT_PROBABILITY)
        if not isinstance(probability, int | float) or not 0 <= probability <= 1:
            check(f"probability is {probability!r}, not a number from 0 to 1")
            return
        source = self._role(str(entry.get("source", "agent")), check)
        target = self._role(str(entry.get("target", "patient")), check)
        for trigger in self._words(entry.get(form, []), line, f"triggers: {form}"):
            reciprocal = bool(entry.get("reciprocal", False))
            yield Rule(trigger, name, mode, when, source, target, reciprocal, float(probability), f"{self.file}:{line}")

    @staticmethod
    def _role(name: str, check: Callable[[str], None]) -> Role:
        """The role of a name; where there is none such that is said, and nobody has the role."""
        try:
            return role_named(name)
        except ValueError as error:
            check(str(error))
            return NONE

    def _actor(self, line: int, entry: Mapping[str, Any]) -> OwnActor | None:
        """The actor of an entry; None, with a note, when something in it is wrong."""
        self._unknown("actors", entry, line)
        for key, wrong in _ACTOR_CHECKS.items():
            message = wrong(entry.get(key))
            if message:
                self._error(self._line("sector", line) if key == "sector" else line, f"actors: {message}")
                return None
        country, sector = entry.get("country"), entry.get("sector")
        return OwnActor(
            str(entry["name"]).strip(),
            tuple(entry.get("aliases") or ()),
            ActorKind(entry.get("kind") or "organization"),
            country.upper() if country else None,
            str(sector) if sector else None,
        )


# What is wrong with each entry of an actor, "" where nothing is; None is given where the entry is missing.


def _wrong_name(name: object) -> str:
    """What is wrong with the name of an actor; empty when nothing is."""
    if str(name or "").strip():
        return ""
    return "an actor needs a name"


def _wrong_kind(kind: object) -> str:
    """What is wrong with the kind of an actor; empty when nothing is."""
    kinds = [known.value for known in ActorKind]
    if kind is None or kind in kinds:
        return ""
    return unknown("kind", kind, kinds)


def _wrong_country(country: object) -> str:
    """What is wrong with the country of an actor; empty when nothing is.

    >>> _wrong_country("MLI")
    "country is 'MLI': give two letters of ISO 3166-1"
    """
    if country is None:
        return ""
    is_code = isinstance(country, str) and len(country) == 2 and country.isalpha()
    if is_code:
        return ""
    return f"country is {country!r}: give two letters of ISO 3166-1"


def _wrong_aliases(aliases: object) -> str:
    """What is wrong with the aliases of an actor; empty when nothing is.

    >>> _wrong_aliases("the Front")
    'aliases must be a list of names'
    """
    if aliases is None:
        return ""
    are_names = isinstance(aliases, list) and all(isinstance(alias, str) for alias in aliases)
    if are_names:
        return ""
    return "aliases must be a list of names"


def _wrong_sector(sector: object) -> str:
    """What is wrong with the sector of an actor; empty when nothing is."""
    if sector is None or sector in list(sector_names()):
        return ""
    return unknown("sector", sector, sector_names())


_ACTOR_CHECKS: dict[str, Callable[[object], str]] = {
    "name": _wrong_name,
    "kind": _wrong_kind,
    "country": _wrong_country,
    "aliases": _wrong_aliases,
    "sector": _wrong_sector,
}


def _is_word(value: object) -> bool:
    """Whether a value is text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def _is_quad(value: object) -> bool:
    """Whether a value is one of the four classes."""
    return value in (1, 2, 3, 4) and not _is_flag(value)


def _is_on_goldstein_scale(value: object) -> bool:
    """Whether a value is a number from -10 to 10."""
    return isinstance(value, int | float) and -10 <= value <= 10 and not _is_flag(value)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


# Property of a type -> whether a value is one of its own, and which those are.
_VALUES: dict[str, tuple[Callable[[object], bool], str]] = {
    **dict.fromkeys(FLAGS, (_is_flag, "true or false")),
    "quad": (_is_quad, "1, 2, 3 or 4"),
    "goldstein": (_is_on_goldstein_scale, "a number from -10 to 10"),
}


def _wrong_value(key: str, value: object) -> str:
    """What is wrong with the value of a property, "" where nothing is.

    >>> _wrong_value("quad", 5), _wrong_value("quad", 4)
    ('quad is 5, not 1, 2, 3 or 4', '')
    """
    if key == "acled" and value not in _acled_types():
        return unknown("ACLED sub-event type", value, _acled_types())
    if key == "field" and value not in _FIELDS:
        return f"field: {unknown('field', value, _FIELDS)}"
    is_right, wanted = _VALUES.get(key, (None, ""))
    if is_right is None or is_right(value):
        return ""
    return f"{key} is {value!r}, not {wanted}"


def _is_other_key(line: str) -> bool:
    """Whether a line of YAML begins another key of the file."""
    if not line.strip() or line[0].isspace():
        return False
    return not line.startswith(("-", "#"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _check_trigger(entry: Mapping[str, Any], types: Mapping[str, EventType], check: Callable[[str], None]) -> None:
    """Say what is wrong with the type, the mode and the words of a table of triggers."""
    name, mode = str(entry.get("type", "")), entry.get("mode")
    known = {**event_types(), **types}
    if name not in known and name != NOT_AN_EVENT:
        check(unknown("type", name, [*types, *event_types(), NOT_AN_EVENT]))
    modes = known[name].modes if name in known else ()
    if mode is not None and mode not in modes:
        check(unknown(f"mode of {name}", mode, modes))
    if not entry.get("verbs") and not entry.get("nouns"):
        check("needs verbs or nouns")


@cache
def _acled_types() -> tuple[str, ...]:
    """The sub-event types of ACLED."""
    return tuple(row[0] for row in rows(data_path("ontology/acled.txt")) if len(row) == 2)


def _grouped(rules: Iterator[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Rules by their trigger, in order."""
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        found[rule.trigger] = (*found.get(rule.trigger, ()), rule)
    return found
