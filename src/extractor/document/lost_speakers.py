"""Speakers that the parser takes for more of what was hit: "rebels killed nine people, police and residents said"."""

from extractor.document.labels import FINITE, NOUNS, SUBJECTS
from extractor.document.misplaced_times import is_time
from extractor.document.tokens import Word
from extractor.lexicon.word_classes import word_class

_OBJECTS = frozenset(("dobj", "pobj", "appos", "conj", "npadvmod"))
_BESIDE = frozenset(("conj", "advcl", "dep", "parataxis"))


def repair_speakers(first: Word) -> None:
    """Give a verb of saying its several subjects back, where the parser makes them members of the object before.

    "Officials" and "residents" of "rebels killed nine people, officials and residents said".
    """
    if first.head.dep_ == "conj" or not first.left_edge.follows(",") or not first.rights.has("conj"):
        return
    saying = _saying_behind(first)
    if saying is None or saying.lefts.has(*SUBJECTS) or saying.above(first) != saying.lefts.has("ccomp"):
        return
    if saying.dep_ in _BESIDE:
        saying.dep_ = "parataxis"
    elif not saying.lefts.has("ccomp"):
        return
    first.move(saying, "nsubj")


def repair_said_beside(speaker: Word) -> None:
    """Hang a clause of saying beside the one it tells of, where the parser hangs it on the object of that.

    "Said" of "gunmen kidnapped two nurses, police and witnesses said", which are no nurses that somebody said.
    """
    saying, told = speaker.head, speaker.head.head
    if speaker.pos_ == "PRON" or not speaker.left_edge.follows(","):  # "Saleh, who rejects the result"
        return
    if saying is not _saying_behind(speaker):
        return
    if saying.dep_ == "relcl" and told.dep_ in ("dobj", "pobj") and not told.follows("that"):
        clause = next((word for word in told.ancestors if word.tag_ in FINITE), None)
        if clause is not None and clause.lefts.has(*SUBJECTS):
            saying.move(clause, "parataxis")
    elif saying.dep_ == "conj" and saying.head.i < saying.i and not saying.head.rights.has("cc"):
        saying.dep_ = "parataxis"


def repair_said_at_end(saying: Word) -> None:
    """Make a participle behind the last noun the verb of saying that it is, with that noun as its subject.

    "Alleged" of "migrants were dumped in the desert, the agency alleged on Wednesday".
    """
    speaker = saying.head
    verb = speaker.head
    is_last = saying.tag_ == "VBN" and speaker.dep_ in ("appos", "conj", "npadvmod") and speaker.left_edge.follows(",")
    if not is_last or not _says(saying) or saying.i != speaker.i + 1 or not all(map(_is_aside, saying.rights)):
        return
    clause = next((word for word in (verb, *verb.ancestors) if word.tag_ in FINITE or word.lefts.has("auxpass")), None)
    if clause is None or not clause.lefts.has(*SUBJECTS) or clause.head is not clause:
        return
    saying.pos_, saying.tag_ = "VERB", "VBD"
    saying.move(clause, "parataxis")
    speaker.move(saying, "nsubj")


def _is_aside(phrase: Word) -> bool:
    """Whether what stands behind a verb of saying tells no more than when it was said.

    "Alleged on Monday, adding".
    """
    return phrase.is_punct or phrase.dep_ == "advcl" or is_time(phrase)


def repair_charged(saying: Word) -> None:
    """Make a participle with a subject behind a comma the verb of saying that it is.

    "Charged" of "troops shot four men, state media charged on Tuesday", which the parser takes for a circumstance.
    """
    subject = saying.lefts.first("nsubj")
    if saying.tag_ != "VBN" or saying.dep_ != "advcl" or subject is None or saying.rights.has("dobj", "agent"):
        return
    if saying.i > saying.head.i and subject.left_edge.follows(",") and subject.i + 1 == saying.i and _says(saying):
        saying.tag_, saying.dep_ = "VBD", "parataxis"


def _says(verb: Word) -> bool:
    """Whether a verb is one of saying, "charge" among them, which takes an object where it means anything else.

    "Alleged", "charged" of "state media charged on Tuesday"; not "fled".
    """
    return verb.lemma_ in word_class("saying") or verb.lemma_ == "charge"


def repair_speaker_in_commas(saying: Word) -> None:
    """Give a verb of saying without a subject the phrase in front of it that a comma opens and another one closes.

    "Governor" of "rebels killed nine, the governor of the province, Idris Bako, said", who was not killed.
    """
    if saying.tag_ not in FINITE or saying.children.has(*SUBJECTS) or not saying.follows(","):
        return
    if saying.rights and saying.rights[0].i == saying.i + 1 and saying.rights[0].pos_ in NOUNS:
        return  # "said Ann Lee", which the parser takes for an object
    last = saying.nbor(-2) if saying.i > 1 else None
    if last is None:
        return
    speaker = None
    for word in (last, *last.ancestors):
        if word.pos_ == "VERB" or word.right_edge.i not in (saying.i - 1, saying.i - 2) or word.rights.has("conj"):
            break
        if word.pos_ in NOUNS and word.dep_ in _OBJECTS and word.left_edge.follows(","):
            speaker = word
    if speaker is not None:
        speaker.move(saying, "nsubj")


def repair_active_participle(verb: Word) -> None:
    """Give a participle with an object of its own the noun before it as its subject, before somebody who says so.

    "Arrested" of "forces arrested 250 people in Minsk, the group Viasna said", where the parser has the forces say it.
    """
    subject = verb.head
    saying = subject.head
    if verb.tag_ != "VBN" or not verb.rights.has("dobj") or verb.i != subject.i + 1 or subject.dep_ != "nsubj":
        return
    speakers = [word for word in saying.lefts.those("nsubj") if word.i > verb.i]
    if saying.lemma_ not in word_class("saying") or not speakers or not speakers[-1].left_edge.follows(","):
        return
    verb.tag_ = "VBD"
    verb.move(saying, "ccomp")
    subject.move(verb, "nsubj")
    for phrase in subject.rights.those("prep"):
        if phrase.i > verb.i:
            phrase.move(verb, "prep")


def _saying_behind(speaker: Word) -> Word | None:
    """The verb of saying right behind speakers that does not go on to tell what is said.

    "Said" for "officials" of "officials and residents said."; None for that of "officials said they fled".
    """
    end = speaker.right_edge.i + 1
    verb = speaker.words[end] if end < len(speaker.words) else None
    if verb is None or verb.tag_ not in FINITE or verb.rights.has("ccomp", "xcomp"):
        return None
    return verb if verb.lemma_ in word_class("saying") else None
