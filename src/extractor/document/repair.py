"""What the parser gets wrong as a rule: verbs of headlines taken for nouns, speakers behind a quotation for objects."""

from collections.abc import Iterable

from extractor.document.tokens import NONE, Word, Words
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import event_nouns, verb_rules
from extractor.lexicon.word_classes import word_classes

_NOUNS = frozenset(("NOUN", "PROPN"))
_BEFORE = frozenset(("amod", "compound", "det", "nmod", "nsubj", "nummod"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_PAST = {"shot": "shoot", "hurt": "hurt", "cut": "cut", "hit": "hit", "beat": "beat"}
_CLOSED = frozenset(("”", '"', "''", "’", "'", "»"))
_LONGEST = 14  # words of a headline
_PLURALS = word_lists("lexicon/words.txt")["plural modifiers"]


def mend(words: Words) -> None:
    """Give the verbs of sentences back to them."""
    for word in words:
        if word.dep_ == "dobj" and word.head.pos_ in _NOUNS:
            _mend_governor(word.head)
        elif word.dep_ == "dobj" and word.head.lower_ == "dead":
            _mend_shot(words[word.head.i - 1], word.head)
        elif word.dep_ == "dobj" and _says_quotation(word.head):
            word.dep_ = "nsubj"
    for sentence in words.sentences():
        for first in sentence[:1]:
            _mend_people(first)
        if len(sentence) <= _LONGEST and not any(word.pos_ in ("VERB", "AUX") for word in sentence):
            _mend_headline(sentence)


def _mend_governor(noun: Word) -> None:
    """A noun with a subject and an object is a verb."""
    lemma = _PAST.get(noun.lower_, noun.lemma_)
    if lemma in verb_rules() and noun.lefts.has("nsubj"):
        noun.lemma_, noun.pos_, noun.tag_ = lemma, "VERB", "VBD" if noun.lower_ in _PAST else "VBZ"


def _says_quotation(verb: Word) -> bool:
    """ "“We left,” muttered his uncle": what stands behind the verb says it, and is not its object."""
    if verb.i < 2 or not verb.lefts.has("ccomp") or verb.lefts.has("nsubj"):
        return False
    return verb.nbor(-1).text in _CLOSED and verb.nbor(-2).text in (",", "?", "!")


def _mend_people(first: Word) -> None:
    """ "Assailants burned a village", where the capital letter makes people a name."""
    person = first.lower_.removesuffix("s")
    if first.tag_ == "NNPS" and first.ent_type_ not in _NAMES and "person" in classes_of(person):
        first.lemma_, first.pos_, first.tag_, first.ent_type_ = person, "NOUN", "NNS", ""


def _mend_shot(shot: Word, dead: Word) -> None:
    """ "Men in a taxi shot dead a notary", parsed as if they were dead in a shot."""
    if shot.lower_ != "shot" or shot.dep_ != "pobj" or not shot.lefts or dead.head is not dead:
        return
    preposition, *modifiers, noun = shot.head, *shot.lefts
    noun.dep_, noun.head = "pobj", preposition
    _hang_before(noun, modifiers)
    preposition.hang(preposition.lefts, (noun if word is shot else word for word in preposition.rights))
    shot.lemma_, shot.pos_, shot.tag_, shot.dep_, shot.head = "shoot", "VERB", "VBD", "ROOT", shot
    shot.hang(dead.lefts, (dead, *dead.rights))
    for word in shot.children:
        word.head = shot
    dead.dep_ = "oprd"
    dead.hang(NONE, NONE)


def _mend_headline(sentence: Iterable[Word]) -> None:
    """The noun before the last one of "Mob lynches thief in Oaxaca" is its verb."""
    last = next((word for word in sentence if word.head is word and word.pos_ in _NOUNS), None)
    if last is None:
        return
    for at, word in enumerate(last.lefts):
        before = [*last.lefts[:at], *word.lefts]
        if before and _is_verb(before[-1], word) and all(child.dep_ in _BEFORE for child in before):
            _turn(last, word, before, list(last.lefts[at + 1 :]))
            return


def _is_verb(before: Word, word: Word) -> bool:
    """ "Lynches" after "mob", "bomb" after "jets"; an act after one thing only where the parser has a subject."""
    known = word.dep_ == "compound" and word.pos_ in _NOUNS and word.lemma_ in verb_rules()
    if not known or before.pos_ not in _NOUNS or before.i + 1 != word.i or {before.lemma_, word.lemma_} & _PLURALS:
        return False
    if _is_plural(word):
        return not _is_plural(before) and (word.lemma_ not in event_nouns() or before.dep_ == "nsubj")
    return _is_plural(before)


def _is_plural(word: Word) -> bool:
    """Not by its "s" alone: "Athens talks"."""
    singular = word.lower_.removesuffix("s")
    return (
        word.tag_ in ("NNS", "NNPS")
        or word.lower_ == "police"
        or (singular != word.lower_ and singular in word_classes()["people"])
    )


def _turn(last: Word, verb: Word, before: list[Word], after: list[Word]) -> None:
    *modifiers, subject = before
    verb.pos_, verb.tag_, verb.dep_, verb.head = "VERB", "VBZ" if verb.tag_.endswith("S") else "VBP", "ROOT", verb
    _hang_before(subject, modifiers)
    subject.dep_, subject.head = "nsubj", verb
    last.dep_, last.head = "dobj", verb
    last.hang(after, last.rights)
    verb.hang((subject,), (*verb.rights, last))


def _hang_before(noun: Word, modifiers: list[Word]) -> None:
    for word in modifiers:
        word.head = noun
    noun.hang((*modifiers, *noun.lefts), noun.rights)
