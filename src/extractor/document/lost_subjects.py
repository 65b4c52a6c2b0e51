"""Subjects that the parser joins to another noun, or takes for another part: "shot with rifles and ten were hurt"."""

from extractor.document.labels import FINITE, NOUNS, SUBJECTS
from extractor.document.tokens import Word
from extractor.lexicon.noun_classes import classes_of

_NEXT = frozenset(("next", "following", "same"))
_TIMES = frozenset(("DATE", "TIME"))


def repair_lost_subject(verb: Word) -> None:
    """Give a finite verb in a row the noun right before it that the parser put in a row with another noun.

    "Monks" of "nine were slain with axes and ten monks were hurt": they were hurt, and killed nobody.
    """
    first = verb.lefts.first("aux", "auxpass")
    if first is None or first.tag_ not in FINITE or verb.lefts.has(*SUBJECTS):
        return
    noun = _joined_before(first)
    if noun is None or not verb.head.above(noun):
        return
    joint = next((word for word in noun.head.rights.those("cc") if word.i < noun.i), None)
    if joint is not None:
        joint.move(verb.head, "cc")
    noun.move(verb, "nsubjpass" if verb.lefts.has("auxpass") else "nsubj")


def _joined_before(first: Word) -> Word | None:
    """The noun in a row behind a preposition or a verb that ends right before a word; commas may stand between."""
    at = first.i - 1
    while at > 0 and first.words[at].text == ",":
        at -= 1
    found = None
    for word in (first.words[at], *first.words[at].ancestors):
        if word.right_edge.i != at:
            break
        if word.dep_ == "conj" and word.pos_ in (*NOUNS, "NUM") and word.head.dep_ in ("pobj", "dobj"):
            found = word
    return found


def repair_time_as_subject(time: Word) -> None:
    """Make the time in front of a second verb say when, so that the verb keeps the subject of the first.

    "The next day" of "rebels burned a bus and the next day shot dead a judge"; not "the next day" of "the next day was
    calm", or "Monday" of "Monday saw protests".
    """
    verb = time.head
    is_next = time.ent_type_ in _TIMES and any(word.lower_ in _NEXT for word in time.children)
    if is_next and verb.dep_ == "conj" and verb.pos_ == "VERB":
        time.move(verb, "npadvmod")


def repair_first_noun(first: Word) -> None:
    """Make a noun at the start of a sentence part of the subject, where the tagger takes it for a verb with an object.

    "Train" of "Train drivers downed tools"; not of "Train drivers, he said", which has no other verb.
    """
    people = first.rights.first("dobj")
    if people is None or people.i != first.i + 1 or people.tag_ != "NNS" or first.i != first.left_edge.i:
        return
    if first.tag_ != "VB" or first.head.tag_ not in FINITE or first.head.lefts.has("nsubj"):
        return
    people.move(first.head, "nsubj")
    for child in (*first.lefts, *first.rights):
        child.move(people, child.dep_)
    first.move(people, "compound")
    first.pos_, first.tag_, first.lemma_ = "NOUN", "NN", first.lower_


def repair_wider_place(subject: Word) -> None:
    """Hang the wider place of a phrase in front on that phrase, and give the verb the people behind it.

    "Warriors" of "in Enga province, Papua New Guinea, warriors of a clan killed eight" killed; the country did not.
    """
    people = subject.rights.first("appos")
    if subject.ent_type_ != "GPE" or people is None or people.pos_ != "NOUN" or not people.left_edge.follows(","):
        return
    phrase = next((word for word in subject.head.lefts.those("prep") if word.i < subject.i), None)
    place = phrase.pobj if phrase is not None else None
    if place is None or place.right_edge.i + 2 != subject.left_edge.i or not subject.left_edge.follows(","):
        return
    if "person" in classes_of(people.lemma_) or "group" in classes_of(people.lemma_):
        people.move(subject.head, subject.dep_)
        subject.move(place, "appos")


def repair_subject_beside(name: Word) -> None:
    """Give a finite verb without a subject the name or noun right before it that the parser sets beside another.

    "Pyinnya" of "accused by the junta of arming insurgents, the monk Pyinnya fled"; not "Lee" of "he met the mayor,
    Ann Lee".
    """
    verb = name.head.climb("appos", "pobj", "dobj", "prep", "pcomp", "agent")
    verb = verb.head if verb.dep_ == "advcl" else verb
    is_before = name.right_edge.i + 1 == verb.i and name.left_edge.follows(",")
    if is_before and verb.tag_ in FINITE and not verb.children.has(*SUBJECTS):
        name.move(verb, "nsubj")
