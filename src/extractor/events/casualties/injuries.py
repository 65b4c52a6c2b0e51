"""Who was hurt where the verb alone does not say so: "sustained burns", "taken to hospital", "shot in the leg"."""

from collections.abc import Iterable

from extractor.document.tokens import Word
from extractor.lexicon.tables import word_lists
from extractor.syntax import Frame

_INTO = frozenset(("in", "on", "through", "into"))
_TO = frozenset(("to", "on", "among"))
_TOWARDS_CARE = frozenset(("to", "in", "into", "at"))


def may_tell_harm(predicate: str, sentence: frozenset[str]) -> bool:
    """Whether a verb in the company of its sentence can say that people were hurt."""
    return predicate in _words("hurting") and any(not sentence.isdisjoint(_words(name)) for name in _COMPANY)


_COMPANY = ("harms", "limbs", "hospitals", "care", "maimed", "conditions")


def harmed(frame: Frame) -> Word | None:
    """The people that a clause says were hurt, None when it says nothing of the kind."""
    if frame.noun:
        return _behind(frame.obliques, _TO) if frame.predicate in _words("harms") else None
    if frame.predicate not in _words("hurting"):
        return None
    return _sufferer(frame) or _victim(frame) or _patient_in_care(frame) or _owner_of_limb(frame)


def _words(name: str) -> frozenset[str]:
    return word_lists("events/casualties.txt")[name]


def _behind(obliques: Iterable[tuple[str, Word]], prepositions: frozenset[str]) -> Word | None:
    return next((noun for preposition, noun in obliques if preposition in prepositions), None)


def _sufferer(frame: Frame) -> Word | None:
    """The subject of "sustained burns", "lost an eye", "needed treatment", "is in a coma"."""
    lemma = frame.patient.lemma_ if frame.patient is not None else None
    suffers = frame.predicate in _words("suffering") and lemma in _words("harms")
    maimed = frame.predicate == "lose" and lemma in _words("limbs")
    cared_for = frame.predicate in _words("needing") and lemma in _words("care")
    if not frame.passive and (suffers or maimed or cared_for):
        return frame.agent
    lies = frame.predicate in _words("lying") and _is_in(frame, _TOWARDS_CARE, "conditions")
    return frame.agent if lies else None


def _victim(frame: Frame) -> Word | None:
    """The object of "left four with burns", "shot her in the leg"; the one after "caused injuries to"."""
    if frame.patient is None:
        return None
    if frame.predicate in _words("inflicting") and frame.patient.lemma_ in _words("harms"):
        inside = ((child.lower_, noun) for child in frame.patient.rights if (noun := child.pobj) is not None)
        return _behind([*frame.obliques, *inside], _TO)
    if frame.predicate in _words("striking") and _is_in(frame, _INTO, "limbs"):
        return frame.patient
    if frame.predicate == "leave" and (_is_in(frame, frozenset(("with",)), "harms") or _is_left_maimed(frame)):
        return frame.patient
    return None


def _is_left_maimed(frame: Frame) -> bool:
    """ "Left a teacher paralysed", "left his son in a coma"."""
    around = [*frame.trigger.rights, *(frame.patient.rights if frame.patient is not None else ())]
    return any(word.lower_ in _words("maimed") for word in around) or _is_in(frame, _TOWARDS_CARE, "conditions")


def _patient_in_care(frame: Frame) -> Word | None:
    """Who was treated for injuries or taken to hospital."""
    treated = frame.predicate == "treat" and _is_in(frame, frozenset(("for",)), "harms")
    brought = frame.predicate in _words("bringing") and _is_in(frame, _TOWARDS_CARE, "hospitals")
    return frame.patient if treated or brought else None


def _owner_of_limb(frame: Frame) -> Word | None:
    """ "Breaking a student's arm"."""
    limb = frame.patient
    if frame.predicate not in _words("breaking") or limb is None or limb.lemma_ not in _words("limbs"):
        return None
    return limb.lefts.first("poss")


def _is_in(frame: Frame, prepositions: frozenset[str], name: str) -> bool:
    """Whether a word of a list stands behind one of the prepositions, of the verb or of its object."""
    objects = frame.patient.rights if frame.patient is not None else ()
    inside = [(child.lower_, noun) for child in objects if (noun := child.pobj) is not None]
    return any(p in prepositions and noun.lemma_ in _words(name) for p, noun in [*frame.obliques, *inside])
