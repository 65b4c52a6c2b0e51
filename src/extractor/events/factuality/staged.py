"""Acts that are only staged: with or upon what stands for others, by players, in an exercise that the text names."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import pairwise

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.factuality.irrealis_words import words
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_classes
from extractor.syntax import SUBJECTS, Frame, is_event_noun

# One to three words in quotes, none of them a title: "suspect", 'wounded', "rebel commander".
_QUOTED = re.compile(r"""(?<!\w)["“”'‘]([a-z][\w-]*(?: [a-z][\w-]*){0,2})["“”'’](?!\w)""")
_SIDES = (*SUBJECTS, "dobj")
_PRESENT = ("VBZ", "VBP")
_NEXT = 2  # sentences behind an act that may say that it was an exercise


def is_staged(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether an act is played by people or with things that stand for others.

    "Commandos killed four dummies", "a robber with a rubber knife", "troops freed the island from a notional enemy",
    "gunmen took 40 people hostage. The exercise lasted an hour."
    """
    kind = draft.coding.kind
    if kind.verbal or kind.moves_forces:
        return False
    possible = [test for test in _TESTS if not article.forms.isdisjoint(_cues()[test])]
    if not possible or any(map(_is_earnest, article.sentence_tokens(frame.trigger))):
        return False
    return any(test(article, frame, draft) for test in possible)


def _is_earnest(word: Word) -> bool:
    """ "A real pistol", "in hospital", "by mistake"; not "real" of "paint made it look real"."""
    return word.lower_ in words("earnest") and word.dep_ != "acomp"


def _is_upon_shams(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether people or things of an act only stand for others, or blanks are fired; a protest is one all the same.

    "Shot at scarecrows", "seized an island from a notional enemy"; not "protesters hanged a dummy".
    """
    if draft.coding.kind.voices_demands:
        return False
    if any(word.lower_ == "blanks" for word in article.sentence_tokens(frame.trigger)):
        return True
    sides = list(_sides(frame))
    if any(_is_player(noun) for noun in sides if noun is not frame.patient) or any(map(_is_sham, sides)):
        return True
    return any(map(_is_dummy, (*sides, *frame.behind("at", "in"), *_sides_beside(frame))))


def _is_player(noun: Word) -> bool:
    """Whether a subject does nothing in earnest: "hobbyists", "scores of re-enactors"."""
    whole = noun.head.head if noun.is_behind("of") else noun
    return whole.dep_ in SUBJECTS and noun.lemma_ in words("players")


def _sides_beside(frame: Frame) -> Iterator[Word]:
    """Whom the acts beside an act upon things are done to.

    The dummies of "blew up a car, killing three dummies"; not of "beat guards and burned a dummy".
    """
    if frame.patient is not None and frame.patient.lemma_ in word_classes()["mortal"]:
        return
    for verb in frame.trigger.rights.those("conj", "advcl", "ccomp"):
        yield from verb.rights.those("dobj")
        yield from verb.preps("for", "at", "on")


def _is_dummy(word: Word) -> bool:
    """ "Mannequins", "role players", which the tagger may cut in pieces; not "a dummy of the premier"."""
    if word.lemma_ == "player":
        return word.i > 1 and any(word.nbor(-n).lower_ == "role" for n in (1, 2))
    return word.lemma_ in words("dummies") and not word.preps("of")


def _sides(frame: Frame) -> Iterator[Word]:
    """Who and what takes part in an act and in those whose clauses it is in, with what they are of or from."""
    for noun in _own_sides(frame):
        yield noun
        yield from noun.preps("from", "of")


def _own_sides(frame: Frame) -> Iterator[Word]:
    """Who and what takes part in an act and in those whose clauses it is in.

    For "shot" of "police freed a bank and shot a robber": robber, police, bank.
    """
    yield from frame.participants("agent", "patient", "instrument")
    yield from frame.behind("from", "against", "on", "with", "into")
    for verb in _above(frame.trigger):
        if verb.pos_ in ("VERB", "AUX"):
            yield from verb.children.those(*_SIDES)
            yield from verb.preps("from", "against", "on")


def _above(trigger: Word) -> Iterator[Word]:
    """The words above an act, up to a clause that only tells when it was.

    "Freed" for "shot" of "freed a bank and shot a robber"; nothing for that of "a risk grew when they shot a robber".
    """
    for word in (trigger, *trigger.ancestors):
        if word is not trigger:
            yield word
        if word.dep_ == "advcl" and word.lefts.has_form("when", "after", "as", "while"):
            return


def _is_sham(noun: Word) -> bool:
    """Whether people or things are only made up.

    "A notional enemy", "smugglers, played by divers"; not "a game played by divers", "a mock trial" nor "a cardboard
    factory".
    """
    if noun.lemma_ in words("industry") or is_event_noun(noun):
        return False
    before = noun.words.phrase(noun.left_edge.i, noun.i)  # "make-believe" is three tokens
    if not words("sham").isdisjoint(before.lower().split()):
        return True
    return noun.lemma_ in word_classes()["mortal"] and any(_plays(verb, noun) for verb in noun.head.children)


def _plays(verb: Word, noun: Word) -> bool:
    """Whether a verb right behind a noun says who plays it: "smugglers, played by divers"."""
    return verb.lower_ in ("played", "portrayed") and 0 < verb.i - noun.i <= 2 and verb.precedes("by")


def _is_with_toys(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether who acts has a weapon that harms nobody.

    "A robber with a rubber knife", "attacked with machetes of foam"; not "arrested a boy with a toy gun".
    """
    held: list[Word] = []
    if draft.coding.kind.uses_weapons:
        behind = (
            *frame.behind("with"),
            *(noun for side in frame.participants("patient") for noun in side.preps("with")),
        )
        held = [weapon for weapon in behind if not _is_of_person(weapon, frame.patient)]
    doers = [word for word in _own_sides(frame) if word is not frame.patient and word.dep_ in SUBJECTS]
    return any(map(_is_toy, (*held, *(weapon for doer in doers for weapon in doer.preps("with")))))


def _is_of_person(weapon: Word, patient: Word | None) -> bool:
    """Whether a weapon is in the hands of those whom an act is done to.

    The knife of "shot a boy with a rubber knife"; not the rifles of "attacked a camp with wooden rifles".
    """
    if patient is None or weapon.head.head is not patient:
        return False
    return patient.lemma_ in word_classes()["mortal"]


def _is_toy(weapon: Word) -> bool:
    """ "A rubber knife", "machetes of foam"; not "rubber bullets"."""
    if weapon.lemma_ not in words("toys"):
        return False
    made = (*weapon.lefts, *weapon.preps("of"))
    return any(left.lower_ in words("toy") for left in made)


def _is_in_quotes(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether victims stand in quotes, or in a sentence on an exercise anybody or anything does.

    "Sixty "wounded" made it look real", "commandos killed four "militants" in a rehearsal"; not "killed four "rebels"".
    """
    sentence = article.sentence_tokens(frame.trigger)
    quoted = _quoted(article, sentence)
    if any(word.lower_ in words("victims") for word in quoted):
        return True
    if not any(noun.dep_ == "pobj" for noun in filter(_is_exercise, sentence)):
        return False
    return any(side in quoted for side in (frame.trigger, *_sides(frame)))


def _quoted(article: AnnotatedArticle, sentence: list[Word]) -> list[Word]:
    """The last words of the short phrases in quotes: "wounded" of "60 "wounded" were carried out"."""
    start, end = sentence[0].idx, sentence[-1].end
    found = _QUOTED.finditer(article.words.text, start, end)
    ends = {match.end(1) for match in found}
    return [word for word in sentence if word.end in ends]


def _is_in_exercise(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether an exercise named behind an act, not as its place alone, is what the act is part of."""
    sentence = article.sentence_tokens(frame.trigger)
    if any(word.lemma_ in words("harm") or word.lower_ in words("deadly") for word in sentence):
        return False
    return any(_is_about(noun, frame) for noun in filter(_is_exercise, sentence))


def _is_exercise(noun: Word) -> bool:
    """ "Drill", "rehearsal", "run-through"; not "exercise" of "during exercise"."""
    if noun.lemma_ == "run" and noun.precedes("-"):
        return noun.nbor(1).precedes("through")
    if noun.lower_ == "exercise" and not noun.lefts:
        return False
    return noun.pos_ == "NOUN" and noun.lemma_ in words("exercises")


def _is_about(noun: Word, frame: Frame) -> bool:
    """ "Part of a drill", "in a run-through", "on the last day of joint drills", "a final round of a moot court"."""
    if noun.dep_ == "appos":
        return True
    above = noun.head
    if above.lower_ == "of" and above.head.lemma_ == "part":
        return True
    if frame.agent is not None and not _is_trained(frame.agent):
        return False
    if above.lower_ == "of" and above.head.lemma_ in words("rounds"):
        above = above.head.head
    if above.lower_ not in ("in", "during", "on"):
        return False
    governor = above.head
    if governor.dep_ == "csubjpass":  # "soldiers taking part in an exercise were stabbed"
        return False
    return governor is frame.trigger or governor.above(frame.trigger) or governor in _sides(frame)


def _is_trained(people: Word) -> bool:
    """Whether people may be in an exercise: "marines", "police", "cadets"; not "militants"."""
    named = word_classes()
    return people.lemma_ in named["military"] or people.lemma_ in named["police"] or people.lemma_ in words("trainees")


def _is_picked_up(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether one of the next two sentences says of an act that it was an exercise: "The drill lasted an hour."""
    sentence = article.sentence_tokens(frame.trigger)
    if any(map(_is_identity, sentence)):
        return True
    if any(map(_is_exercise, sentence)):
        return False
    number = article.sentence_number(frame.trigger) + 1
    behind = range(number, min(number + _NEXT, len(article.words.sentence_starts)))
    return any(_says_exercise(article.words.sentence(further)) for further in behind)


def _says_exercise(sentence: list[Word]) -> bool:
    """Whether a sentence begins with a definite exercise that is over.

    "The drill lasted an hour."; not "A drill lasted an hour", "The drill involves 4,000 troops", "The drill of ...".
    """
    if any(map(_is_identity, sentence)):
        return True
    subject = next((word for word in sentence[:5] if word.dep_ in SUBJECTS), None)
    if subject is None or not _is_exercise(subject) or subject.preps("of", "for"):
        return False
    if subject.head.tag_ in _PRESENT:
        return False
    return sentence[0].lower_ in ("the", "this") and subject.head.lemma_ in words("going on")


def _is_identity(noun: Word) -> bool:
    """Whether a noun says what all that was told is.

    "Drill" of "it was a drill", "test" of "this was only a test"; not "drill" of "it was no drill".
    """
    if noun.dep_ != "attr" or not (_is_exercise(noun) or noun.lemma_ == "test"):
        return False
    if noun.head.children.has("neg") or noun.lefts.has_form("no") or noun.preps("of", "for"):
        return False
    return noun.head.lefts.has_form("it", "this", "that", "all", "everything", "these")


def _is_in_game(article: AnnotatedArticle, frame: Frame, draft: Draft) -> bool:
    """Whether a sentence is on a game of pupils: "Model UN", "a moot court"."""
    pairs = pairwise(article.sentence_tokens(frame.trigger)[:4])
    return any(f"{first.lower_} {second.lower_}" in words("school games") for first, second in pairs)


_Test = Callable[[AnnotatedArticle, Frame, Draft], bool]
_TESTS: tuple[_Test, ...] = (
    *(_is_upon_shams, _is_with_toys, _is_in_quotes, _is_in_exercise, _is_picked_up, _is_in_game),
)


@cache
def _cues() -> Mapping[_Test, frozenset[str]]:
    """The words of which an article has at least one where a test holds; most articles have none and need no test.

    "dummy" for `_is_upon_shams`, "drill" for `_is_in_exercise`.
    """
    exercises = words("exercises") | {"run"}  # "run-through" is three tokens
    shams = frozenset(part for word in words("sham") for part in word.split("-"))
    people = words("players") | words("dummies") | {"player"}
    return {
        _is_upon_shams: shams | people | {"blanks", "played", "portrayed"},
        _is_with_toys: words("toy"),
        _is_in_quotes: words("victims") | exercises,
        _is_in_exercise: exercises,
        _is_picked_up: exercises | {"test"},
        _is_in_game: frozenset(game.split()[0] for game in words("school games")),
    }
