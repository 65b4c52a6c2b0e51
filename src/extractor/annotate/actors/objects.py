"""Buildings and vehicles as mentions: only where something is done to them."""

from extractor.annotate.actors.mention import Mention, make_mention, phrase_of
from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import verb_rules
from extractor.lexicon.word_classes import word_classes
from extractor.records import ActorKind
from extractor.syntax import predicate_of, word_class

_ACTED_ON = frozenset(("on", "at", "against", "into", "of", "outside"))
_SITES = word_lists("actors/words.txt")["site prepositions"]
_RELATIVE = frozenset(("which", "that"))
_ALIGHT = frozenset(("alight", "ablaze"))


def thing_mention(token: Word, start: int, end: int) -> Mention | None:
    """A building or a vehicle as a mention of tokens [start, end); None where nothing is done to it.

    "The mosque" of "rebels burned the mosque"; nothing for that of "met in the mosque".
    """
    if not is_acted_on(token) and not _acts(token):
        return None
    mention = make_mention(token, start, _with_owner(token, end), ActorKind.OBJECT, form="nominal")
    mention.start = _uncounted(token, start)
    return mention


def is_spoiled(token: Word) -> bool:
    """Whether a noun that no list has is a thing, by the verb that destroys it.

    "Torched a road roller", "set fire to a dispensary"; not "demolished the argument".
    """
    first = token.climb("conj")
    if token.pos_ != "NOUN" or token.lower_ in _ALIGHT:
        return False
    if first.dep_ == "pobj":
        return _is_set_alight(first.head)
    if first.dep_ not in ("dobj", "nsubjpass"):
        return False
    return _destroys(first.head) and not _is_symbol(token)


def _is_symbol(token: Word) -> bool:
    """Whether what is burned or torn down stands for something else, or is nothing one can touch.

    "Burned a banner", "tore down the theory"; not "tore down a fence".
    """
    return token.lemma_ in word_classes()["symbol"] or token.lemma_ in word_classes()["abstract"]


def _destroys(verb: Word) -> bool:
    """Whether a verb leaves nothing whole of its object, whatever it is.

    "Torched it", "set it on fire", "set it ablaze"; not "set it down", "damaged it".
    """
    if verb.lemma_ == "set":
        return verb.rights.has_form(*_ALIGHT) or any(noun.lower_ == "fire" for noun in verb.preps("on"))
    return predicate_of(verb) in word_class("destroying")


def is_acted_on(token: Word) -> bool:
    """Whether something is done to what a word names: "burned the mosque", "an attack on the mosque"."""
    first = token.climb("conj")
    if first.dep_ in ("dobj", "nsubjpass") or _comes_under(first):
        return True
    if first.dep_ == "pobj" and (_is_site(first.head) or _is_set_alight(first.head)):
        return True
    clause = first.rights.first("relcl")  # "the bridge, which rebels blew up"
    return clause is not None and clause.lefts.has("dobj", "nsubjpass") and clause.left_edge.lower_ in _RELATIVE


def _comes_under(noun: Word) -> bool:
    """ "The station came under fire"; not "the station came into view"."""
    return noun.dep_ == "nsubj" and noun.head.lemma_ in ("come", "be") and noun.head.prep("under") is not None


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


def _is_set_alight(preposition: Word) -> bool:
    """Whether a preposition leads to what is burned.

    "Set fire to the depot"; not "went to the depot", "set out to the depot".
    """
    if preposition.lower_ != "to":
        return False
    return preposition.head.lemma_ == "fire" or preposition.head.rights.has_form("fire")


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
