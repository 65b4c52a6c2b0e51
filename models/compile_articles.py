#!/usr/bin/env python3
"""Compile the annotated articles of models/articles/ to whole-event gold, and check it.

    python models/compile_articles.py              # writes long, short, locked_long and locked_short.jsonl
    python models/compile_articles.py --check      # writes nothing; fails where the files are not what would be written

A source file holds articles, each with its annotation below a line of dashes:

    === ID | PUBLISHED | COUNTRY | STYLE           only the ID: the text of that ID in models/occurrence.jsonl
    the text
    ---
    $NAME=actor/alias/alias                        a macro of this article, used as s=$NAME
    N TYPE[,OTHER TYPES THAT COUNT AS RIGHT] ; at=SPOT ; also=SPOT|SPOT ; s=ACTOR & ACTOR ; t=.. ; p=PLACE|PLACE ;
      d=DAYS|DAYS ; m=MODALITY,.. ; by=ACTOR|ACTOR ; pol=neg ; fat=N[-M] ; inj= ; det= ; recip ; opt
    xN KIND ; at=SPOT                              no event: metaphor sport film hypothetical other history
    ~~ first words of a line                       that line is a caption, a menu or a footer

SPOT is words of the text, `{}` marks the trigger inside them, `#n` picks the n-th occurrence. ACTOR is
name/alias/alias; `s?=` or a leading `?` makes it optional. `-` is "none" as one alternative. PLACE is `Name,CC` (the
largest town of that name in the country, or else the region), `Name,CC,a` (the region), `Name in Holder,CC`, `@CC` (the
country) or `Name,CC,LAT,LON,city|admin`. DAYS is FROM[..TO], each a day, a month or a year (2003-05-17, 2003-05, 2003),
`mon` to `sun` (the last such day up to the day of publication), `+fri` (the next), -1 (the day before publication),
`lastweek` or `weekend` (the last whole one). A line that begins with a blank continues the one above.
"""

import argparse
import calendar
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from extractor.gazetteer.entries import Entry
from extractor.gazetteer.index import open_gazetteer
from extractor.lexicon.actor_nouns import countries

MODELS = Path(__file__).parent
SOURCES = MODELS / "articles"
SHORT_TEXTS = MODELS / "occurrence.jsonl"
TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
MODALITIES = {"asserted", "reported", "alleged", "denied", "intended", "hypothetical"}
KINDS = {"metaphor", "sport", "film", "hypothetical", "other", "history"}
FIELDS = {"at", "also", "s", "s?", "t", "t?", "p", "d", "m", "by", "pol", "fat", "inj", "det", "recip", "opt"}
COUNTS = {"fatalities": "fat", "injured": "inj", "detained": "det"}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
GAZETTEER = open_gazetteer()
Record = dict[str, Any]


class AnnotationError(ValueError):
    """An annotation that cannot be compiled."""


@cache
def place(key: str) -> Record | None:
    """The place that a key of the annotation names."""
    if key == "-":
        return None
    if key.startswith("@"):
        country = countries().get(key[1:])
        if country is None:
            raise AnnotationError(f"no country {key}")
        return {"name": country.name, "latitude": None, "longitude": None, "country_code": key[1:], "level": "country"}
    name, code, *rest = [part.strip() for part in key.split(",")]
    if len(rest) == 3:
        latitude, longitude, level = rest
        spot = {"latitude": float(latitude), "longitude": float(longitude)}
        return {"name": name, **spot, "country_code": code, "level": level}
    entry = known_place(name, code, region=rest == ["a"])
    spot = {"latitude": entry.latitude, "longitude": entry.longitude}
    level = "city" if entry.kind == "city" else "admin"
    return {"name": name.split(" in ")[0], **spot, "country_code": code, "level": level, "geonames_id": entry.id}


def known_place(name: str, code: str, region: bool) -> Entry:
    """The largest town, or else region, of that name in the country."""
    found = [m.entry for m in GAZETTEER.find(name.replace(" in ", ", ")) if m.entry.country == code]
    towns = [entry for entry in found if entry.kind == "city"]
    regions = [entry for entry in found if entry.kind in ("region", "district", "island", "facility")]
    chosen = regions if region or not towns else towns
    if not chosen:
        raise AnnotationError(f"no place {name},{code}")
    return max(chosen, key=lambda entry: (entry.kind == "region", entry.weight))


def days(key: str, published: date) -> list[str] | None:
    """First and last day that a key of the annotation names."""
    if key == "-":
        return None
    first, _, last = key.partition("..")
    start, end = ends(first, published)[0], ends(last or first, published)[1]
    if start > end:
        raise AnnotationError(f"days backwards: {key}")
    return [start.isoformat(), end.isoformat()]


def ends(key: str, published: date) -> tuple[date, date]:
    """First and last day of one end of an interval."""
    monday = published - timedelta(published.weekday())
    if key == "lastweek":
        return monday - timedelta(7), monday - timedelta(1)
    if key == "weekend":
        saturday = monday - timedelta(2 if published.weekday() < 6 else -5)
        return saturday, saturday + timedelta(1)
    if key.lstrip("+") in WEEKDAYS:
        weekday = WEEKDAYS.index(key.lstrip("+"))
        ahead = (weekday - published.weekday() - 1) % 7 + 1
        day = published + timedelta(ahead if key.startswith("+") else ahead % 7 - 7 if ahead % 7 else 0)
        return day, day
    if re.fullmatch(r"[+-]?\d{1,3}", key):
        day = published + timedelta(int(key))
        return day, day
    year, month, number = [*map(int, key.split("-")), 0, 0][:3]
    last_month = month or 12
    last = number or calendar.monthrange(year, last_month)[1]
    return date(year, month or 1, number or 1), date(year, last_month, last)


def actors(value: str, optional: bool = False) -> list[Record]:
    """The actors of one side."""
    found = []
    for part in value.split(" & "):
        names = [name.strip() for name in part.lstrip("?").split("/") if name.strip()]
        mark = {"optional": True} if optional or part.startswith("?") else {}
        found.append({"name": names[0], "alt": names[1:], **mark})
    return found


def side(given: dict[str, str], key: str) -> list[Record]:
    """The actors of one side of an event, those that may be left out last."""
    optional = given.get(f"{key}?")
    return [*(actors(given[key]) if key in given else []), *(actors(optional, True) if optional else [])]


def count(value: str) -> list[int]:
    """Lowest and highest number."""
    low, _, high = value.partition("-")
    return [int(low), int(high or low)]


def locate(text: str, spot: str) -> Record:
    """The marked words of a spot with their offsets."""
    words, _, number = spot.partition("#")
    plain = words.replace("{", "").replace("}", "")
    pattern = rf"(?<!\w){re.escape(plain)}(?!\w)"
    starts = [m.start() for m in re.finditer(pattern, text)]
    starts = starts or [m.start() for m in re.finditer(pattern, text, re.IGNORECASE)]
    if not starts or (len(starts) > 1 and not number) or int(number or 1) > len(starts):
        raise AnnotationError(f"{len(starts)} x {spot!r}")
    start = starts[int(number or 1) - 1]
    if "{" in words:
        start, length = start + words.index("{"), words.index("}") - words.index("{") - 1
    else:
        length = len(plain)
    return {"text": text[start : start + length], "start": start, "end": start + length}


def fields(line: str) -> tuple[str, str, dict[str, str]]:
    """Number, type and fields of a line."""
    head, *parts = [part.strip() for part in re.split(r"(?:^|\s);(?:\s|$)", line)]
    number, _, kind = head.partition(" ")
    found: dict[str, str] = {}
    for part in filter(None, parts):
        key, _, value = part.partition("=")
        if key in found or key not in FIELDS:
            raise AnnotationError(f"field {key!r} unknown or given twice")
        found[key] = value
    return number, kind.strip(), found


def event(text: str, published: date, number: str, kind: str, given: dict[str, str]) -> Record:
    """The record of an event."""
    types, modalities = kind.split(","), given.get("m", "asserted").split(",")
    wrong = (set(types) - TYPES) | (set(modalities) - MODALITIES)
    if wrong:
        raise AnnotationError(f"unknown: {sorted(wrong)}")
    places = [place(key) for key in given.get("p", "-").split("|")]
    dates = [days(key, published) for key in given.get("d", "-").split("|")]
    speakers = [None if key == "-" else actors(key)[0] for key in given.get("by", "-").split("|")]
    sides = {"source": side(given, "s"), "target": side(given, "t")}
    return {
        "id": number,
        "type": types[0],
        "type_alt": types[1:],
        "trigger": locate(text, given["at"]),
        "also": [locate(text, spot) for spot in given["also"].split("|")] if "also" in given else [],
        **sides,
        "reciprocal": "recip" in given,
        "place": places[0],
        "place_alt": places[1:],
        "date": dates[0],
        "date_alt": dates[1:],
        "polarity": "negative" if given.get("pol") == "neg" else "positive",
        "modality": modalities[0],
        "modality_alt": modalities[1:],
        "claimed_by": speakers[0],
        "claimed_by_alt": speakers[1:],
        **{name: count(given[key]) if key in given else None for name, key in COUNTS.items()},
        "optional": "opt" in given,
        "phenomena": [],
    }


def distractor(text: str, kind: str, given: dict[str, str]) -> Record:
    """The record of a word that only looks like a trigger."""
    if kind not in KINDS:
        raise AnnotationError(f"unknown: {kind}")
    return {**locate(text, given["at"]), "kind": kind, "dates": None}


def boilerplate(text: str, words: str) -> list[int]:
    """Start and end of the line that begins with the words."""
    start = locate(text, words)["start"]
    end = text.find("\n", start)
    return [start, len(text) if end < 0 else end]


def compiled(header: str, text: str, lines: Sequence[str]) -> tuple[Record, list[str]]:
    """The record of an article, and what is wrong with its annotation."""
    name, day, country, style = [part.strip() for part in [*header.split("|"), "", "", ""][:4]]
    published = date.fromisoformat(day)
    record: Record = {"id": name, "published": day, "region": country, "style": style, "text": text, "phenomena": []}
    record |= {"events": [], "distractors": [], "boilerplate": []}
    faults: list[str] = []
    for line in lines:
        try:
            add(record, published, line)
        except (AnnotationError, KeyError, ValueError) as error:
            faults.append(f"{name}: {line[:60]} :: {error}")
    if len({e["id"] for e in record["events"]}) < len(record["events"]):
        faults.append(f"{name}: an event number twice")
    spots = [(s["start"], s["end"]) for e in record["events"] for s in (e["trigger"], *e["also"])]
    if len(set(spots)) < len(spots):
        twice = sorted({text[s:e] for s, e in spots if spots.count((s, e)) > 1})
        faults.append(f"{name}: a trigger twice: {twice}")
    return record, faults


def add(record: Record, published: date, line: str) -> None:
    """Put what a line of annotation says into the record of its article."""
    text = record["text"]
    if line.startswith("~~ "):
        record["boilerplate"].append(boilerplate(text, line[3:].strip()))
        return
    number, kind, given = fields(line)
    if number.startswith("x"):
        record["distractors"].append(distractor(text, kind, given))
    else:
        record["events"].append(event(text, published, number, kind, given))


def joined(lines: Sequence[str]) -> list[str]:
    """Lines of annotation, continued lines and macros resolved."""
    macros: dict[str, str] = {}
    whole: list[str] = []
    for line in lines:
        if line.startswith("$"):
            name, _, value = line[1:].partition("=")
            macros[name.strip()] = value.strip()
        elif line[:1].isspace() and line.strip():
            whole[-1] += " " + line.strip()
        elif line.strip():
            whole.append(line.strip())
    for name in sorted(macros, key=len, reverse=True):
        whole = [line.replace("$" + name, macros[name]) for line in whole]
    return whole


def articles(path: Path, texts: dict[str, Record]) -> Iterator[tuple[str, str, list[str]]]:
    """Header, text and annotation of each article of a source file."""
    for block in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
        header, _, rest = block.partition("\n")
        text, _, annotation = rest.partition("\n---\n") if "\n---\n" in rest else ("", "", rest)
        if not text.strip():
            known = texts[header.split("|")[0].strip()]
            header, text = f"{known['id']} | {known['published']} | | short", known["text"]
        yield header, text.strip() if "| short" not in header else text, joined(annotation.split("\n"))


def main() -> None:
    """Compile all source files; write or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    texts = {r["id"]: r for r in map(json.loads, SHORT_TEXTS.read_text(encoding="utf-8").splitlines())}
    faults: list[str] = []
    for target in ("long", "short", "locked_long", "locked_short"):
        rows = []
        for path in sorted((SOURCES / target).glob("*.txt")):
            for article in articles(path, texts):
                record, wrong = compiled(*article)
                rows.append(record)
                faults += wrong
        content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        written = SOURCES / f"{target}.jsonl"
        if check and (written.read_text(encoding="utf-8") if written.exists() else "") != content:
            faults.append(f"{written.name} is not what its sources say")
        elif not check and rows:
            written.write_text(content, encoding="utf-8")
        required = sum(not e["optional"] for row in rows for e in row["events"])
        print(f"{target}: {len(rows)} articles, {required} of {sum(len(r['events']) for r in rows)} events required")  # noqa: T201
    sys.exit("\n".join(faults) if faults else 0)


if __name__ == "__main__":
    main()
