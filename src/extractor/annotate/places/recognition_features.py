"""What speaks for and against a candidate being a place name: named evidence, each with a strength."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import log10

from extractor.annotate.places.candidates import Candidate, Entity, Words
from extractor.annotate.places.words import words
from extractor.gazetteer.entries import NameKind
from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.keys import fold
from extractor.logistic import Evidence

_PLACE_LABELS = frozenset(("GPE", "LOC"))
_BEFORE = ("locative", "motion", "titles", "town_of", "division_of")
_ORGANISED = ("public", "school", "business", "media", "team", "event_word")
_HEADS = ("street", "water", "terrain", "building", "region_word")
_SMALL_AFTER = ("division_word", "town_word", "says", "people", *_HEADS)
_TOGETHER = (
    "after locative",
    "after motion",
    "after of",
    "starts line",
    "after the",
    "before ,",
    "before capital",
    "after capital",
    "before small people",
)
_OF = ("town_of", "division_of", "public", "school", "business")
_CAPITAL_AFTER = ("public", "school", "division_word")
_JOINS = frozenset((",", "and", "or", "&", "/", "-"))


@dataclass(frozen=True, slots=True)
class Article:
    """What the whole article says about names: labels by folded name, parts of persons' names, small words used."""

    labels: dict[str, Counter[str]]
    person_first: frozenset[str]
    person_last: frozenset[str]
    small: frozenset[str]


def read_article(said: Words) -> Article:
    """One pass over the entities and words.

    Of "Ana Ruiz left Gao." the first name "ana", the last name "ruiz", the labels of both entities and the small
    word "left".
    """
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    first, last = set(), set()
    for entity in said.entities:
        labels[fold(said.text(entity.start, entity.end))][entity.label] += 1
        if entity.label == "PERSON" and entity.end - entity.start > 1:
            first.add(said.lower[entity.start])
            last.add(said.lower[entity.end - 1])
    small = frozenset(text for text, capital in zip(said.texts, said.capital, strict=True) if not capital)
    return Article(labels, frozenset(first), frozenset(last), small)


def _listed(word: str, names: tuple[str, ...]) -> list[str]:
    """Those of some word lists that hold a word.

    ["town_of"] for "town" and the lists "town_of" and "public".
    """
    return [name for name in names if word in words(name)]


def weigh(candidate: Candidate, said: Words, article: Article, gazetteer: Gazetteer) -> Evidence:
    """All evidence for one candidate."""
    evidence: Evidence = {"always": 1.0}
    label = _cover(candidate, evidence)
    _gazetteer(candidate, gazetteer, label, evidence)
    _article(candidate, said, article, evidence)
    _before(candidate, said, evidence)
    _after(candidate, said, gazetteer, evidence)
    _run(candidate, said, evidence)
    _shape(candidate, said, evidence)
    _together(candidate, label, evidence)
    return evidence


def _cover(candidate: Candidate, evidence: Evidence) -> str:
    """How the NER sees it: the whole of an entity, its start, its end, or inside it."""
    entity = candidate.entity
    label = f"{entity.label} {_part_of(candidate, entity)}" if entity is not None else "none"
    evidence[f"ner {label}"] = 1.0
    if candidate.longer:
        evidence["in longer name"] = 1.0
        evidence[f"in longer name, {'whole' if candidate.exact else 'part'}"] = 1.0
    return label


def _part_of(candidate: Candidate, entity: Entity) -> str:
    """Which part of an entity a candidate is.

    "start" for "Aleppo" of "Aleppo University", "whole" for "Gao".
    """
    if candidate.exact:
        return "whole"
    if candidate.start < entity.start or candidate.end > entity.end:
        return "across"
    if candidate.start == entity.start:
        return "start"
    if candidate.end == entity.end:
        return "end"
    return "inside"


def _group_of(label: str) -> str:
    """Whether the NER sees a place, something else, or nothing.

    "place" for "GPE whole", "other" for "PERSON end".
    """
    if label == "none":
        return "none"
    if label.startswith(("GPE", "LOC")):
        return "place"
    return "other"


def _gazetteer(candidate: Candidate, gazetteer: Gazetteer, label: str, evidence: Evidence) -> None:
    """How large and of what kind the places of the name are, and how the name belongs to them."""
    matches = gazetteer.lookup(candidate.text) if candidate.known else ()
    if not matches:
        evidence["unknown"] = 1.0
        evidence[f"unknown, {label.split(maxsplit=1)[0]}"] = 1.0
        return
    group = _group_of(label)
    best = max(matches, key=lambda m: m.entry.weight)
    size = log10(best.entry.weight + 1) / 7
    evidence["size"] = size
    evidence[f"size, {group}"] = size
    evidence[f"best {best.entry.kind}"] = 1.0
    evidence[f"known, {group}"] = 1.0
    names = {m.kind for m in matches}
    if NameKind.MAIN not in names:
        evidence["no main name"] = 1.0
    if names == {NameKind.ABBREVIATION}:
        evidence["abbreviation"] = 1.0
    if best.entry.kind == "city" and candidate.text.isupper() and len(candidate.text) < 5:
        evidence["short capitals, town"] = 1.0
    if best.entry.kind == "country" and best.kind == NameKind.MAIN:
        evidence[f"country, {group}"] = 1.0
    if gazetteer.demonym(candidate.text):
        evidence["demonym"] = 1.0


def _article(candidate: Candidate, said: Words, article: Article, evidence: Evidence) -> None:
    """What the rest of the article does with the name: its labels elsewhere, persons called so, the word in small.

    "surname in article" for "Jordan" in an article that also names "Michael Jordan".
    """
    labels = article.labels.get(candidate.key)
    if labels:
        _labels_elsewhere(candidate, labels, evidence)
    if candidate.end - candidate.start > 1:
        return
    word = said.lower[candidate.start]
    if not _is_inside_person(candidate):
        if word in article.person_last:
            evidence["surname in article"] = 1.0
        if word in article.person_first:
            evidence["first name in article"] = 1.0
    if word in article.small:
        evidence["common word in article"] = 1.0


def _labels_elsewhere(candidate: Candidate, labels: Counter[str], evidence: Evidence) -> None:
    """The share of labels of places among those of the name's other mentions.

    Of "Sidney", which is a person twice and a place once, a third.
    """
    own = candidate.entity if candidate.exact else None
    total = labels.total() - (own is not None)
    if total > 0:
        place = labels["GPE"] + labels["LOC"] - (own is not None and own.label in _PLACE_LABELS)
        evidence["elsewhere place"] = place / (total + 1)
        evidence["elsewhere other"] = (total - place) / (total + 1)


def _is_inside_person(candidate: Candidate) -> bool:
    """ "Sidney" in "Sidney Lee"."""
    if candidate.entity is None or candidate.entity.label != "PERSON":
        return False
    return not candidate.exact


def _before(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    """The word before the candidate, past "the"."""
    i = candidate.start - 1
    if i >= 0 and said.lower[i] == "the":
        evidence["after the"] = 1.0
        i -= 1
    if i < 0 or said.texts[i].isspace():
        evidence["starts line"] = 1.0
        return
    for name in _after_word(said.lower[i]):
        evidence[f"after {name}"] = 1.0
    if i > 0 and said.lower[i] == "of":
        for name in _listed(said.lower[i - 1], _OF):
            evidence[f"after {name} of"] = 1.0
    if i > 0 and said.lower[i] in _JOINS:
        evidence[f"after {_label_at(said, i - 1)} and join"] = 1.0
    elif i == candidate.start - 1:
        _capital_before(candidate, said, evidence)


def _after_word(word: str) -> Iterator[str]:
    """What the word before the candidate is: the lists it is in, itself if it is a sign, a number.

    "locative" for "in", "number" for "12".
    """
    yield from _listed(word, _BEFORE)
    if word in words("signs_before"):
        yield word
    elif word.isdigit():
        yield "number"


def _capital_before(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    """A capitalised word right before the candidate that puts nothing anywhere: "New", "President"."""
    i = candidate.start - 1
    if not said.capital[i] or said.lower[i] in words("locative"):
        return
    evidence["after capital, same entity" if _is_same_entity(candidate, said, i) else "after capital"] = 1.0
    if said.lower[i] in words("first_word"):
        evidence["after first word"] = 1.0


def _is_same_entity(candidate: Candidate, said: Words, at: int) -> bool:
    """Whether a word belongs to the entity that the candidate lies in.

    True of "New" for "York" where the recogniser sees "New York".
    """
    return candidate.entity is not None and said.covering[at] is candidate.entity


def _label_at(said: Words, at: int) -> str:
    """The label of the NER at a word.

    "GPE" at "Gao", "none" at "fled".
    """
    entity = said.covering[at]
    return entity.label if entity else "none"


def _after(candidate: Candidate, said: Words, gazetteer: Gazetteer, evidence: Evidence) -> None:
    """The word behind the candidate."""
    i = candidate.end
    if i >= len(said.lower) or said.texts[i].isspace():
        evidence["ends line"] = 1.0
        return
    word, is_capital = said.lower[i], said.capital[i]
    for name in _listed(word, () if is_capital else _SMALL_AFTER):
        evidence[f"before small {name}"] = 1.0
    if word in words("signs_after"):
        evidence[f"before {word}"] = 1.0
    if is_capital:
        evidence["before capital, same entity" if _is_same_entity(candidate, said, i) else "before capital"] = 1.0
    elif i + 1 < len(said.lower):
        _behind_mark(said, i, gazetteer, evidence)


def _behind_mark(said: Words, at: int, gazetteer: Gazetteer, evidence: Evidence) -> None:
    """What stands behind a comma or a hyphen: "Salem, Ore.", "Dakar-based"."""
    mark, after = said.lower[at], at + 1
    if mark == "," and said.capital[after]:
        evidence[f"before comma and {_label_at(said, after)}"] = 1.0
        if any(match.entry.kind in ("region", "country") for match in gazetteer.lookup(said.texts[after])):
            evidence["before comma and region"] = 1.0
    elif mark in ("-", "–") and said.lower[after] in ("based", "born", "area"):
        evidence["before -based"] = 1.0


def _run(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    """The capitalised words that go on after the candidate: "Aleppo University", "Salem Police Department".

    For "Aleppo" of "Aleppo University" that the run goes on to a school.
    """
    end = said.run_end[candidate.end - 1]
    if end <= candidate.end:
        return
    last = said.lower[end - 1]
    organised = candidate.entity is not None and candidate.entity.label == "ORG"
    for name in _listed(last, (*_ORGANISED, *_HEADS)):
        evidence[f"run goes on to {name}"] = 1.0
        if organised:
            evidence[f"run goes on to {name}, ORG"] = 1.0
    for name in _listed(said.lower[candidate.end], _CAPITAL_AFTER)[:1]:
        evidence[f"before capital {name}"] = 1.0


def _shape(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    """Its length, capitals and digits, the line it stands in, the words of several.

    "2 words" and "titled line" for "Port Vila" of a headline.
    """
    size = candidate.end - candidate.start
    evidence[f"{min(size, 4)} words"] = 1.0
    _letters(candidate, said, evidence)
    if said.titled[candidate.start]:
        evidence["titled line"] = 1.0
        if candidate.entity is None:
            evidence["titled line, none"] = 1.0
    if not said.proper[candidate.end - 1]:
        evidence["not proper noun"] = 1.0
    if size > 1:
        _words_of_name(candidate, said, evidence)


def _letters(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    """Its capitals and digits, and whether it is short.

    "capitals" for "HOMS", "numbered road" for "M4".
    """
    text = candidate.text
    if text.isupper() and candidate.end - candidate.start == 1:
        name = "capitals" if len(text) > 4 else "short capitals"
        evidence[name] = 1.0
    if len(text) < 4:
        evidence["short"] = 1.0
    if not any(char.isdigit() for char in text):
        return
    evidence["digits"] = 1.0
    if said.lower[candidate.start] in words("road_number") or _is_road(text):
        evidence["numbered road"] = 1.0


def _words_of_name(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    """The last and the first of several words: "Main Street", "New York"."""
    for name in _listed(said.lower[candidate.end - 1], (*_HEADS, *_ORGANISED)):
        evidence[f"ends in {name}"] = 1.0
        if not candidate.known:
            evidence[f"unknown, ends in {name}"] = 1.0
    if said.lower[candidate.start] in words("first_word"):
        evidence["first word"] = 1.0


def _together(candidate: Candidate, label: str, evidence: Evidence) -> None:
    """Evidence that weighs differently for names of different labels."""
    group = label.split(maxsplit=1)[0] if candidate.known else f"unknown {label.split(maxsplit=1)[0]}"
    for name in _TOGETHER:
        if name in evidence:
            evidence[f"{group}, {name}"] = 1.0


def _is_road(text: str) -> bool:
    """Whether a name is that of a road: "M4", "I-95"."""
    if text[0] not in "IUSFMA" or not text[-1].isdigit():
        return False
    return len(text) < 8
