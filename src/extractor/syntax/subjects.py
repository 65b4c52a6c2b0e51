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
    own = _stated_subject(verb) or verb.rights.first(*SUBJECTS)
    own = own or _orphan(verb) or _inverted(verb) or _further(verb)
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


def _stated_subject(verb: Word) -> Word | None:
    """The subject before a verb; not the town of a dateline, which the parser may take for one: "oslo: police left"."""
    stated = verb.lefts.those(*SUBJECTS)
    if len(stated) > 1 and stated[0].i + 1 < stated[1].i and stated[0].nbor(1).text == ":":
        return stated[1]
    return stated[0] if stated else None


def _orphan(verb: Word) -> Word | None:
    """A noun right before a finite verb that the parser made a sentence of its own, as it does after headlines."""
    if verb.i == 0 or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.nbor(-1)
    alone = before.pos_ in ("NOUN", "PROPN") and before.head == before and before.dep_ == "ROOT"
    return before if alone else None


def _inverted(verb: Word) -> Word | None:
    """ "Among the wounded" put first: "wounded in the attack were two monks"."""
    auxiliary = verb.rights.first("auxpass") if verb.tag_ == "VBN" else None
    return auxiliary.rights.first("attr") if auxiliary is not None else None


def _further(verb: Word) -> Word | None:
    """ "Hundreds more wounded": the number that the parser hangs on "more"."""
    more = next((c for c in verb.lefts if c.lower_ == "more" and c.lefts), None) if verb.tag_ == "VBN" else None
    number = more.lefts[-1] if more is not None else None
    return number if number is not None and number.dep_ == "npadvmod" else None


def _shared_subject(verb: Word, head: Word, depth: int) -> Word | None:
    """ "were shot and died": the one who died; "was shot and the gunman fled" has its own."""
    if is_passive(head) and not is_passive(verb) and verb.tag_ == "VBG":
        return by_agent(head)
    return subject_of(saying_beside(verb) or head, depth + 1)


def _noun_subject(verb: Word, noun: Word, depth: int) -> Word | None:
    """The noun that a participle or a relative clause stands at; for "a decision to go" the one who decides."""
    if verb.tag_ in ("VBG", "VBN", "VBD", "VBZ", "VBP"):
        return main_subject(verb) or noun
    owner = noun.lefts.first("poss")
    owner = owner or next((child for child in noun.lefts if child.dep_ == "amod" and child.ent_type_ == "NORP"), None)
    if owner is not None:
        return owner
    governor = noun.head
    if noun.dep_ == "attr" and governor.pos_ in ("VERB", "AUX"):
        return subject_of(governor, depth + 1)  # "became the first country to send troops"
    if governor.pos_ != "VERB" or noun.dep_ != "dobj":
        return None
    receiver = recipient_of(governor) if governor.lemma_ in GIVING else None  # "gave them a day to leave"
    return receiver or subject_of(governor, depth + 1)


def _prepositional_subject(preposition: Word, depth: int) -> Word | None:
    """ "accused him of shelling": him; "left after seizing": the one who left."""
    governor = preposition.head
    if governor.pos_ in ("NOUN", "PROPN", "PRON"):
        if governor.dep_ == "dobj" and (
            preposition.lower_ == "as" or governor.head.lemma_ in word_class("object_control")
        ):
            return governor
        owner = governor.lefts.first("poss")
        return owner or (subject_of(governor.head, depth + 1) if governor.head.pos_ == "VERB" else None)
    if preposition.lower_ == "as" and not is_passive(governor) and (described := object_of(governor)):
        return described
    if governor.lemma_ in word_class("object_control") and preposition.lower_ in ("of", "for", "from", "into"):
        return subject_of(governor, depth + 1) if is_passive(governor) else object_of(governor)
    if is_passive(governor):
        return by_agent(governor) or subject_of(governor, depth + 1)
    return subject_of(governor, depth + 1)


def _controller(verb: Word, head: Word, depth: int) -> Word | None:
    if verb.dep_ == "xcomp" and head.lemma_ in word_class("object_control") and (controlled := object_of(head)):
        return controlled
    if verb.dep_ == "advcl" and is_passive(head) and verb.tag_ == "VBG":
        return by_agent(head)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (cause := _cause(head)) is not None:
        return cause
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (told := _told_before(verb, head)) is not None:
        return by_agent(told) if is_passive(told) else subject_of(told, depth + 1)
    return subject_of(head, depth + 1)


def _told_before(participle: Word, verb: Word) -> Word | None:
    """The clause in front of "officials said" in "rebels seized a base, officials said, killing nine"."""
    if participle.lemma_ in word_class("saying"):
        return None
    return verb.lefts.first("ccomp", pos="VERB")


def _cause(head: Word) -> Word | None:
    """The attack in "the attack happened, killing nine": a verb of happening has its subject as the cause."""
    subject = head.lefts.first(*SUBJECTS)
    return subject if subject is not None and is_event_noun(subject) else None
