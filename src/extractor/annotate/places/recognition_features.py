"""What speaks for and against a candidate being a place name: named evidence, each with a strength."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log10

from extractor.annotate.places.candidates import Candidate, Words
from extractor.annotate.places.words import words
from extractor.gazetteer.entries import NameKind
from extractor.gazetteer.index import Gazetteer
from extractor.gazetteer.keys import fold
from extractor.logistic import Evidence

_PLACE_LABELS = frozenset(("GPE", "LOC"))
_BEFORE = ("locative", "motion", "titles", "town_of", "division_of")
_ORGANISED = ("public", "school", "business", "media", "team", "event_word")
_HEADS = ("street", "water", "terrain", "building", "region_word")
_AFTER = ("division_word", "town_word", "says", "people")
_SIGNS_BEFORE = frozenset(
    ("of", "for", "by", "and", "or", ",", "(", "-", "/", "’s", "'s", "with", "on", "that", "as", "is")
)
_SIGNS_AFTER = frozenset(
    (",", "(", ")", "'s", "’s", "and", "-", "/", ".", "–", "--", "—", ":", "is", "was", "has", "will")
)
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
_JOINS = frozenset((",", "and", "or", "&", "/", "-"))


@dataclass(frozen=True, slots=True)
class Article:
    """What the whole article says about names: labels by folded name, parts of persons' names, small words used."""

    labels: dict[str, Counter[str]]
    person_first: frozenset[str]
    person_last: frozenset[str]
    small: frozenset[str]


def read_article(said: Words) -> Article:
    """One pass over the entities and words."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    first, last = set(), set()
    for entity in said.entities:
        labels[fold(said.text(entity.start, entity.end))][entity.label] += 1
        if entity.label == "PERSON" and entity.end - entity.start > 1:
            first.add(said.lower[entity.start])
            last.add(said.lower[entity.end - 1])
    small = frozenset(text for text, capital in zip(said.texts, said.capital, strict=True) if not capital)
    return Article(labels, frozenset(first), frozenset(last), small)


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
    if entity is None:
        label = "none"
    elif candidate.exact:
        label = f"{entity.label} whole"
    elif candidate.start < entity.start or candidate.end > entity.end:
        label = f"{entity.label} across"
    elif candidate.start == entity.start:
        label = f"{entity.label} start"
    else:
        label = f"{entity.label} {'end' if candidate.end == entity.end else 'inside'}"
    evidence[f"ner {label}"] = 1.0
    if candidate.longer:
        evidence["in longer name"] = 1.0
        evidence[f"in longer name, {'whole' if candidate.exact else 'part'}"] = 1.0
    return label


def _gazetteer(candidate: Candidate, gazetteer: Gazetteer, label: str, evidence: Evidence) -> None:
    matches = gazetteer.lookup(candidate.text) if candidate.known else ()
    group = "none" if label == "none" else "place" if label.startswith(("GPE", "LOC")) else "other"
    if not matches:
        evidence["unknown"] = 1.0
        evidence[f"unknown, {label.split(maxsplit=1)[0]}"] = 1.0
        return
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
    labels = article.labels.get(candidate.key)
    if labels:
        own = 1 if candidate.exact and candidate.entity else 0
        total = labels.total() - own
        if total > 0:
            place = labels["GPE"] + labels["LOC"]
            if own and candidate.entity and candidate.entity.label in _PLACE_LABELS:
                place -= 1
            evidence["elsewhere place"] = place / (total + 1)
            evidence["elsewhere other"] = (total - place) / (total + 1)
    if candidate.end - candidate.start == 1:
        word = said.lower[candidate.start]
        entity = candidate.entity
        inside_person = entity is not None and entity.label == "PERSON" and not candidate.exact
        if not inside_person and word in article.person_last:
            evidence["surname in article"] = 1.0
        if not inside_person and word in article.person_first:
            evidence["first name in article"] = 1.0
        if word in article.small:
            evidence["common word in article"] = 1.0


def _before(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    i = candidate.start - 1
    if i >= 0 and said.lower[i] == "the":
        evidence["after the"] = 1.0
        i -= 1
    if i < 0 or said.texts[i].isspace():
        evidence["starts line"] = 1.0
        return
    word = said.lower[i]
    for name in _BEFORE:
        if word in words(name):
            evidence[f"after {name}"] = 1.0
    if word in _SIGNS_BEFORE:
        evidence[f"after {word}"] = 1.0
    elif word.isdigit():
        evidence["after number"] = 1.0
    if word == "of" and i > 0:
        for name in ("town_of", "division_of", "public", "school", "business"):
            if said.lower[i - 1] in words(name):
                evidence[f"after {name} of"] = 1.0
    if i > 0 and word in _JOINS:
        entity = said.covering[i - 1]
        evidence[f"after {entity.label if entity else 'none'} and join"] = 1.0
    elif said.capital[i] and i == candidate.start - 1 and word not in words("locative"):
        same = candidate.entity is not None and said.covering[i] is candidate.entity
        evidence["after capital, same entity" if same else "after capital"] = 1.0
        if word in words("first_word"):
            evidence["after first word"] = 1.0


def _after(candidate: Candidate, said: Words, gazetteer: Gazetteer, evidence: Evidence) -> None:
    i = candidate.end
    if i >= len(said.lower) or said.texts[i].isspace():
        evidence["ends line"] = 1.0
        return
    word = said.lower[i]
    if not said.capital[i]:
        for name in (*_AFTER, *_HEADS):
            if word in words(name):
                evidence[f"before small {name}"] = 1.0
    if word in _SIGNS_AFTER:
        evidence[f"before {word}"] = 1.0
    if said.capital[i]:
        same = candidate.entity is not None and said.covering[i] is candidate.entity
        evidence["before capital, same entity" if same else "before capital"] = 1.0
    elif word == "," and i + 1 < len(said.lower) and said.capital[i + 1]:
        entity = said.covering[i + 1]
        evidence[f"before comma and {entity.label if entity else 'none'}"] = 1.0
        if any(m.entry.kind in ("region", "country") for m in gazetteer.lookup(said.texts[i + 1])):
            evidence["before comma and region"] = 1.0
    elif word in ("-", "–") and i + 1 < len(said.lower) and said.lower[i + 1] in ("based", "born", "area"):
        evidence["before -based"] = 1.0


def _run(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    """The capitalised words that go on after the candidate: "Aleppo University", "Salem Police Department"."""
    end = said.run_end[candidate.end - 1]
    if end <= candidate.end:
        return
    last = said.lower[end - 1]
    organised = candidate.entity is not None and candidate.entity.label == "ORG"
    for name in (*_ORGANISED, *_HEADS):
        if last in words(name):
            evidence[f"run goes on to {name}"] = 1.0
            if organised:
                evidence[f"run goes on to {name}, ORG"] = 1.0
    after = said.lower[candidate.end]
    if after in words("public"):
        evidence["before capital public"] = 1.0
    elif after in words("school"):
        evidence["before capital school"] = 1.0
    elif after in words("division_word"):
        evidence["before capital division_word"] = 1.0


def _shape(candidate: Candidate, said: Words, evidence: Evidence) -> None:
    size = candidate.end - candidate.start
    evidence[f"{min(size, 4)} words"] = 1.0
    text = candidate.text
    if size == 1 and text.isupper():
        evidence["capitals" if len(text) > 4 else "short capitals"] = 1.0
    if len(text) < 4:
        evidence["short"] = 1.0
    if any(c.isdigit() for c in text):
        evidence["digits"] = 1.0
        if said.lower[candidate.start] in words("road_number") or _is_road(text):
            evidence["numbered road"] = 1.0
    if said.titled[candidate.start]:
        evidence["titled line"] = 1.0
        if candidate.entity is None:
            evidence["titled line, none"] = 1.0
    if not said.proper[candidate.end - 1]:
        evidence["not proper noun"] = 1.0
    if size > 1:
        last = said.lower[candidate.end - 1]
        for name in (*_HEADS, *_ORGANISED):
            if last in words(name):
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
    return text[0] in "IUSFMA" and text[-1].isdigit() and len(text) < 8
