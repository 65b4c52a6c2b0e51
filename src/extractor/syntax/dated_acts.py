"""Dates that belong to an act named by a noun: "convicted in the 2012 shooting", "protested over Monday's raid"."""

from functools import cache
from itertools import islice, takewhile

from extractor.document.tokens import Word
from extractor.lexicon.tables import data_rows, word_lists

_WORDS = word_lists("claims/words.txt")
_BEFORE_OTHER_TIMES, _JUDGING = _WORDS["prepositions before other times"], _WORDS["judging"]
_AFTERMATH = _WORDS["aftermath"]
_TO_COME = frozenset(("request", "order", "threaten", "promise", "intend"))  # classes of cues
_MATTERS = frozenset(("against", "over"))  # before what a protest or an arrest is about
_NEAREST = 2  # verbs above an act that may tell what came of it: "sentenced a man accused of bombing a market"
_NAMING = frozenset(("compound", "nmod", "amod", "npadvmod"))
_BEFORE_NOUNS = frozenset(("nummod", "amod", "compound", "nmod", "poss"))


def dates_other_act(trigger: Word, date: Word) -> bool:
    """Whether a date of the sentence of a trigger tells when something else is, so that the trigger has no part in it.

    May of "was jailed in May for the murder", Friday of "arrested two men who will be tried on Friday".
    """
    if _is_of_named_act(trigger, date):
        return True
    return _is_of_aftermath(trigger, date) or _is_in_future_clause(trigger, date)


def is_limit(date: Word) -> bool:
    """Whether a date only tells how long something goes on, for a date to come.

    Friday in "remanded until Friday"; not in "did not leave until Friday" and "fought from Monday until Friday".
    """
    if not date.is_behind("until", "till"):
        return False
    phrase = date.head
    verb = phrase.head
    return not verb.lefts.has("neg") and not any(other.i < phrase.i for other in verb.rights if other.lower_ == "from")


def _is_of_named_act(trigger: Word, date: Word) -> bool:
    """Whether a date belongs to an act behind the trigger with a time of its own.

    "Convicted in the 2012 shooting".
    """
    act = _act_named_by(date)
    if act is None or not trigger.above(date):
        return False
    if act is trigger or act.above(trigger):
        return False
    between = takewhile(lambda word: word is not trigger, date.ancestors)
    preposition = next((word for word in between if word.pos_ == "ADP"), None)
    if preposition is None:
        return False
    return _leads_to_other_time(preposition, trigger)


def _is_of_aftermath(trigger: Word, date: Word) -> bool:
    """Whether a date tells when somebody was freed, tried or buried, and the trigger what had been done before.

    Sunday in "a teacher kidnapped by rebels was freed on Sunday"; not in "freed on Sunday a man seized on Sunday".
    """
    if trigger.above(date) or any(_is_told_of_party(word) and word.head.above(date) for word in trigger.ancestors):
        return False
    verbs = (word for word in trigger.ancestors if word.pos_ == "VERB")
    for verb in islice(verbs, _NEAREST):
        if _is_fate_before(trigger, verb):
            return True
        if _is_matter_of(trigger, verb):
            return date.i < trigger.i or not verb.above(date)
    return False


def tells_aftermath(verb: Word, trigger: Word) -> bool:
    """Whether a verb tells what was done later to somebody whose act or fate the trigger tells, or because of it.

    "Freed" and "kidnapped" of "a teacher kidnapped by rebels was freed"; not "died" and "raid" of "died in the raid".
    """
    return _is_fate_before(trigger, verb) or _is_matter_of(trigger, verb)


def _is_fate_before(trigger: Word, verb: Word) -> bool:
    """Whether a clause tells what somebody did or suffered before.

    "Stabbed" and "freed" of "freed a man who had stabbed two nuns"; not "stabbed" and "saw" of "saw a man who stabbed".
    """
    if verb.lemma_ not in _AFTERMATH or verb is trigger:
        return False
    between = _up_to(verb, trigger)
    return any(map(_is_told_of_party, between))


def _up_to(verb: Word, trigger: Word) -> list[Word]:
    """A word and those above it below a verb; none where the verb does not govern it.

    "Raid", "in" for "raid" of "he died in the raid".
    """
    if not verb.above(trigger):
        return []
    return [trigger, *takewhile(lambda word: word is not verb, trigger.ancestors)]


def _is_told_of_party(word: Word) -> bool:
    """Whether a clause tells what somebody did or suffered.

    "Stabbed" of "a man who stabbed two nuns", "kidnapped" of "a teacher kidnapped by rebels"; not "sleeping" of "guards
    sleeping there".
    """
    return word.dep_ == "relcl" or (word.dep_ == "acl" and word.tag_ in ("VBN", "VBD"))


def _is_matter_of(trigger: Word, verb: Word) -> bool:
    """Whether a trigger is what somebody is held for or protests at.

    The killing of "arrested over the killing" and of "marched to protest against the killing".
    """
    between = _up_to(verb, trigger)
    if any(word.i > verb.i and word.lower_ in _MATTERS for word in between[1:2]):
        return True
    is_held = bool(between) and verb.lemma_ in _AFTERMATH
    return is_held and between[-1].i > verb.i and between[-1].lower_ in _BEFORE_OTHER_TIMES


def _is_in_future_clause(trigger: Word, date: Word) -> bool:
    """Whether a date tells when something will be, and the trigger what has been.

    Friday in "arrested two men who will be tried on Friday".
    """
    verb = verb_of(date)
    return verb is not trigger and _is_past(trigger) and verb.lefts.has_form("will", "shall", "'ll")


def dates_content(trigger: Word, date: Word) -> bool:
    """Whether a date stands in what is asked, promised or threatened.

    Friday in "urged them to march on Friday" and "called for a march on Friday"; not in "on Friday called for a march".
    """
    if trigger.pos_ != "VERB" or trigger.lemma_ not in _opening_verbs() or date.i < trigger.i:
        return False
    above = [date, *takewhile(lambda word: word is not trigger, date.ancestors)]
    return above[-1].head is trigger and any(_is_content(word, trigger) for word in above)


def _is_content(word: Word, trigger: Word) -> bool:
    """Whether a word is what is asked, promised or threatened.

    "March" of "urged them to march", "demanded a march" and "called for a march"; not "them" of "urged them".
    """
    if word.head is trigger:
        return word.dep_ in ("xcomp", "ccomp", "dobj")
    return word.is_behind("for") and word.head.head is trigger


@cache
def _opening_verbs() -> frozenset[str]:
    """Verbs whose complement is still to come.

    "Demand", "promise", "plan", the "call" of "call for".
    """
    rows = [row for row in data_rows("claims/cues.tsv") if row["pos"] == "verb" and row["class"] in _TO_COME]
    return _WORDS["telling to"].union(lemma.partition("_")[0] for row in rows for lemma in row["lemmas"].split())


def _is_past(verb: Word) -> bool:
    """Whether a verb tells what has been.

    "Left", "killed" of "was killed"; not "killed" of "will be killed" and "to be killed".
    """
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not verb.lefts.has_tag("MD", "TO"))


def verb_of(date: Word) -> Word:
    """The verb of the clause of a date; the date itself where none is above it.

    "Freed" for the Sunday of "was freed on Sunday", "Sunday" for that of the headline "Attack in Gao on Sunday".
    """
    return verb_above(date) or date


def verb_above(word: Word) -> Word | None:
    """The nearest verb that a word depends on.

    "Fled" for "Monday" of "soldiers fled on Monday"; none for that of "the raid on Monday", without a verb above.
    """
    return next((above for above in word.ancestors if above.pos_ in ("VERB", "AUX")), None)


def names_thing(day: Word, end: int) -> bool:
    """Whether an expression of time that ends at a character stands before a noun, which it names.

    True of "Christmas" in "bombed a Christmas market" and of "New Year's Eve" in "a New Year's Eve party"; not of
    "Monday" in "Monday's attack", "killed Monday" and "killed on Monday some miles from Gao".
    """
    first = day.left_edge
    if first.i and first.nbor(-1).pos_ == "ADP":
        return False
    if day.head.i <= day.i or day.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return day.dep_ in _NAMING or (day.dep_ == "poss" and end > day.nbor(1).end)


def _leads_to_other_time(preposition: Word, trigger: Word) -> bool:
    """Whether an act behind a preposition has a time of its own.

    "Over", and the "in" of "convicted in".
    """
    if preposition.lower_ != "in":
        return preposition.lower_ in _BEFORE_OTHER_TIMES
    if preposition.head.lemma_ in _JUDGING:
        return True
    return trigger.lemma_ in _JUDGING


def _act_named_by(date: Word) -> Word | None:
    """The noun behind a date; the act behind "the 2012", where the parser takes the year for a noun."""
    if date.dep_ in _BEFORE_NOUNS:
        return date.head
    if not date.lefts.has("det"):
        return None
    behind = next(iter(date.rights), date)
    is_act = behind.i == date.i + 1 and behind.pos_ in ("NOUN", "VERB")
    if not is_act:
        return None
    return behind
