"""Actors that one word stands for together: "Greek and Turkish officials", "both sides" of a pair named before."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.arguments.metonymy import actor_behind
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind
from extractor.syntax import conjuncts, frame_of, is_event_noun, sharers, subject_of

_PLURAL = frozenset(("they", "them", "both"))
_PARTIES = word_lists("events/words.txt")["parties"]
_PAIR = frozenset(("pair", "duo", "twosome"))
_BOTH = frozenset(("two", "both"))
_STATES = word_lists("events/words.txt")["states of pairs"]
_PERSONS = frozenset("leader president premier minister".split())  # noqa: SIM905
_BODIES = frozenset((ActorKind.COUNTRY, ActorKind.ORGANIZATION))
_REACH = 2  # sentences between a pair and "both sides"


def members(token: Word) -> list[Word]:
    """A word with those coordinated with it and those that share it."""
    return [member for word in (token, *conjuncts(token)) for member in (*_sharing(word), word)]


def _sharing(noun: Word) -> list[Word]:
    """Whom else a noun stands for: itself is the last one, unless it is what they do ("Greek and Turkish demands")."""
    shared = sharers(noun)
    return shared if is_event_noun(noun) else shared[:-1]


def actors_of(article: AnnotatedArticle, token: Word) -> list[str]:
    """The actors that a participant stands for: one, or the pair that "both sides" takes up."""
    if owners := _owners(article, token):
        return owners
    if stands_for_pair(article, token):
        pair = next((found for found in _pairs(article, token) if _fits(article, token, found)), None)
        if pair:
            return pair
    actor = actor_behind(article, token)
    return [actor] if actor is not None else []


def _owners(article: AnnotatedArticle, token: Word) -> list[str]:
    """Whom "ministers from Chad and Mali" and "envoys of Obama and Putin" act for."""
    if token.tag_ != "NNS":
        return []
    of = token.prep("of", "from")
    owners = [of, *conjuncts(of)] if of is not None and of.pos_ == "PROPN" else []
    found = [article.actor_of(owner) or article.state_of(owner) for owner in owners]
    return list(dict.fromkeys(filter(None, found))) if len(found) > 1 and all(found) else []


def stands_for_pair(article: AnnotatedArticle, token: Word) -> bool:
    """Whether a word takes up two actors named before; a pronoun only where it has no actor yet."""
    if token.lower_ in _PLURAL:
        return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and article.actor_of(token) is None
    if token.lemma_ in _PAIR:
        return token.lefts.has_form("the")
    the_sides = token.lemma_ in ("side", "party") and token.lefts.has_form("the")
    counted = token.lefts.has_form(*_BOTH) or (the_sides and token.dep_ == "nsubj")
    return counted and token.tag_ == "NNS" and token.lemma_ in _PARTIES and not _named(token)


def _fits(article: AnnotatedArticle, token: Word, pair: list[str]) -> bool:
    """Two of a kind: states for "the two countries", persons for "both leaders"."""
    actors = [article.actors[actor] for actor in pair]
    if len(actors) != 2:
        return False
    if token.lemma_ in _STATES:
        return all(a.country for a in actors) and actors[0].country != actors[1].country
    if token.lemma_ in _PERSONS:
        return all(a.kind is ActorKind.PERSON for a in actors)
    return token.pos_ == "PRON" or len({a.kind in _BODIES for a in actors}) == 1


def _named(token: Word) -> bool:
    return any(c.ent_type_ or c.dep_ in ("poss", "nmod") for c in token.lefts if c.dep_ != "nummod")


def _pairs(article: AnnotatedArticle, token: Word) -> Iterator[list[str]]:
    """Coordinated subjects of the clauses above and of the sentences before, nearest first."""
    for verb in token.ancestors:
        if verb.pos_ in ("VERB", "AUX") and (subject := subject_of(verb)) is not None and subject is not token:
            yield _actors(article, [subject]) if subject.i < token.i else []
    number = article.words.sentence_of(token)
    for earlier in range(number - 1, max(-1, number - 1 - _REACH), -1):
        root = next((word for word in article.words.sentence(earlier) if word.head is word), None)
        if root is not None and root.pos_ in ("VERB", "AUX"):
            yield from _of_clause(article, root)


def _of_clause(article: AnnotatedArticle, verb: Word) -> Iterator[list[str]]:
    """The subject of a clause, when it is a pair, else subject and object, or subject and partner."""
    frame = frame_of(verb)
    subject = [frame.agent] if frame.agent is not None else []
    yield _actors(article, subject)
    partners = [noun for preposition, noun in frame.obliques if preposition in ("with", "between", "against")]
    yield _actors(article, [*subject, *partners])
    yield _actors(article, [*subject, *([frame.patient] if frame.patient is not None else [])])


def _actors(article: AnnotatedArticle, tokens: list[Word]) -> list[str]:
    """The actors of some words, things aside."""
    found = (article.actor_of(member) for token in tokens for member in members(token))
    parties = dict.fromkeys(actor for actor in found if actor is not None)
    return [actor for actor in parties if article.actors[actor].kind is not ActorKind.OBJECT]
