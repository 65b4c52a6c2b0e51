"""What the event layer reads of one Doc: claims, actors, places and dates, and where they stand."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property

from spacy.tokens import Doc

from extractor.document import layers as marks
from extractor.document.datelines import dateline_end
from extractor.document.from_doc import words_of
from extractor.document.ids import content_id
from extractor.document.tokens import Word
from extractor.events.classify.domain import common_words, has_score
from extractor.lexicon.actor_nouns import actor_nouns, name_on
from extractor.lexicon.domains import SCORE, domain_odds
from extractor.lexicon.tables import data_rows
from extractor.records import Actor, ActorKind, Claim, DateExpression, MaskReason, Place, Span
from extractor.syntax import Frame, frame_of

# What the other sentences of an article weigh for the domain of one, and how much one of them counts at most.
_ELSEWHERE = 0.5
_AT_MOST = 4.0
_PART_OF_NAME = ("amod", "compound", "nmod", "nummod")


class AnnotatedArticle:
    """The layers of one Doc, indexed by id, token and sentence."""

    def __init__(self, doc: Doc) -> None:
        self.words = words_of(doc)
        self.id = marks.article_id(doc)
        self._claims = marks.CLAIMS.read(doc)
        self.actors = {actor.id: actor for actor in marks.ACTORS.read(doc)}
        self.places = {place.id: place for place in marks.PLACES.read(doc)}
        self.dates = {date.id: date for date in marks.DATES.read(doc)}
        self.dates_in_order = sorted(self.dates.values(), key=lambda date: date.start)
        self._date_starts = [date.start for date in self.dates_in_order]
        self.published = marks.published(doc)
        self.published_day = marks.published_day(doc)
        layout = marks.masked(doc, MaskReason.CAPTION, MaskReason.HEADLINE, MaskReason.REPEATED)
        self._layout = {i for start, end in layout for i in self.words.within(start, end)}
        self.actor_at = self.words.owners(self.actors.values())
        self.place_at = self.words.owners(self.places.values())
        self.sentence_signs: dict[int, list[str]] = {}  # kept by `factuality/features.py`
        self._sentence_words: dict[int, frozenset[str]] = {}
        self._heads: dict[str, dict[int, list[Word]]] = {}  # actor or place -> words of its mentions by sentence

    def claims(self, wanted: Callable[[str, frozenset[str]], bool]) -> Iterator[Claim]:
        """The claims whose predicate, and the words of whose sentence, pass a test; in text order.

        `article.claims(lambda predicate, sentence: predicate == "say")` gives the claims whose verb is "say".
        """
        for claim in self._claims:
            if wanted(claim.predicate, self.sentence_words(self.trigger(claim))):
                yield claim

    def sentence_words(self, token: Word) -> frozenset[str]:
        """The lower-case lemmas of the sentence of a token, with SCORE where it tells that of a game.

        frozenset({"rebel", "flee", "oslo"}) for any word of "Rebels fled Oslo."
        """
        number = self.sentence_number(token)
        if number not in self._sentence_words:
            tokens = self.sentence_tokens(token)
            lemmas = [word.lemma_ for word in tokens if word.text.isalpha()]
            if has_score(tokens):
                lemmas.append(SCORE)
            self._sentence_words[number] = frozenset(lemmas)
        return self._sentence_words[number]

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words of the article in small letters, as they stand and as lemmas.

        frozenset({"rebels", "rebel", "fled", "flee", "."}) for "Rebels fled."
        """
        return frozenset(form for word in self.words for form in (word.lower_, word.lemma_))

    @cached_property
    def claims_by_id(self) -> dict[str, Claim]:
        """All claims by their id.

        `article.claims_by_id[event.claims[0]]` is the first claim of an event.
        """
        return {claim.id: claim for claim in self._claims}

    @cached_property
    def _claims_by_sentence(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for claim in self._claims:
            found.setdefault(self.sentence_number(self.trigger(claim)), []).append(claim)
        return found

    def claims_in(self, sentence: int) -> list[Claim]:
        """The claims whose trigger stands in a sentence, in text order.

        Of "Rebels fled and soldiers followed." those of "fled" and of "followed".
        """
        return self._claims_by_sentence.get(sentence, [])

    @cached_property
    def nouns(self) -> dict[str, frozenset[str]]:
        """Actor id -> the head nouns of its descriptions: "the youths", "a gang of youths"."""
        found: dict[str, set[str]] = {}
        for i, actor in self.actor_at.items():
            head = self.words[i]
            if head.pos_ == "NOUN":
                found.setdefault(actor, set()).update(_described(head))
        return {actor: frozenset(nouns) for actor, nouns in found.items()}

    def domain_odds(self, token: Word) -> tuple[float, ...]:
        """The log-odds of each domain for the sentence of a token, with those of the whole article.

        Of "The team won 3-1." in the report of a game that of sport is above 0.
        """
        own = self._odds_of_sentences[self.sentence_number(token)]
        return tuple(one + _ELSEWHERE * other for one, other in zip(own, self._odds_elsewhere, strict=True))

    @cached_property
    def _odds_of_sentences(self) -> list[tuple[float, ...]]:
        sentences = map(self.words.sentence, range(len(self.words.sentence_starts)))
        return [domain_odds(common_words(sentence)) for sentence in sentences]

    @cached_property
    def _odds_elsewhere(self) -> list[float]:
        """The mean of the sentences for each domain, each of them up to `_AT_MOST`.

        4.0 for sport where all sentences are surely of a game, 0.0 where as many speak for it as against it.
        """
        odds = self._odds_of_sentences
        by_domain = ([max(-_AT_MOST, min(_AT_MOST, one)) for one in column] for column in zip(*odds, strict=True))
        return [sum(column) / len(column) for column in by_domain]

    def trigger(self, claim: Claim) -> Word:
        """The word of a claim's trigger.

        The word "fled" for the claim of "Rebels fled."
        """
        return self.words.at(claim.trigger.start)

    def frame(self, claim: Claim) -> Frame:
        """The arguments of a claim's trigger as words.

        With the agent "Rebels" for the claim of "Rebels fled."
        """
        return frame_of(self.trigger(claim))

    def sentence_number(self, token: Word) -> int:
        """The sentence of a word, counted from 0.

        1 for "died" of "Rebels fled. Two died."
        """
        return self.words.sentence_of(token)

    def sentence_tokens(self, token: Word) -> list[Word]:
        """The words of the sentence of a word.

        "Two", "died" and the full stop for "died" of "Rebels fled. Two died."
        """
        return self.words.sentence(self.words.sentence_of(token))

    def is_in_dateline(self, token: Word) -> bool:
        """Whether a word stands in the dateline of its paragraph.

        "GAO" of "GAO, Mali (Agency) - Gunmen attacked a bus in Kidal."
        """
        start = self.words.paragraph_starts[max(0, self.words.paragraph_of(token.idx))]
        end = dateline_end(self.words.text, start)
        return end is not None and token.idx < end

    def heads_beside(self, actor: Actor, token: Word) -> list[Word]:
        """The heads of the mentions of an actor in the sentence of a word.

        "rebels" and "they" for "fled" of "The rebels said they fled."
        """
        if actor.id not in self._heads:
            self._heads[actor.id] = self._by_sentence(self.words.head_of(it.start, it.end) for it in actor.mentions)
        return self._heads[actor.id].get(self.sentence_number(token), [])

    def places_beside(self, place: Place, token: Word) -> list[Word]:
        """The first words of the mentions of a place in the sentence of a word.

        "Homs" for "fled" of "Rebels fled Homs."; nothing for a place of another sentence.
        """
        if place.id not in self._heads:
            self._heads[place.id] = self._by_sentence(self.words.at(it.start) for it in place.mentions)
        return self._heads[place.id].get(self.sentence_number(token), [])

    def beside(self, word: Word, token: Word) -> list[Word]:
        """A word if it stands in the sentence of another.

        `article.beside(rebels, fled)` of "Rebels fled." is ["Rebels"], and [] for a word of the next sentence.
        """
        if self.sentence_number(word) != self.sentence_number(token):
            return []
        return [word]

    def _by_sentence(self, words: Iterable[Word]) -> dict[int, list[Word]]:
        """Words by the number of their sentence, each in the order given."""
        found: dict[int, list[Word]] = {}
        for word in words:
            found.setdefault(self.sentence_number(word), []).append(word)
        return found

    def is_layout(self, token: Word) -> bool:
        """Whether a token stands in a headline, a caption or a repeated paragraph.

        Any word of the headline "Rebels flee town", and none of the text below.
        """
        return token.i in self._layout

    def is_party(self, place: Place, parties: frozenset[str]) -> bool:
        """Whether a place is nowhere named but as one of some actors: "Washington" of "Caracas accused Washington"."""
        heads = (self.words.head_of(mention.start, mention.end) for mention in place.mentions)
        return all(self.actor_of(head) in parties for head in heads)

    def actor_of(self, token: Word | None) -> str | None:
        """The id of the actor whose mention has this token as its head.

        The id of the rebels for "rebels" of "Syrian rebels fled."; None for "Syrian" and "fled", and for None.
        """
        if token is None:
            return None
        return self.actor_at.get(token.i)

    def actors_at(self, tokens: Iterable[Word | None]) -> list[str]:
        """The actors whose mentions have these tokens as their heads, each once.

        For "rebels" and "they", where they are the same actor, its id once.
        """
        found = map(self.actor_of, tokens)
        return list(dict.fromkeys(actor for actor in found if actor is not None))

    def of_kind(self, kind: ActorKind, actors: Iterable[str]) -> list[str]:
        """Those of some actors that are of a kind.

        `article.of_kind(ActorKind.PERSON, event.source)` leaves the persons among those who did it.
        """
        return [actor for actor in actors if self.actors[actor].kind is kind]

    def not_of_kind(self, kind: ActorKind, actors: Iterable[str]) -> list[str]:
        """Those of some actors that are of another kind.

        `article.not_of_kind(ActorKind.OBJECT, event.target)` leaves the people among those who were hit.
        """
        return [actor for actor in actors if self.actors[actor].kind is not kind]

    def actor_named(self, word: str) -> str | None:
        """The first actor of that name, as "police" for the "police" of "police firing"."""
        return self._names.get(word)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Name in lower case, without "the" -> the first actor of that name."""
        found: dict[str, str] = {}
        for actor in self.actors.values():
            found.setdefault(actor.name.lower().removeprefix("the "), actor.id)
        return found

    def ensure_state(self, token: Word, towns: bool = False) -> str | None:
        """The id of the actor for the state behind a word; adds one to `actors` where the article has none.

        "Chile", "Santiago", "Chilean wine", with `towns` any place in Chile; None for any other word. The coder writes
        those that are a side of an event to the layer of actors.
        """
        state = self._state_behind(token, towns)
        if state is None:
            return None
        code, word = state
        if code not in self._states:
            self._add_state(code, self.words.span(word.i, word.i + 1))
        return self._states[code]

    def _state_behind(self, token: Word, towns: bool) -> tuple[str, Word] | None:
        """The country that a word stands for as a state, and the word that names it.

        "Paris" stands for France as its capital, "Lyon" only where towns do.
        """
        place = self.places.get(self.place_at.get(token.i, ""))
        if place is None:
            return self._owning_state(token)
        if place.country_code is None or place.country_code not in state_names():
            return None
        if towns or place.kind == "country" or place.feature_code == "PPLC":
            return place.country_code, token
        return None

    def _owning_state(self, token: Word) -> tuple[str, Word] | None:
        """The state that owns a thing, or that an adjective names: "Chile's wine", "Chilean wine"."""
        owner = token.lefts.first("poss")
        if owner is not None:
            return self._state_behind(owner, towns=False)
        for word in token.lefts.those("amod", "compound", "nmod"):
            code = state_adjectives().get(word.lower_)
            if code is not None:
                return code, word
        return None

    def _add_state(self, code: str, span: Span) -> None:
        """Adds the actor that is a state, with the words that name it as its mention."""
        name = name_on(code, self.published_day)
        state = Actor(
            id=content_id("a", self.id, ActorKind.COUNTRY.value, name, span.start, span.end),
            name=name,
            kind=ActorKind.COUNTRY,
            country=code,
            sector="GOV",
            confidence=0.5,
            mentions=[span],
        )
        self.actors[state.id] = state
        self._states[code] = state.id

    def ensure_actor(self, noun: Word) -> str:
        """The id of an actor for a noun that acts and that the actor layer does not know; adds it to `actors`.

        "Report" for "The report accuses them."; of two mentions with the same words the same actor.
        """
        first = next((word for word in noun.lefts if word.dep_ in _PART_OF_NAME), noun)
        span = self.words.span(first.i, noun.i + 1)
        name = span.text.lower()
        known = self.actor_named(name)
        if known is None:
            kind = ActorKind.ORGANIZATION if noun.tag_ in ("NN", "NNP") else ActorKind.PEOPLE
            known = content_id("a", self.id, kind.value, span.text, span.start, span.end)
            self.actors[known] = Actor(id=known, name=span.text, kind=kind, confidence=0.5, mentions=[span])
            self._names.setdefault(name.removeprefix("the "), known)
        self.actor_at[noun.i] = known
        return known

    @cached_property
    def _states(self) -> dict[str, str]:
        """Country -> the first actor that is the state."""
        found: dict[str, str] = {}
        for actor in self.actors.values():
            if actor.kind is ActorKind.COUNTRY and actor.country:
                found.setdefault(actor.country, actor.id)
        return found

    def dates_from(self, start: int) -> Iterator[DateExpression]:
        """The dates that begin at a character or behind it, the nearest first.

        `next(article.dates_from(expression.end), None)` is the date after an expression.
        """
        at = bisect_left(self._date_starts, start)
        return (self.dates_in_order[i] for i in range(at, len(self.dates_in_order)))

    def dates_before(self, start: int) -> Iterator[DateExpression]:
        """The dates that begin before a character, the nearest first.

        `next(article.dates_before(expression.start), None)` is the date before an expression.
        """
        at = bisect_left(self._date_starts, start)
        return (self.dates_in_order[i] for i in range(at - 1, -1, -1))

    def date(self, claim: Claim) -> DateExpression | None:
        """The date of a claim.

        The expression "on Monday" for the claim of "Rebels fled on Monday."; None without a date.
        """
        return self.dates.get(claim.date) if claim.date else None


def _described(noun: Word) -> Iterator[str]:
    """The lemma of a noun, with those of the people that a word for a group counts: "a gang of youths"."""
    yield noun.lemma_
    known = actor_nouns().get(noun.lemma_)
    if known is None or known.form not in ("group", "crowd"):
        return
    for child in noun.rights:
        inner = child.pobj if child.lower_ == "of" else None
        if inner is not None:
            yield inner.lemma_


@cache
def state_names() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code -> the country's name.

    >>> state_names()["CL"]
    'Chile'
    """
    return {row["iso"]: row["name"] for row in data_rows("actors/countries.tsv")}


@cache
def state_adjectives() -> dict[str, str]:
    """ "chilean" -> CL."""
    countries = data_rows("actors/countries.tsv")
    return {word.lower(): row["iso"] for row in countries for word in row["adjectives"].split(";")}


def kind_of(article: AnnotatedArticle, actor: str | None, token: Word) -> tuple[str | None, str | None]:
    """Kind and sector of a participant: of its actor, else "place" for a place, None where nothing is known."""
    known = article.actors.get(actor or "")
    if known is not None:
        return known.kind.value, known.sector
    is_place = article.place_at.get(token.i) in article.places
    return ("place" if is_place else None), None
