"""Checked events from a file: results as JSON Lines (also what the page saves), or a CSV table of events.

A CSV table has the columns of `extractor batch -o NAME.csv` (NAME.events.csv), corrected in a spreadsheet: a row that
is deleted is an event that is none, a new row needs `article`, `type` and `quote`, words of the article. Names count,
not ids. The texts are those of NAME.articles.csv beside it, the words of known events those of NAME.claims.csv, the
kinds of known places those of NAME.places.csv.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.document.ids import content_id
from extractor.errors import InputError
from extractor.read.results import gold_results
from extractor.records import Actor, ActorKind, Article, Claim, Count, Event, Extraction, Place, Provenance, Span

COUNTS = ("fatalities", "injured", "detained", "displaced")
_TABLES = (".csv", ".tsv")
_WORDS = ("claims", "places")  # tables that may lie beside that of the events
_BY_HAND = Provenance(extractor="", spacy="", model="", gazetteer="", ontology="", settings="")

Row = Mapping[str, str]


def read_gold(paths: Iterable[Path]) -> list[Extraction]:
    """The checked articles of files or folders of results. Raises InputError that names file and line, or for none."""
    paths = list(paths)
    found: dict[str, Extraction] = {}
    for path in paths:
        for result in _table(path) if path.suffix.lower() in _TABLES else gold_results([path]):
            found[result.article.id] = result  # a later file corrects an earlier one
    if not found:
        raise InputError(
            f"{', '.join(map(str, paths))} holds no results: write some with `extractor run FILE --format jsonl`"
        )
    return list(found.values())


def _optional_rows(path: Path) -> list[tuple[int, Row]]:
    """The rows of a table that need not be there."""
    return list(_rows(path)) if path.is_file() else []


def _table(path: Path) -> Iterator[Extraction]:
    """The articles of a CSV table of events, those without an event too."""
    rows = list(_rows(path))
    articles = {row["id"]: _article(row) for _, row in _rows(_beside(path, "articles"))}
    claims, places = (_optional_rows(_beside(path, name)) for name in _WORDS)
    kinds = {row.get("id", ""): row.get("kind", "") for _, row in places}
    by_article: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for line, row in rows:
        if row.get("article") not in articles:
            raise InputError(f"{path} line {line}: {_beside(path, 'articles')} has no article {row.get('article')!r}")
        by_article[row["article"]].append((line, row))
    for name, article in articles.items():
        told = [row for _, row in claims if row.get("article") == name]
        yield _Checked(path, article, told, kinds).result(by_article[name])


def _beside(path: Path, table: str) -> Path:
    """ "out.events.csv" -> "out.articles.csv"."""
    return path.with_name(f"{path.stem.removesuffix('.events')}.{table}{path.suffix}")


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Line number and cells of each row, empty ones left out."""
    csv.field_size_limit(100_000_000)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
            for row in reader:
                yield reader.line_num, {key: _plain(cell) for key, cell in row.items() if key and cell}
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    except csv.Error as error:
        raise InputError(f"{path} is no table: {error}") from error


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r"):
        return cell[1:]
    return cell


def _article(row: Row) -> Article:
    """The article of a row; without a text when the table has none."""
    wanted = ("id", "title", "published", "url", "source", "language", "text")
    return Article.model_validate({"text": ""} | {name: row[name] for name in wanted if name in row})


def _problem(error: ValueError) -> str:
    """What is wrong with a row, by the first error."""
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"


def _parts(cell: str | None) -> list[str]:
    """The parts of a cell, which ";" separates."""
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


class _Checked:
    """One article of the table with the actors and places that its rows name."""

    def __init__(self, path: Path, article: Article, claims: list[Row], kinds: Mapping[str, str]) -> None:
        self.path = path
        self.article = article
        self.kinds = kinds  # of places by id
        self.actors: dict[str, Actor] = {}
        self.places: dict[str, Place] = {}
        self.claims: list[Claim] = []
        self.told: dict[str, list[Row]] = defaultdict(list)
        for claim in claims:
            self.told[claim.get("event", "")].append(claim)

    def result(self, rows: Iterable[tuple[int, Row]]) -> Extraction:
        """The checked events as a result."""
        events = [self._event(line, row) for line, row in rows]
        return Extraction(
            article=self.article,
            actors=list(self.actors.values()),
            places=list(self.places.values()),
            claims=self.claims,
            events=events,
            provenance=_BY_HAND,
        )

    def _event(self, line: int, row: Row) -> Event:
        """The event of a row. Raises InputError with the line for what is wrong in it."""
        if "type" not in row:
            raise InputError(f"{self.path} line {line}: an event needs a type")
        identifier = row.get("id") or content_id("e", self.article.id, row["type"], row.get("quote", ""))
        claims = self._claims(line, row, identifier)
        fields: dict[str, Any] = {name: row[name] for name in ("mode", "polarity", "modality") if name in row}
        fields |= {name: row[name] for name in ("start_date", "end_date") if name in row}
        fields.setdefault("end_date", fields.get("start_date"))
        try:
            fields |= {name: self._count(row, name) for name in COUNTS}
            return Event(
                id=identifier,
                type=row["type"],
                source=[self._actor(name) for name in _parts(row.get("source_names"))],
                target=[self._actor(name) for name in _parts(row.get("target_names"))],
                claimed_by=next(map(self._actor, _parts(row.get("claimed_by_name"))), None),
                place=self._place(row),
                claims=[claim.id for claim in claims],
                confidence=1.0,
                **fields,
            )
        except ValueError as error:
            raise InputError(f"{self.path} line {line}: {_problem(error)}") from error

    def _claims(self, line: int, row: Row, event: str) -> list[Claim]:
        """The words of an event: those its claims had, else where its quote stands in the article."""
        known = [self._known_claim(claim, event) for claim in self.told.get(row.get("id", ""), ())]
        claims = known or [self._quoted_claim(line, row, event)]
        self.claims += claims
        return claims

    def _known_claim(self, row: Row, event: str) -> Claim:
        start, end = int(row["start"]), int(row["end"])
        first, last = int(row["trigger_start"]), int(row["trigger_end"])
        return self._claim(event, self._span(start, end), self._span(first, last))

    def _quoted_claim(self, line: int, row: Row, event: str) -> Claim:
        """A claim for the quote of a row. Raises InputError when it does not stand in the article."""
        quote = row.get("quote", "")
        start = self.article.text.find(quote)
        if not quote or start < 0:
            raise InputError(f"{self.path} line {line}: the quote {quote[:60]!r} does not stand in the article")
        words = self._span(start, start + len(quote))
        return self._claim(event, words, words)

    def _span(self, start: int, end: int) -> Span:
        """Characters of the article as a span."""
        return Span(start=start, end=end, text=self.article.text[start:end])

    def _claim(self, event: str, words: Span, trigger: Span) -> Claim:
        return Claim(
            id=content_id("c", event, words.start, trigger.start),
            start=words.start,
            end=words.end,
            text=words.text,
            trigger=trigger,
            predicate=trigger.text,
            event=event,
            confidence=1.0,
        )

    def _actor(self, name: str) -> str:
        identifier = content_id("a", self.article.id, name)
        self.actors[identifier] = Actor(
            id=identifier, name=name, kind=ActorKind.ORGANIZATION, confidence=1.0, mentions=[]
        )
        return identifier

    def _place(self, row: Row) -> str | None:
        """The id of the place that a row tells of, which is noted; None when it tells of none."""
        if "place_name" not in row:
            return None
        identifier = content_id("p", self.article.id, row["place_name"], row.get("latitude"), row.get("longitude"))
        latitude, longitude = (float(row[name]) if name in row else None for name in ("latitude", "longitude"))
        self.places[identifier] = Place(
            id=identifier,
            name=row["place_name"],
            kind=self.kinds.get(row.get("place", "")) or "city",
            country_code=row.get("country_code"),
            confidence=1.0,
            mentions=[],
            latitude=latitude,
            longitude=longitude,
        )
        return identifier

    def _count(self, row: Row, name: str) -> Count | None:
        """The count in the columns of a slot; None when they are empty."""
        low, high = (int(row[column]) if column in row else None for column in (f"{name}_low", f"{name}_high"))
        if low is None and high is None:
            return None
        return Count(low=low, high=high, text=row.get(f"{name}_text", ""), start=0, end=0)
