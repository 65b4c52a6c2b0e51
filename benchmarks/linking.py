#!/usr/bin/env python3
"""What a store of incidents costs: made-up accounts, added day by day, as dense as an archive of ten million a year.

    python benchmarks/linking.py [--events 20000] [--a-day 27000] [--store FILE | --out-of-core FOLDER [--memory 1GB]]

Prints, for each tenth of the run, accounts a second of CPU, the memory of the process and the size of the file; with
--out-of-core, which needs the extra `duckdb`, CPU and the most memory once all are scored, and the same at the end of
linking them on disk. The accounts are made up of 4,000 towns, 300,000 names and eight types; a quarter of the events is
told by two articles or more. It measures time and memory; whether what is joined is one event is another question.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from extractor import IncidentStore
from extractor.incidents.account import Account, AccountPlace, ArticleAccount, Party, Telling
from extractor.incidents.words import stems_of, vector

TYPES = ("ASSAULT", "COERCE", "PROTEST", "CONSULT", "ACCUSE", "AID", "SANCTION", "THREATEN")
VERBS = {"ASSAULT": "killed", "COERCE": "arrested", "PROTEST": "marched", "CONSULT": "met", "ACCUSE": "blamed"}
TOWNS, NAMES, COMMON = 4_000, 300_000, 400
TOLD_AGAIN = 0.25
EVENTS_AN_ARTICLE = 4
START = date(2023, 1, 1)


def _name(number: int) -> str:
    """A name that no other number has: "Bakatomi"."""
    syllables = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
    parts = []
    for _ in range(4):
        number, part = divmod(number, len(syllables))
        parts.append(syllables[part])
    return "".join(parts).capitalize()


def happenings(count: int, a_day: int, chance: random.Random) -> Iterator[tuple[date, str, int, list[str], int]]:
    """Days, types, towns, names and tolls of events."""
    for number in range(count):
        names = [_name(chance.randrange(NAMES)), _name(chance.randrange(COMMON))]
        day = START + timedelta(days=number // a_day)
        yield day, chance.choice(TYPES), chance.randrange(TOWNS), names, chance.randrange(1, 40)


def tellings(count: int, a_day: int) -> Iterator[Telling]:
    """Made-up articles with the accounts of their events, by day of publication."""
    chance = random.Random(1)
    held: list[tuple[date, str, int, list[str], int]] = []
    number = 0
    for happening in happenings(count, a_day, chance):
        held.append(happening)
        if chance.random() < TOLD_AGAIN:
            held.append(happening)
        if len(held) >= EVENTS_AN_ARTICLE:
            chance.shuffle(held)
            yield _telling(number, held[:EVENTS_AN_ARTICLE])
            held = held[EVENTS_AN_ARTICLE:]
            number += 1


def _telling(number: int, told: list[tuple[date, str, int, list[str], int]]) -> Telling:
    sentences = [f"{names[0]} {VERBS.get(kind, 'asked')} {toll} of {names[1]}" for _, kind, _, names, toll in told]
    words = vector(stems_of(" ".join(sentences)))
    article = ArticleAccount(
        id=f"a{number}",
        outlet=f"Outlet {number % 500}",
        published=max(day for day, *_ in told) + timedelta(days=1),
        words=words,
        lead=words,
        countries=[f"C{told[0][2] % 150}"],
        shingles=[],
    )
    return article, [
        _account(article, rank, sentence, *event)
        for rank, (sentence, event) in enumerate(zip(sentences, told, strict=True))
    ]


def _account(
    article: ArticleAccount, rank: int, sentence: str, day: date, kind: str, town: int, names: list[str], toll: int
) -> Account:
    place = AccountPlace(
        name=_name(town * 7 + 11),
        latitude=-60 + (town * 37 % TOWNS) * 0.03,
        longitude=-170 + town * 0.08,
        country_code=f"C{town % 150}",
        geonames_id=town,
        geo_precision=1,
    )
    return Account(
        article=article,
        event=f"e{rank}",
        rank=rank,
        type=kind,
        source=[Party(actor="s", names=[names[1]], kind="organization")],
        target=[Party(actor="t", names=[names[0]], kind="person")],
        place=place if toll % 3 else None,
        start_date=day if toll % 2 else None,
        end_date=day if toll % 2 else None,
        time_precision=1 if toll % 2 else None,
        triggers=[VERBS.get(kind, "asked")],
        sentences=[sentence],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--a-day", type=int, default=27_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--out-of-core", type=Path)
    parser.add_argument("--memory", default="1GB")
    options = parser.parse_args()
    if options.out_of_core is not None:
        _out_of_core(options.out_of_core, options.events, options.a_day, options.memory)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder) / "incidents.sqlite"
        with IncidentStore(path) as store:
            _run(store, path, options.events, options.a_day)


def _run(store: IncidentStore, path: Path, events: int, a_day: int) -> None:
    step, added, opened = max(1, events // 10), 0, 0
    some: list[Telling] = []
    spent = time.process_time()
    for telling in tellings(events, a_day):
        some.append(telling)
        if EVENTS_AN_ARTICLE * len(some) < step:
            continue
        opened += sum(change.kind == "opened" for change in store.add_accounts(some))
        added += EVENTS_AN_ARTICLE * len(some)
        now = time.process_time()
        memory = _most_memory()
        rate = EVENTS_AN_ARTICLE * len(some) / (now - spent)
        size = path.stat().st_size / 1e6
        sys.stdout.write(
            f"{added:9,} accounts  {opened:9,} incidents  {rate:6.0f}/s  {memory:5.0f} MB  file {size:6.0f} MB\n"
        )
        sys.stdout.flush()
        some, spent = [], time.process_time()


def _most_memory() -> float:
    """The most memory that the process has taken so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _out_of_core(folder: Path, events: int, a_day: int, memory: str) -> None:
    from extractor.incidents.out_of_core import link_tellings

    began = time.process_time()
    reports = incidents = 0
    for incident in link_tellings(tellings(events, a_day), folder, memory=memory):
        if not incidents:
            sys.stdout.write(f"scored after {time.process_time() - began:.0f} s of CPU, {_most_memory():.0f} MB\n")
            sys.stdout.flush()
        incidents += 1
        reports += len(incident.reports)
    spent = time.process_time() - began
    used = _most_memory()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    rate = reports / spent
    sys.stdout.write(
        f"{reports:9,} accounts  {incidents:9,} incidents  {rate:6.0f}/s  {used:5.0f} MB  file {size:6.0f} MB\n"
    )


if __name__ == "__main__":
    main()
