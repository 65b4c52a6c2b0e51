"""Subjects that the parser joins to another noun, or takes for another part: "shot with rifles and ten were hurt"."""

from extractor.document.labels import FINITE, NOUNS, SUBJECTS, TIMES, TIMES_AND_PLACES
from extractor.document.lost_verbs import calls_for
from extractor.document.tokens import Word
from extractor.lexicon.actor_nouns import actor_nouns
from extractor.lexicon.noun_classes import classes_of

_NEXT = frozenset(("next", "following", "same"))
_WHEN = frozenset(("after", "before", "since", "as", "until"))
_LABELS = {"human": "PERSON", "group": "ORG"}  # of the entity recogniser, by the form of a noun for actors


def repair_lost_subject(verb: Word) -> None:
    """Give a finite verb in a row the noun right before it that the parser put in a row with another noun.

    "Monks" of "nine were slain with axes and ten monks were hurt": they were hurt, and killed nobody. Without an
    auxiliary only one in a row with a time or a place: "gunmen" of "left on Monday and gunmen took two nuns".
    """
    auxiliary = verb.lefts.first("aux", "auxpass")
    first = auxiliary or verb
    if first.tag_ not in FINITE or verb.lefts.has(*SUBJECTS):
        return
    noun = _joined_before(first)
    if noun is None or not verb.head.above(noun):
        return
    if auxiliary is None and noun.head.ent_type_ not in TIMES_AND_PLACES:
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
    is_next = time.ent_type_ in TIMES and any(word.lower_ in _NEXT for word in time.children)
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


def repair_gerund_subject(gerund: Word) -> None:
    """Make an "-ing" with an "of" in front of a verb without a subject the noun that is its subject.

    "Shelling" of "shelling of the town killed four", where nobody shelled while killing; not "speaking" of "speaking of
    the war, he wept".
    """
    verb = gerund.head
    of = gerund.rights.form("of")
    if gerund.tag_ != "VBG" or gerund.i > verb.i or of is None or of.i != gerund.i + 1 or gerund.lefts:
        return
    if verb.tag_ in FINITE and not verb.children.has("nsubjpass") and not _has_subject_behind(gerund, verb):
        gerund.pos_, gerund.tag_, gerund.lemma_ = "NOUN", "NN", gerund.lower_
        gerund.move(verb, "nsubj")


def _has_subject_behind(word: Word, verb: Word) -> bool:
    """Whether a verb has a subject between a word and itself.

    "Monks" for "shelling" of "while shelling of the port went on, monks fled".
    """
    return any(word.i < subject.i < verb.i for subject in verb.lefts.those(*SUBJECTS))


def repair_row_of_people(first: Word) -> None:
    """Make people in front of others a subject of their own, where the parser has them modify those behind "and".

    "Farmers" of "Farmers and Fulani herders clashed", who are no herders.
    """
    people = first.head
    if first.dep_ != "nmod" or people.dep_ not in ("nsubj", "nsubjpass") or people.tag_ != "NNS":
        return
    kind = first.lower_.removesuffix("s")
    if not first.lower_.endswith("s") or "person" not in classes_of(kind) or first.i != people.left_edge.i:
        return
    name = first.rights.first("conj")
    joint = first.rights.first("cc")
    if name is None or joint is None:
        return
    first.move(people.head, people.dep_)
    name.move(people, "nmod")
    people.move(first, "conj")
    first.lemma_, first.pos_, first.tag_, first.ent_type_ = kind, "NOUN", "NNS", ""


def repair_named_subject(name: Word) -> None:
    """Hang a noun on the name right behind it, where the parser takes both for subjects of one verb.

    "Charity" on "Abierto" of "the charity Mar Abierto accused him", which the NER may take for anything.
    """
    noun = name.left_edge.nbor(-1) if name.left_edge.i else None
    if noun is not None and (noun.dep_, noun.head) == (name.dep_, name.head):
        _join(noun, name)


def repair_named_group(name: Word) -> None:
    """Make a name right behind a noun for a group the head of both, where the parser sets it beside the noun.

    "Amal" of "the rights group Amal said so", which the NER does not know; not "Amal" of "the group, Amal, said so".
    """
    group = name.head
    if name.left_edge.i != group.i + 1 or _label_of(group) != "ORG":
        return
    above, label = group.head, group.dep_
    if _join(group, name):
        name.move(name if above is group else above, label)


def _join(noun: Word, name: Word) -> bool:
    """Hang a noun on the name behind it, with the label that the noun gives the name; False where it gives none.

    "Charity" on "Azul" of "the charity Mar Azul", which is then an organization.
    """
    label = _label_of(noun)
    if name.pos_ != "PROPN" or noun.pos_ != "NOUN" or label is None or label == name.ent_type_:
        return False
    for child in (*noun.lefts, *noun.rights):
        if child is not name:
            child.move(name, child.dep_)
    noun.move(name, "compound")
    for word in name.words.between(noun.i + 1, name.i + 1):
        word.ent_type_ = label
        word.ent_iob_ = "B" if word.i == noun.i + 1 else "I"
    return True


def _label_of(noun: Word) -> str | None:
    """The label of a name that a noun says what it is of.

    "PERSON" for "monk", "ORG" for "charity"; else None.
    """
    if noun.tag_ != "NN":
        return None
    entry = actor_nouns().get(noun.lemma_)
    return _LABELS.get(entry.form) if entry is not None else None


def repair_time_inside_subject(time: Word) -> None:
    """Give a preposition the time behind it that the parser makes part of the next subject.

    "Monday" of "killed nine on Monday and security forces shot four", where the forces would be those of Monday.
    """
    people = time.head
    first = time.left_edge
    preposition = first.nbor(-1) if first.i else None
    if time.ent_type_ not in TIMES or people.dep_ not in SUBJECTS or preposition is None:
        return
    if preposition.pos_ != "ADP" or preposition.pobj is not None or people.i < time.i:
        return
    joint = time.rights.first("cc")
    time.move(preposition, "pobj")
    if joint is not None:
        joint.move(people.head.head, "cc")


def repair_root_noun(verb: Word) -> None:
    """Make a past tense behind the first noun of a sentence its verb, where the parser hangs it on that noun.

    "Called" of "the opposition called for talks", which is no opposition that somebody called.
    """
    noun = verb.head
    if verb.tag_ != "VBD" or noun.dep_ != "ROOT" or noun.pos_ not in NOUNS or verb.i != noun.i + 1:
        return
    verb.move(verb, "ROOT")
    for child in [child for child in noun.rights if child is not verb]:
        child.move(verb, child.dep_)
    noun.move(verb, "nsubj")


def repair_caller(verb: Word) -> None:
    """Give a verb of calling for something the noun before it, where the parser hangs it on that noun.

    "Opposition" of "troops withdrew after the opposition called for talks".
    """
    noun = verb.head
    if not calls_for(verb) or verb.i != noun.i + 1 or noun.pos_ not in NOUNS or noun.head is noun:
        return
    above = noun.head
    verb.tag_ = "VBD"
    if noun.dep_ == "pobj" and above.lower_ in _WHEN:
        verb.move(above.head, "advcl")
        above.move(verb, "mark")
    elif noun.dep_ in SUBJECTS:
        verb.move(above, "ccomp")
    elif noun.dep_ in ("conj", "ccomp", "advcl"):
        verb.move(above, noun.dep_)
        for mark in noun.lefts.those("mark"):
            mark.move(verb, "mark")
    else:
        return
    noun.move(verb, "nsubj")


def repair_clause_as_subject(participle: Word) -> None:
    """Make the noun in front of a participle the subject of the verb behind, of whom the participle tells.

    "Judge" of "a judge kidnapped on Monday was freed", where the parser has a clause be freed.
    """
    noun, verb = participle.lefts.first("nsubj", "nsubjpass"), participle.head
    if participle.tag_ != "VBN" or noun is None or participle.lefts.has("aux", "auxpass") or verb.i < participle.i:
        return
    noun.move(verb, "nsubjpass" if verb.lefts.has("auxpass") else "nsubj")
    participle.move(noun, "acl")
