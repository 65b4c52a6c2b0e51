"""What the words around a pronoun say for one it may mean: who is punished, saved, paid or brought to a place."""

from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.syntax import SUBJECTS

_DONE_TO_PERSONS = word_lists("actors/words.txt")["done to persons"] | {"take"}
_REASONS = frozenset(("after", "because", "since", "for", "when", "as"))
# How much more likely somebody is meant; set by hand on news text. All are more than a subject has.
_SUFFERER = 1.5
_TAKEN = _ASKED = 2.0
_TO_BLAME = _REPAYING = 3.0
_FINDING = -3.0


def clue_score(before: Word, token: Word) -> float:
    """How much the words around a pronoun say that it means somebody named before.

    3.0 for "Russia" and "it" of "fined Russia after it fired", 0.0 for "Russia" and "it" of "Russia said it fired".
    """
    score = _SUFFERER * (_suffers(token) and _suffered(before, token))
    score += _TO_BLAME * _is_cause(before, token)
    score += _REPAYING * _repays(before, token)
    score += _TAKEN * _is_taken_there(before, token)
    score += _FINDING * _finds(before, token)
    return score + _ASKED * _is_asked(before, token)


def _suffers(token: Word) -> bool:
    """Whether a pronoun is whom something is done to that is done to persons, or who dies or is saved.

    "They" of "gunmen kidnapped two nuns; they were taken from a bus": the nuns, and not the gunmen.
    """
    lemma = token.head.lemma_
    if token.dep_ == "nsubj":
        return lemma in word_classes()["faring"]
    if token.dep_ == "dobj":
        return lemma in word_classes()["saving"]
    return token.dep_ == "nsubjpass" and (lemma in _DONE_TO_PERSONS or lemma in word_classes()["transitive"])


def _suffered(before: Word, token: Word) -> bool:
    """Whether something was done to somebody before, and a pronoun tells of no punishment for that.

    "Nuns" of "kidnapped two nuns", "men" of "found the bodies of two men"; not "mayor" for "he" of "a gunman shot the
    mayor; he was arrested".
    """
    if before.is_behind("of") and before.head.head.lemma_ == "body":
        return True
    if before.dep_ not in ("dobj", "nsubjpass"):
        return False
    is_punished = token.dep_ == "nsubjpass" and token.head.lemma_ in word_classes()["judging"]
    verb = before.head.lemma_
    return not (is_punished and verb in _DONE_TO_PERSONS and verb not in word_classes()["judging"])


def _is_cause(before: Word, token: Word) -> bool:
    """Whether a clause tells what somebody is punished or praised for, which that one did, not who punishes.

    "Russia" for "it" of "fined Russia after it fired", as verbs of judging imply (Garvey and Caramazza 1974); but
    not "police" for "they" of "handed two smugglers to the rangers after they burned a barn".
    """
    clause = token.head
    if token.dep_ not in SUBJECTS:
        return False
    if _is_told_as_earlier(clause):
        return before.dep_ == "dobj" and before.head.lemma_ in word_classes()["judging"]
    if clause.dep_ != "advcl" or not clause.lefts.has_form(*_REASONS):
        return False
    verb = clause.head
    if verb.lemma_ not in word_classes()["judging"] and not _judges_by_noun(verb):
        return False
    if before.is_behind("to"):
        return False
    return before.i > verb.i and verb.above(before) and not clause.above(before)


def _is_told_as_earlier(verb: Word) -> bool:
    """Whether the verb of a sentence tells what came before.

    "Robbed" of "They had robbed a bank."; not of "They robbed a bank."
    """
    return verb.head is verb and verb.tag_ == "VBN" and verb.lefts.has_form("had", dep="aux")


def _is_asked(before: Word, token: Word) -> bool:
    """Whether a question is put to somebody that is about himself.

    "Lee" for "she" of "the judge asked Ann Lee whether she had seen the gun".
    """
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.lemma_ not in ("ask", "question"):
        return False
    return before.dep_ in ("dobj", "dative", "nsubjpass") and before.head is clause.head


def _repays(before: Word, token: Word) -> bool:
    """Whether a clause tells what somebody is given something for, which the one who gets it did.

    "Owners" for "they" of "gave the crates back to the owners after they had promised a reward"; not of "after they
    had promised it".
    """
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "advcl" or clause.lemma_ not in word_classes()["promising"]:
        return False
    verb, promised = clause.head, clause.rights.first("dobj")
    if verb.lemma_ not in word_classes()["handing"] or (promised is not None and promised.pos_ == "PRON"):
        return False
    is_receiver = before.is_behind("to") or before.dep_ == "dative"
    return is_receiver and verb.above(before) and not clause.above(before)


def _is_taken_there(before: Word, token: Word) -> bool:
    """Whether somebody is brought or driven to a place where something is done to a pronoun.

    "Poachers" for "them" of "rangers chased poachers into Botswana, where soldiers arrested them".
    """
    clause = token.head
    if token.dep_ != "dobj" or clause.dep_ not in ("relcl", "advcl") or not clause.lefts.has_form("where"):
        return False
    return before.dep_ in ("dobj", "nsubjpass") and before.head.above(clause)


def _finds(before: Word, token: Word) -> bool:
    """Whether those who look into a case say that people were harmed, who are others.

    Not "prosecutors" for "they" of "prosecutors said they had been tortured"; but "residents" of theirs.
    """
    clause = token.head
    if token.dep_ != "nsubjpass" or clause.dep_ != "ccomp" or not _suffers(token):
        return False
    if before.head is not clause.head or before.lefts.has_form("the") or not clause.lefts.has_form("had", "have"):
        return False
    return before.ent_type_ == "ORG" or before.lemma_ in word_classes()["finding"]


def _judges_by_noun(verb: Word) -> bool:
    """Whether a verb judges by the noun it has as its object.

    "Imposed sanctions on", "made accusations".
    """
    noun = verb.rights.first("dobj")
    return noun is not None and noun.lemma_ in word_classes()["judging"]
