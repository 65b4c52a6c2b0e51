"""Actors that one word stands for together: "Greek and Turkish officials", "both sides" of a pair named before."""

from collections.abc import Iterator
from itertools import chain

from extractor.document.tokens import Word
from extractor.events.arguments.metonymy import actor_behind
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.records import ActorKind
from extractor.syntax import conjuncts, frame_of, is_event_noun, sharers, subject_of

_PLURAL = frozenset(("they", "them", "both"))
_PARTIES = word_lists("events/words.txt")["parties"]
_PAIR = frozenset(("pair", "duo", "twosome", "two"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))
_BOTH = frozenset(("two", "both"))
_STATES = word_lists("events/words.txt")["states of pairs"]
_PERSONS = frozenset("leader president premier minister".split())  # noqa: SIM905
_BODIES = frozenset((ActorKind.COUNTRY, ActorKind.ORGANIZATION))
_REACH = 2  # sentences between a pair and "both sides"


def members(token: Word) -> list[Word]:
    """A word with those coordinated with it, those that share it, and those whose names a comma sets beside it.

    "Greek" and "officials" of "Greek and Turkish officials"; "guards", "medics" of "guards and medics".
    """
    found: list[Word] = []
    for word in (token, *conjuncts(token)):
        found += [*_sharing(word), word, *_listed_beside(word)]
    return found


def _listed_beside(noun: Word) -> list[Word]:
    """ "Two nurses, Ana Diaz and Luis Rojas", "a nurse, Ana Diaz, and her son": all but the first name."""
    beside = noun.rights.first("appos")
    return conjuncts(beside) if beside is not None else []


def _sharing(noun: Word) -> list[Word]:
    """Whom else a noun stands for: itself is the last one, unless it is what they do ("Greek and Turkish demands")."""
    shared = sharers(noun)
    return shared if is_event_noun(noun) else shared[:-1]


def actors_of(article: AnnotatedArticle, token: Word) -> list[str]:
    """The actors that a participant stands for, as ids: one, or the pair that "both sides" takes up; [] if unknown."""
    several = _owners(article, token) or _pair_before(article, token)
    if several:
        return several
    actor = actor_behind(article, token)
    return [actor] if actor is not None else []


def _pair_before(article: AnnotatedArticle, token: Word) -> list[str]:
    """The nearest two actors that a word like "both sides" can take up; none where it takes up nobody."""
    if not stands_for_pair(article, token):
        return []
    for pair in _pairs(article, token):
        if _fits(article, token, pair):
            return pair
    return []


def _owners(article: AnnotatedArticle, token: Word) -> list[str]:
    """Whom "ministers from Chad and Mali" and "envoys of Obama and Putin" act for; none unless all are known."""
    of = token.prep("of", "from") if token.tag_ == "NNS" else None
    if of is None or of.pos_ != "PROPN":
        return []
    found = [_actor_or_state(article, owner) for owner in (of, *conjuncts(of))]
    if len(found) < 2 or None in found:
        return []
    return list(dict.fromkeys(filter(None, found)))


def _actor_or_state(article: AnnotatedArticle, name: Word) -> str | None:
    """The actor of a name, or the state that a place stands for."""
    return article.actor_of(name) or article.ensure_state(name)


def stands_for_pair(article: AnnotatedArticle, token: Word) -> bool:
    """Whether a word takes up two actors named before; a pronoun only where it has no actor yet.

    "Both sides", "the two countries", "each" of "each blamed the other"; not "the Greek parties".
    """
    if token.lower_ in _PLURAL:
        if token.dep_ not in _ARGUMENTS:
            return False
        return article.actor_of(token) is None
    if token.lemma_ in _PAIR:
        return token.lefts.has_form("the")
    if _is_each(token):
        return True
    if token.tag_ != "NNS" or token.lemma_ not in _PARTIES:
        return False
    if any(map(_says_whose, token.lefts)):
        return False
    if token.lefts.has_form(*_BOTH):
        return True
    return _are_the_sides(token)


def _is_each(token: Word) -> bool:
    """ "Each side blamed the other", "each blamed the other"."""
    if token.lower_ == "each":
        return token.dep_ == "nsubj"
    return token.lemma_ in _PARTIES and token.lefts.has_form("each")


def _are_the_sides(token: Word) -> bool:
    """ "The sides agreed", without "two" or "both"."""
    if token.lemma_ not in ("side", "party") or token.dep_ != "nsubj":
        return False
    return token.lefts.has_form("the")


def _fits(article: AnnotatedArticle, token: Word, pair: list[str]) -> bool:
    """Two of a kind: states for "the two countries", persons for "both leaders"."""
    if token.lower_ in _PLURAL and len(pair) > 2:
        return token.lower_ != "both"
    if len(pair) != 2:
        return False
    one, other = (article.actors[actor] for actor in pair)
    if token.lemma_ in _STATES:
        return _are_two_countries(one.country, other.country)
    if token.lemma_ in _PERSONS:
        return one.kind is other.kind is ActorKind.PERSON
    if token.pos_ == "PRON":
        return True
    if token.lemma_ == "side":  # rebels and an army, but no minister and radio station
        if ActorKind.PERSON not in (one.kind, other.kind):
            return True
        return one.kind is other.kind
    return (one.kind in _BODIES) == (other.kind in _BODIES)


def _are_two_countries(one: str | None, other: str | None) -> bool:
    """Whether both codes are known and differ."""
    if not one or not other:
        return False
    return one != other


def _says_whose(modifier: Word) -> bool:
    """Whether a word says whose they are: "the Greek parties", "his two neighbours"."""
    if modifier.dep_ == "nummod":
        return False
    return bool(modifier.ent_type_) or modifier.dep_ in ("poss", "nmod")


def _pairs(article: AnnotatedArticle, token: Word) -> Iterator[list[str]]:
    """Coordinated subjects of the clauses above and of the sentences before, nearest first.

    Ruiz and Diallo for "leaders" of "Ana Ruiz and Omar Diallo met. Both leaders signed a treaty."
    """
    for subject in filter(None, map(subject_of, filter(_is_verb, token.ancestors))):
        if subject.i < token.i:
            yield _actors(article, [subject])
    number = article.words.sentence_of(token)
    for earlier in range(number - 1, max(-1, number - 1 - _REACH), -1):
        root = next(filter(_is_root, article.words.sentence(earlier)), None)
        if root is not None and _is_verb(root):
            yield from _of_clause(article, root)


def _is_verb(word: Word) -> bool:
    """Whether a word can have a clause of its own."""
    return word.pos_ in ("VERB", "AUX")


def _is_root(word: Word) -> bool:
    """Whether a word is the top of its sentence."""
    return word.head is word


def _of_clause(article: AnnotatedArticle, verb: Word) -> Iterator[list[str]]:
    """The subject of a clause, when it is a pair, else subject and object, or subject and partner."""
    frame = frame_of(verb)
    subject = frame.participants("agent")
    yield _actors(article, subject)
    yield _actors(article, [*subject, *frame.behind("with", "between", "against")])
    yield _actors(article, frame.participants("agent", "patient"))


def _actors(article: AnnotatedArticle, tokens: list[Word]) -> list[str]:
    """The actors of some words, things aside."""
    parties = article.actors_at(chain.from_iterable(map(members, tokens)))
    return article.not_of_kind(ActorKind.OBJECT, parties)
