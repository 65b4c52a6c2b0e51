"""What of an account is compared with those of other articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from extractor.incidents.account import Account, AccountPlace, ArticleAccount, Party
from extractor.incidents.words import Read, Vector, common_words, names_in, stem, stems_of, vector
from extractor.lexicon.event_types import event_types
from extractor.lexicon.tables import word_lists
from extractor.records import Modality, Polarity

_FIELDS = {1: "talks", 3: "words", 4: "force"}
_UNREAL = (Modality.INTENDED, Modality.HYPOTHETICAL)
UNDATED = 10**7  # reports without a publication date come last


@dataclass(slots=True, eq=False)
class ArticleProfile:
    """What an article lends to the profiles of its events; `published` is an ordinal day."""

    id: str
    published: int | None
    words: Vector
    lead: Vector
    names: frozenset[str]
    countries: frozenset[str]


@dataclass(slots=True, eq=False)
class Profile:
    """One event as it is compared. Days are ordinals, both inclusive; words are stems.

    `names` are those of its sentences, `rare` the rare ones of them; `victims` are the
    rare words of the names of persons to whom it was done, `dead` the same where it tells of a death.
    """

    article: ArticleProfile
    event: str
    rank: int
    type: str
    group: str
    mode: str | None
    days: tuple[int, int] | None
    time_precision: int | None
    place: AccountPlace | None
    sources: frozenset[str]
    targets: frozenset[str]
    victims: frozenset[str]
    dead: frozenset[str]
    names: frozenset[str]
    rare: frozenset[str]
    words: Vector
    triggers: frozenset[str]
    mentions: int
    counts: dict[str, tuple[int | None, int | None]]
    unreal: bool
    negative: bool

    @property
    def key(self) -> tuple[int, str, int, str]:
        """What reports are ordered by: the earliest published first."""
        published = self.article.published
        return (UNDATED if published is None else published, self.article.id, self.rank, self.event)


def in_order(profiles: Sequence[Profile]) -> list[int]:
    """The places of reports in order of publication, that of linking."""
    return sorted(range(len(profiles)), key=lambda number: profiles[number].key)


def profiles_of(accounts: list[Account]) -> list[Profile]:
    """The profiles of accounts, which share what their articles lend them."""
    articles = {id(account.article): account.article for account in accounts}
    lent = {number: _article(article) for number, article in articles.items()}
    return [_profile(account, lent[id(account.article)]) for account in accounts]


def _article(article: ArticleAccount) -> ArticleProfile:
    """What is compared of an article."""
    published = None if article.published is None else article.published.toordinal()
    return ArticleProfile(
        id=article.id,
        published=published,
        words=article.words,
        lead=article.lead,
        names=frozenset(article.names),
        countries=frozenset(article.countries),
    )


def _profile(account: Account, article: ArticleProfile) -> Profile:
    """What is compared of an account: words, names, sides, days, place and counts as sets and numbers."""
    told = Read(" ".join(account.sentences))
    names = frozenset(told.names)
    return Profile(
        article=article,
        event=account.event,
        rank=account.rank,
        type=account.type,
        group=_field(account),
        mode=account.mode,
        days=_days(account.start_date, account.end_date),
        time_precision=account.time_precision,
        place=account.place,
        sources=_called(account.source),
        targets=_called(account.target),
        victims=_named_people(account.target),
        dead=dead_of(account),
        names=names,
        rare=names - common_words(),
        words=vector(told.stems),
        triggers=_triggers(account),
        mentions=len(account.triggers),
        counts={slot: (told[0].low, told[0].high) for slot, told in account.counts.items()},
        unreal=account.modality in _UNREAL,
        negative=account.polarity is Polarity.NEGATIVE,
    )


def _field(account: Account) -> str:
    """The field of the type; of a user's own type the one that most types of its quad class are of."""
    known = event_types().get(account.type)
    if known is not None:
        return known.field or known.name
    return _FIELDS.get(account.quad or 0, account.type)


def _called(parties: list[Party]) -> frozenset[str]:
    """The stems of the words that parties are called by."""
    names = chain.from_iterable([party.names for party in parties])
    return frozenset(chain.from_iterable(map(_stems, names)))


@lru_cache(maxsize=20_000)
def _stems(name: str) -> frozenset[str]:
    """The stems of the words of a name."""
    return frozenset(stems_of(name))


def _named_people(parties: list[Party]) -> frozenset[str]:
    """The rare words of the names of persons: a surname, and no title."""
    names = (name for party in parties if party.kind == "person" for name in party.names)
    return frozenset(chain.from_iterable(map(_rare_names, names)))


@lru_cache(maxsize=20_000)
def _rare_names(name: str) -> frozenset[str]:
    """The stems of the rare capitalised words of a name."""
    return frozenset(names_in(name)) - common_words()


def dead_of(account: Account) -> frozenset[str]:
    """The rare words of the names of persons of whose death it tells."""
    victims = _named_people(account.target)
    if victims and _tells_of_death(account):
        return victims
    return frozenset()


def _triggers(account: Account) -> frozenset[str]:
    """The stems of the words that tell of it."""
    return frozenset(chain.from_iterable(map(_stems, account.triggers)))


def _tells_of_death(account: Account) -> bool:
    counted = account.counts.get("fatalities")
    return bool(counted and counted[0].low) or not _triggers(account).isdisjoint(_deadly())


@cache
def _deadly() -> frozenset[str]:
    """The stems of the words that tell of a death."""
    lists = word_lists("events/casualties.txt")
    kinds = ("verbs", "subjects", "states", "acts")
    return frozenset(stem(word) for kind in kinds for word in lists[f"fatalities {kind}"])


def _days(start: date | None, end: date | None) -> tuple[int, int] | None:
    """The first and last day as numbers; None for an undated report."""
    if start is None:
        return None
    return (start.toordinal(), (end or start).toordinal())
