"""Whom or what an act is done to, where the parse does not say it plainly: gaps, small clauses, shared objects."""

from extractor.document.tokens import Word
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.word_classes import word_class
from extractor.syntax.relations import SUBJECTS, antecedent, by_agent, is_event_noun

_TAKING = frozenset(("take", "hold"))
GIVING = frozenset(("give", "grant", "offer", "allow", "leave", "deny"))
_ABOUT_NUMBERS = ("between", "up", "around", "about", "over")
_NEXT = 3  # words from a verb to the one that shares its object


def recipient_of(verb: Word) -> Word | None:
    """Whom something is given to; None where nobody receives anything.

    "Them" of "gave them food" and of "gave food to them", "Poland" of "promised Poland economic aid".
    """
    dative = verb.children.first("dative") or _joined_receiver(verb)
    if dative is not None and dative.pos_ == "ADP":
        return dative.pobj
    return dative


def _joined_receiver(verb: Word) -> Word | None:
    """The parser may take the one in "promised Poland economic aid" for a part of the object."""
    given = verb.rights.first("dobj") if verb.lemma_ in word_class("giving") else None
    if given is None or len(given.lefts) < 2:
        return None
    name, second = given.lefts[:2]
    if second.dep_ not in ("amod", "nummod", "det"):
        return None
    if not _is_name_of_receiver(name):
        return None
    return name


def _is_name_of_receiver(word: Word) -> bool:
    """Whether a word before a noun is the name of somebody who can be given something."""
    if word.dep_ not in ("nmod", "compound") or word.pos_ != "PROPN":
        return False
    return word.ent_type_ in ("GPE", "ORG", "PERSON")


def predicate_nouns(verb: Word) -> list[Word]:
    """The acts that the parser takes for predicate nouns, though they are objects; none for most verbs.

    "Strike" of "called a strike", "law" of "declared martial law".
    """
    nouns = [noun for noun in verb.rights.those("oprd") if noun.pos_ == "NOUN"]
    return list(filter(is_event_noun, nouns))


def gap_of(verb: Word) -> Word | None:
    """The object that stands before its verb; None where no word before the verb is its object.

    "Town" for "seized" of "the town they seized", "soldiers" for "shot" of "the soldiers whom they shot".
    """
    fronted = verb.lefts.first("dobj", "pobj")
    if fronted is not None:
        return antecedent(fronted) or fronted
    is_relative = verb.dep_ == "relcl" and not verb.lefts.has("prep", "advmod")
    if not is_relative or not _has_own_subject(verb):
        return None
    return verb.head


def _has_own_subject(verb: Word) -> bool:
    """Whether somebody else does it than the noun that a relative clause stands at.

    "The town they seized".
    """
    return any(antecedent(subject) is None for subject in verb.lefts.those("nsubj"))


def taken_captive(captive: Word) -> Word | None:
    """Those who are made what a noun says, whom the parser takes for a part of the noun; None without any.

    "Guards" for "hostage" of "took nine guards hostage", the government for that of "took the government hostage", the
    cashier for that of "took a cashier hostage"; nothing for "hostage" of "a police hostage".
    """
    before = captive.lefts.first("compound", "nmod") if captive.tag_ == "NN" else None
    if before is None:
        return _taken_before(captive)
    is_taken = captive.head.lemma_ in _TAKING
    if captive.lefts.has_form("a"):
        return before if is_taken and "person" in classes_of(before.lemma_) else None
    return before if is_taken or before.tag_ == "NNS" else None


def _taken_before(captive: Word) -> Word | None:
    """The policemen of "the policemen they had taken hostage", whom a clause stands at that lacks an object."""
    clause = captive.head
    is_bare = not captive.children and captive.dep_ in ("dobj", "oprd")
    if not is_bare or clause.lemma_ not in _TAKING or clause.dep_ != "relcl" or not _has_own_subject(clause):
        return None
    return clause.head


def small_clause(verb: Word) -> Word | None:
    """The object of a verb that the parser takes for the subject of an adjective or an infinitive; else None.

    "Tourists" of "shot 26 tourists dead", "crew" of "let the crew go", "banker" of "ordered the banker held".
    """
    for child in verb.rights.those("ccomp", "oprd"):
        if child.pos_ == "ADJ" or _is_controlled(verb, child):
            return child.lefts.first("nsubj", "dobj")
    return None


def _next_verb(verb: Word) -> Word | None:
    """The verb joined right behind this one.

    "Beat and arrested", "was attacked and burned".
    """
    joined = verb.rights.first("conj", pos="VERB")
    if joined is None or joined.lefts.has(*SUBJECTS):
        return None
    if joined.i - verb.i > _NEXT:
        return None
    between = verb.words.between(verb.i + 1, joined.i)
    if not all(map(_is_joint, between)):
        return None
    return joined


def _is_joint(word: Word) -> bool:
    """Whether a word may stand between two verbs that share an object.

    "And", "then", a comma.
    """
    return word.dep_ == "prt" or word.pos_ in ("CCONJ", "ADV", "PUNCT")


def shared_object(verb: Word) -> Word | None:
    """The object of a verb that needs one, where the verb joined to it has it; None without one.

    "Dozens" for "beat" of "beat and arrested dozens", also for "round up" of "rounded up and jailed dozens"; nothing
    for "beat" of "beat drums and arrested dozens".
    """
    is_transitive = verb.lemma_ in word_class("transitive") or verb.rights.has("prt")
    if not is_transitive:
        return None
    joined = _next_verb(verb)
    if joined is None:
        return None
    return joined.rights.first("dobj")


def shared_agent(verb: Word) -> Word | None:
    """Who is behind the "by" of the last of several passives; None where the last has none.

    "Them" for "beaten" of "was beaten and robbed by them".
    """
    joined = _next_verb(verb)
    if joined is not None and joined.tag_ == "VBN":
        return by_agent(joined)
    participles = [word for word in verb.rights.those("conj") if word.tag_ in ("VBN", "VBD")]
    if not participles or participles[0].lefts.has("aux", "auxpass"):
        return None
    by = participles[0].rights.first("agent")
    if by is None:
        return None
    return by.pobj


def _is_controlled(verb: Word, inner: Word) -> bool:
    """ "forced thousands to flee", "let the crew go": the parser may give the object to the infinitive."""
    if verb.lemma_ == "order" and inner.tag_ == "VBN":
        return not inner.lefts.has("aux", "auxpass", "mark")
    if inner.tag_ not in ("VB", "VBP"):
        return False
    if verb.lemma_ not in word_class("object_control"):
        return False
    return all(word.tag_ == "TO" for word in inner.lefts.those("mark", "aux"))


def number_object(verb: Word) -> Word | None:
    """The object of a verb behind a word for a number, which the parser takes for a preposition of the verb; else None.

    "People" for "killed between eight and 11 people"; nothing for "fell between them".
    """
    preposition = verb.rights.first("prep")
    if preposition is None or preposition.i != verb.i + 1:
        return None
    if preposition.lower_ not in _ABOUT_NUMBERS:
        return None
    noun = preposition.pobj
    is_counted = noun is not None and noun.lefts.has("nummod")
    if not is_counted:
        return None
    return noun


def complement_of(verb: Word) -> Word | None:
    """The verb of a clause or infinitive that completes this one; None without one.

    "Attack" for "threatened to attack", "shelling" for "accused them of shelling".
    """
    for child in verb.rights.those("xcomp", "ccomp"):
        is_split = child.lower_ in ("re", "-")  # the tokenizer splits "re-open"
        if child.pos_ in ("VERB", "AUX", "ADJ") and not is_split:
            return child
    for preposition in verb.rights.those("prep"):
        inner = preposition.rights.first("pcomp", pos="VERB")
        if inner is not None:
            return inner
    return asked_for(verb)


def asked_for(verb: Word) -> Word | None:
    """The act that somebody is asked for, whose clause the parser takes for one of purpose; None without one.

    "Resign" for "called for the minister to resign"; nothing for "called for calm".
    """
    if verb.lemma_ not in word_class("calling"):
        return None
    for clause in verb.rights.those("advcl", "ccomp"):
        if clause.tag_ in ("VB", "VBN") and _is_for_somebody_to(clause):
            return clause
    return None


def _is_for_somebody_to(clause: Word) -> bool:
    """ "For the minister to resign": a subject between "for" and "to"."""
    if not clause.lefts.has("nsubj", "nsubjpass"):
        return False
    return clause.lefts.has_form("for") and clause.lefts.has_form("to")
