"""Country and sector of an actor: from its own words, from the table of known actors on that day, from its owner."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from extractor.annotate.actors.chain import Chain
from extractor.document.tokens import Word, Words
from extractor.lexicon.actor_nouns import plain
from extractor.lexicon.actor_table import KnownActor, loose, people_by_surname, rows_of
from extractor.lexicon.sectors import sectors
from extractor.records import ActorKind


def affiliate(
    chains: list[Chain],
    words: Words,
    of_head: dict[int, Chain],
    day: date | datetime | None,
    own: Mapping[str, KnownActor],
    country_at: Mapping[int, str],
) -> None:
    """Fill in country, sector and kind of the chains; `day` is the article's day, None takes the latest office.

    `own` are the user's actors by name, which win over the table; `country_at` gives the country of the place names by
    their head words.
    "Chile's army" gets CL; "President Bouteflika" gets DZ and GOV in an article of 2010, and ELI in one of 2020.
    """
    when = day.isoformat()[:10] if day else None
    for chain in chains:
        row = _own_row(chain, own) or _known_row(chain, when)
        if row is not None:
            chain.kind = row.kind
            chain.country = row.country or chain.country
            chain.sector = row.sector or chain.sector
    owners = _Owners(words, of_head, country_at)
    for chain in chains:
        if chain.country is None:
            chain.country = owners.country_of_owner(chain) or owners.home_country(chain)
    _give_only_country(chains, owners, country_at)


def _own_row(chain: Chain, own: Mapping[str, KnownActor]) -> KnownActor | None:
    """The user's row for an actor, None without one."""
    return next((own[key] for key in sorted(chain.keys & own.keys())), None)


def _known_row(chain: Chain, when: str | None) -> KnownActor | None:
    """The row of the table for an actor on a day, its sector changed where the day is outside its office.

    By the longest name that the table has; a surname alone with the title, "President Bouteflika".
    """
    for key in sorted(chain.names, key=lambda k: (-len(k), k)):
        rows = [row for row in rows_of(key) if _fits(row, chain, key)]
        if not rows:
            continue
        of_country = [row for row in rows if row.country == chain.country]
        return _on_day(of_country or rows, when)
    return _by_title(chain, when)


def _fits(row: KnownActor, chain: Chain, key: str) -> bool:
    """Whether a row of the table can be the actor of a chain that has this name.

    Not the party of the same name in another country, not another person of the same surname.
    """
    if row.kind is not ActorKind.PERSON:
        if chain.kind is ActorKind.PERSON:
            return False
        return _is_in_same_country(row, chain)
    is_full_name = " " in key
    if is_full_name:
        return True
    if not _is_in_same_country(row, chain):
        return False
    given = loose(plain(row.name)).split()[0]
    return all(given in loose(name).split() for name in _full_names(chain))


def _is_in_same_country(row: KnownActor, chain: Chain) -> bool:
    """Whether a row and a chain are of one country, or one of them of any."""
    return not row.country or chain.country in (None, row.country)


def _is_in_office(row: KnownActor, when: str) -> bool:
    """Whether a row holds on a day."""
    return row.since <= when <= row.until


def _on_day(rows: Sequence[KnownActor], when: str | None) -> KnownActor:
    """The row of the office held on a day.

    Before their first office persons have no sector, after one of a branch of government they are "ELI", elites.
    """
    latest = rows[-1]
    if when is None:
        return latest
    for row in rows:
        if _is_in_office(row, when):
            return row
    if latest.kind is not ActorKind.PERSON:
        return latest
    past = [row for row in rows if row.until < when]
    if past:
        return _after_office(past[-1])
    return replace(rows[0], sector=None)


def _after_office(row: KnownActor) -> KnownActor:
    """A person who has left an office: one of a branch of government is one of the elites."""
    if row.sector in sectors("branch"):
        return replace(row, sector="ELI")
    return row


def _by_title(chain: Chain, when: str | None) -> KnownActor | None:
    """An official by the surname, when one only of that name was in office on the day; else None.

    "President Bouteflika" in an article of 2010.
    """
    is_official = chain.kind is ActorKind.PERSON and chain.sector == "GOV"
    if not is_official or _full_names(chain):
        return None
    rows: list[KnownActor] = []
    for name in sorted(chain.names):
        rows += _officials_named(name, chain)
    if when is not None:
        rows = [row for row in rows if _is_in_office(row, when)]
    names = {row.name for row in rows}
    if len(names) != 1:
        return None
    return rows[-1]


def _full_names(chain: Chain) -> list[str]:
    """The names of several words that a chain has."""
    return [name for name in chain.names if " " in name]


def _officials_named(name: str, chain: Chain) -> Iterator[KnownActor]:
    """The officials of a surname that a chain can be."""
    for row in people_by_surname().get(loose(name), ()):
        if row.sector == "GOV" and _fits(row, chain, name):
            yield row


class _Owners:
    """Whom the actors of one Doc belong to, by the words around their mentions."""

    def __init__(self, words: Words, of_head: Mapping[int, Chain], country_at: Mapping[int, str]) -> None:
        self._words = words
        self._of_head = of_head
        self._country_at = country_at

    def country_of_owner(self, chain: Chain) -> str | None:
        """The country of the actor this one belongs to, None when it names none.

        "Its forces", "the ministry's spokesman", "the army chief".
        """
        for owner in self._owning_chains(chain):
            if owner is not chain and owner.country:
                return owner.country
        return None

    def home_country(self, chain: Chain) -> str | None:
        """The country of the place an actor is of, in or from, None when it names none.

        "Residents of Homs", "Aachen police".
        """
        if chain.kind is ActorKind.OBJECT:
            return None
        for mention in chain.mentions:
            if mention.form == "pronoun":
                continue
            for word in _owners(self._words[mention.head]):
                if word.i in self._country_at:
                    return self._country_at[word.i]
        return None

    def are_international(self, chain: Chain) -> bool:
        """Whether it belongs to an international organization: "the U.N. mediator"."""
        return any(owner.sector == "IGO" for owner in self._owning_chains(chain))

    def _owning_chains(self, chain: Chain) -> Iterator[Chain]:
        """The actors named as owners in the mentions of a chain."""
        for mention in chain.mentions:
            for word in _owners(self._words[mention.head]):
                if word.i in self._of_head:
                    yield self._of_head[word.i]


def _owners(head: Word) -> Iterator[Word]:
    """The words for owners of a noun: possessors and names before it, the noun after "of", "in" or "from"."""
    yield from head.lefts.those("poss", "compound", "nmod")
    for preposition in head.rights.those("prep"):
        if preposition.lower_ in ("of", "for", "at", "in", "from"):
            yield from preposition.rights


def _give_only_country(chains: list[Chain], owners: _Owners, country_at: Mapping[int, str]) -> None:
    """Give officials, soldiers and parties without a country that of the only one the article names.

    "Police arrested two men" in an article that names Kenya alone; not "the U.N. mediator".
    """
    named = {chain.country for chain in chains if chain.country} | set(country_at.values())
    if len(named) != 1:
        return
    (country,) = named
    for chain in chains:
        if chain.country is None and _is_of_a_state(chain) and not owners.are_international(chain):
            chain.country = country


def _is_of_a_state(chain: Chain) -> bool:
    """Whether an actor is one that some state has: an official, a soldier, a party; no building."""
    return chain.sector in sectors("national") and chain.kind is not ActorKind.OBJECT
