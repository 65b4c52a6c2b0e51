"""Source and target of an event: which participants of its claim are the actors on either side."""

from collections.abc import Iterable, Iterator

from extractor.events.article import AnnotatedArticle
from extractor.events.coding import Coding
from extractor.records import ActorKind
from extractor.syntax import Frame, conjuncts, frame_of, is_event_noun, word_class
from extractor.words import Word

_ABOUT_ACTS = frozenset(("AGREE", "REJECT", "THREATEN", "CONCEDE", "REQUEST"))
_TOWARDS = frozenset(("to", "with", "against", "on", "for", "from"))


def sides(article: AnnotatedArticle, coding: Coding, frame: Frame) -> tuple[list[str], list[str]]:
    """(source, target) as actor ids in text order, none on both sides; reciprocal acts have all parties as sources."""
    source = _persons(article, _actors(article, _role(frame, coding.source)))
    target = [actor for actor in _actors(article, _role(frame, coding.target)) if actor not in source]
    target = target or _by_preposition(article, coding, frame) or _of_complement(article, coding, frame, source)
    if coding.reciprocal:
        source, target = _parties(article, source, target, frame)
    target = [actor for actor in target if actor not in source]
    return source, target if coding.type == "ASSAULT" else _persons(article, target)


def _parties(
    article: AnnotatedArticle, source: list[str], target: list[str], frame: Frame
) -> tuple[list[str], list[str]]:
    """Both sides of a meeting, a deal or a clash: the second one where the sentence sets it apart."""
    partners = [noun for preposition, noun in frame.obliques if preposition in ("with", "against")]
    together = [noun for preposition, noun in frame.obliques if preposition in ("between", "among")]
    first = dict.fromkeys([*source, *_actors(article, _with_members(together))])
    shared = [c for c in frame.coagents if c not in partners]
    first |= dict.fromkeys(_actors(article, shared))
    second = dict.fromkeys([*target, *_actors(article, [*frame.copatients, *_with_members(partners)])])
    other = [actor for actor in second if actor not in first]
    return (list(first), other) if first else (other, [])


def _by_preposition(article: AnnotatedArticle, coding: Coding, frame: Frame) -> list[str]:
    """The other side where the type's own prepositions name it: "cut ties with", "fired on", "protested against"."""
    if coding.target == "none":
        return []
    for preposition in coding.prepositions:
        found = _actors(article, _with_members(noun for p, noun in _all_obliques(frame) if p == preposition))
        if found:
            return found
    return []


def _of_complement(article: AnnotatedArticle, coding: Coding, frame: Frame, source: list[str]) -> list[str]:
    """ "offered to hand him over to France": an act about an act is directed at the other side of that act."""
    inner = frame.complement
    if inner is None or coding.type not in _ABOUT_ACTS:
        return []
    about = frame_of(inner)
    sides = [about.agent] if coding.type == "REQUEST" else []
    sides += [about.patient, about.recipient, *(noun for p, noun in _all_obliques(about) if p in _TOWARDS)]
    found = _actors(article, _with_members(side for side in sides if side is not None))
    return [actor for actor in found if actor not in source][:1]


def _all_obliques(frame: Frame) -> Iterator[tuple[str, Word]]:
    """The prepositional arguments of the trigger and of its object: "used tear gas against the crowd"."""
    yield from frame.obliques
    if frame.patient is not None and not frame.noun:
        yield from frame_of(frame.patient).obliques if frame.patient.pos_ == "NOUN" else ()


def _role(frame: Frame, role: str) -> list[Word]:
    if role == "agent":
        return _with_members([frame.agent] if frame.agent is not None else [])
    if role == "patient":
        return [frame.patient, *frame.copatients] if frame.patient is not None else []
    if role == "recipient":
        return _with_members([frame.recipient] if frame.recipient is not None else [])
    if role == "instrument":
        return [frame.instrument] if frame.instrument is not None else []
    if role.startswith("oblique:"):
        wanted = role.removeprefix("oblique:")
        return _with_members([noun for preposition, noun in frame.obliques if preposition == wanted])
    return []


def _with_members(tokens: Iterable[Word]) -> list[Word]:
    return [member for token in tokens for member in (token, *conjuncts(token))]


def _carried(token: Word) -> Word | None:
    """The people in "a bus carrying pilgrims"."""
    for child in token.rights:
        if child.dep_ == "acl" and child.lemma_ in ("carry", "transport", "take", "bring"):
            return next((c for c in child.rights if c.dep_ == "dobj"), None)
    return None


def _author(token: Word) -> Word | None:
    """ "demands from rebels", "a plan of the ministry": who says or makes it."""
    if token.lemma_ not in word_class("authored"):
        return None
    return next((p.pobj for p in token.rights if p.lower_ in ("from", "by", "of") and p.pobj), None)


def _actors(article: AnnotatedArticle, tokens: Iterable[Word]) -> list[str]:
    found = [actor for token in tokens if (actor := actor_behind(article, token)) is not None]
    return list(dict.fromkeys(found))


def _persons(article: AnnotatedArticle, actors: list[str]) -> list[str]:
    """The actors without things: only an attack has a thing as its target, and nothing has one as its source."""
    return [actor for actor in actors if article.actors[actor].kind is not ActorKind.OBJECT]


def actor_behind(article: AnnotatedArticle, token: Word, depth: int = 0) -> str | None:
    """The actor a participant stands for: itself, the author of the act it names, or the owner of the thing it is."""
    actor = article.actor_of(token)
    carried = _carried(token)
    if carried is not None and article.actor_of(carried) is not None:
        return article.actor_of(carried)
    if actor is not None or depth > 2:
        return actor
    if token.dep_ == "compound" and (same := article.actor_named(token.lower_)) is not None:
        return same
    if is_event_noun(token):
        author = frame_of(token).agent
        return actor_behind(article, author, depth + 1) if author is not None and author != token else None
    owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        return actor_behind(article, owner, depth + 1)
    if (author := _author(token)) is not None:
        return actor_behind(article, author, depth + 1)
    named = (article.actor_of(c) for c in token.lefts if c.dep_ in ("compound", "nmod", "amod"))
    return next((known for known in named if known), None)
