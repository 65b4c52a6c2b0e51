"""Buildings and vehicles as mentions: only where something is done to them."""

from extractor.annotate.actors.mention import Mention, make_mention, phrase_of
from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import verb_rules
from extractor.records import ActorKind
from extractor.syntax import word_class

_ACTED_ON = frozenset(("on", "at", "against", "into", "of", "outside"))
_SITES = word_lists("actors/words.txt")["site prepositions"]


def thing_mention(token: Word, start: int, end: int) -> Mention | None:
    """A building or a vehicle as a mention of tokens [start, end); None where nothing is done to it.

    "The mosque" of "rebels burned the mosque"; nothing for that of "met in the mosque".
    """
    if not is_acted_on(token) and not _acts(token):
        return None
    mention = make_mention(token, start, _with_owner(token, end), ActorKind.OBJECT, form="nominal")
    mention.start = _uncounted(token, start)
    return mention


def is_acted_on(token: Word) -> bool:
    """Whether something is done to what a word names: "burned the mosque", "an attack on the mosque"."""
    first = token.climb("conj")
    if first.dep_ == "pobj":
        return _is_site(first.head)
    if first.dep_ in ("dobj", "nsubjpass"):
        return True
    clause = first.rights.first("relcl")  # "the bridge, which rebels blew up"
    return clause is not None and clause.lefts.first("dobj", tag="WDT") is not None


def _acts(token: Word) -> bool:
    """Whether a machine does something as its crew would: "a helicopter strafed the car", "was stopped by vehicles"."""
    first = token.climb("conj")
    if first.lemma_ not in word_class("machines"):
        return False
    is_agent = first.dep_ == "nsubj" or first.head.dep_ == "agent"
    verb = first.head.head if first.dep_ == "pobj" else first.head
    return is_agent and verb.lemma_ in verb_rules()


def _uncounted(token: Word, start: int) -> int:
    """Where the thing itself begins: "at least ten [power lines]"; its name keeps the number."""
    number = (word.i + 1 for word in token.words.between(start, token.i) if word.tag_ == "CD" and word.head is token)
    start = max(number, default=start)
    if token.words[start].lower_ in ("several", "some", "many"):
        return start + 1
    return start


def _with_owner(token: Word, end: int) -> int:
    """The end of "the house of Judge Omar Hassan", which without its owner could be any."""
    if token.lemma_ not in word_class("owned") or not token.precedes("of"):
        return end
    owner = token.prep("of") if end == token.i + 1 else None
    if owner is None or owner.pos_ not in ("PROPN", "NOUN"):
        return end
    return phrase_of(owner)[1]


def _is_site(preposition: Word) -> bool:
    """Whether a preposition puts an act against what stands behind it.

    "On the mosque" does; "inside a bank" does when a bomb explodes there, but not for "met inside a bank".
    """
    if preposition.lower_ in _ACTED_ON:
        return True
    if preposition.lower_ not in _SITES:
        return False
    above = next((word for word in preposition.ancestors if word.dep_ not in ("prep", "pobj")), preposition)
    return above.lemma_ in word_class("exploding")
