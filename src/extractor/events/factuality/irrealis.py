"""Acts that did not take place where they are told: rehearsed, made up, staged in words, or the work of an accident."""

from collections.abc import Callable, Iterator

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.factuality.accidents import is_accident, is_fire
from extractor.events.factuality.crashes import is_crash
from extractor.events.factuality.irrealis_words import words
from extractor.events.factuality.mishaps import is_mishap
from extractor.events.factuality.plots import is_plot, is_true
from extractor.events.factuality.staged import is_staged
from extractor.events.grounding.offsets import day_before
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.word_classes import word_class, word_classes
from extractor.records import ActorKind, Modality, Polarity
from extractor.syntax import SUBJECTS, Frame

# Steps from an act up to the verb that rehearses it: "simulated the storming of an embassy".
REACH = 4
_SCENE = 5  # words that open a sentence with "in the third act"
_PRESENT = ("VB", "VBP", "VBZ")
_CARRIED = frozenset(("dobj", "pobj", "prep", "xcomp", "conj", "compound", "pcomp", "nsubjpass"))


def is_irreal(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether a mention tells of no act of its type that took place: one of the tests below says so.

    "Troops rehearsed an assault", "in the film, rebels seize a ship", "the plan killed jobs".
    """
    return any(test(article, frame, draft) for test in _TESTS)


def _is_rehearsed(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether an act was only rehearsed, or done by or to those who play.

    "Troops rehearsed an assault", "a mock raid", "re-enactors stormed a fort"; not "troops stormed a fort".
    """
    carriers = list(_carriers(frame.trigger))
    if not draft.coding.kind.violent:
        return _is_of_mock_people(frame) or (frame.trigger.tag_ == "VBG" and any(map(_rehearses, carriers[:1])))
    if frame.agent is not None and frame.agent.lemma_ in words("players"):
        return True
    if any(told.lefts.has_form(*words("mock")) for told in (frame.trigger, frame.light, frame.patient) if told):
        return True
    if any(map(_rehearses, carriers)):
        return True
    if frame.trigger.dep_ == "relcl" and any(map(_rehearses, _carriers(frame.trigger.head))):
        return True
    if frame.trigger.rights.has_form("dead"):  # "shot dead two recruits in a drill"
        return False
    joined = frame.trigger.rights.those("conj")  # "stormed a ferry and freed its crew in a drill"
    if any(map(_is_in_drill, (frame.trigger, *carriers, *joined))):
        return True
    if _is_armed(frame.agent) or not words("harm").isdisjoint(article.sentence_words(frame.trigger)):
        return False
    return _is_at_show(article, frame)


def _is_at_show(article: AnnotatedArticle, frame: Frame) -> bool:
    """Whether blanks are fired, or those whom it is done to are at a show or a drill; who was hurt there was hurt.

    "Police shot blanks at pupils", "stormed the fort at the re-enactment"; not asked of "killed two at a re-enactment",
    nor of "soldiers taking part in an exercise were stabbed".
    """
    if any(map(_is_blank, article.sentence_tokens(frame.trigger))):
        return True
    people = (*frame.behind("at"), frame.patient or frame.trigger, frame.trigger)
    if any(_is_in_drill(word, "in", "as") for word in people if word.dep_ != "csubjpass"):
        return True
    behind = [noun for child in frame.trigger.rights if child.lower_ == "at" for noun in child.rights]
    return any(noun.lemma_ in words("replays") for noun in behind)


def _is_armed(people: Word | None) -> bool:
    """Whether somebody fights for no state, and so plays in no show.

    "Gunmen" of "gunmen fired at a re-enactment"; not "soldiers".
    """
    return people is not None and people.lemma_ in word_classes()["armed"]


def _is_blank(word: Word) -> bool:
    """Whether a word is for shots without a bullet.

    "Blanks" of "fired blanks"; not "blank" of "at point-blank range".
    """
    return word.lemma_ in words("blanks") and not word.follows("point", "-")


def _is_of_mock_people(frame: Frame) -> bool:
    """Whether the people of an act are dummies, or play others.

    "Freed 12 mock hostages"; not "burned a mock coffin", which is a protest.
    """
    people = frame.patient
    return people is not None and people.lefts.has_form(*words("mock")) and people.lemma_ in word_classes()["mortal"]


def _is_for_cameras(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether harm is only played.

    "The king was killed twice for the cameras", "blew up a car for a chase scene"; not "left for the scene".
    """
    if not draft.coding.kind.harms_people:
        return False
    if any(noun.lemma_ in ("camera", "audience") for noun in frame.trigger.preps("for")):
        return True
    told = article.sentence_tokens(frame.trigger)
    return any(
        word.lemma_ in ("scene", "stunt") and word.is_behind("for") and word.lefts.has_form("a") for word in told
    )


def _is_of_game(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether it is what a player does to another.

    "Lund gunned the keeper down from 30 metres"; not "gunmen shot a goalkeeper".
    """
    if frame.agent is None or frame.patient is None or frame.agent.pos_ != "PROPN":
        return False
    return draft.coding.kind.violent and frame.patient.lemma_ in words("keepers")


def _is_performed(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether who does it does so in a show, in costume or for a film.

    "Extras stormed a fort for a film", "actors dressed as Romans burned a mill", "students playing rebels ambushed a
    bus", "men in powdered wigs stormed the hill"; not "an actor shot his wife".
    """
    if frame.agent is None or not draft.coding.kind.violent:
        return False
    wearer = _wearer(frame.agent)
    if wearer is not None and wearer.lemma_ in words("cast"):
        return True
    if not draft.counts and not _is_armed(frame.agent) and _is_in_costume(frame.agent):
        return True
    if not any(noun.lemma_ in words("cast") for noun in (frame.agent, *frame.agent.preps("of"))):
        return False
    return frame.agent.rights.has_form("dressed") or any(map(_is_work, frame.behind("for", "in")))


def _is_in_costume(people: Word) -> bool:
    """Whether people play others, or wear what is worn on a stage.

    "Students playing rebels", "men in powdered wigs"; not "students playing football", "men in army uniform".
    """
    if people.tag_ == "NNS" and any(noun.lemma_ in words("costumes") for noun in people.preps("in")):
        return True
    played = [noun for verb in people.rights.those("acl") if verb.lower_ == "playing" for noun in verb.rights]
    return any("person" in classes_of(noun.lemma_) for noun in played if noun.dep_ == "dobj")


def _wearer(costume: Word) -> Word | None:
    """Who wears what the parser takes for the subject.

    "Actors" for "Romans" of "Actors dressed as Romans burned a village."
    """
    first = costume.left_edge
    if not first.follows("as") or first.i < 3:
        return None
    return first.nbor(-3) if first.nbor(-1).follows("dressed", "costumed", "disguised") else None


def _is_in_drill(word: Word, *prepositions: str) -> bool:
    """Whether a word is in a drill, a show or an exercise.

    "Stormed a hill in a drill", "in the exercise, terrorists seize a tram", "stormed it as part of an exercise".
    """
    behind = [child for child in word.rights.those("prep") if child.lower_ in (prepositions or ("in", "during"))]
    behind += [child for child in word.lefts.those("prep") if child.lower_ == "in"]
    nouns = [noun for child in behind for noun in child.rights.those("pobj")]
    nouns += [whole for noun in nouns if noun.lemma_ == "part" for whole in noun.preps("of")]
    return any(noun.lemma_ in words("drills") for noun in nouns)


def _rehearses(verb: Word) -> bool:
    """Whether a verb says that an act was rehearsed.

    "Rehearsed", and "re-enacted", which the parser cuts in pieces.
    """
    if verb.pos_ != "VERB":
        return False
    if verb.lemma_ in words("rehearsing"):
        return verb.lemma_ != "model" or not _is_modelled_on(verb)
    if verb.lemma_ != "enact" or verb.i < 2:
        return False
    if verb.nbor(-1).text != "-":
        return False
    return verb.nbor(-2).lower_ == "re"


def _is_modelled_on(verb: Word) -> bool:
    """Whether somebody does something as another did it before.

    "Modelled his attack on that in Oslo"; not "modelled an attack on the grid".
    """
    attack = verb.rights.first("dobj")
    return verb.prep("on") is not None or (attack is not None and attack.lefts.has("poss"))


def _is_foreseen(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether somebody only makes ready for an act, which has not happened.

    "Trained for strikes on ships", "braced for an attack"; not "trained after an attack".
    """
    preposition = frame.trigger.head
    if preposition.lower_ != "for":
        return False
    behind = preposition.head
    if behind.lemma_ not in words("preparing"):
        return False
    return behind.pos_ in ("VERB", "ADJ")


def _is_imagined(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether an act is only imagined.

    "Imagine that rebels took the airport", "modelled what would happen if saboteurs struck"; not "rebels took it".
    """
    if any(map(_imagines, frame.trigger.ancestors)):
        return True
    told = [word.lower_ for word in article.sentence_tokens(frame.trigger) if word.i < frame.trigger.i]
    if draft.days is None and _is_labelled(told):
        return True
    if next(filter(str.isalpha, told), "") in words("supposing"):
        return True
    return frame.trigger.tag_ in _PRESENT and (_is_scene(told) or _is_in_scenario(told))


def _is_labelled(told: list[str]) -> bool:
    """Whether words before an act are a label that says that it is only thought of, or begin with one.

    >>> _is_labelled(["the", "worst", "case", ":", "an"]), _is_labelled(["worst", "case", "was", "in", "gao", ":"])
    (True, False)
    """
    label = told[: told.index(":")] if ":" in told else []
    if not words("scenarios").isdisjoint(label):
        return True
    return {"worst", "case"}.issubset(label) and words("telling").isdisjoint(label)


def _is_in_scenario(told: list[str]) -> bool:
    """Whether words before an act begin with a scenario.

    >>> _is_in_scenario(["in", "the", "scenario", "gunmen"]), _is_in_scenario(["oil", "futures", "rise", "as"])
    (True, False)
    """
    return told[:1] == ["in"] and not words("scenarios").isdisjoint(told[:_SCENE])


def _is_scene(told: list[str]) -> bool:
    """Whether words before an act put it in a part of a play or a book.

    >>> _is_scene(["in", "the", "third", "act", "rebels"]), _is_scene(["in", "the", "third", "act", "of", "war"])
    (True, False)
    """
    opening = told[:_SCENE]
    at = next((at for at, word in enumerate(opening) if word in words("scenes")), 0)
    return at > 0 and opening[0] in ("in", "by") and "of" not in told[at : at + 2]


def _imagines(word: Word) -> bool:
    """Whether a verb says that somebody imagines something.

    "Imagine" of "imagine that rebels took the airport".
    """
    return word.pos_ == "VERB" and word.lemma_ in words("imagining")


def _carriers(trigger: Word) -> Iterator[Word]:
    """The words above an act that do something with it, not those of other clauses."""
    node = trigger
    for _ in range(REACH):
        if node.dep_ not in _CARRIED:
            return
        node = node.head
        yield node


def _is_fiction(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether a work of fiction tells of an act.

    "In the film, rebels seize a ship", "the novel tells how soldiers burned a village"; not "rebels seized a ship".
    """
    return any(map(_is_of_fiction, (frame.trigger, *frame.trigger.ancestors)))


def _is_of_fiction(word: Word) -> bool:
    """Whether a word is set in, told by or the topic of a work of fiction.

    "Seize" of "in the film, rebels seize a ship".
    """
    return any(test(word) for test in (_is_set_in_fiction, _is_told_by_fiction, _is_topic_of_fiction, _is_of_part))


def _is_of_part(word: Word) -> bool:
    """ "Plays a sergeant who kills a spy", "starred as a nurse who stabs him": what a character does.

    "Kills" of the first; not of "arrested a sergeant who kills dogs".
    """
    if word.dep_ != "relcl" or not word.head.lefts.has_form("a", "an"):
        return False
    character = word.head
    if character.is_behind("as"):
        return character.head.head.lemma_ in words("appearing")
    return character.dep_ == "dobj" and character.head.lemma_ in words("acting")


def _is_set_in_fiction(word: Word) -> bool:
    """ "In the film, rebels seize a ship".

    "Strangles" of "in the play's last act a sailor strangles his wife".
    """
    if word.pos_ not in ("VERB", "AUX"):
        return False
    for child in word.children.those("prep"):
        noun = child.pobj if child.lower_ == "in" else None
        if noun is not None and any(map(_is_work, (noun, *noun.lefts.those("poss")))):
            return True
        if noun is not None and (_is_part_of_work(noun) or _is_episode(noun, word)):
            return True
    return False


def _is_part_of_work(noun: Word) -> bool:
    """ "The second season of the drama", "an episode of the series"; not "the middle of the film".

    "Season" of the first, "most" of "most of the runs of the war game"; not "season" of "the second season of drought".
    """
    if noun.pos_ != "NOUN":
        return any(map(_is_part_of_work, noun.preps("of")))
    if noun.lemma_ not in words("parts") | words("named parts"):
        return False
    return any(_is_work(whole) or whole.lemma_ in words("serials") for whole in noun.preps("of"))


def _is_episode(noun: Word, verb: Word) -> bool:
    """Whether a noun is for a part of a series in which a verb in the present tells what happens.

    "In the opening episode, a gang robs a bank"; not "in the latest episode of violence, a gang robbed a bank".
    """
    return noun.lemma_ in words("episodes") and not noun.rights.has("prep") and verb.tag_ in ("VBZ", "VBP")


def _is_topic_of_fiction(word: Word) -> bool:
    """Whether a preposition leads to the topic of a work or a monument.

    "About" of "a film about the siege"; not of "a quarrel about the siege".
    """
    if word.dep_ != "prep" or word.lower_ not in ("about", "on"):
        return False
    return _is_work(word.head) or (word.lower_ == "about" and word.head.lemma_ in words("about"))


def _is_work(noun: Word) -> bool:
    """A work of fiction or art, a game, a show.

    "Film", "novel", "game"; not "drama" of "a hostage drama".
    """
    if is_true(noun):
        return False
    return noun.lemma_ in word_classes()["fiction"] or noun.lemma_ in words("shows")


def _is_told_by_fiction(verb: Word) -> bool:
    """Whether the subject of a verb with some content is a work of fiction: "the novel opens with a raid"."""
    if not any(map(_is_content, verb.rights)):
        return False
    return any(map(_is_work, verb.lefts.those(*SUBJECTS)))


def _is_content(word: Word) -> bool:
    """Whether a word under a verb holds what a work tells: a clause, an object, "opens with".

    "With" of "opens with a raid", "of" of "tells of a soldier who kills".
    """
    if word.dep_ == "prep":
        return word.lower_ in ("with", "around", "of")
    return word.dep_ in ("ccomp", "advcl", "pcomp", "dobj")


def _is_utterance(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether a violent verb with a clause of content only says something.

    "Shot back that the cuts had worked"; not "shot back at the guards".
    """
    if frame.noun or not draft.coding.kind.harms_people:
        return False
    return any(map(_begins_with_that, frame.trigger.rights.those("ccomp")))


def _begins_with_that(clause: Word) -> bool:
    """Whether "that" marks a clause.

    True of "had worked" in "said that the cuts had worked"; False of it in "said the cuts had worked".
    """
    return any(word.lower_ == "that" for word in clause.lefts.those("mark"))


def _is_in_words(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "Ambushed the minister with a late amendment": what is thrown at somebody is a paper, a question, a camera.

    Not "ambushed the minister with rockets".
    """
    if frame.predicate not in words("with words"):
        return False
    listed = words("papers") | words("cameras")
    return any(noun.lemma_ in listed or "document" in classes_of(noun.lemma_) for noun in frame.behind("with"))


def _is_at_counter(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether somebody is only in a hurry to buy or to complain.

    "Fans stormed the box office and bombarded phone lines"; not "gunmen stormed the ticket hall".
    """
    noun = frame.patient
    if noun is None or not draft.coding.kind.violent:
        return False
    return any(f"{word.lower_} {noun.lemma_}" in words("counters") for word in noun.lefts.those("compound", "amod"))


def _is_in_public(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """ "The director took a beating in the press": what is done in papers and polls is done in words.

    The beating.
    """
    act = frame.light or frame.trigger
    if act.lemma_ not in words("thrashings") or draft.counts:
        return False
    behind = (*frame.behind("in", "at"), *act.preps("in", "at"), *act.head.preps("in", "at"))
    return any(noun.lemma_ in words("public") for noun in behind)


def _is_undone(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether it is harm that was not done, by nobody.

    "The mayor was not hit"; not "the guards did not hit the mayor".
    """
    if draft.polarity is not Polarity.NEGATIVE or draft.modality is Modality.DENIED:
        return False
    return frame.passive and draft.coding.kind.harms_people and not draft.source


def _is_named_in_general(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether an act is what a clause is about, without anybody who does it.

    "Locking up a gun is not confiscating it"; not "locking up the gun, he left".
    """
    trigger = frame.trigger
    if trigger.tag_ != "VBG" or draft.source:
        return False
    return trigger.dep_ == "csubj" and trigger.head.tag_ in ("VBZ", "VBP")


def _is_state(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether a noun tells where somebody is, and no arrest.

    "Two years in custody", "died in detention"; not "the detention of two men".
    """
    noun = frame.trigger
    if not frame.noun or noun.lemma_ not in words("states"):
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ == "in"


def _is_commemorated(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether an act of old, without a day of its own, is only looked back on.

    "Norway commemorated the massacre", "an anniversary of the raid"; not "reported the massacre".
    """
    if not any(map(_commemorates, _carriers(frame.trigger))):
        return False
    claim = draft.claims[0]
    if day_before(article, claim) is not None:
        return False
    stated = article.date(claim)
    if stated is None:
        return True
    return not frame.trigger.above(article.words.at(stated.start))


def _is_likened(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether an act is what another thing is only compared to.

    "Likened the leak to the bombing of the port", "sounded like an air strike", "the news hit us like a bomb"; not
    "reacted to the bombing".
    """
    if frame.predicate in words("hitting") and word_classes()["weapon"].among(
        noun.lemma_ for noun in frame.trigger.preps("like")
    ):
        return True
    preposition = frame.trigger.head
    if preposition.lower_ == "like":
        return preposition.head.lemma_ in words("seeming")
    if preposition.lower_ not in ("to", "with") or not draft.coding.kind.violent:
        return False
    return preposition.head.lemma_ in words("comparing")


def _commemorates(word: Word) -> bool:
    """Whether a word is for looking back.

    "Commemorated", "an anniversary"; not "reported".
    """
    return word.lemma_ in words("commemorating")


def _is_figurative(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether harm comes to what does not live.

    "The plan killed jobs", "a gasket perished"; not "the plan killed dozens", "dozens perished".
    """
    dies = frame.predicate in words("dying")
    patient = frame.agent if dies else frame.patient
    if patient is None or patient.tag_ not in ("NN", "NNS"):
        return False
    if dies:
        return not _is_mortal(article, patient)
    if not draft.coding.kind.harms_people:
        return False
    if frame.predicate in words("killing"):
        return not _is_mortal(article, patient)
    if frame.predicate not in words("harm") or draft.target or draft.counts:
        return False
    return patient.lemma_ not in word_classes()["living"]


def _is_mortal(article: AnnotatedArticle, noun: Word) -> bool:
    """Whether a noun is for people or animals, or counts them: "killed dozens"; not "killed inflation"."""
    if noun.lemma_ in word_classes()["mortal"] or noun.lemma_ in word_class("quantities"):
        return True
    if noun.lefts.has("nummod", "quantmod"):
        return True
    actor = article.actors.get(article.actor_of(noun) or "")
    if actor is None:
        return False
    return actor.kind in (ActorKind.PERSON, ActorKind.PEOPLE)


_Test = Callable[[AnnotatedArticle, Frame, Draft], bool]
_TESTS: tuple[_Test, ...] = (
    *(
        _is_rehearsed,
        _is_performed,
        _is_foreseen,
        _is_imagined,
        _is_fiction,
        is_plot,
        is_staged,
        _is_for_cameras,
        _is_of_game,
        _is_utterance,
        _is_in_words,
        _is_at_counter,
    ),
    *(is_accident, is_crash, is_fire, is_mishap, _is_state),
    *(_is_figurative, _is_in_public, _is_likened, _is_commemorated, _is_undone, _is_named_in_general),
)
