"""The SQLite file of an IncidentStore: its tables, and what is asked of them."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from hashlib import blake2b
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.incidents.account import Account, ArticleAccount
from extractor.incidents.keys import MOST_IN_KEY, Key
from extractor.incidents.records import Incident

FORMAT = "1"
ReportKey = tuple[str, str]  # article id, event id
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS articles (id TEXT PRIMARY KEY, digest TEXT NOT NULL, account TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS accounts (number INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL,
    event TEXT NOT NULL, account TEXT NOT NULL, incident TEXT, confidence REAL, UNIQUE (article, event));
CREATE TABLE IF NOT EXISTS keys (key INTEGER, account INTEGER, PRIMARY KEY (key, account)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS links (one INTEGER, other INTEGER, probability REAL NOT NULL, PRIMARY KEY (one, other))
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS incidents (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    founder INTEGER NOT NULL, revision INTEGER NOT NULL, merged_into TEXT, type TEXT, country_code TEXT,
    start_date TEXT, end_date TEXT, disputed INTEGER, independent_sources INTEGER, record TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS changes (revision INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL,
    incident TEXT NOT NULL, "into" TEXT);
CREATE TABLE IF NOT EXISTS units (article TEXT, event TEXT, unit INTEGER NOT NULL, PRIMARY KEY (article, event));
CREATE TABLE IF NOT EXISTS apart (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS accounts_incident ON accounts (incident);
CREATE INDEX IF NOT EXISTS keys_account ON keys (account);
CREATE INDEX IF NOT EXISTS incidents_merged ON incidents (merged_into);
CREATE INDEX IF NOT EXISTS incidents_found ON incidents (country_code, start_date);
"""


class Tables:
    """The file of a store. Nothing here decides anything; a change is made within `writing`."""

    def __init__(self, path: Path) -> None:
        with ExitStack() as opened:
            try:
                self.database = opened.enter_context(closing(sqlite3.connect(path, isolation_level=None, timeout=60.0)))
                self._prepare(path)
            except sqlite3.DatabaseError as error:
                raise InputError(f"{path} cannot be used as a store of incidents: {error}") from error
            opened.pop_all()  # stays open

    def _prepare(self, path: Path) -> None:
        """Make the tables that are not there. Raises InputError when the file holds something else."""
        if self._holds_something_else():
            raise InputError(
                f"{path} is a database of something else: `extractor link RESULTS --store FILE` makes a store"
            )
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.executescript(_TABLES)
        if self.meta("format") not in (None, FORMAT):
            raise InputError(f"{path} was made by another version: link its results into a new file")
        self.set_meta("format", FORMAT)

    def _holds_something_else(self) -> bool:
        """Whether there are tables, but not those of a store, which are then not added."""
        names = self._column("SELECT name FROM sqlite_master WHERE type = 'table'")
        return bool(names) and "meta" not in names

    def meta(self, name: str) -> str | None:
        """A fact about the file."""
        found: str | None = self._one("SELECT value FROM meta WHERE name = ?", name)
        return found

    def set_meta(self, name: str, value: str) -> None:
        """Note a fact about the file."""
        if self.meta(name) != value:
            self.database.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def writing(self) -> "Transaction":
        """A transaction: all of it is there at the end, or nothing."""
        return Transaction(self.database)

    def _one(self, query: str, *values: object) -> Any:
        """The first cell that a query finds; None for nothing."""
        found = self.database.execute(query, values).fetchone()
        return found[0] if found else None

    def _column(self, query: str, *values: object) -> list[Any]:
        """The first cells of all rows that a query finds."""
        return [row[0] for row in self.database.execute(query, values)]

    # Articles and accounts

    def digest(self, article: str) -> str | None:
        """What the accounts of an article were made from; None when it is not there."""
        found: str | None = self._one("SELECT digest FROM articles WHERE id = ?", article)
        return found

    def put_article(self, article: ArticleAccount, digest: str, accounts: Iterable[Account]) -> list[int]:
        """Store an article with its accounts; gives their numbers."""
        row = (article.id, digest, article.model_dump_json(exclude_defaults=True))
        self.database.execute("INSERT INTO articles VALUES (?, ?, ?)", row)
        return [self._put_account(account) for account in accounts]

    def _put_account(self, account: Account) -> int:
        stored = account.model_dump_json(exclude={"article"}, exclude_defaults=True)
        row = (account.article.id, account.event, stored)
        number = self.database.execute("INSERT INTO accounts (article, event, account) VALUES (?, ?, ?)", row).lastrowid
        assert number is not None
        return number

    def remove_article(self, article: str) -> None:
        """Forget an article and its accounts."""
        numbers = self.numbers_of(article)
        for number in numbers:
            self.database.execute("DELETE FROM keys WHERE account = ?", (number,))
            self.database.execute("DELETE FROM links WHERE other = ?", (number,))
            self.database.execute("DELETE FROM links WHERE one = ?", (number,))
        self.database.execute("DELETE FROM accounts WHERE article = ?", (article,))
        self.database.execute("DELETE FROM articles WHERE id = ?", (article,))

    def numbers_of(self, article: str) -> list[int]:
        """The accounts of an article."""
        return self._column("SELECT number FROM accounts WHERE article = ? ORDER BY number", article)

    def all_numbers(self) -> list[int]:
        """All accounts."""
        return self._column("SELECT number FROM accounts ORDER BY number")

    def article(self, article: str) -> ArticleAccount:
        """An article."""
        return ArticleAccount.model_validate_json(self._one("SELECT account FROM articles WHERE id = ?", article))

    def account(self, number: int) -> tuple[str, str]:
        """The article of an account, and the rest of it as JSON."""
        found: tuple[str, str] = self.database.execute(
            "SELECT article, account FROM accounts WHERE number = ?", (number,)
        ).fetchone()
        return found

    def report_key(self, number: int) -> ReportKey:
        """Article and event of an account."""
        found: ReportKey = self.database.execute(
            "SELECT article, event FROM accounts WHERE number = ?", (number,)
        ).fetchone()
        return found

    def number_of(self, report: ReportKey) -> int | None:
        """The account of an article's event."""
        found: int | None = self._one("SELECT number FROM accounts WHERE article = ? AND event = ?", *report)
        return found

    # Keys and links

    def put_keys(self, number: int, keys: Iterable[Key]) -> None:
        """Store the keys under which an account is found."""
        rows = ((_hash(key), number) for key in keys)
        self.database.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", rows)

    def under(self, key: Key) -> "array[int]":
        """The accounts under a key; one more than MOST_IN_KEY at most."""
        query = "SELECT account FROM keys WHERE key = ? ORDER BY account LIMIT ?"
        return array("q", self._column(query, _hash(key), MOST_IN_KEY + 1))

    def put_links(self, links: Iterable[tuple[int, int, float]]) -> None:
        """Store pairs of accounts with the probability that they are one."""
        both = (row for a, b, p in links for row in ((a, b, p), (b, a, p)))
        self.database.executemany("INSERT OR REPLACE INTO links VALUES (?, ?, ?)", both)

    def links(self, number: int) -> list[tuple[int, float]]:
        """The accounts that an account may be one with."""
        return self.database.execute("SELECT other, probability FROM links WHERE one = ?", (number,)).fetchall()

    def clear_links(self) -> None:
        """Forget all keys and links."""
        self.database.execute("DELETE FROM keys")
        self.database.execute("DELETE FROM links")

    # Incidents and changes

    def incident_of(self, number: int) -> str | None:
        """The incident that an account belongs to."""
        found: str | None = self._one("SELECT incident FROM accounts WHERE number = ?", number)
        return found

    def members(self, incident: str) -> list[int]:
        """The accounts of an incident."""
        return self._column("SELECT number FROM accounts WHERE incident = ? ORDER BY number", incident)

    def assign(self, number: int, incident: str, confidence: float) -> None:
        """Put an account into an incident."""
        row = (incident, confidence, number)
        self.database.execute("UPDATE accounts SET incident = ?, confidence = ? WHERE number = ?", row)

    def founder(self, incident: str) -> tuple[int, int]:
        """The number of an incident, by which it is older or younger, and the account that founded it."""
        found: tuple[int, int] = self.database.execute(
            "SELECT number, founder FROM incidents WHERE id = ?", (incident,)
        ).fetchone()
        return found

    def set_founder(self, incident: str, founder: int) -> None:
        """Give an incident another founding account."""
        self.database.execute("UPDATE incidents SET founder = ? WHERE id = ?", (founder, incident))

    def living(self) -> list[str]:
        """The ids of all incidents that are no part of another."""
        return self._column("SELECT id FROM incidents WHERE merged_into IS NULL ORDER BY number")

    def is_taken(self, incident: str) -> bool:
        """Whether an id was given before."""
        return self._one("SELECT 1 FROM incidents WHERE id = ?", incident) is not None

    def revision(self, incident: str) -> int:
        """How often an incident has changed."""
        found: int | None = self._one("SELECT revision FROM incidents WHERE id = ?", incident)
        return found or 0

    def merged_from(self, incident: str) -> list[str]:
        """The ids of the incidents that became part of another."""
        return self._column("SELECT id FROM incidents WHERE merged_into = ? ORDER BY number", incident)

    def put_incident(self, incident: Incident, founder: int) -> None:
        """Store an incident in the place of what is there under its id."""
        row = {
            "id": incident.id,
            "founder": founder,
            "revision": incident.revision,
            "merged_into": incident.merged_into,
            "type": incident.type,
            "country_code": incident.place.country_code if incident.place else None,
            "start_date": _day(incident.start_date),
            "end_date": _day(incident.end_date),
            "disputed": int(bool(incident.disputed)),
            "independent_sources": incident.independent_sources,
            "record": incident.model_dump_json(),
        }
        news = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
        self.database.execute(
            f"INSERT INTO incidents ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)}) "
            f"ON CONFLICT (id) DO UPDATE SET {news}",
            row,
        )

    def incident(self, incident: str) -> Incident | None:
        """An incident, living or merged."""
        found = self._one("SELECT record FROM incidents WHERE id = ?", incident)
        if not found:
            return None
        return Incident.model_validate_json(found)

    def select(self, conditions: Sequence[str], values: Sequence[object]) -> Iterator[Incident]:
        """The living incidents that meet all conditions, in the order of their opening."""
        where = " AND ".join(["merged_into IS NULL", *conditions])
        query = f"SELECT record FROM incidents WHERE {where} ORDER BY number"
        return (Incident.model_validate_json(row[0]) for row in self.database.execute(query, tuple(values)))

    def records(self) -> Iterator[Incident]:
        """All incidents, dead ones too, in the order of their opening."""
        rows = self.database.execute("SELECT record FROM incidents ORDER BY number")
        return (Incident.model_validate_json(row[0]) for row in rows)

    def put_change(self, kind: str, incident: str, into: str | None) -> int:
        """Note a change; gives its number."""
        row = (kind, incident, into)
        number = self.database.execute('INSERT INTO changes (kind, incident, "into") VALUES (?, ?, ?)', row).lastrowid
        assert number is not None
        return number

    def changes(self, since: int) -> Iterator[tuple[int, str, str, str | None]]:
        """The changes after a revision."""
        return self.database.execute(
            'SELECT revision, kind, incident, "into" FROM changes WHERE revision > ? ORDER BY revision', (since,)
        )

    # What an analyst settled

    def unit(self, report: ReportKey) -> int | None:
        """The unit of a report: reports of one unit are one incident for good."""
        found: int | None = self._one("SELECT unit FROM units WHERE article = ? AND event = ?", *report)
        return found

    def unite(self, reports: Sequence[ReportKey]) -> int:
        """Make one unit of reports, which is apart from all that their former units were apart from."""
        unit: int = self._one("SELECT coalesce(max(unit), 0) + 1 FROM units")
        former = {known for known in map(self.unit, reports) if known is not None}
        others = {other for known in former for other in self.apart_from(known)}
        rows = [(*report, unit) for report in reports]
        self.database.executemany("INSERT OR REPLACE INTO units VALUES (?, ?, ?)", rows)
        for other in others - former:
            self.keep_apart(unit, other)
        return unit

    def keep_apart(self, one: int, other: int) -> None:
        """Two units are never one incident."""
        self.database.executemany("INSERT OR IGNORE INTO apart VALUES (?, ?)", [(one, other), (other, one)])

    def apart_from(self, unit: int) -> list[int]:
        """The units that are never one with a unit."""
        return self._column("SELECT other FROM apart WHERE one = ?", unit)

    def unit_members(self, unit: int) -> list[ReportKey]:
        """The reports of a unit."""
        return self.database.execute("SELECT article, event FROM units WHERE unit = ?", (unit,)).fetchall()


class Transaction:
    """Begins at once, so that two writers wait for each other; is undone by an error."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __enter__(self) -> None:
        self._database.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._database.execute("COMMIT" if kind is None else "ROLLBACK")


def _hash(key: Key) -> int:
    """A key as a number of 64 bits, the same everywhere."""
    text = "\x1f".join(map(str, key))
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _day(day: object) -> str | None:
    """A day as the tables hold it."""
    return None if day is None else str(day)
