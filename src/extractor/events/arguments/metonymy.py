"""Who stands behind a word that is no actor: the author of an act or a message, the owner of a thing."""

from extractor.document.tokens import Word
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.syntax import by_agent, frame_of, is_event_noun, subject_of, word_class

# How many owners and authors are followed: "the opposition's answer to the ministry's plan".
_DEPTH = 2
_FROM = ("from", "by", "of")
_SENDING = word_lists("events/words.txt")["sending"]


def actor_behind(article: AnnotatedArticle, token: Word, depth: int = 0) -> str | None:
    """The actor a participant stands for: itself, the author of the act it names, or the owner of the thing it is."""
    inside = next(iter(article.actors_at((_carried(token), _holder(token)))), None)
    if inside is not None:
        return inside
    actor = article.actor_of(token)
    if actor is not None or depth > _DEPTH:
        return actor
    same = _named_elsewhere(article, token)
    if same is not None:
        return same
    author = _maker(token)
    if author is not None:
        return actor_behind(article, author, depth + 1)
    if is_event_noun(token):
        return None
    return next(iter(article.actors_at(token.lefts.those("compound", "nmod", "amod"))), None)


def _named_elsewhere(article: AnnotatedArticle, token: Word) -> str | None:
    """The actor that a modifier names again: "police firing" is by "the police", "a rebel attack" by "the rebels"."""
    same = article.actor_named(token.lower_) if token.dep_ == "compound" else None
    if same is None and token.lemma_ in word_class("fighting"):
        return article.actor_named(f"{token.lower_}s")
    return same


def _maker(token: Word) -> Word | None:
    """Who does, owns, says or sends what a noun names."""
    maker = frame_of(token).agent if is_event_noun(token) else token.lefts.first("poss")
    if maker is not None and maker is not token:
        return maker
    return _author(token) or _sender(token)


def _carried(token: Word) -> Word | None:
    """The people in "a bus carrying pilgrims"."""
    for child in token.rights.those("acl"):
        if child.lemma_ in ("carry", "transport", "take", "bring"):
            return child.rights.first("dobj")
    return None


def _holder(token: Word) -> Word | None:
    """The brigade in "trenches held by the brigade"."""
    for child in token.rights.those("acl"):
        if child.tag_ == "VBN" and child.lemma_ in word_class("holding"):
            return by_agent(child)
    return None


def _author(token: Word) -> Word | None:
    """ "demands from rebels", "a plan of the ministry": who says or makes it."""
    if token.lemma_ not in word_class("authored"):
        return None
    nouns = (child.pobj for child in token.rights if child.lower_ in _FROM)
    return next(filter(None, nouns), None)


def _sender(token: Word) -> Word | None:
    """Who issued a statement that demands something, or says something in it."""
    if token.lemma_ not in word_class("messages"):
        return None
    governor = token.head
    if token.dep_ == "dobj":
        return subject_of(governor) if governor.lemma_ in _SENDING else None
    if token.dep_ != "pobj" or governor.lower_ != "in" or governor.head.pos_ != "VERB":
        return None
    return subject_of(governor.head)
