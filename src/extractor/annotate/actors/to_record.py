"""A chain -> its Actor record: name, spans, role, confidence."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from itertools import accumulate

from extractor.annotate.actors.chain import Chain
from extractor.annotate.actors.mention import Mention
from extractor.document.ids import content_id
from extractor.document.tokens import Words, in_text_order
from extractor.lexicon.actor_nouns import countries, name_on
from extractor.lexicon.sectors import sectors
from extractor.records import Actor, ActorKind, Span

LONG = 4  # words of a title and a full name without the last; the title is then only the role
# A name says more than a description, and both more than a name of whose kind only its place in the clause tells.
_NAMED, _DESCRIBED, _GUESSED = 0.9, 0.85, 0.5


def to_actor(
    article: str, words: Words, chain: Chain, country_names: Mapping[str, list[Span]], day: date | None
) -> Actor:
    """The record of a chain in an article of this id, published on a day.

    `country_names` are the names of places that are countries, which are mentions of the state too, once that acts.
    "Ann Lee", a person with the role "Mayor" and two mentions, for "Mayor Ann Lee left. She returned."
    """
    assert chain.kind is not None
    name = _name(chain, day)
    spans = in_text_order(_span(words, mention) for mention in chain.mentions)
    if chain.kind is ActorKind.COUNTRY and chain.country:
        spans = _with(spans, country_names.get(chain.country, []))
    return Actor(
        id=content_id("a", article, chain.kind.value, name, spans[0].start, spans[0].end),
        name=name,
        kind=chain.kind,
        country=chain.country,
        sector=chain.sector,
        role=next((m.role for m in chain.mentions if m.role), None),
        confidence=_confidence(chain),
        mentions=spans,
    )


def _span(words: Words, mention: Mention) -> Span:
    """The words of a mention in the text.

    A country's name has no article, as in the place layer, a full name no long title.
    """
    start = mention.start
    if mention.head - start >= LONG and _is_full_name(words, mention):
        start = next(word.i for word in words.between(start, mention.head) if word.ent_type_ == "PERSON")
    has_article = words[start].lower_ == "the" and mention.end - start > 1
    if has_article and mention.kind is ActorKind.COUNTRY:
        start += 1
    return words.span(start, mention.end)


def _is_full_name(words: Words, mention: Mention) -> bool:
    """Whether a mention is a person's name of two words at least."""
    if mention.form != "name" or mention.kind is not ActorKind.PERSON:
        return False
    return words[mention.head - 1].ent_type_ == "PERSON"


def _with(spans: list[Span], more: list[Span]) -> list[Span]:
    """Spans in text order and those others that overlap none of them, in text order."""
    reach = [0, *accumulate((span.end for span in spans), max)]  # how far those before each go
    new = [m for m in more if reach[bisect_left(spans, m.end, key=lambda span: span.start)] <= m.start]
    return in_text_order([*spans, *new])


def _name(chain: Chain, day: date | None) -> str:
    """The name that an actor is shown by: a country's own, else the longest in the text, else the first description.

    "Its troops" of Iraq are "Iraqi troops".
    """
    if chain.kind is ActorKind.COUNTRY and chain.country:
        return name_on(chain.country, day)
    names = _names(chain)
    if names:
        return max(names, key=len)
    return _description(chain)


def _names(chain: Chain) -> list[str]:
    """The names of an actor as the text has them."""
    return [mention.name for mention in chain.mentions if mention.form == "name"]


def _description(chain: Chain) -> str:
    """The first description of an actor; the troops of a state that only a pronoun names have its adjective.

    "Malian troops" for "Mali sent its troops to Gao.", else the words of the text: "Rebels".
    """
    first = next(mention for mention in chain.mentions if mention.form != "pronoun")
    is_arm_of_state = first.owned and first.sector in sectors("arm_of_state")
    if is_arm_of_state and chain.country:
        return f"{countries()[chain.country].adjective} {first.name}"
    return first.name


def _confidence(chain: Chain) -> float:
    """How sure it is that there is such an actor."""
    is_known = any(mention.known for mention in chain.mentions)
    if not is_known:
        return _GUESSED
    return _NAMED if _names(chain) else _DESCRIBED
