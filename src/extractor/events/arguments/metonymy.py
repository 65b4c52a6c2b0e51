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
    actor = article.actor_of(token)
    for inside in (_carried(token), _holder(token)):
        if inside is not None and article.actor_of(inside) is not None:
            return article.actor_of(inside)
    if actor is not None or depth > _DEPTH:
        return actor
    if token.dep_ == "compound" and (same := article.actor_named(token.lower_)) is not None:
        return same
    if token.lemma_ in word_class("fighting") and (several := article.actor_named(f"{token.lower_}s")) is not None:
        return several  # "a rebel attack" is by "the rebels"
    author = _maker(token)
    if author is not None:
        return actor_behind(article, author, depth + 1)
    if is_event_noun(token):
        return None
    named = (article.actor_of(c) for c in token.lefts if c.dep_ in ("compound", "nmod", "amod"))
    return next((known for known in named if known), None)


def _maker(token: Word) -> Word | None:
    """Who does, owns, says or sends what a noun names."""
    if is_event_noun(token):
        author = frame_of(token).agent
        return author if author is not None and author != token else _author(token) or _sender(token)
    owner = token.lefts.first("poss")
    return owner or _author(token) or _sender(token)


def _carried(token: Word) -> Word | None:
    """The people in "a bus carrying pilgrims"."""
    for child in token.rights:
        if child.dep_ == "acl" and child.lemma_ in ("carry", "transport", "take", "bring"):
            return child.rights.first("dobj")
    return None


def _holder(token: Word) -> Word | None:
    """The brigade in "trenches held by the brigade"."""
    for child in token.rights:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in word_class("holding"):
            return by_agent(child)
    return None


def _author(token: Word) -> Word | None:
    """ "demands from rebels", "a plan of the ministry": who says or makes it."""
    if token.lemma_ not in word_class("authored"):
        return None
    return next((p.pobj for p in token.rights if p.lower_ in _FROM and p.pobj), None)


def _sender(token: Word) -> Word | None:
    """Who issued a statement that demands something, or says something in it."""
    if token.lemma_ not in word_class("messages"):
        return None
    if token.dep_ == "dobj":
        return subject_of(token.head) if token.head.lemma_ in _SENDING else None
    inside = token.dep_ == "pobj" and token.head.lower_ == "in" and token.head.head.pos_ == "VERB"
    return subject_of(token.head.head) if inside else None
