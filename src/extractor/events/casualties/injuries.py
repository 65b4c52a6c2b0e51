"""Who was hurt where the verb alone does not say so: "sustained burns", "taken to hospital", "shot in the leg"."""

from extractor.document.tokens import Word
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.tables import word_lists
from extractor.syntax import Frame

_INTO = frozenset(("in", "on", "through", "into"))
_WITH = frozenset(("with",))
_FOR = frozenset(("for",))
_TO = frozenset(("to", "on", "among"))
_TOWARDS_CARE = frozenset(("to", "in", "into", "at"))


def may_tell_harm(predicate: str, sentence: frozenset[str]) -> bool:
    """Whether a verb in the company of its sentence can say that people were hurt; a quick test before frames.

    `sentence` are the lemmas of the sentence. True for "sustain" beside "burn".
    """
    if predicate not in _words("hurting"):
        return False
    return any(not sentence.isdisjoint(_words(name)) for name in _COMPANY)


_COMPANY = ("harms", "limbs", "hospitals", "care", "maimed", "conditions")


def harmed(frame: Frame) -> Word | None:
    """The people that a clause says were hurt, None when it says nothing of the kind.

    "Ann" of "Ann sustained burns", "doctors took Ann to hospital" and "left Ann with burns"; for "Ann took a bus" None.
    """
    if frame.noun:
        if frame.predicate not in _words("harms"):
            return None
        return _first_behind(frame)
    if frame.predicate not in _words("hurting"):
        return None
    for find in (_sufferer, _victim, _patient_in_care, _owner_of_limb):
        found = find(frame)
        if found is not None:
            return found
    return None


def _first_behind(frame: Frame) -> Word | None:
    """Whom "injuries to" names."""
    return next(iter(frame.behind(*_TO)), None)


def is_struck_on_body(frame: Frame) -> bool:
    """ "Was hit in the neck", "was struck on the shoulder": what an act did to somebody, by whichever hand."""
    if frame.noun or not frame.passive:
        return False
    is_blow = frame.predicate in _words("striking")
    if not is_blow:
        return False
    return any(map(_is_part_of_body, frame.behind("in", "on", "through")))


def _is_part_of_body(noun: Word) -> bool:
    """ "Neck", "shoulder"."""
    return "bodypart" in classes_of(noun.lemma_)


def _words(name: str) -> frozenset[str]:
    """A list of data/en/events/casualties.txt."""
    return word_lists("events/casualties.txt")[name]


def _sufferer(frame: Frame) -> Word | None:
    """The subject of "sustained burns", "lost an eye", "needed treatment", "is in a coma"."""
    if _lies_in_care(frame):
        return frame.agent
    if frame.passive or not any(_does(frame, *lists) for lists in _SUFFERING):
        return None
    return frame.agent


def _lies_in_care(frame: Frame) -> bool:
    """ "Is in a coma", "remained in critical condition"."""
    if frame.predicate not in _words("lying"):
        return False
    return _is_in(frame, _TOWARDS_CARE, "conditions")


# Verbs of one list whose subject is hurt when their object is of the other: "sustained burns", "lost an eye".
_SUFFERING = (("suffering", "harms"), ("needing", "care"), ("losing", "limbs"))


def _does(frame: Frame, verbs: str, objects: str) -> bool:
    """Whether the verb is of one list, and its object of another.

    "Broke" with "leg" for "broke his leg".
    """
    if frame.patient is None or frame.predicate not in _words(verbs):
        return False
    return frame.patient.lemma_ in _words(objects)


def _victim(frame: Frame) -> Word | None:
    """The object of "left four with burns", "shot her in the leg"; the one after "caused injuries to"."""
    if _does(frame, "inflicting", "harms"):
        # The parser may hang "to" on the injuries.
        behind = [*frame.behind(*_TO), *frame.patient.preps(*_TO)] if frame.patient is not None else []
        return next(iter(behind), None)
    is_hurt = _is_struck(frame) or _is_left_hurt(frame)
    return frame.patient if is_hurt else None


def _is_struck(frame: Frame) -> bool:
    """ "Shot her in the leg"."""
    return frame.predicate in _words("striking") and _is_in(frame, _INTO, "limbs")


def _is_left_hurt(frame: Frame) -> bool:
    """ "Left four with burns", "left a teacher paralysed"."""
    if frame.predicate != "leave":
        return False
    return _is_in(frame, _WITH, "harms") or _is_left_maimed(frame)


def _is_left_maimed(frame: Frame) -> bool:
    """ "Left a teacher paralysed", "left his son in a coma"."""
    around = list(frame.trigger.rights)
    if frame.patient is not None:
        around += frame.patient.rights
    if any(word.lower_ in _words("maimed") for word in around):
        return True
    return _is_in(frame, _TOWARDS_CARE, "conditions")


def _patient_in_care(frame: Frame) -> Word | None:
    """Who was treated for injuries or taken to hospital.

    "Boy" of "The boy was taken to hospital."
    """
    is_hurt = False
    if frame.predicate == "treat":
        is_hurt = _is_in(frame, _FOR, "harms")
    elif frame.predicate in _words("bringing"):
        is_hurt = _is_in(frame, _TOWARDS_CARE, "hospitals")
    return frame.patient if is_hurt else None


def _owner_of_limb(frame: Frame) -> Word | None:
    """ "Breaking a student's arm"."""
    if frame.patient is None or not _does(frame, "breaking", "limbs"):
        return None
    return frame.patient.lefts.first("poss")


def _is_in(frame: Frame, prepositions: frozenset[str], name: str) -> bool:
    """Whether a word of a list stands behind one of the prepositions, of the verb or of its object."""
    words = _words(name)
    for preposition, noun in (*frame.obliques, *_of_object(frame)):
        if preposition in prepositions and noun.lemma_ in words:
            return True
    return False


def _of_object(frame: Frame) -> list[tuple[str, Word]]:
    """The prepositions of the object, each with its noun."""
    found: list[tuple[str, Word]] = []
    for child in frame.patient.rights if frame.patient is not None else ():
        found += [(child.lower_, noun) for noun in child.rights.those("pobj")[:1]]
    return found
