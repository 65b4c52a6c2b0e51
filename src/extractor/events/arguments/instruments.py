"""What an act was done with, in the words of the text: "two car bombs exploded", "men armed with rifles"."""

from collections.abc import Iterable, Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Coding
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.tables import word_lists
from extractor.lexicon.weapons import means
from extractor.syntax import Frame, clause_tokens, conjuncts, frame_of, is_event_noun

_BEFORE = frozenset(("amod", "compound", "nmod", "punct", "npadvmod", "advmod"))
_ARGUMENTS = frozenset(("pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos", "ROOT"))
_MODIFIERS = ("compound", "nmod", "amod")
_CLAUSES = frozenset(("acl", "advcl", "relcl"))


def instruments_of(coding: Coding, frame: Frame, sentence: frozenset[str]) -> list[str]:
    """The means of an act in the words of the text, in text order; `sentence` are the lemmas of its sentence.

    "Set off two car bombs at a station" gives ["car bombs"].
    """
    found = frame.participants("instrument")
    if coding.kind.uses_weapons and not sentence.isdisjoint(means("weapon") | means("vague")):
        found += _of_clause(frame)
    nouns = sorted(dict.fromkeys(map(_measured, found)), key=_position)
    return told_once(filter(None, map(_phrase, nouns)))


def _position(noun: Word) -> int:
    """Where a word stands in the text."""
    return noun.i


def is_weapon(noun: Word) -> bool:
    """Whether a noun names a weapon.

    True for "bomb", for the general "device", and for "round" of "a mortar round"; False for "round" of "a round of
    talks".
    """
    if noun.lemma_ in means("weapon") or noun.lemma_ in means("vague"):
        return True
    return "weapon" in classes_of(noun.lemma_) and noun.lefts.has("compound")


def told_once(phrases: Iterable[str]) -> list[str]:
    """Each means once, in its fullest words: "the bomb" goes on with "car bombs", "the device" with any other."""
    known: dict[str, str] = {}
    for phrase in phrases:
        head = _singular(phrase.split()[-1].lower())
        known[head] = max(known.get(head, ""), phrase, key=len)
    plain = [phrase for head, phrase in known.items() if head not in means("vague")]
    return plain or list(known.values())


def _singular(word: str) -> str:
    """ "Bomb" for "bombs"."""
    if word.endswith("ss"):
        return word
    return word.removesuffix("s")


def _list(name: str) -> frozenset[str]:
    """A list of data/en/events/weapons.txt."""
    return word_lists("events/weapons.txt")[name]


def _of_clause(frame: Frame) -> Iterator[Word]:
    """The weapons of the clause of a trigger, and those that its participants are said to handle."""
    if frame.trigger.lemma_ in _list("spared"):
        return
    heads = [*frame.participants("agent", "patient", "light"), *(noun for _, noun in frame.obliques)]
    yield from filter(_is_means, [*heads, *clause_tokens(frame.trigger)])
    for head in dict.fromkeys((frame.trigger, *heads)):
        yield from _handled(head)


def _handled(head: Word) -> Iterator[Word]:
    """The rifles of "men armed with rifles", "attacked using rifles"."""
    for child in head.rights.those(*_CLAUSES):
        if child.lemma_ in _list("handling"):
            yield from filter(_is_means, _objects(frame_of(child)))


def _objects(frame: Frame) -> Iterator[Word]:
    """What a verb like "arm" or "use" handles, with all members of a coordination."""
    for noun in (*frame.participants("patient"), *frame.copatients, *frame.behind("with", "of")):
        yield noun
        yield from conjuncts(noun)


def _is_means(word: Word) -> bool:
    """A weapon that is an argument itself or says what an act was done with ("a bomb attack"), not "a bomb expert"."""
    if word.pos_ not in ("NOUN", "PROPN"):
        return False
    if not is_weapon(word) and _measured(word) is word:
        return False
    if word.dep_ not in _MODIFIERS:
        return word.dep_ in _ARGUMENTS
    is_of_act = is_event_noun(word.head) and not is_weapon(word.head)  # "mortar fire", not "petrol bombs"
    if not is_of_act:
        return False
    return word.lemma_ not in means("vague")


def _measured(noun: Word) -> Word:
    """The weapon that a noun measures: the dynamite of "sticks of dynamite"."""
    of = noun.prep("of") if noun.lemma_ in _list("parts") else None
    if of is not None and of.lemma_ in means("weapon"):
        return of
    return noun


def _phrase(noun: Word) -> str:
    """A noun with what describes it, without article and number: "powerful car bombs"."""
    start, words = _start_of(noun), noun.words
    while start < noun.i and words[start].pos_ in ("PUNCT", "ADV"):
        start += 1
    return words.phrase(start, noun.i + 1)


def _start_of(noun: Word) -> int:
    """The number of the first word that describes a noun; its own where it is a modifier itself.

    That of "homemade" for "bombs" of "two homemade bombs".
    """
    start = noun.i
    if noun.dep_ in _MODIFIERS:
        return start
    for child in reversed(noun.lefts):
        if child.dep_ not in _BEFORE or child.lower_ in _list("counting"):
            break
        start = child.left_edge.i
    return start
