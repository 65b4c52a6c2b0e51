"""Country and sector of an actor: from its own words, from the table of known actors on that day, from its owner."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from extractor.annotate.actors.chains import Chain
from extractor.annotate.actors.known import KnownActor, known_actors
from extractor.words import Word, Words


def affiliate(
    chains: list[Chain],
    words: Words,
    of_head: dict[int, Chain],
    day: date | datetime | None,
    own: Mapping[str, KnownActor],
) -> None:
    """Fill in country, sector and kind of the chains; `day` is the article's day, None takes the latest office.

    `own` are the user's actors by name, which win over the table.
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
            chain.country = _owner_country(chain, words, of_head)


def _known(chain: Chain, day: date | datetime | None) -> KnownActor | None:
    for key in sorted(chain.keys, key=lambda k: (-len(k), k)):
        rows = known_actors().get(key)
        if rows:
            when = day.isoformat()[:10] if day else "9998"
            return next((row for row in rows if row.since <= when <= row.until), rows[-1])
    return None


def _owner_country(chain: Chain, words: Words, of_head: dict[int, Chain]) -> str | None:
    """The country of the actor this one belongs to: "its forces", "the ministry's spokesman", "the army chief"."""
    for mention in chain.mentions:
        for token in _owners(words[mention.head]):
            owner = of_head.get(token.i)
            if owner is not None and owner is not chain and owner.country:
                return owner.country
    return None


def _owners(head: Word) -> Iterator[Word]:
    """Possessors and names before a noun, and the noun after "of", "for" or "at"."""
    yield from (child for child in head.lefts if child.dep_ in ("poss", "compound", "nmod"))
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "at"):
            yield from child.rights
