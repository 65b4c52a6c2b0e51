"""Triggers that syntax makes one event: "the strike killed nine", "died when police opened fire", "fired, hurting two".

Each function finds the other triggers of one construction, for a noun or for a verb; `MentionPair.tied` asks for them.
"""

from collections.abc import Callable, Iterable, Iterator

from extractor.document.tokens import Word
from extractor.events.arguments.instruments import is_weapon
from extractor.events.casualties.counts import casualty_words, is_result
from extractor.events.casualties.injuries import harmed
from extractor.lexicon.tables import word_lists
from extractor.syntax import SUBJECTS, Frame, act_of, frame_of, is_event_noun, stated_purpose

_CONSEQUENCES = word_lists("events/words.txt")["consequences"]
_GOVERNED = ("nsubj", "nsubjpass", "dobj", "attr", "appos")
_WITHIN = ("in", "during")
_OCCASIONS = ("when", "as", "after")
_JOINED = ("advcl", "conj", "xcomp", "acl")
_NOT_FINITE_PRESENT = ("VBG", "VBD", "VBN", "VB")
# Conjunctions between two events.
_APART = ("after", "before", "since", "because", "until", "once")


def linked_triggers(frame: Frame) -> set[int]:
    """The triggers that name the same event as a frame, by their number in the text.

    For "killed" in "the strike killed nine" it is the strike; for "hurting" in "fired, hurting two" it is "fired".
    """
    finders = _OF_NOUNS if frame.noun else _OF_VERBS
    return {trigger.i for find in finders for trigger in find(frame)}


def _verb_of_purpose(frame: Frame) -> Iterator[Word]:
    """The verb of "walked out in protest"."""
    verb = stated_purpose(frame.trigger)
    if verb is not None:
        yield verb


def _governor(frame: Frame) -> Iterator[Word]:
    """What the noun is subject or object of: "the strike killed nine", "carried out a strike"."""
    noun = frame.trigger
    if noun.dep_ in _GOVERNED and noun.head is not noun:
        yield noun.head


def _act_around(frame: Frame) -> Iterator[Word]:
    """The clashes of "deaths in clashes"."""
    yield from filter(is_event_noun, frame.behind(*_WITHIN))


def _act_as_doer(frame: Frame) -> Iterator[Word]:
    """The strike of "the strike killed nine"."""
    if frame.agent is not None and is_event_noun(frame.agent):
        yield frame.agent


def _acts_behind(frame: Frame) -> Iterator[Word]:
    """The acts behind prepositions: "killed in police firing", "as a result of the blast", "burns in the attack"."""
    for noun in (*_nouns_of(frame.obliques), *_beside_harm(frame)):
        yield from filter(None, (act_of(noun), _cause(noun)))


def _nouns_of(obliques: Iterable[tuple[str, Word]]) -> list[Word]:
    """The nouns of some (preposition, noun)."""
    return [noun for _, noun in obliques]


def _beside_harm(frame: Frame) -> list[Word]:
    """The attack in "sustained burns in the attack"."""
    if frame.patient is None or harmed(frame) is None:
        return []
    return _nouns_of(frame_of(frame.patient).obliques)


def _cause(noun: Word) -> Word | None:
    """The explosion in "as a result of the explosion"."""
    if noun.lemma_ not in _CONSEQUENCES:
        return None
    of = noun.prep("of")
    return of if of is not None and is_event_noun(of) else None


def _occasions(frame: Frame) -> Iterator[Word]:
    """ "Three died when police opened fire": the act, or the verb that carries it."""
    if not is_result(frame.predicate):
        return
    for clause in _clauses_of_occasion(frame):
        yield clause
        yield from _acts_of_clause(clause)


def _act_of_toll(frame: Frame) -> Iterator[Word]:
    """The attack of "the toll from the attack rose to nine when a nurse died"."""
    verb = frame.trigger.head
    if frame.trigger.dep_ != "advcl" or not is_result(frame.predicate):
        return
    for toll in verb.lefts.those("nsubj"):
        if toll.lemma_ in casualty_words("fatalities", "nouns"):
            yield from filter(is_event_noun, toll.preps("from", "of", "in"))


def _clauses_of_occasion(frame: Frame) -> Iterator[Word]:
    """The clauses with "when" and the like; the parser may hang that of "died on April 2 when ..." to the day."""
    for clause in frame.trigger.rights.those("advcl"):
        if clause.lefts.has_form(*_OCCASIONS):
            yield clause
    for _, noun in frame.obliques:
        for clause in noun.rights.those("relcl"):
            if clause.lefts.has_form("when"):
                yield clause


def _acts_of_clause(clause: Word) -> Iterator[Word]:
    """The acts behind the prepositions of a clause: "when police responded with firing", "after being shot"."""
    for preposition in clause.rights:
        yield from filter(_is_act_behind, preposition.rights)


def _is_act_behind(word: Word) -> bool:
    """Whether a word behind a preposition tells an act, as a participle or a noun."""
    if word.dep_ == "pcomp":
        return True
    return word.dep_ == "pobj" and is_event_noun(word)


def _told_of_whom(frame: Frame) -> Iterator[Word]:
    """ "A man who was shot on Sunday died", "the gunman who attacked a school killed nine": the act of the clause."""
    if not is_result(frame.predicate):
        return
    died = frame.predicate in casualty_words("fatalities", "subjects")
    for role in ("agent", "patient"):
        for person in frame.participants(role):
            if person.i <= frame.trigger.i:
                yield from _clauses_about_all(person, role="patient" if died else role)


def _clauses_about_all(person: Word, role: str) -> Iterator[Word]:
    """The clauses at a noun, or at those of whom it is a part: "two of the men wounded on Sunday died"."""
    for noun in (person, *person.preps("of")):
        yield from _clauses_about(noun, role)


def _clauses_about(person: Word, role: str) -> Iterator[Word]:
    """The clauses at a noun in which it has a role."""
    for clause in person.rights.those("relcl", "acl"):
        if frame_of(clause).participants(role) == [person]:
            yield clause


def _noun_of_clause(frame: Frame) -> Iterator[Word]:
    """The attack in "an attack that killed nine"."""
    trigger = frame.trigger
    if trigger.dep_ == "relcl" and is_event_noun(trigger.head):
        yield trigger.head


def _acts_of_weapon(frame: Frame) -> Iterator[Word]:
    """ "A bomb planted under a car exploded": what the weapon is said to have done."""
    trigger = frame.trigger
    if trigger.dep_ in ("acl", "relcl") and is_weapon(trigger.head):
        yield from filter(_is_verb_or_act, trigger.head.ancestors)


def _is_verb_or_act(word: Word) -> bool:
    """Whether a word can tell an act."""
    return word.pos_ == "VERB" or is_event_noun(word)


def _act_that_left_so(frame: Frame) -> Iterator[Word]:
    """ "Fired 40 rounds, killing two", "one was killed and six others injured": the verb whose object came to harm."""
    trigger = frame.trigger
    if trigger.dep_ != "acl":
        return
    harmed_dep = trigger.head.dep_
    if harmed_dep == "dobj" or (harmed_dep == "conj" and not _has_own_act(frame)):
        yield from _left_by(trigger.head.head)


def _left_by(verb: Word) -> Iterator[Word]:
    """A verb, with the act that left somebody so: "a raid left nine people injured"."""
    yield verb
    if verb.lemma_ != "leave":
        return
    if verb.dep_ == "advcl":
        yield verb.head
    agent = frame_of(verb).agent
    if agent is not None and is_event_noun(agent):
        yield agent


def _joined_verb(frame: Frame) -> Iterator[Word]:
    """The verb that a participle or a coordinated verb with the same doer goes on from: "fired, hurting two"."""
    trigger = frame.trigger
    if not _goes_on(trigger):
        return
    if trigger.dep_ != "conj" or _is_by_the_same(frame):
        yield trigger.head


def _goes_on(trigger: Word) -> bool:
    """Whether a verb depends on another one, and not as a clause of its own time."""
    if trigger.dep_ not in _JOINED or trigger.head is trigger:
        return False
    if trigger.tag_ not in _NOT_FINITE_PRESENT:
        return False
    return not _is_set_apart(trigger)


def _is_by_the_same(frame: Frame) -> bool:
    """Whether a coordinated verb has the doer of the first one, and no act of its own."""
    if frame_of(frame.trigger.head).agent is not frame.agent:
        return False
    return not _has_own_act(frame)


def _has_own_act(frame: Frame) -> bool:
    """ "Four burned to death and two were killed in police firing"."""
    return is_result(frame.predicate) and any(map(act_of, frame.behind(*_WITHIN)))


def _is_set_apart(trigger: Word) -> bool:
    """ "clashed after a church was burned": a clause of its own time is an event of its own."""
    if trigger.dep_ != "advcl" or not trigger.lefts.has(*SUBJECTS):
        return False
    return trigger.lefts.has_form(*_APART)


def _told_of_the_dead(frame: Frame) -> Iterator[Word]:
    """ "The deaths of two men who were shot by police": what the clause at the dead says was done to them."""
    if frame.predicate not in casualty_words("fatalities", "acts"):
        return
    for person in frame.participants("patient"):
        yield from _clauses_about(person, "patient")


_Finder = Callable[[Frame], Iterator[Word]]
_OF_NOUNS: tuple[_Finder, ...] = (_verb_of_purpose, _governor, _act_around, _told_of_the_dead)
_OF_VERBS: tuple[_Finder, ...] = (
    _act_as_doer,
    _acts_behind,
    _occasions,
    _act_of_toll,
    _told_of_whom,
    _noun_of_clause,
    _acts_of_weapon,
    _act_that_left_so,
    _joined_verb,
)
