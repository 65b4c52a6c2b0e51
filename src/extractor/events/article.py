"""What the event layer reads of one Doc: claims, actors, places and dates, and where they stand."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from extractor import marks
from extractor.records import Actor, Claim, DateExpression, MaskReason, Place
from extractor.syntax import Frame, frame_of


class AnnotatedArticle:
    """The layers of one Doc, indexed by id, token and sentence."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.id = marks.article_id(doc)
        self.tokens = list(doc)
        self._claims = marks.CLAIMS.raw(doc)
        self.actors = {actor.id: actor for actor in marks.ACTORS.read(doc)}
        self.places = {place.id: place for place in marks.PLACES.read(doc)}
        self.dates = {date.id: date for date in marks.DATES.read(doc)}
        self.dates_in_order = sorted(self.dates.values(), key=lambda date: date.start)
        self.published = marks.published(doc)
        self._masks = marks.masked(doc, MaskReason.CAPTION, MaskReason.HEADLINE, MaskReason.REPEATED)
        self._sentences = [token.i for token in self.tokens if token.is_sent_start] or [0]
        self._offsets = [token.idx for token in self.tokens]
        self.actor_at = _at_tokens(self, self.actors.values())
        self.place_at = _at_tokens(self, self.places.values())
        self._frames: dict[int, Frame] = {}
        self._words: dict[int, frozenset[str]] = {}

    def claims(self, wanted: Callable[[str, frozenset[str]], bool]) -> Iterator[Claim]:
        """The claims whose predicate, and the words of whose sentence, pass a test; in text order."""
        for raw in self._claims:
            token = self.token_at(raw["trigger"]["start"])
            if wanted(raw["predicate"], self.sentence_words(token)):
                yield marks.CLAIMS.of(raw)

    def sentence_words(self, token: Token) -> frozenset[str]:
        """The lower-case lemmas of the sentence of a token."""
        number = self.sentence_number(token)
        if number not in self._words:
            self._words[number] = frozenset(t.lemma_.lower() for t in self.sentence_tokens(token) if t.is_alpha)
        return self._words[number]

    def token_at(self, offset: int) -> Token:
        """The token that covers a character of the text."""
        return self.tokens[max(0, bisect_right(self._offsets, offset) - 1)]

    def trigger(self, claim: Claim) -> Token:
        """The token of a claim's trigger."""
        return self.token_at(claim.trigger.start)

    def frame(self, claim: Claim) -> Frame:
        """The arguments of a claim's trigger as tokens."""
        token = self.trigger(claim)
        if token.i not in self._frames:
            self._frames[token.i] = frame_of(token)
        return self._frames[token.i]

    def sentence_number(self, token: Token) -> int:
        """The sentence of a token, counted from 0."""
        return bisect_right(self._sentences, token.i) - 1

    def sentence_tokens(self, token: Token) -> list[Token]:
        """The tokens of the sentence of a token."""
        at = bisect_right(self._sentences, token.i)
        end = self._sentences[at] if at < len(self._sentences) else len(self.tokens)
        return self.tokens[self._sentences[at - 1] : end]

    def sentences(self) -> Iterator[list[Token]]:
        """The sentences in order."""
        for start, end in pairwise([*self._sentences, len(self.tokens)]):
            yield self.tokens[start:end]

    def is_layout(self, token: Token) -> bool:
        """Whether a token stands in a headline, a caption or a repeated paragraph."""
        return any(start <= token.idx < end for start, end in self._masks)

    def actor_of(self, token: Token | None) -> str | None:
        """The id of the actor whose mention has this token as its head."""
        return self.actor_at.get(token.i) if token is not None else None

    def date(self, claim: Claim) -> DateExpression | None:
        """The date of a claim."""
        return self.dates.get(claim.date) if claim.date else None


def _at_tokens(article: AnnotatedArticle, items: Iterable[Actor | Place]) -> dict[int, str]:
    found: dict[int, str] = {}
    for item in items:
        for mention in item.mentions:
            span = article.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and len(span):
                found.setdefault(span.root.i, item.id)
                found.setdefault(span.end - 1, item.id)
    return found


def kind_of(article: AnnotatedArticle, actor: str | None, token: Token) -> tuple[str | None, str | None]:
    """Kind and sector of a participant: of its actor, else "place" for a place."""
    known: Actor | None = article.actors.get(actor) if actor else None
    if known is not None:
        return known.kind.value, known.sector
    place: Place | None = article.places.get(article.place_at.get(token.i, ""))
    return ("place" if place is not None else None), None
