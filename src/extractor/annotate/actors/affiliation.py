"""Country and sector of an actor: from its own words, from the table of known actors on that day, from its owner."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from extractor.annotate.actors.chains import Chain
from extractor.annotate.actors.known import KnownActor, known_actors
from extractor.records import ActorKind
from extractor.words import Word, Words

_STATE_SECTORS = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "PTY", "REB"))


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
    _give_only_country(chains, country_at)


def _known(chain: Chain, day: date | datetime | None) -> KnownActor | None:
    for key in sorted(chain.keys, key=lambda k: (-len(k), k)):
        rows = known_actors().get(key)
        if rows:
            when = day.isoformat()[:10] if day else "9998"
            return next((row for row in rows if row.since <= when <= row.until), rows[-1])
    return None


def _give_only_country(chains: list[Chain], country_at: Mapping[int, str]) -> None:
    """Officials, soldiers and parties without a country are those of the only country the article names."""
    named = {chain.country for chain in chains if chain.country} | set(country_at.values())
    if len(named) != 1:
        return
    for chain in chains:
        if chain.country is None and chain.sector in _STATE_SECTORS and chain.kind is not ActorKind.OBJECT:
            chain.country = next(iter(named))


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
