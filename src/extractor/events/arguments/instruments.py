"""What an act was done with, in the words of the text: "two car bombs exploded", "men armed with rifles"."""

from collections.abc import Iterable, Iterator

from extractor.document.tokens import Word
from extractor.events.coding import Coding
from extractor.lexicon.tables import word_lists
from extractor.syntax import Frame, clause_tokens, conjuncts, frame_of, is_event_noun

_BEFORE = frozenset(("amod", "compound", "nmod", "punct", "npadvmod", "advmod"))
_ARGUMENTS = frozenset(("pobj", "dobj", "nsubj", "nsubjpass", "conj", "appos", "ROOT"))
_MODIFIERS = ("compound", "nmod", "amod")
_CLAUSES = frozenset(("acl", "advcl", "relcl"))


def instruments_of(coding: Coding, frame: Frame, sentence: frozenset[str]) -> list[str]:
    """The means of an act; `sentence` are the lemmas of its sentence."""
    found = [frame.instrument] if frame.instrument is not None else []
    if coding.kind.uses_weapons and not sentence.isdisjoint(_weapons() | _list("vague")):
        found += _of_clause(frame)
    nouns = sorted(dict.fromkeys(_measured(noun) for noun in found), key=lambda noun: noun.i)
    return told_once(phrase for noun in nouns if (phrase := _phrase(noun)))


def is_weapon(noun: Word) -> bool:
    """ "The bomb", "the device"."""
    return noun.lemma_ in _weapons() or noun.lemma_ in _list("vague")


def told_once(phrases: Iterable[str]) -> list[str]:
    """Each means once, in its fullest words: "the bomb" goes on with "car bombs", "the device" with any other."""
    known: dict[str, str] = {}
    for phrase in phrases:
        head = _singular(phrase.split()[-1].lower())
        known[head] = max(known.get(head, ""), phrase, key=len)
    plain = [phrase for head, phrase in known.items() if head not in _list("vague")]
    return plain or list(known.values())


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _list(name: str) -> frozenset[str]:
    return word_lists("events/weapons.txt")[name]


def _parts() -> frozenset[str]:
    return _list("parts")


def _weapons() -> frozenset[str]:
    return _list("weapons")


def _of_clause(frame: Frame) -> Iterator[Word]:
    """The weapons of the clause of a trigger, and those that its participants are said to handle."""
    if frame.trigger.lemma_ in _list("spared"):
        return
    participants = [frame.agent, frame.patient, frame.light, *(noun for _, noun in frame.obliques)]
    heads = [noun for noun in participants if noun is not None]
    clause = [*heads, *clause_tokens(frame.trigger)]
    yield from (word for word in clause if _is_means(word))
    for head in dict.fromkeys((frame.trigger, *heads)):
        yield from _handled(head)


def _handled(head: Word) -> Iterator[Word]:
    """The rifles of "men armed with rifles", "attacked using rifles"."""
    for child in head.rights:
        if child.dep_ in _CLAUSES and child.lemma_ in _list("handling"):
            inner = frame_of(child)
            nouns = [inner.patient, *inner.copatients, *(n for p, n in inner.obliques if p in ("with", "of"))]
            for noun in nouns:
                if noun is not None:
                    yield from (member for member in (noun, *conjuncts(noun)) if _is_means(member))


def _is_means(word: Word) -> bool:
    """A weapon that is an argument itself or says what an act was done with ("a bomb attack"), not "a bomb expert"."""
    if word.pos_ not in ("NOUN", "PROPN"):
        return False
    if not is_weapon(word) and _measured(word) is word:
        return False
    if word.dep_ in _MODIFIERS:
        return is_event_noun(word.head) and word.lemma_ not in _list("vague")
    return word.dep_ in _ARGUMENTS


def _measured(noun: Word) -> Word:
    """The dynamite of "five sticks of dynamite", the mortar of "mortar fire"."""
    of = noun.prep("of") if noun.lemma_ in _parts() else None
    if of is not None and of.lemma_ in _weapons():
        return of
    before = (child for child in noun.lefts if child.dep_ in _MODIFIERS and child.lemma_ in _weapons())
    return next(before, noun) if is_event_noun(noun) else noun


def _phrase(noun: Word) -> str:
    """A noun with what describes it, without article and number: "powerful car bombs"."""
    start = noun.i
    if noun.dep_ not in _MODIFIERS:
        for child in reversed(noun.lefts):
            if child.dep_ not in _BEFORE or child.lower_ in _list("counting"):
                break
            start = child.left_edge.i
    while start < noun.i and (noun.words[start].is_punct or noun.words[start].pos_ == "ADV"):
        start += 1
    return noun.words.phrase(start, noun.i + 1)
