"""Who does an act: stated, shared with another verb, controlled by one above, or understood."""

from extractor.document.tokens import Word
from extractor.lexicon.word_classes import word_class
from extractor.syntax.objects import GIVING, recipient_of
from extractor.syntax.relations import (
    SUBJECTS,
    antecedent,
    by_agent,
    is_passive,
    main_subject,
    object_of,
    saying_beside,
    whole_of,
)

_DEEPEST = 6  # verbs above that are asked for their subject
_DEPENDENT_CLAUSES = frozenset(("xcomp", "ccomp", "advcl", "dep", "parataxis"))
_FINITE_OR_PARTICIPLE = frozenset(("VBG", "VBN", "VBD", "VBZ", "VBP"))


def subject_of(verb: Word, depth: int = 0) -> Word | None:
    """The one who does it, or who undergoes a passive: stated, shared with another verb, or understood.

    "Rebels" for "seizing" in "rebels fled after seizing a post", "the army" for "leave" in "asked the army to leave".
    None where nobody can be meant; `depth` counts the verbs above that were asked already.
    """
    own = _own_subject(verb)
    if own is not None:
        return antecedent(own) or whole_of(own) or own
    if depth > _DEEPEST:
        return None
    return _unstated_subject(verb, verb.head, depth)


def _unstated_subject(verb: Word, head: Word, depth: int) -> Word | None:
    """Who does it by what the verb depends on.

    "rebels" for "fled" of "The rebels shelled Gao and fled."
    """
    dep = verb.dep_
    if dep == "conj":
        if head.pos_ not in ("VERB", "AUX"):
            return None
        return _told_of(verb, head) or _of_beginning(verb, head) or _shared_subject(verb, head, depth)
    if dep in ("acl", "relcl"):
        return _noun_subject(verb, head, depth)
    if dep == "amod":
        return head
    if dep in ("acomp", "attr", "oprd"):
        return subject_of(head, depth + 1)
    if dep == "pcomp":
        return _prepositional_subject(head, depth)
    if dep in _DEPENDENT_CLAUSES and head.pos_ in ("VERB", "AUX", "ADJ"):
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
    """The subject before a verb; of several the last, but for one that "and" joins to a word before it.

    The parser takes datelines and titles for further ones: "oslo: police left", "the minister Ann Lee left".
    """
    stated = verb.lefts.those(*SUBJECTS)
    while len(stated) > 1 and _goes_on(stated[-1]):
        stated.pop()
    return stated[-1] if stated else None


def _goes_on(noun: Word) -> bool:
    """Whether a noun goes on a list that begins before it.

    "And guards", ", guards and nurses".
    """
    first = noun.left_edge
    if first.follows("and", "or"):
        return True
    return first.follows(",") and noun.rights.has("cc")


def _subject_behind(verb: Word) -> Word | None:
    """ "In the town live three families"."""
    return verb.rights.first(*SUBJECTS)


def _orphan(verb: Word) -> Word | None:
    """A noun right before a finite verb that the parser made a sentence of its own, as it does after headlines."""
    if verb.i == 0 or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.nbor(-1)
    is_alone = before.dep_ == "ROOT" and before.head is before
    if not is_alone or before.pos_ not in ("NOUN", "PROPN"):
        return None
    return before


def _inverted(verb: Word) -> Word | None:
    """ "Among the wounded" put first: "wounded in the attack were two monks"."""
    auxiliary = verb.rights.first("auxpass") if verb.tag_ == "VBN" else None
    if auxiliary is None:
        return None
    return auxiliary.rights.first("attr")


def _further(verb: Word) -> Word | None:
    """ "Hundreds more wounded": the number that the parser hangs on "more"."""
    more = verb.lefts.form("more") if verb.tag_ == "VBN" else None
    if more is None or not more.lefts:
        return None
    number = more.lefts[-1]
    return number if number.dep_ == "npadvmod" else None


def _of_beginning(verb: Word, head: Word) -> Word | None:
    """Who goes on in "it began when rebels crossed the river, killed two and fled": not what began."""
    if head.lemma_ not in word_class("beginning") or verb.tag_ != "VBD":
        return None
    for clause in head.rights.those("advcl"):
        if clause.i < verb.i and clause.lefts.has_form("when", "after"):
            return _stated_subject(clause)
    return None


def _told_of(verb: Word, head: Word) -> Word | None:
    """The noun of a sentence without a verb of its own, when its verb is joined to that of a clause about it.

    "Niger" for "condemned" of "Niger, whose envoy is expected, condemned it".
    """
    noun = head.head
    is_alone = head.dep_ == "relcl" and noun.head is noun and noun.pos_ in ("NOUN", "PROPN")
    if not is_alone or verb.tag_ not in ("VBD", "VBZ"):
        return None
    return noun


def _shared_subject(verb: Word, head: Word, depth: int) -> Word | None:
    """ "were shot and died": the one who died; "was shot and the gunman fled" has its own."""
    is_active = verb.tag_ == "VBG" and not is_passive(verb)
    if is_active and is_passive(head):
        return by_agent(head)
    return subject_of(saying_beside(verb) or head, depth + 1)


def _noun_subject(verb: Word, noun: Word, depth: int) -> Word | None:
    """The noun that a participle or a relative clause stands at; for "a decision to go" the one who decides."""
    if verb.tag_ in _FINITE_OR_PARTICIPLE:
        return main_subject(verb) or noun
    owner = noun.lefts.first("poss") or _people_before(noun)
    return owner or _subject_by_role(noun, noun.head, depth)


def _subject_by_role(noun: Word, verb: Word, depth: int) -> Word | None:
    """Who acts by what the noun is to its verb: "became the first country to send troops", "has a plan to leave".

    Nobody that is told of for "foiled a plot to leave".
    """
    if noun.dep_ not in ("attr", "dobj") or verb.pos_ not in ("VERB", "AUX"):
        return None
    if noun.dep_ == "dobj" and verb.lemma_ in word_class("opposing"):
        return None
    is_given = noun.dep_ == "dobj" and verb.lemma_ in GIVING  # "gave them a day to leave"
    receiver = recipient_of(verb) if is_given else None
    return receiver or subject_of(verb, depth + 1)


def _people_before(noun: Word) -> Word | None:
    """ "The Greek decision to leave"."""
    for word in noun.lefts.those("amod"):
        if word.ent_type_ == "NORP":
            return word
    return None


def _prepositional_subject(preposition: Word, depth: int) -> Word | None:
    """ "accused him of shelling": him; "left after seizing": the one who left."""
    governor = preposition.head
    if governor.pos_ in ("NOUN", "PROPN", "PRON"):
        return _subject_at_noun(governor, preposition, depth)
    is_of_object = _controls(governor, preposition)
    if is_passive(governor):  # whose subject "was accused by them of shelling"
        doer = None if is_of_object else by_agent(governor)
        return doer or subject_of(governor, depth + 1)
    if is_of_object:
        return object_of(governor)
    described = object_of(governor) if preposition.lower_ == "as" else None
    return described or subject_of(governor, depth + 1)


def _controls(verb: Word, preposition: Word) -> bool:
    """Whether the object of a verb does what stands behind a preposition.

    "Accused him of shelling".
    """
    if verb.lemma_ not in word_class("object_control"):
        return False
    return preposition.lower_ in ("of", "for", "from", "into", "with")


def _subject_at_noun(noun: Word, preposition: Word, depth: int) -> Word | None:
    """ "Described him as killing": him; "their role in seizing": they."""
    governor = noun.head
    is_object = noun.dep_ == "dobj"
    if is_object and (preposition.lower_ == "as" or governor.lemma_ in word_class("object_control")):
        return noun
    owner = noun.lefts.first("poss")
    if owner is not None:
        return owner
    if noun.dep_ == "pobj":
        return _punished(governor.head, depth)
    if governor.pos_ != "VERB":
        return None
    return subject_of(governor, depth + 1)


def _punished(verb: Word, depth: int) -> Word | None:
    """Who did what stands behind a punishment.

    "Sentenced him to death for planting a bomb".
    """
    if verb.lemma_ not in word_class("sentencing"):
        return None
    return subject_of(verb, depth + 1) if is_passive(verb) else object_of(verb)


def _controller(verb: Word, head: Word, depth: int) -> Word | None:
    """Who does the act of an infinitive, a participle or a clause that depends on a verb.

    "Niger" for "leave" of "Mali told Niger to leave." and of "Niger promised to leave."
    """
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return _doer_of_participle(verb, head, depth)
    is_told_to = verb.dep_ == "xcomp" and head.lemma_ in word_class("object_control")
    told = object_of(head) if is_told_to else None
    return told or subject_of(head, depth + 1)


def _doer_of_participle(participle: Word, head: Word, depth: int) -> Word | None:
    """ "Was shot by a guard, wounding two": the guard; "the blast happened, killing nine": the blast."""
    if is_passive(head):
        return by_agent(head)
    told = _told_before(participle, head)
    if told is not None and is_passive(told):
        return by_agent(told)
    return subject_of(told or head, depth + 1)


def _told_before(participle: Word, verb: Word) -> Word | None:
    """The clause in front of "officials said" in "rebels seized a base, officials said, killing nine"."""
    if participle.lemma_ in word_class("saying"):
        return None
    return verb.lefts.first("ccomp", pos="VERB")
