"""The actor layer: mentions -> chains -> country and sector -> Actor records on the Doc."""

from spacy.tokens import Doc

from extractor.annotate.actors.affiliation import affiliate
from extractor.annotate.actors.chain import Chain
from extractor.annotate.actors.coreference import Chainer
from extractor.annotate.actors.mention import Mention
from extractor.annotate.actors.name_propagation import with_missed_names
from extractor.annotate.actors.recognize import find_mentions
from extractor.annotate.actors.to_record import to_actor
from extractor.document import layers as marks
from extractor.document.from_doc import words_of
from extractor.document.tokens import Words
from extractor.lexicon.actor_nouns import plain, seats
from extractor.lexicon.actor_table import canonical, own_actors
from extractor.records import ActorKind, MaskReason, Place, Span
from extractor.settings import Settings

# From here on what the recogniser of names has as a person is the town that the place layer has.
_SURELY_PLACE = 0.5


class ActorTagger:
    """Writes the actors of a parsed Doc.

    >>> tagger = ActorTagger(Settings())
    >>> [a.name for a in marks.ACTORS.read(tagger(nlp("Syrian rebels shot two soldiers.")))]  # doctest: +SKIP
    ['Syrian rebels', 'two soldiers']
    """

    def __init__(self, settings: Settings) -> None:
        self._own = own_actors(settings)

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        words = words_of(doc)
        mentions = with_missed_names(words, find_mentions(words))
        chainer = Chainer(words, _not_places(doc, words, _outside_boilerplate(doc, words, mentions)))
        chains = list(filter(_is_actor, chainer.run()))
        affiliate(chains, words, chainer.of_head, marks.published(doc), self._own, _countries_of_places(doc, words))
        named = _country_names(doc)
        day = marks.published_day(doc)
        marks.ACTORS.write(doc, [to_actor(marks.article_id(doc), words, one, named, day) for one in chains])
        return doc


def _outside_boilerplate(doc: Doc, words: Words, mentions: list[Mention]) -> list[Mention]:
    """The mentions that are not in boilerplate: a list of other headlines names actors of other articles."""
    masked: set[int] = set()
    for start, end in marks.masked(doc, MaskReason.BOILERPLATE):
        masked.update(words.within(start, end))
    return [mention for mention in mentions if mention.head not in masked]


def _not_places(doc: Doc, words: Words, mentions: list[Mention]) -> list[Mention]:
    """The mentions without the names of towns and regions.

    Only the place layer can tell them from organizations and states: "Georgia" in a list of towns is a region.
    """
    spots: dict[int, tuple[int, Place]] = {}
    for place in marks.PLACES.read(doc):
        for span in place.mentions:
            spots[span.end] = (span.start, place)
    return [mention for mention in mentions if not _is_place(words, mention, spots)]


def _is_place(words: Words, mention: Mention, spots: dict[int, tuple[int, Place]]) -> bool:
    """Whether a mention is the name of a place that ends with it, and of nothing else.

    True of "Georgia" beside "Alabama", once the places have it as the state of the USA and the actors as the country.
    """
    start, place = spots.get(words[mention.head].end, (-1, None))
    if place is None or start > words[mention.start].end + 1:
        return False
    if mention.kind is ActorKind.COUNTRY:
        if place.kind == "country":
            return False
        return place.country_code not in (None, mention.country)
    if mention.kind is ActorKind.PERSON and mention.role is None:
        return place.kind == "city" and (place.reason is not None or place.confidence >= _SURELY_PLACE)
    if mention.kind is not ActorKind.ORGANIZATION or mention.form != "name":
        return False
    return not _is_known(plain(mention.name))


def _is_known(name: str) -> bool:
    """Whether a name is that of an institution: "the Kremlin", "Hamas"."""
    return name in seats() or canonical(name) is not None


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


def _is_actor(chain: Chain) -> bool:
    """Whether a chain is an actor: a country that never acts is only a place."""
    if chain.kind is not ActorKind.COUNTRY:
        return True
    return any(m.known for m in chain.mentions)
