"""Country and sector of an actor: from its own words, from the table of known actors on that day, from its owner."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from extractor.annotate.actors.coreference import Chain
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
    """
    for chain in chains:
        row = next((own[key] for key in sorted(chain.keys & own.keys())), None)
        row = row or _known(chain, day)
        if row is not None:
            chain.kind = row.kind
            chain.country = row.country or chain.country
            chain.sector = row.sector or chain.sector
    for chain in chains:
        if chain.country is None:
            chain.country = _owner_country(chain, words, of_head) or _home_country(chain, words, country_at)
    _give_only_country(chains, words, of_head, country_at)


def _known(chain: Chain, day: date | datetime | None) -> KnownActor | None:
    """The row of the table for an actor on a day, its sector changed where the day is outside its office."""
    when = day.isoformat()[:10] if day else None
    for key in sorted(chain.names, key=lambda k: (-len(k), k)):
        rows = [row for row in rows_of(key) if _fits(row, chain, key)]
        if rows:
            return _on_day([row for row in rows if row.country == chain.country] or rows, when)
    return _by_title(chain, when)


def _fits(row: KnownActor, chain: Chain, key: str) -> bool:
    """Not the party of the same name in another country, not another person of the same surname."""
    if row.country and chain.country not in (None, row.country) and not (row.kind is ActorKind.PERSON and " " in key):
        return False
    if row.kind is not ActorKind.PERSON:
        return chain.kind is not ActorKind.PERSON
    given = loose(plain(row.name)).split()[0]
    return " " in key or all(given in loose(name).split() for name in chain.names if " " in name)


def _on_day(rows: Sequence[KnownActor], when: str | None) -> KnownActor:
    if when is None:
        return rows[-1]
    held = next((row for row in rows if row.since <= when <= row.until), None)
    if held is not None or rows[-1].kind is not ActorKind.PERSON:
        return held or rows[-1]
    past = [row for row in rows if row.until < when]
    if not past:
        return replace(rows[0], sector=None)
    return replace(past[-1], sector="ELI") if past[-1].sector in sectors("branch") else past[-1]


def _by_title(chain: Chain, when: str | None) -> KnownActor | None:
    """ "President Bouteflika": an official by the surname, when one only of that name was in office on the day."""
    if chain.kind is not ActorKind.PERSON or chain.sector != "GOV" or any(" " in name for name in chain.names):
        return None
    rows = [
        row
        for name in sorted(chain.names)
        for row in people_by_surname().get(loose(name), ())
        if row.sector == "GOV" and _fits(row, chain, name)
    ]
    if when is not None:
        rows = [row for row in rows if row.since <= when <= row.until]
    return rows[-1] if len({row.name for row in rows}) == 1 else None


def _give_only_country(
    chains: list[Chain], words: Words, of_head: dict[int, Chain], country_at: Mapping[int, str]
) -> None:
    """Officials, soldiers and parties without a country are those of the only country the article names."""
    named = {chain.country for chain in chains if chain.country} | set(country_at.values())
    if len(named) != 1:
        return
    for chain in chains:
        state = chain.sector in sectors("national") and chain.kind is not ActorKind.OBJECT
        if chain.country is None and state and not _is_international(chain, words, of_head):
            chain.country = next(iter(named))


def _is_international(chain: Chain, words: Words, of_head: dict[int, Chain]) -> bool:
    """Whether it belongs to an international organization: "the U.N. mediator"."""
    owners = (of_head.get(token.i) for mention in chain.mentions for token in _owners(words[mention.head]))
    return any(owner is not None and owner.sector == "IGO" for owner in owners)


def _owner_country(chain: Chain, words: Words, of_head: dict[int, Chain]) -> str | None:
    """The country of the actor this one belongs to: "its forces", "the ministry's spokesman", "the army chief"."""
    for mention in chain.mentions:
        for token in _owners(words[mention.head]):
            owner = of_head.get(token.i)
            if owner is not None and owner is not chain and owner.country:
                return owner.country
    return None


def _home_country(chain: Chain, words: Words, country_at: Mapping[int, str]) -> str | None:
    """The country of the place an actor is of, in or from: "residents of Homs", "Aachen police"."""
    if chain.kind is ActorKind.OBJECT:
        return None
    for mention in chain.mentions:
        if mention.form != "pronoun":
            for token in _owners(words[mention.head]):
                if token.i in country_at:
                    return country_at[token.i]
    return None


def _owners(head: Word) -> Iterator[Word]:
    """Possessors and names before a noun, and the noun after "of", "in" or "from"."""
    yield from (child for child in head.lefts if child.dep_ in ("poss", "compound", "nmod"))
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at", "in", "from"):
            yield from child.rights
