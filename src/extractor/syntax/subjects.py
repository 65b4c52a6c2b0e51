"""Who does an act: stated, shared with another verb, controlled by one above, or understood."""

from extractor.document.tokens import Word
from extractor.syntax.objects import GIVING, recipient_of
from extractor.syntax.relations import (
    SUBJECTS,
    antecedent,
    by_agent,
    is_event_noun,
    is_passive,
    main_subject,
    object_of,
    saying_beside,
    word_class,
)


def subject_of(verb: Word, depth: int = 0) -> Word | None:
    """The one who does it, or who undergoes a passive: stated, shared with another verb, or understood."""
    own = _own_subject(verb)
    if own is not None:
        return antecedent(own) or own
    if depth > 6:
        return None
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return _shared_subject(verb, head, depth)
    if dep in ("acl", "relcl"):
        return _noun_subject(verb, head, depth)
    if dep == "amod":
        return head
    if dep in ("acomp", "attr", "oprd"):
        return subject_of(head, depth + 1)
    if dep == "pcomp":
        return _prepositional_subject(head, depth)
    if dep in ("xcomp", "ccomp", "advcl", "dep", "parataxis") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _controller(verb, head, depth)
    return None


def _own_subject(verb: Word) -> Word | None:
    """The subject that stands in the clause of the verb itself."""
    for find in (_stated_subject, _subject_behind, _orphan, _inverted, _further):
        found = find(verb)
        if found is not None:
            return found
    return None


def _stated_subject(verb: Word) -> Word | None:
    """The subject before a verb; not the town of a dateline, which the parser may take for one: "oslo: police left"."""
    stated = verb.lefts.those(*SUBJECTS)
    if len(stated) > 1 and stated[0].i + 1 < stated[1].i and stated[0].nbor(1).text == ":":
        return stated[1]
    return stated[0] if stated else None


def _subject_behind(verb: Word) -> Word | None:
    """ "In the town live three families"."""
    return verb.rights.first(*SUBJECTS)


def _orphan(verb: Word) -> Word | None:
    """A noun right before a finite verb that the parser made a sentence of its own, as it does after headlines."""
    if verb.i == 0 or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.nbor(-1)
    if before.head != before or before.dep_ != "ROOT":
        return None
    return before if before.pos_ in ("NOUN", "PROPN") else None


def _inverted(verb: Word) -> Word | None:
    """ "Among the wounded" put first: "wounded in the attack were two monks"."""
    auxiliary = verb.rights.first("auxpass") if verb.tag_ == "VBN" else None
    return auxiliary.rights.first("attr") if auxiliary is not None else None


def _further(verb: Word) -> Word | None:
    """ "Hundreds more wounded": the number that the parser hangs on "more"."""
    if verb.tag_ != "VBN":
        return None
    before = [word.lefts[-1] for word in verb.lefts if word.lower_ == "more" and word.lefts]
    return before[0] if before and before[0].dep_ == "npadvmod" else None


def _shared_subject(verb: Word, head: Word, depth: int) -> Word | None:
    """ "were shot and died": the one who died; "was shot and the gunman fled" has its own."""
    if verb.tag_ == "VBG" and is_passive(head) and not is_passive(verb):
        return by_agent(head)
    return subject_of(saying_beside(verb) or head, depth + 1)


def _noun_subject(verb: Word, noun: Word, depth: int) -> Word | None:
    """The noun that a participle or a relative clause stands at; for "a decision to go" the one who decides."""
    if verb.tag_ in ("VBG", "VBN", "VBD", "VBZ", "VBP"):
        return main_subject(verb) or noun
    owner = noun.lefts.first("poss") or _people_before(noun)
    if owner is not None:
        return owner
    governor = noun.head
    if noun.dep_ == "attr" and governor.pos_ in ("VERB", "AUX"):
        return subject_of(governor, depth + 1)  # "became the first country to send troops"
    if governor.pos_ != "VERB" or noun.dep_ != "dobj":
        return None
    receiver = recipient_of(governor) if governor.lemma_ in GIVING else None  # "gave them a day to leave"
    return receiver or subject_of(governor, depth + 1)


def _people_before(noun: Word) -> Word | None:
    """ "The Greek decision to leave"."""
    return next((word for word in noun.lefts.those("amod") if word.ent_type_ == "NORP"), None)


def _prepositional_subject(preposition: Word, depth: int) -> Word | None:
    """ "accused him of shelling": him; "left after seizing": the one who left."""
    governor = preposition.head
    if governor.pos_ in ("NOUN", "PROPN", "PRON"):
        return _subject_at_noun(governor, preposition, depth)
    if preposition.lower_ == "as" and not is_passive(governor) and (described := object_of(governor)):
        return described
    if governor.lemma_ in word_class("object_control") and preposition.lower_ in ("of", "for", "from", "into", "with"):
        return subject_of(governor, depth + 1) if is_passive(governor) else object_of(governor)
    if is_passive(governor):
        return by_agent(governor) or subject_of(governor, depth + 1)
    return subject_of(governor, depth + 1)


def _subject_at_noun(noun: Word, preposition: Word, depth: int) -> Word | None:
    """ "Described him as killing": him; "their role in seizing": they."""
    governor = noun.head
    if noun.dep_ == "dobj" and (preposition.lower_ == "as" or governor.lemma_ in word_class("object_control")):
        return noun
    owner = noun.lefts.first("poss")
    if owner is not None or governor.pos_ != "VERB":
        return owner
    return subject_of(governor, depth + 1)


def _controller(verb: Word, head: Word, depth: int) -> Word | None:
    """Who does the act of an infinitive, a participle or a clause that depends on a verb."""
    if verb.dep_ == "xcomp" and head.lemma_ in word_class("object_control"):
        return object_of(head) or subject_of(head, depth + 1)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return _doer_of_participle(verb, head, depth)
    return subject_of(head, depth + 1)


def _doer_of_participle(participle: Word, head: Word, depth: int) -> Word | None:
    """ "Was shot by a guard, wounding two": the guard; "the blast happened, killing nine": the blast."""
    if is_passive(head):
        return by_agent(head)
    cause = _cause(head)
    if cause is not None:
        return cause
    told = _told_before(participle, head)
    if told is not None and is_passive(told):
        return by_agent(told)
    return subject_of(told or head, depth + 1)


def _told_before(participle: Word, verb: Word) -> Word | None:
    """The clause in front of "officials said" in "rebels seized a base, officials said, killing nine"."""
    if participle.lemma_ in word_class("saying"):
        return None
    return verb.lefts.first("ccomp", pos="VERB")


def _cause(head: Word) -> Word | None:
    """The attack in "the attack happened, killing nine": a verb of happening has its subject as the cause."""
    subject = head.lefts.first(*SUBJECTS)
    return subject if subject is not None and is_event_noun(subject) else None
