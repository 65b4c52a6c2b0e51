"""The adjuncts of a proposition, where and when: by syntax first, then the clause around it, then the sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import le
from typing import Generic, NamedTuple, TypeVar

from extractor.annotate.claims.cues import cue_class
from extractor.document.tokens import Word, Words
from extractor.lexicon.noun_classes import classes_of
from extractor.lexicon.tables import word_lists
from extractor.records import DateExpression, Place
from extractor.syntax import Frame, conjuncts, is_event_noun
from extractor.syntax.dated_acts import dates_other_act, names_thing, verb_above
from extractor.syntax.participles import is_in_participle_of

T = TypeVar("T")
_AT = word_lists("claims/words.txt")["place prepositions"]
_BELONGING = tuple(word_lists("claims/words.txt")["belonging"])
_FIRING = word_lists("claims/words.txt")["firing"]
_GOALS = ("to", "from", "towards", "toward", "for")
_SAYING = frozenset(("report", "think", "allege", "deny", "confirm"))
_SHARING_TIME = frozenset(("conj", "advcl", "xcomp", "pcomp"))
_PARTIES = ("by", "with", "against", "between")
# A verb begins a clause with adjuncts of its own, but not an auxiliary or a participle before a noun.
_VERBS = frozenset(("VERB", "AUX"))
_NO_CLAUSE = frozenset(("aux", "auxpass", "amod"))
# What a wide place ranks behind a finer one beside it, in steps of the parse.
_WIDE = {"country": 100, "region": 10}
_ABOUT = frozenset(("over", "against"))
_ORIGIN = 10  # steps that where somebody is from ranks behind where something is
_NAMING = 10  # steps that a day before a noun ranks behind one of the act
_KINDS_OF_PLACE = frozenset(("place", "structure", "building"))
_KINDS_OF_TOWN = frozenset(("village", "hamlet", "capital", "settlement"))
_DEEPEST = 7  # steps down a phrase
# Clauses, from that of the trigger upwards, that are asked for a date and for a place.
_DATE_CLAUSES, _PLACE_CLAUSES = 5, 4


class Ranked(NamedTuple, Generic[T]):
    """A place or a date with its distance from the word under which it stands; the nearest ranks lowest."""

    rank: int
    item: T


class Adjuncts(Generic[T]):
    """The places or the dates of one Doc by the token at their head."""

    def __init__(self, words: Words, items: Iterable[tuple[int, int, T]]) -> None:
        self.at: dict[int, T] = {}
        self._starts = [*words.sentence_starts, len(words)]
        for start, end, item in items:
            self.at[words.head_of(start, end).i] = item
        self._heads = sorted(self.at)

    def in_sentence(self, token: Word) -> list[int]:
        """The heads of the items in the sentence of a token.

        The number of "Monday" for any word of "They fled on Monday."
        """
        at = bisect_right(self._starts, token.i)
        first = bisect_left(self._heads, self._starts[at - 1])
        return self._heads[first : bisect_left(self._heads, self._starts[at])]

    def below(self, head: Word, is_wanted: Callable[[int], bool] = lambda _: True) -> Ranked[T] | None:
        """The nearest item under a word, outside the clauses inside it; a country only without a finer place.

        "Homs" below "fled" of "fled from Homs in Syria", as a country counts for less.
        """
        return min(self._below(head, is_wanted, 0), key=lambda found: found.rank, default=None)

    def _below(self, head: Word, is_wanted: Callable[[int], bool], depth: int) -> Iterator[Ranked[T]]:
        """All items under a word.

        Monday and Homs below "shelled" of "shelled Homs on Monday"; not May of "shelled men who had fled in May".
        """
        if not is_wanted(head.i) or depth > _DEEPEST:
            return
        item = self.at.get(head.i)
        if item is not None:
            yield Ranked(depth + _further(item, head), item)
        for child in head.children:
            if not _begins_clause(child):
                yield from self._below(child, is_wanted, depth + 1)


def _further(item: object, head: Word) -> int:
    """How many steps further away a wide place counts than it stands, and a day that only names a thing.

    100 for Syria, 10 for "Christmas" of "bombed a Christmas market in May 2011", 1 for that of another act: "Monday's".
    """
    if isinstance(item, Place):
        return _WIDE.get(item.kind, 0) + _ORIGIN * _is_origin(head)
    if isinstance(item, DateExpression) and names_thing(head, item.end):
        return _NAMING
    return int(head.dep_ == "poss")


def _is_origin(place: Word) -> bool:
    """Whether a place tells where somebody comes from.

    Lhasa of "monks from Lhasa burned a car in Xining" and "a Lhasa monk"; not Homs of "fled from Homs".
    """
    if place.is_behind("from"):
        return place.head.head.pos_ in ("NOUN", "PROPN")
    return place.dep_ in ("compound", "nmod") and "person" in classes_of(place.head.lemma_)


def _begins_clause(word: Word) -> bool:
    """Whether a word below another is the verb of a clause with adjuncts of its own."""
    return word.pos_ in _VERBS and word.dep_ not in _NO_CLAUSE


def find_date(frame: Frame, dates: Adjuncts[DateExpression]) -> DateExpression | None:
    """The date of the act of a frame; None when the sentence has none that can date it.

    In its clause, else in that of the clause it belongs to, else in the sentence, but not the date of the saying:
    "Friday" for "fled" in "They fled on Friday, the army said on Monday."
    """
    trigger = frame.trigger
    near = dates.in_sentence(trigger)
    if not near:
        return None
    words = trigger.words
    dated = {i for i in near if dates_other_act(trigger, words[i])}
    for clause in _clauses_from(trigger, _DATE_CLAUSES):
        found = dates.below(clause, lambda i: i not in dated) or _coordinated(clause, dates)
        if found is not None:
            return found.item
    moment = _moment(trigger)
    told = dates.below(moment) if moment is not None else None
    if told is not None:
        return told.item
    loose = [i for i in near if i not in dated and _may_date(trigger, words[i])]
    if not loose:
        return None
    return dates.at[min(loose, key=lambda i: (i < trigger.i, abs(i - trigger.i)))]


def _moment(verb: Word) -> Word | None:
    """The clause that tells the moment of a past act: "rode" of "was killed when a bomber rode into a post"."""
    clauses = (clause for clause in verb.rights.those("advcl") if clause.lefts.has_form("when", "as"))
    return next((clause for clause in clauses if clause.tag_ == "VBD"), None)


def find_place(
    frame: Frame, places: Adjuncts[Place], said_by: Word | None, governments: frozenset[int]
) -> Place | None:
    """The place of the act of a frame: its object, where its clause says, where its clause belongs, else the sentence.

    `said_by` is who tells of it, `governments` the heads of countries that act: neither is where it happened.
    "Homs" for "shelled" of "The army said in Damascus that rebels shelled Homs."
    """
    trigger = frame.trigger
    near = places.in_sentence(trigger)
    if not near:
        return None
    is_wanted = _unless_party(frame, places, said_by, governments)
    for clause in _clauses_from(trigger, _PLACE_CLAUSES):
        found = _place_in_clause(clause, places, is_wanted)
        if found is not None:
            return found.item
    inside = _in_content(trigger, places, is_wanted)
    if inside is not None:
        return inside.item
    loose = [i for i in near if is_wanted(i) and _may_place(trigger, trigger.words[i], places.at[i], said_by)]
    if not loose:
        return None
    return places.at[min(loose, key=lambda i: (i > trigger.i, abs(i - trigger.i)))]


def _in_content(trigger: Word, items: Adjuncts[T], is_wanted: Callable[[int], bool]) -> Ranked[T] | None:
    """What stands in the infinitive of a verb, which is no farther from it than another clause.

    Oran of "burned a mill in Bor, hours after the bishop urged rebels to disarm in Oran" for "urged".
    """
    for infinitive in trigger.rights.those("xcomp"):
        found = items.below(infinitive, is_wanted)
        if found is not None:
            return found
    return None


def _clauses_from(trigger: Word, most: int) -> Iterator[Word]:
    """The clause of a trigger and those above it that share its time and place, at most so many."""
    clause: Word | None = trigger
    for _ in range(most):
        if clause is None:
            return
        yield clause
        clause = _clause_above(clause)


def _clause_above(token: Word) -> Word | None:
    """The clause whose time and place a word or its clause shares; None at the top and under a verb of saying.

    Participles, infinitives and coordinated verbs share those of the verb above: "seized the town, killing two".
    With a subject of its own a clause has its own: "rebels seized the town and soldiers fled".
    """
    if token.head is token:
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        return _clause_of_noun(token)
    head = token.head
    if head.pos_ == "ADP" and head.head is not head:  # "after seizing the town"
        if cue_class(head.head) in _SAYING:
            return None
        return head.head
    shares = _shares_time(token) and cue_class(head) not in _SAYING
    if not shares:
        return None
    return head


def _shares_time(verb: Word) -> bool:
    """Whether a verb has no time of its own: "killing two"; "guards sleeping there"."""
    if verb.dep_ == "pcomp" or (verb.dep_, verb.tag_) == ("acl", "VBG"):
        return True
    return verb.dep_ in _SHARING_TIME and not _has_subject(verb)


def _clause_of_noun(noun: Word) -> Word | None:
    """What a noun depends on, through its prepositions; None under a verb of saying.

    "Seized" for the attack in "seized the town after an attack", nothing for that in "spoke of an attack".
    """
    head = noun.head
    while head.pos_ == "ADP" and head.head is not head:
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN") and cue_class(head) in _SAYING:
        return None
    return head


def _coordinated(token: Word, items: Adjuncts[T]) -> Ranked[T] | None:
    """The adjunct of a later verb that a word is coordinated with, which holds for all of them.

    "Stormed, looted and burned the depot on Monday"; not "stormed the depot and on Monday burned it".
    """
    for child in token.rights.those("conj"):
        if child.pos_ == "VERB" and _shares_adjuncts(child):
            found = items.below(child, partial(le, child.i))
            if found is not None:
                return found
    return None


def _shares_adjuncts(verb: Word) -> bool:
    """Whether what is told behind a coordinated verb holds for the one before: it has no subject or tense of its own.

    "Burned" of "stormed and burned it on Monday"; not "will burn" of "stormed it and will burn it on Monday".
    """
    return not verb.lefts.has("nsubj") and not verb.lefts.has_tag("MD")


def _has_subject(verb: Word) -> bool:
    """Whether a verb has a subject of its own.

    "Fled" of "soldiers fled"; not "killing" of "they fired, killing two".
    """
    return verb.lefts.has("nsubj", "nsubjpass")


def _may_date(trigger: Word, date: Word) -> bool:
    """Whether a date at some verb of the sentence may also date the trigger.

    It may not when that verb tells a story of its own: "fled after rebels who had come in May attacked".
    """
    verb = verb_above(date)
    if verb is None or verb is trigger:
        return True
    if cue_class(verb) in _SAYING:
        return trigger.i < date.i < verb.i and verb.above(trigger)  # "... fled on Friday, two sources said"
    is_participle = verb.tag_ == "VBN" or (verb.dep_, verb.tag_) == ("acl", "VBD")
    if is_participle or _has_subject(verb):
        return False
    return verb.above(trigger) or trigger.above(verb)


def _may_place(trigger: Word, word: Word, place: Place, said_by: Word | None) -> bool:
    """Whether a place at some verb of the sentence may be that of the trigger too.

    Not who acts, not a place in a clause of its own, not where somebody goes to, not one in the words for the
    source.
    """
    if _acts(word, place) or _is_in_other_clause(trigger, word) or _is_goal(trigger, word):
        return False
    if any(_tells_matter(above) and not above.above(trigger) for above in word.ancestors):
        return False
    return said_by is None or not (said_by.above(word) or is_in_participle_of(said_by, word))


def _acts(token: Word, place: Place) -> bool:
    """Whether the name of a place stands for a government or a people where it stands.

    Subjects and owners do ("Oslo signed", "Oslo's mayor"), countries also behind "with" and as objects.
    """
    if token.dep_ in ("nsubj", "nsubjpass", "poss", "amod"):
        return True
    if place.kind != "country":
        return False
    if token.dep_ == "dobj":
        return True
    return token.is_behind(*_PARTIES)


def _is_in_other_clause(trigger: Word, word: Word) -> bool:
    """Whether a word stands in a clause with a subject of its own that does not hold the trigger.

    The town in "soldiers fled after rebels came to Bor": it is where the rebels came.
    """
    verb = verb_above(word)
    if verb is None or verb is trigger or verb.above(trigger):
        return False
    return _has_subject(verb) and not trigger.above(word)


def _is_goal(trigger: Word, word: Word) -> bool:
    """Whether a place is where somebody goes or comes from in a clause inside that of the trigger.

    The town in "stopped lorries that drove to Goma".
    """
    if not word.is_behind(*_GOALS):
        return False
    verb = verb_above(word)
    return verb is not None and trigger.above(verb)


def _unless_party(
    frame: Frame, places: Adjuncts[Place], said_by: Word | None, governments: frozenset[int]
) -> Callable[[int], bool]:
    """Which words can name where it happened, by their number: all but those of the parties.

    Countries that act are no places, nor what stands before the agent, nor who owns the act: "Sudan's army", "rockets
    from Gaza", "Washington's strikes".
    """
    barred = set() if said_by is None else {said_by.i}
    for party in _parties(frame):
        if party.i in governments or _is_country(party, places):
            barred.add(party.i)
        if party is frame.agent:
            barred |= {child.i for child in party.lefts}
    barred |= {owner.i for owner in frame.trigger.lefts.those("poss") if owner.i in governments}
    words = frame.trigger.words

    def is_wanted(i: int) -> bool:
        if i in barred:
            return False
        if _is_fired_from(words[i]) or _tells_matter(words[i]) or _names_other_act(words[i], frame):
            return False
        return not _is_bound_for(words[i])

    return is_wanted


def _is_country(word: Word, places: Adjuncts[Place]) -> bool:
    """Whether a word is the head of the name of a country.

    "Syria" of "fled Syria"; not "Homs" of "fled Homs".
    """
    place = places.at.get(word.i)
    return place is not None and place.kind == "country"


def _names_other_act(word: Word, frame: Frame) -> bool:
    """Whether a name only says which act a noun means that did nothing and was no part of it.

    Paris in "arrested over the Paris attacks"; not in "killed in the Paris attacks" and "the Paris attacks killed 130".
    """
    act = word.head
    if word.dep_ != "compound" or act is frame.trigger or not is_event_noun(act):
        return False
    return act.is_behind("over", "for", "of", "about", "to") or act.head.dep_ in ("relcl", "acl")


def _is_fired_from(word: Word) -> bool:
    """Whether something is fired from a place: what it hits is elsewhere.

    Lebanon in "rockets fired from Lebanon hit a town".
    """
    if not word.is_behind("from"):
        return False
    return word.head.head.lemma_ in _FIRING


def _is_bound_for(word: Word) -> bool:
    """Whether something only goes to a place, comes from it or belongs to it.

    Paris in "a Paris-bound train" and "a Paris-registered ship".
    """
    return word.precedes("-") and word.nbor(1).precedes(*_BELONGING)


def _parties(frame: Frame) -> Iterator[Word]:
    """Those who act and to whom, with those coordinated with them.

    "Soldiers", "police", "rebels" for "fought" of "soldiers and police fought rebels".
    """
    for token in (frame.agent, frame.recipient, *frame.coagents):
        if token is not None:
            yield token
            yield from conjuncts(token)


def _place_in_clause(clause: Word, places: Adjuncts[Place], is_wanted: Callable[[int], bool]) -> Ranked[Place] | None:
    """The place of one clause: its object, what stands behind "in" or "at", the nearest name, that of a verb beside."""
    return (
        _object_place(clause, places, is_wanted)
        or _by_preposition(clause, places, is_wanted)
        or places.below(clause, is_wanted)
        or _coordinated(clause, places)
    )


def _object_place(token: Word, places: Adjuncts[Place], is_wanted: Callable[[int], bool]) -> Ranked[Place] | None:
    """The place that a verb has as its object or in it; a country gives way to a finer one.

    Hama in "men in Homs captured the town of Hama", Barmal in "hit Barmal district"; not Hama in "hit a Hama teacher".
    """
    for child in token.children.those("dobj", "nsubjpass"):
        names = () if "person" in classes_of(child.lemma_) else child.lefts.those("compound", "nmod")
        for inner in (child, *names, *_named_place(child)):
            if inner.i in places.at and is_wanted(inner.i) and not _is_country(inner, places):
                return Ranked(1, places.at[inner.i])
    return None


def _named_place(noun: Word) -> Iterator[Word]:
    """What stands behind "of" at a noun for a place.

    "Hama" of "the town of Hama"; nothing of "the mayor of Hama".
    """
    if classes_of(noun.lemma_).isdisjoint(_KINDS_OF_PLACE) and noun.lemma_ not in _KINDS_OF_TOWN:
        return
    yield from (of.pobj for of in noun.rights.those("prep") if of.lower_ == "of" and of.pobj is not None)


def _by_preposition(token: Word, places: Adjuncts[Place], is_wanted: Callable[[int], bool]) -> Ranked[Place] | None:
    """The place behind a preposition of place beside the verb, which says more than a name inside an object.

    "Oslo" in "arrested the mayor of Bergen in Oslo".
    """
    for child in token.children.those("prep"):
        found = places.below(child, is_wanted) if child.lower_ in _AT else None
        if found is not None:
            return found
    return None


def _tells_matter(preposition: Word) -> bool:
    """Whether what stands behind a preposition is what an act is about, and no place where it is.

    "Over" of "protested over the raid in Homs"; not of "flew over Homs".
    """
    act = preposition.pobj if preposition.lower_ in _ABOUT else None
    return act is not None and is_event_noun(act)
