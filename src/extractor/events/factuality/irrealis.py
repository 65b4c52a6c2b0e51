"""Acts that did not take place where they are told: rehearsed, made up, staged in words, or the work of an accident."""

from collections.abc import Callable, Iterator

from extractor.document.tokens import Word
from extractor.events.casualties.counts import is_result
from extractor.events.draft import Draft
from extractor.events.grounding.offsets import day_before
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.records import ActorKind
from extractor.syntax import SUBJECTS, Frame, word_class

# Steps from an act up to the verb that rehearses it: "simulated the storming of an embassy".
REACH = 4
_CARRIED = frozenset(("dobj", "pobj", "prep", "xcomp", "conj", "compound", "pcomp", "nsubjpass"))


def is_irreal(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether a mention tells of no act of its type that took place: one of the tests below says so."""
    return any(test(article, frame, draft) for test in _TESTS)


def _is_rehearsed(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "Troops rehearsed an assault", "a mock raid", "simulated the capture of a port", "stormed a hill in a drill"."""
    if not draft.coding.kind.violent:
        return False
    if any(child.lower_ in words("mock") for child in frame.trigger.lefts):
        return True
    if any(_rehearses(word) for word in _carriers(frame.trigger)):
        return True
    return any(
        preposition.lower_ in ("in", "during")
        and preposition.pobj is not None
        and preposition.pobj.lemma_ in words("drills")
        for word in (frame.trigger, *_carriers(frame.trigger))
        for preposition in word.rights
    )


def _rehearses(verb: Word) -> bool:
    """ "Rehearsed", and "re-enacted", which the parser cuts in pieces."""
    if verb.pos_ != "VERB":
        return False
    again = verb.lemma_ == "enact" and verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).lower_ == "re"
    return again or verb.lemma_ in words("rehearsing")


def _is_foreseen(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "Trained for strikes on ships", "braced for an attack": what somebody makes ready for has not happened."""
    behind = frame.trigger.head
    return behind.lower_ == "for" and behind.head.lemma_ in words("preparing") and behind.head.pos_ in ("VERB", "ADJ")


def _is_imagined(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "Imagine that rebels took the airport", "modelled what would happen if saboteurs struck"."""
    return any(word.lemma_ in words("imagining") and word.pos_ == "VERB" for word in frame.trigger.ancestors)


def _carriers(trigger: Word) -> Iterator[Word]:
    """The words above an act that do something with it, not those of other clauses."""
    node = trigger
    for _ in range(REACH):
        if node.dep_ not in _CARRIED:
            return
        node = node.head
        yield node


def _is_fiction(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "In the film, rebels seize a ship", "the novel tells how the army burned a village"."""
    return any(
        _is_set_in_fiction(word) or _is_told_by_fiction(word) or _is_topic_of_fiction(word)
        for word in (frame.trigger, *frame.trigger.ancestors)
    )


def _is_set_in_fiction(word: Word) -> bool:
    if word.pos_ not in ("VERB", "AUX"):
        return False
    openings = (child.pobj for child in word.children if child.dep_ == "prep" and child.lower_ == "in")
    return any(noun is not None and _is_work(noun) for noun in openings)


def _is_topic_of_fiction(word: Word) -> bool:
    """The siege in "a film about the siege"."""
    about = word.dep_ == "prep" and word.lower_ in ("about", "on")
    return about and _is_work(word.head)


def _is_work(noun: Word) -> bool:
    """A work of fiction or art, a game, a show."""
    return noun.lemma_ in word_classes()["fiction"] or noun.lemma_ in words("shows")


def _is_told_by_fiction(verb: Word) -> bool:
    """Whether the subject of a verb with a clause is a work of fiction."""
    told = verb.rights.has("ccomp", "advcl", "pcomp", "dobj")
    return told and any(child.dep_ in SUBJECTS and _is_work(child) for child in verb.lefts)


def _is_utterance(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "shot back that the cuts had worked": a violent verb with a clause of content says something."""
    if not draft.coding.kind.harms_people or frame.noun:
        return False
    return any(
        child.dep_ == "ccomp" and any(inner.lower_ == "that" and inner.dep_ == "mark" for inner in child.lefts)
        for child in frame.trigger.rights
    )


def _is_accident(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "A boiler exploded, killing two", "a crane fell and killed a boy": a thing that is no weapon did it."""
    if not draft.coding.kind.harms_people or not (is_result(frame.predicate) or frame.predicate in words("bursting")):
        return False
    cause = frame.agent if frame.agent is not None else _subject_of_cause(frame.trigger)
    if cause is None or not _is_thing(cause):
        return False
    sentence = article.sentence_words(frame.trigger)
    return not (word_classes()["violence"].among(sentence) - words("bursting") - words("harm"))


def _is_thing(noun: Word) -> bool:
    """ "boiler", "gas explosion": no weapon, no vehicle, nobody."""
    if noun.lemma_ in words("bursting"):
        modifiers = noun.lefts.those("compound", "amod", "nmod")
        return any(child.lemma_ in word_classes()["bursts"] for child in modifiers)
    before = {child.lemma_ for child in noun.lefts}
    if noun.lemma_ in word_classes()["thing"]:
        return True
    return noun.lemma_ in word_classes()["bursts"] and not word_classes()["weapon"].among(before)


def _subject_of_cause(trigger: Word) -> Word | None:
    """The subject of the clause that a participle depends on: "a wall collapsed, killing two"."""
    if trigger.dep_ not in ("advcl", "conj"):
        return None
    return trigger.head.lefts.first(*SUBJECTS)


def _is_state(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "two years in custody", "died in detention": where somebody is, not an arrest."""
    noun = frame.trigger
    return frame.noun and noun.lemma_ in words("states") and noun.dep_ == "pobj" and noun.head.lower_ == "in"


def _is_commemorated(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "Norway commemorated the massacre", "an anniversary of the raid": an act of old without a day of its own."""
    if not any(word.lemma_ in words("commemorating") for word in _carriers(frame.trigger)):
        return False
    day = day_before(article, draft.claims[0])
    stated = article.date(draft.claims[0])
    own = stated is not None and frame.trigger.above(article.words.at(stated.start))
    return day is None and not own


def _is_figurative(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "the plan killed jobs": harm to what does not live."""
    patient = frame.patient
    if not draft.coding.kind.harms_people or patient is None or patient.tag_ not in ("NN", "NNS"):
        return False
    if frame.predicate in words("killing"):
        return not _is_mortal(article, patient)
    if frame.predicate not in words("harm") or draft.target:
        return False
    return patient.lemma_ not in word_classes()["living"] and not draft.counts


def _is_mortal(article: AnnotatedArticle, noun: Word) -> bool:
    """Whether a noun is for people or animals, or counts them: "killed dozens"; not "killed inflation"."""
    if noun.lemma_ in word_classes()["mortal"] or noun.lemma_ in word_class("quantities"):
        return True
    if noun.lefts.has("nummod", "quantmod"):
        return True
    actor = article.actors.get(article.actor_of(noun) or "")
    return actor is not None and actor.kind in (ActorKind.PERSON, ActorKind.PEOPLE)


_Test = Callable[[AnnotatedArticle, Frame, Draft], bool]
_TESTS: tuple[_Test, ...] = (
    *(_is_rehearsed, _is_foreseen, _is_imagined, _is_fiction, _is_utterance, _is_accident, _is_state),
    *(_is_figurative, _is_commemorated),
)


def words(name: str) -> frozenset[str]:
    """A list of data/en/events/irrealis.txt."""
    return word_lists("events/irrealis.txt")[name]
