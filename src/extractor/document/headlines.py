"""Verbs of headlines that the tagger takes for nouns: "Mob lynches thief in Oaxaca", "Border guards detain priest"."""

from collections.abc import Sequence

from extractor.document.labels import INSIDE, NOUNS, SUBJECTS
from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists
from extractor.lexicon.triggers import event_nouns, verb_rules
from extractor.lexicon.word_classes import word_classes

_BEFORE = frozenset(("amod", "compound", "det", "nmod", "nsubj", "nummod"))
_TENSES = {"ADJ": "VBD"}
_IRREGULAR = {"froze": "freeze", "shot": "shoot", "struck": "strike", "broke": "break", "drove": "drive"}
_LONGEST = 14  # words of a headline
_PLURALS = word_lists("lexicon/words.txt")["plural modifiers"]


def repair_headline(sentence: Sequence[Word]) -> None:
    """Give a short sentence its verb, where the parse has none or another word is it."""
    root = next((word for word in sentence if word.head is word), None)
    if root is None or len(sentence) > _LONGEST:
        return
    if root.tag_ == "VBZ":
        _repair_third_person(root)
    elif root.pos_ not in NOUNS:
        _repair_first_clause(root)
    elif any(word.pos_ in ("VERB", "AUX") for word in sentence):
        _repair_noun_with_subject(root)
    else:
        _repair_verbless(root)
        _repair_noun_with_subject(root)


def _repair_verbless(root: Word) -> None:
    """Find the verb of a sentence in which the parser has none.

    The verb stands before the last noun, as in "Mob lynches thief in Oaxaca", or behind the first, which the parser
    then takes for the head, as in "Border guards detain priest".
    """
    beside = root.rights.first("appos")
    if beside is not None and _is_verb_between(root, beside):
        _make_verb(beside.lefts[0], root, beside)
        return
    for at, word in enumerate(root.lefts):
        before = [*root.lefts[:at], *word.lefts]
        if _is_subject(before) and (_is_verb(before[-1], word) or _is_past(before[-1], word)):
            _gather(before)
            _make_verb(word, before[-1], root)
            return


def _repair_noun_with_subject(root: Word) -> None:
    """Make a noun with a subject right before it the verb it is.

    "Rips" of "bomb blast rips through a bus".
    """
    subject = root.lefts.first("nsubj")
    if subject is not None and subject.i + 1 == root.i and root.lemma_ in verb_rules():
        root.pos_, root.tag_ = "VERB", "VBZ" if root.tag_.endswith("S") else "VBP"


def _repair_first_clause(root: Word) -> None:
    """Find the verb of a clause that the parser takes for a subject of the verb behind it.

    "Ambush" of "gunmen ambush convoy, 13 officers slain" and of "gunmen ambush convoy as talks collapse".
    """
    for noun in filter(_is_set_off, root.lefts.those("nsubj", "nsubjpass")):
        for at, word in enumerate(noun.lefts):
            before = list(noun.lefts[:at]) or list(word.lefts)
            if before and _are_people(before[-1]) and _is_verb(before[-1], word):
                _gather(before)
                _make_verb(word, before[-1], noun)
                word.move(root, "ccomp")
                return


def _is_set_off(noun: Word) -> bool:
    """Whether another subject, a comma or a conjunction stands between a subject and its verb.

    "Convoy" of "gunmen ambush convoy, 13 officers slain"; not "leader" of "miners strike leader died".
    """
    between = noun.words.between(noun.i + 1, noun.head.i)
    return any(word.text == "," or word.dep_ in ("mark", "nsubj", "nsubjpass") for word in between)


def _are_people(word: Word) -> bool:
    """Whether a plural names people.

    "Gunmen", "miners"; not "goods".
    """
    if not _is_plural(word):
        return False
    return any(word.lemma_ in word_classes()[name] for name in ("living", "military", "police"))


def _repair_third_person(verb: Word) -> None:
    """Put right a verb in the third person.

    In "Government forces arrest teacher" nobody forces, and "arrest" is the verb. In "Oslo blacklists Rwanda" the
    parser has the right verb, but takes its subject for a part of it.
    """
    thing = verb.rights.first("dobj")
    singular = verb.lower_.removesuffix("s")
    is_people = singular in word_classes()["living"] or singular in word_classes()["military"]
    if is_people and thing is not None and _is_verb_between(verb, thing):
        verb.lemma_, verb.pos_, verb.tag_ = singular, "NOUN", "NNS"
        for word in verb.lefts.those("nsubj"):
            word.dep_ = "compound"
        _make_verb(thing.lefts[0], verb, thing)
    elif verb.lefts and not verb.lefts.has(*SUBJECTS) and verb.lemma_ in verb_rules():
        _name_subject(verb)


def _name_subject(verb: Word) -> None:
    """Make the noun before a verb, which the parser takes for a part of it, its subject.

    What the parser has as an apposition is the object then: "Rwanda" of "Oslo blacklists Rwanda".
    """
    before = list(verb.lefts)
    subject = before[-1]
    if subject.dep_ not in INSIDE or subject.i + 1 != verb.i:
        return
    _gather(before)
    subject.move(verb, "nsubj")
    thing = verb.rights.first("appos")
    if thing is not None:
        thing.move(verb, "dobj")


def _is_verb_between(people: Word, thing: Word) -> bool:
    """Whether the word between two nouns is a verb.

    True for "detain" of "border guards detain priest"; False for "border" of "Oslo border guards".
    """
    if not thing.lefts or thing.lefts[0].i != people.i + 1:
        return False
    verb = thing.lefts[0]
    is_plural = _is_plural(people) or people.tag_ == "VBZ"
    return is_plural and not _is_plural(verb) and _can_be_verb(verb)


def _is_subject(before: list[Word]) -> bool:
    """Whether some words before a noun can be the subject of the verb that it is."""
    if not before:
        return False
    return all(child.dep_ in _BEFORE for child in before)


def _is_verb(before: Word, word: Word) -> bool:
    """ "Lynches" after "mob", "bomb" after "jets"; an act after one thing only where the parser has a subject."""
    if not _can_be_verb(word) or before.pos_ not in NOUNS:
        return False
    if before.i + 1 != word.i:
        return False
    is_subject = before.dep_ == "nsubj"
    if not is_subject and not _PLURALS.isdisjoint((before.lemma_, word.lemma_)):
        return False
    if not _is_plural(word):
        return _is_plural(before)
    if _is_plural(before):
        return False
    return is_subject or word.lemma_ not in event_nouns()


def _is_past(before: Word, word: Word) -> bool:
    """Whether an adjective between two nouns is a verb of the lexicon in the past, which becomes its lemma then.

    "Boycotted" of "farmers boycotted classes", "froze" of "the EU froze assets"; not "armed" of "an armed group".
    """
    if word.dep_ != "amod" or word.pos_ != "ADJ" or before.i + 1 != word.i or before.dep_ not in INSIDE:
        return False
    stem = word.lower_.removesuffix("ed")
    regular = (stem, f"{stem}e", stem[:-1]) if stem != word.lower_ else ()
    lemma = next((form for form in (_IRREGULAR.get(word.lower_, ""), *regular) if form in verb_rules()), None)
    if lemma is None:
        return False
    word.lemma_ = lemma
    return True


def _can_be_verb(word: Word) -> bool:
    """Whether a noun before another has the form of a verb of the lexicon.

    "Kill" of "gunmen kill priest"; not "border" of "border guards".
    """
    if word.dep_ not in INSIDE or word.pos_ not in NOUNS:
        return False
    return word.lemma_ in verb_rules()


def _is_plural(word: Word) -> bool:
    """Whether a word is a plural, and not by its "s" alone.

    "Gunmen", "police" and "miners"; not the "Athens" of "Athens talks".
    """
    if word.tag_ in ("NNS", "NNPS") or word.lower_ == "police":
        return True
    singular = word.lower_.removesuffix("s")
    return singular != word.lower_ and singular in word_classes()["people"]


def _gather(before: list[Word]) -> None:
    """Hang words under the last of them, which are the modifiers of a subject.

    "Border" under "guards" of "border guards detain priest".
    """
    *modifiers, subject = before
    for word in modifiers:
        if word.head is not subject:
            word.move(subject, word.dep_)


def _make_verb(verb: Word, subject: Word, thing: Word) -> None:
    """Make a noun the verb of a headline, with what stood behind its subject.

    "In Oaxaca" of "Guards detain priest in Oaxaca" is where they detain him, and not where they come from.
    """
    verb.tag_ = _TENSES.get(verb.pos_) or ("VBZ" if verb.tag_.endswith("S") else "VBP")
    verb.pos_ = "VERB"
    verb.move(verb, "ROOT")
    for child in [child for child in subject.rights if child.i > verb.i]:
        child.move(verb, child.dep_)
    subject.move(verb, "nsubj")
    thing.move(verb, "dobj")
