"""Actors that one word stands for together: "Greek and Turkish officials", "both sides" of a pair named before."""

from collections.abc import Iterator

from extractor.document.tokens import Word
from extractor.events.arguments.metonymy import actor_behind
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind
from extractor.syntax import SUBJECTS, conjuncts, frame_of, is_event_noun, sharers, subject_of

_PLURAL = frozenset(("they", "them", "both"))
_PARTIES = word_lists("events/words.txt")["parties"]
_PAIR = frozenset(("pair", "duo", "twosome"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))
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
    token = _counted_before(token)
    owners = _owners(article, token)
    if owners:
        return owners
    pairs = _pairs(article, token) if stands_for_pair(article, token) else iter(())
    pair = next((found for found in pairs if _fits(article, token, found)), None)
    if pair is not None:
        return pair
    actor = actor_behind(article, token)
    return [actor] if actor is not None else []


def _counted_before(number: Word) -> Word:
    """The guards in "20 guards were hurt and six taken", for the six."""
    verb = number.head
    if number.pos_ != "NUM" or number.dep_ not in SUBJECTS or verb.dep_ != "conj":
        return number
    before = subject_of(verb.head)
    return before if before is not None and before.pos_ == "NOUN" and before.lefts.has("nummod") else number


def _owners(article: AnnotatedArticle, token: Word) -> list[str]:
    """Whom "ministers from Chad and Mali" and "envoys of Obama and Putin" act for."""
    of = token.prep("of", "from") if token.tag_ == "NNS" else None
    if of is None or of.pos_ != "PROPN":
        return []
    found = [article.actor_of(owner) or article.state_of(owner) for owner in (of, *conjuncts(of))]
    known = dict.fromkeys(filter(None, found))
    return list(known) if len(found) > 1 and all(found) else []


def stands_for_pair(article: AnnotatedArticle, token: Word) -> bool:
    """Whether a word takes up two actors named before; a pronoun only where it has no actor yet."""
    if token.lower_ in _PLURAL:
        return token.dep_ in _ARGUMENTS and article.actor_of(token) is None
    if token.lemma_ in _PAIR:
        return token.lefts.has_form("the")
    if token.tag_ != "NNS" or token.lemma_ not in _PARTIES or _named(token):
        return False
    return token.lefts.has_form(*_BOTH) or _are_the_sides(token)


def _are_the_sides(token: Word) -> bool:
    """ "The sides agreed", without "two" or "both"."""
    return token.lemma_ in ("side", "party") and token.dep_ == "nsubj" and token.lefts.has_form("the")


def _fits(article: AnnotatedArticle, token: Word, pair: list[str]) -> bool:
    """Two of a kind: states for "the two countries", persons for "both leaders"."""
    actors = [article.actors[actor] for actor in pair]
    if len(actors) != 2:
        return False
    if token.lemma_ in _STATES:
        one, other = (actor.country for actor in actors)
        return bool(one and other) and one != other
    if token.lemma_ in _PERSONS:
        return len(article.of_kind(ActorKind.PERSON, pair)) == 2
    one_is_body, other_is_body = (actor.kind in _BODIES for actor in actors)
    return token.pos_ == "PRON" or one_is_body == other_is_body


def _named(token: Word) -> bool:
    """Whether it is said whose they are: "the Greek parties", "his two neighbours"."""
    modifiers = (child for child in token.lefts if child.dep_ != "nummod")
    return any(child.ent_type_ or child.dep_ in ("poss", "nmod") for child in modifiers)


def _pairs(article: AnnotatedArticle, token: Word) -> Iterator[list[str]]:
    """Coordinated subjects of the clauses above and of the sentences before, nearest first."""
    verbs = (word for word in token.ancestors if word.pos_ in ("VERB", "AUX"))
    for subject in filter(None, map(subject_of, verbs)):
        if subject.i < token.i:
            yield _actors(article, [subject])
    number = article.words.sentence_of(token)
    for earlier in range(number - 1, max(-1, number - 1 - _REACH), -1):
        root = next((word for word in article.words.sentence(earlier) if word.head is word), None)
        if root is not None and root.pos_ in ("VERB", "AUX"):
            yield from _of_clause(article, root)


def _of_clause(article: AnnotatedArticle, verb: Word) -> Iterator[list[str]]:
    """The subject of a clause, when it is a pair, else subject and object, or subject and partner."""
    frame = frame_of(verb)
    subject = frame.participants("agent")
    yield _actors(article, subject)
    yield _actors(article, [*subject, *frame.behind("with", "between", "against")])
    yield _actors(article, frame.participants("agent", "patient"))


def _actors(article: AnnotatedArticle, tokens: list[Word]) -> list[str]:
    """The actors of some words, things aside."""
    parties = article.actors_at(member for token in tokens for member in members(token))
    return article.not_of_kind(ActorKind.OBJECT, parties)
