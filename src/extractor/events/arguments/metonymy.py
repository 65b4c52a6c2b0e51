"""Who stands behind a word that is no actor: the author of an act or a message, the owner of a thing."""

from extractor.document.tokens import Word
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_class
from extractor.records import ActorKind
from extractor.syntax import by_agent, frame_of, is_event_noun, subject_of

# How many owners and authors are followed: "the opposition's answer to the ministry's plan".
_DEPTH = 2
_FROM = ("from", "by", "of")
_HELD = (ActorKind.PERSON, ActorKind.PEOPLE)  # who is held; what is held stands for who holds it
_STEERING = word_lists("events/words.txt")["steering"]
_CARRYING = ("carry", "transport", "take", "bring")
_SENDING = word_lists("events/words.txt")["sending"]


def actor_behind(article: AnnotatedArticle, token: Word, depth: int = 0) -> str | None:
    """The actor a participant stands for: itself, the author of the act it names, or the owner of the thing it is.

    The actor's id, None where the text does not tell; `depth` counts the owners and authors followed so far.
    The rebels for "demands" of "demands from rebels" and for "plan" of "the rebels' plan".
    """
    actor = article.actor_of(token)
    held = actor is not None and article.actors[actor].kind in _HELD
    inside = article.actor_of(_carried(token)) or (None if held else article.actor_of(_holder(token)))
    if inside is not None:
        return inside
    if actor is not None or depth > _DEPTH:
        return actor
    same = _named_elsewhere(article, token) or _set_beside(article, token) or _whole(article, token)
    if same is not None:
        return same
    author = _maker(token)
    if author is not None:
        return actor_behind(article, author, depth + 1)
    if is_event_noun(token):
        return None
    return next(iter(article.actors_at(token.lefts.those("compound", "nmod", "amod"))), None)


def _whole(article: AnnotatedArticle, part: Word) -> str | None:
    """Those whom a number takes some from: the commanders of "the killing of two of its commanders"."""
    return article.actor_of(part.prep("of")) if part.pos_ == "NUM" else None


def _named_elsewhere(article: AnnotatedArticle, token: Word) -> str | None:
    """The actor that a modifier names again: "police firing" is by "the police", "a rebel attack" by "the rebels"."""
    same = article.actor_named(token.lower_) if token.dep_ == "compound" else None
    if same is not None:
        return same
    is_fighting = token.lemma_ in word_class("fighting")
    if not is_fighting:
        return None
    return article.actor_named(f"{token.lower_}s")


def _set_beside(article: AnnotatedArticle, token: Word) -> str | None:
    """Who a noun is that names no actor itself: "the head of the party, Ada Obi"."""
    return article.actor_of(token.rights.first("appos"))


def _maker(token: Word) -> Word | None:
    """Who does, owns, says or sends what a noun names.

    "Mali" for "Mali's statement".
    """
    maker = frame_of(token).agent if is_event_noun(token) else token.lefts.first("poss")
    if maker is None or maker is token:
        return _author(token) or _sender(token)
    return maker


def _carried(token: Word) -> Word | None:
    """The people in "a bus carrying pilgrims"."""
    for child in token.rights.those("acl"):
        if child.lemma_ in _CARRYING:
            return child.rights.first("dobj")
    return None


def _holder(token: Word) -> Word | None:
    """Who holds, sends or steers a thing.

    The brigade in "trenches held by the brigade" and in "drones launched by the brigade"; not in "drones shot down by
    the brigade".
    """
    for child in token.rights.those("acl"):
        if child.tag_ == "VBN" and (child.lemma_ in word_class("holding") or child.lemma_ in _STEERING):
            return by_agent(child)
    return None


def _author(token: Word) -> Word | None:
    """ "demands from rebels", "a plan of the ministry": who says or makes it."""
    if token.lemma_ not in word_class("authored"):
        return None
    for child in token.rights:
        noun = child.pobj if child.lower_ in _FROM else None
        if noun is not None:
            return noun
    return None


def _sender(token: Word) -> Word | None:
    """Who issued a statement that demands something, or says something in it.

    "Ruiz" for "statement" of "Ana Ruiz issued a statement demanding new elections."
    """
    if token.lemma_ not in word_class("messages"):
        return None
    if token.dep_ == "dobj":
        return _subject_of_sending(token.head)
    if token.dep_ == "pobj" and token.head.lower_ == "in":
        return _subject_of_verb(token.head.head)
    return None


def _subject_of_sending(verb: Word) -> Word | None:
    """Who issues, sends or publishes something."""
    return subject_of(verb) if verb.lemma_ in _SENDING else None


def _subject_of_verb(word: Word) -> Word | None:
    """The subject of a word that is a verb."""
    return subject_of(word) if word.pos_ == "VERB" else None
