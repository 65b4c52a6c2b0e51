"""A growing archive: articles come day by day, incidents keep their ids, every change is told.

What is stored are accounts, the probabilities of their pairs, and incidents. An addition scores the new accounts
against those that share keys with them, and joins anew all that a chain of likely pairs leads to; the rest of the
archive cannot be touched by it. So adding day by day gives what linking all at once gives.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from extractor.collector import collector_waits
from extractor.errors import InputError
from extractor.incidents.account import Account, ArticleAccount, Telling
from extractor.incidents.columns import Reports
from extractor.incidents.incident import incident_id, incident_of
from extractor.incidents.joining import Joiner, links_of
from extractor.incidents.keys import Block, key_weight, keys_of, probes_of
from extractor.incidents.linker import link_settings
from extractor.incidents.naming import Known, Naming, by_founder, by_overlap
from extractor.incidents.profile import Profile, profiles_of
from extractor.incidents.reading import tellings_of
from extractor.incidents.records import Change, Incident
from extractor.incidents.rulings import Rulings
from extractor.incidents.score import model_version, scored
from extractor.incidents.settings import LinkSettings
from extractor.incidents.tables import ReportKey, Tables
from extractor.records import Extraction

AT_ONCE = 200  # articles in one transaction; a run that is killed has all transactions before
REGION = 1_500  # reports that an addition joins anew at most; beyond it incidents stay as they are
CACHED = 20_000  # profiles in memory, some 3 KB each
Kind = Literal["opened", "extended", "merged", "split", "withdrawn"]
NameGroups = Callable[[Sequence[Sequence[int]], Sequence[Known]], Naming]


class IncidentStore:
    """Incidents in an SQLite file. Several processes may read it; those that write wait for each other.

    Raises InputError for a file that is no store, or for one that was made with other options.

    >>> with IncidentStore(":memory:") as store:
    ...     store.add([])
    []
    """

    def __init__(self, path: str | Path, *, settings: LinkSettings | None = None, **options: Any) -> None:
        self.settings = link_settings(settings, **options)
        self._tables = Tables(Path(path))
        self._reports, self._numbers = Reports(), list[int]()  # of the accounts in memory, row by row
        self._rows: dict[int, int] = {}
        self._kept: dict[int, Account] = {}
        self._check_options()

    def _check_options(self) -> None:
        """Whether what is stored was made with other options or another model, and must be built anew."""
        known = self._tables.meta("options")
        if known is None:
            self._tables.set_meta("options", self._made_with())
        self._outdated = known not in (None, self._made_with())

    def _made_with(self) -> str:
        return f"{self.settings.model_dump_json()} {model_version()}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._tables.database.close()

    # Adding

    def add(self, results: Iterable[Extraction] | str | Path) -> list[Change]:
        """Add the events of results, or of a file or folder of them, and tell what became of the incidents.

        An article that is there already changes nothing; one that was extracted anew replaces what was there of it.
        """
        return self.add_accounts(tellings_of(results))

    def add_accounts(self, tellings: Iterable[Telling]) -> list[Change]:
        """The same with accounts that were made elsewhere, by `told_by`, article by article."""
        if self._outdated:
            raise InputError("the store was made with other options or another model: call rebuild() first")
        changes: list[Change] = []
        coming = iter(tellings)
        while some := list(islice(coming, AT_ONCE)):
            with self._tables.writing():
                changes += self._add(some)
        return changes

    @collector_waits()
    def _add(self, some: Sequence[Telling]) -> list[Change]:
        """Store the accounts of articles and join what they touch; an article that is the same changes nothing."""
        touched: set[str] = set()
        unchanged: list[str] = []
        numbers: list[int] = []
        for article, accounts in some:
            digest = _digest(article, accounts)
            known = self._tables.digest(article.id)
            if known == digest:
                unchanged += self._incidents_of(article.id)
                continue
            orphans = self._remove(article.id, touched) if known is not None else []
            new = self._tables.put_article(article, digest, accounts)
            self._link(new)
            self._adopt(orphans, new, accounts)
            numbers += new
        changes = self._join(self._region(numbers, touched), by_founder, frozenset(numbers), touched)
        told_of = {change.incident for change in changes}
        same = dict.fromkeys(incident for incident in unchanged if incident not in told_of)
        return [*changes, *(Change(kind="unchanged", incident=incident) for incident in same)]

    def _incidents_of(self, article: str) -> list[str]:
        """The incidents that an article tells of."""
        found = (self._tables.incident_of(number) for number in self._tables.numbers_of(article))
        return [incident for incident in found if incident is not None]

    def _remove(self, article: str, touched: set[str]) -> list[tuple[str, Account]]:
        """Forget an article; gives the incidents that it founded, with the founding account."""
        founded: list[tuple[str, Account]] = []
        for number in self._tables.numbers_of(article):
            incident = self._tables.incident_of(number)
            if incident is None:
                continue
            touched.add(incident)
            if self._tables.founder(incident)[1] == number:
                founded.append((incident, self._account(number)))
        for number in self._tables.numbers_of(article):
            self._rows.pop(number, None)
            self._kept.pop(number, None)
        self._tables.remove_article(article)
        return founded

    def _adopt(self, founded: Sequence[tuple[str, Account]], new: Sequence[int], accounts: Sequence[Account]) -> None:
        """Give an incident whose founding report is gone another: that of the same event, else one that is left."""
        for incident, former in founded:
            heir = next((n for n, a in zip(new, accounts, strict=True) if _is_heir(a, former)), None)
            left = self._tables.members(incident)
            if heir is not None or left:
                self._tables.set_founder(incident, heir if heir is not None else left[0])

    def _link(self, new: Sequence[int]) -> None:
        """Score the events of one article against those that share keys with them."""
        self._make_room()
        block = Block(self._reports, self._row)
        block.add_article(new)
        keys = {number: keys_of(self._profile(number)) for number in new}
        for number in new:
            block.look(number, ((key_weight(key), self._tables.under(key)) for key in probes_of(keys[number])))
        found = scored([block.pairs(self.settings.window_days)])
        self._tables.put_links((self._numbers[one], self._numbers[other], chance) for one, other, chance in found)
        for number in new:
            self._tables.put_keys(number, keys[number])

    # Joining

    def _region(self, numbers: Iterable[int], incidents: Iterable[str]) -> list[int]:
        """All reports that a chain of likely pairs leads to; with each report its whole incident."""
        found: dict[int, None] = {}
        coming = list(numbers)
        coming += [member for incident in sorted(incidents) for member in self._tables.members(incident)]
        while coming and len(found) < REGION:
            new = [number for number in dict.fromkeys(self._with_incidents(coming)) if number not in found]
            found |= dict.fromkeys(new)
            coming = [
                other
                for number in new
                for other, probability in self._tables.links(number)
                if probability >= self.settings.threshold and other not in found
            ]
        return sorted(found, key=lambda number: self._profile(number).key)

    def _with_incidents(self, numbers: Iterable[int]) -> Iterator[int]:
        """Reports with all those of their incidents."""
        for number in numbers:
            incident = self._tables.incident_of(number)
            yield from [number] if incident is None else self._tables.members(incident)

    def _join(
        self,
        region: Sequence[int],
        name: NameGroups,
        new: frozenset[int] = frozenset(),
        touched: Iterable[str] = (),
    ) -> list[Change]:
        """Join the reports of a region anew; `new` have no incident yet, `touched` are incidents that lost reports."""
        groups, confidences = self._groups(region)
        return self._name(groups, confidences, self._known(region, touched), name, new)

    def _groups(self, region: Sequence[int]) -> tuple[list[list[int]], dict[int, float]]:
        """The reports of a region in groups, and how well each matches the rest of its group."""
        place = {number: index for index, number in enumerate(region)}
        scored = (
            (place[one], place[other], probability)
            for one in region
            for other, probability in self._tables.links(one)
            if other in place and place[one] < place[other]
        )
        accounts = [self._account(number) for number in region]
        joiner = Joiner(accounts, links_of(scored), self.settings.threshold, self._rulings(region))
        groups = [[region[index] for index in group] for group in joiner.join()]
        return groups, {number: joiner.confidence(index) for number, index in place.items()}

    def _rulings(self, region: Sequence[int]) -> Rulings:
        """What users ruled about the reports of a region: which stay together, which apart."""
        units = ((index, self._tables.unit(self._tables.report_key(number))) for index, number in enumerate(region))
        unit = {index: found for index, found in units if found is not None}
        apart = ((one, other) for one in set(unit.values()) for other in self._tables.apart_from(one))
        return Rulings(unit, frozenset(apart))

    def _known(self, region: Sequence[int], touched: Iterable[str] = ()) -> list[Known]:
        """The incidents of a region as they are, the oldest first."""
        found = (self._tables.incident_of(number) for number in region)
        ids = dict.fromkeys([*(incident for incident in found if incident is not None), *sorted(touched)])
        known = []
        for incident in ids:
            number, founder = self._tables.founder(incident)
            known.append(Known(incident, number, founder, frozenset(self._tables.members(incident))))
        return sorted(known, key=lambda incident: incident.number)

    # Naming

    def _name(
        self,
        groups: Sequence[Sequence[int]],
        confidences: Mapping[int, float],
        known: Sequence[Known],
        name: NameGroups,
        new: frozenset[int],
    ) -> list[Change]:
        """Give groups their ids, store the incidents that are other than they were, and tell what became of them."""
        naming = name(groups, known)
        former = {member: incident for incident in known for member in incident.members}
        changes: list[Change] = []
        for number, group in enumerate(groups):
            kept = naming.kept.get(number)
            if kept is not None and kept.members == set(group) and new.isdisjoint(group):
                continue
            founder = kept.founder if kept is not None else group[0]
            identifier = kept.id if kept is not None else self._new_id(founder)
            merged = [incident for incident, group_number in naming.merged if group_number == number]
            changes += [self._merge(incident, identifier) for incident in merged]
            self._put(identifier, founder, group, confidences)
            left = dict.fromkeys(former[member].id for member in group if member in former)
            gone = {identifier, *(incident.id for incident in merged)}
            changes += [self._told("split", incident, identifier) for incident in left if incident not in gone]
            changes += self._told_of_growth(identifier, group, kept, is_from_others=bool(left))
        named = {incident.id for incident in naming.kept.values()}
        named |= {incident.id for incident, _ in naming.merged}
        return changes + [self._withdraw(incident) for incident in known if incident.id not in named]

    def _told_of_growth(
        self, identifier: str, group: Sequence[int], kept: Known | None, is_from_others: bool
    ) -> list[Change]:
        """That an incident was opened, where none of its reports had one, or has more reports than before."""
        if kept is None:
            return [] if is_from_others else [self._told("opened", identifier)]
        if kept.members.issuperset(group):
            return []
        return [self._told("extended", identifier)]

    def _new_id(self, founder: int) -> str:
        """An id for an incident that no other has."""
        account = self._account(founder)
        identifier, again = incident_id(account), 0
        while self._tables.is_taken(identifier):
            again += 1
            identifier = incident_id(account, again)
        return identifier

    def _put(self, identifier: str, founder: int, group: Sequence[int], confidences: Mapping[int, float]) -> None:
        """Store the incident of a group of reports."""
        accounts = [self._account(number) for number in group]
        given = [confidences[number] for number in group]
        incident = incident_of(accounts, given, self.settings, identifier)
        more = {
            "revision": self._tables.revision(identifier) + 1,
            "merged_from": self._tables.merged_from(identifier),
        }
        self._tables.put_incident(incident.model_copy(update=more), founder)
        for number, confidence in zip(group, given, strict=True):
            self._tables.assign(number, identifier, confidence)

    def _merge(self, incident: Known, into: str) -> Change:
        self._end(incident, into)
        return self._told("merged", incident.id, into)

    def _withdraw(self, incident: Known) -> Change:
        self._end(incident, "")
        return self._told("withdrawn", incident.id)

    def _end(self, incident: Known, into: str) -> None:
        """An id that no report has any longer; the record stays as it was last."""
        record = self._tables.incident(incident.id)
        assert record is not None
        last = record.model_copy(update={"revision": record.revision + 1, "merged_into": into})
        self._tables.put_incident(last, incident.founder)

    def _told(self, kind: Kind, incident: str, into: str | None = None) -> Change:
        revision = self._tables.put_change(kind, incident, into)
        return Change(kind=kind, incident=incident, into=into, revision=revision)

    # What is kept of accounts

    def _account(self, number: int) -> Account:
        self._row(number)
        return self._kept[number]

    def _profile(self, number: int) -> Profile:
        return self._reports.profiles[self._row(number)]

    def _row(self, number: int) -> int:
        """Where a report stands among those in memory, to which it is taken if need be."""
        if number not in self._rows:
            article, _ = self._tables.account(number)
            self._load(article)
        return self._rows[number]

    def _make_room(self) -> None:
        """Forget what is in memory once it is too much."""
        if len(self._rows) > CACHED:
            self._reports, self._numbers, self._rows, self._kept = Reports(), [], {}, {}

    def _load(self, article: str) -> None:
        """Take all accounts of an article into memory, which share what it lends them."""
        lent = self._tables.article(article)
        numbers = self._tables.numbers_of(article)
        stored = (json.loads(self._tables.account(number)[1]) for number in numbers)
        accounts = [Account.model_validate({**account, "article": lent}) for account in stored]
        for number, account, profile in zip(numbers, accounts, profiles_of(accounts), strict=True):
            self._kept[number], self._rows[number] = account, self._reports.add(profile)
            self._numbers.append(number)

    # Asking

    def get(self, incident: str) -> Incident | None:
        """An incident by its id; one that became part of another says so in `merged_into`. None for an unknown id."""
        return self._tables.incident(incident)

    def find(
        self,
        *,
        country: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        type: str | None = None,  # noqa: A002 - the field's name
        disputed: bool | None = None,
        min_sources: int | None = None,
    ) -> Iterator[Incident]:
        """The incidents that meet all that is asked: of a country, between two days, disputed, told by many sources."""
        asked = {
            "country_code = ?": country,
            "coalesce(end_date, start_date) >= ?": since and str(since),
            "start_date <= ?": until and str(until),
            "type = ?": type,
            "disputed = ?": None if disputed is None else int(disputed),
            "independent_sources >= ?": min_sources,
        }
        given = {condition: value for condition, value in asked.items() if value is not None}
        return self._tables.select(list(given), list(given.values()))

    def __iter__(self) -> Iterator[Incident]:
        return self.find()

    def records(self) -> Iterator[Incident]:
        """All incidents that ever were, in the order of their opening; the dead ones name what they became part of."""
        return self._tables.records()

    def changes(self, since: int = 0) -> Iterator[Change]:
        """All that happened after a revision, in order; what is pushed to others is read from here."""
        for revision, kind, incident, into in self._tables.changes(since):
            yield Change.model_validate({"revision": revision, "kind": kind, "incident": incident, "into": into})

    def accounts(self, incident: str) -> list[Account]:
        """The accounts that an incident is made of. Raises InputError for an unknown id."""
        self._living(incident)
        accounts = [(self._profile(n).key, self._account(n)) for n in self._tables.members(incident)]
        return [account for _, account in sorted(accounts, key=lambda pair: pair[0])]

    def chances(self, *incidents: str) -> dict[frozenset[ReportKey], float]:
        """How likely reports of incidents are one with others, pair by pair. Raises InputError for an unknown id."""
        members = {number: None for incident in incidents for number in self._tables.members(self._living(incident))}
        return {
            frozenset((self._tables.report_key(number), self._tables.report_key(other))): probability
            for number in members
            for other, probability in self._tables.links(number)
        }

    # An analyst's word

    def correct(
        self,
        *,
        merge: Sequence[str] | None = None,
        split: str | None = None,
        reports: Sequence[ReportKey] | None = None,
    ) -> list[Change]:
        """Make incidents one, or take reports (article id, event id) out of one; it stands for good.

        The later word overrules the earlier one. Raises InputError for unknown ids and reports.
        """
        if (merge is None) == (split is None) or (split is None) != (reports is None):
            raise InputError("give merge=[ids], or split=id with reports=[(article, event), ...]")
        with self._tables.writing():
            if split is not None:
                return self._split(split, [(article, event) for article, event in reports or ()])
            return self._unite(merge or ())

    def _unite(self, incidents: Sequence[str]) -> list[Change]:
        """Make one incident of several."""
        living = dict.fromkeys(map(self._living, incidents))
        numbers = [number for incident in living for number in self._tables.members(incident)]
        self._tables.unite([self._tables.report_key(number) for number in numbers])
        return self._join(self._region(numbers, ()), by_founder)

    def _split(self, incident: str, reports: Sequence[ReportKey]) -> list[Change]:
        """Keep some reports of an incident apart. Raises InputError for reports that it lacks, and for all of them."""
        numbers = self._tables.members(self._living(incident))
        of = {self._tables.report_key(number): number for number in numbers}
        for report in reports or ("",):
            if report not in of:
                raise InputError(f"{incident} has no report {report}")
        rest = [report for report in of if report not in set(reports)]
        if not rest:
            raise InputError(f"these are all reports of {incident}: one at least must stay")
        self._tables.keep_apart(self._tables.unite(reports), self._tables.unite(rest))
        return self._join(self._region(numbers, ()), by_founder)

    def _living(self, incident: str) -> str:
        """An incident. Raises InputError when there is none, or when it became part of another."""
        found = self._tables.incident(incident)
        if found is None:
            raise InputError(f"there is no incident {incident}")
        if found.merged_into is not None:
            raise InputError(f"{incident} is part of {found.merged_into or 'none any more'}")
        return incident

    # Building anew

    def rebuild(self) -> list[Change]:
        """Link all that is stored anew, with the options given and today's model; ids go where most reports go."""
        with self._tables.writing():
            self._tables.clear_links()
            articles: dict[str, list[int]] = {}
            for number in sorted(self._tables.all_numbers(), key=lambda n: self._profile(n).key):
                articles.setdefault(self._profile(number).article.id, []).append(number)
            for numbers in articles.values():
                self._link(numbers)
            known = self._known([number for numbers in articles.values() for number in numbers])
            groups: list[list[int]] = []
            confidences: dict[int, float] = {}
            for region in self._components(articles):
                found, given = self._groups(region)
                groups += found
                confidences |= given
            changes = self._name(groups, confidences, known, by_overlap, frozenset(confidences))
            self._tables.set_meta("options", self._made_with())
        self._outdated = False
        return changes

    def _components(self, articles: Mapping[str, Sequence[int]]) -> Iterator[list[int]]:
        """All reports, in the sets that chains of likely pairs make."""
        left = dict.fromkeys(number for numbers in articles.values() for number in numbers)
        while left:
            region = self._chained(next(iter(left)))
            for number in region:
                left.pop(number, None)
            yield sorted(region, key=lambda number: self._profile(number).key)

    def _chained(self, start: int) -> set[int]:
        """The reports that are linked to one by a chain of likely pairs or by a ruling.

        All three of 1, 2 and 3 from any of them, where 1 is likely one with 2 and 2 with 3.
        """
        found, coming = {start}, [start]
        while coming:
            number = coming.pop()
            likely = {other for other, p in self._tables.links(number) if p >= self.settings.threshold}
            unit = self._tables.unit(self._tables.report_key(number))
            if unit is not None:
                members = map(self._tables.number_of, self._tables.unit_members(unit))
                likely |= {member for member in members if member is not None}
            coming += likely - found
            found |= likely
        return found


def _digest(article: ArticleAccount, accounts: Sequence[Account]) -> str:
    """What an article's accounts say, by which one that is given again is known."""
    made = blake2b(article.model_dump_json().encode("utf-8", "surrogatepass"), digest_size=8)
    for account in accounts:
        made.update(account.model_dump_json(exclude={"article"}).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def _is_heir(account: Account, former: Account) -> bool:
    """Whether an account of a changed article is the one that it told before."""
    if account.event == former.event:
        return True
    return (account.rank, account.type) == (former.rank, former.type)
