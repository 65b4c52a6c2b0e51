"""Buildings and vehicles as mentions: only where something is done to them."""

from extractor.annotate.actors.mention import Mention, make_mention, phrase_of
from extractor.document.tokens import Word
from extractor.records import ActorKind
from extractor.syntax import word_class

_ACTED_ON = frozenset(("on", "at", "against", "into", "of", "outside"))
_SITES = frozenset("in inside near under beneath underneath behind opposite between to from by beside around".split())  # noqa: SIM905


def thing_mention(token: Word, start: int, end: int) -> Mention | None:
    """A building or a vehicle is an actor only where something is done to it."""
    first = token
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    acted_on = first.dep_ in ("dobj", "nsubjpass") or (first.dep_ == "pobj" and _is_site(first.head))
    if not acted_on:
        return None
    mention = make_mention(token, start, _with_owner(token, end), ActorKind.OBJECT, form="nominal")
    mention.start = _uncounted(token, start)
    return mention


def _uncounted(token: Word, start: int) -> int:
    """Where the thing itself begins: "at least ten [power lines]"; its name keeps the number."""
    number = (word.i + 1 for word in token.words.between(start, token.i) if word.tag_ == "CD" and word.head is token)
    start = max(number, default=start)
    return start + 1 if token.words[start].lower_ in ("several", "some", "many") else start


def _with_owner(token: Word, end: int) -> int:
    """The end of "the house of Judge Omar Hassan", which without its owner could be any."""
    if token.lemma_ not in word_class("owned") or end != token.i + 1 or token.i + 1 >= len(token.words):
        return end
    of = token.words[token.i + 1]
    owner = of.pobj if of.lower_ == "of" and of.head is token else None
    return phrase_of(owner)[1] if owner is not None and owner.pos_ in ("PROPN", "NOUN") else end


def _is_site(preposition: Word) -> bool:
    """ "Inside a bank" is where a bomb explodes, not only where something happens."""
    if preposition.lower_ in _ACTED_ON:
        return True
    if preposition.lower_ not in _SITES:
        return False
    above = next((word for word in preposition.ancestors if word.dep_ not in ("prep", "pobj")), preposition)
    return above.lemma_ in word_class("exploding")
