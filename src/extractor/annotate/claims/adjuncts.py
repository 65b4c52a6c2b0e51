"""Where and when of a proposition: by syntax first, then the clause around it, then the sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from extractor.annotate.claims.cues import cue_class
from extractor.document.tokens import Word, Words
from extractor.lexicon.tables import word_lists
from extractor.records import DateExpression, Place
from extractor.syntax import Frame, conjuncts

T = TypeVar("T")
_AT = word_lists("claims/words.txt")["place prepositions"]
_GOALS = frozenset(("to", "from", "towards", "toward", "for"))
_SAYING = frozenset(("report", "think", "allege", "deny", "confirm"))


# What a wide place ranks behind a finer one beside it, in steps of the parse.
_WIDE = {"country": 100, "region": 10}


class Circumstance(Generic[T]):
    """The places or the dates of one Doc by the token at their head."""

    def __init__(self, words: Words, items: Iterable[tuple[int, int, T]]) -> None:
        self.at: dict[int, T] = {}
        self._starts = [*words.sentence_starts, len(words)]
        for start, end, item in items:
            self.at[words.head_of(start, end).i] = item
        self._heads = sorted(self.at)

    def in_sentence(self, token: Word) -> list[int]:
        """The heads of the items in the sentence of a token."""
        at = bisect_right(self._starts, token.i)
        first = bisect_left(self._heads, self._starts[at - 1])
        return self._heads[first : bisect_left(self._heads, self._starts[at])]

    def below(self, head: Word, wanted: Callable[[int], bool] = lambda _: True) -> tuple[int, T] | None:
        """The nearest item under a word, outside the clauses inside it: (rank, item); a country only without better."""
        found = list(self._below(head, wanted, 0))
        return min(found, key=lambda pair: pair[0], default=None)

    def _below(self, head: Word, wanted: Callable[[int], bool], depth: int) -> Iterator[tuple[int, T]]:
        if not wanted(head.i) or depth > 7:
            return
        if head.i in self.at:
            item = self.at[head.i]
            yield depth + (_WIDE.get(item.kind, 0) if isinstance(item, Place) else 0), item
        for child in head.children:
            if child.pos_ not in ("VERB", "AUX") or child.dep_ in ("aux", "auxpass", "amod"):
                yield from self._below(child, wanted, depth + 1)


def find_date(frame: Frame, dates: Circumstance[DateExpression]) -> DateExpression | None:
    """The date of the act: in its clause, of the clause it belongs to, else of the sentence; not that of the saying."""
    trigger = frame.trigger
    near = dates.in_sentence(trigger)
    if not near:
        return None
    token: Word | None = trigger
    for _ in range(5):
        if token is None:
            break
        found = dates.below(token) or _coordinated(token, dates)
        if found is not None:
            return found[1]
        token = _clause_above(token)
    loose = [i for i in near if _may_date(trigger, trigger.words[i])]
    return dates.at[min(loose, key=lambda i: (i < trigger.i, abs(i - trigger.i)))] if loose else None


def _may_date(trigger: Word, date: Word) -> bool:
    """Whether a date at some verb of the sentence may also date the trigger: not when that verb tells its own story."""
    verb = _verb_above(date)
    if verb is None or verb is trigger:
        return True
    if cue_class(verb) in _SAYING:
        return trigger.i < date.i < verb.i and verb.above(trigger)  # "... fled on Friday, two sources said"
    finite = verb.lefts.has("nsubj", "nsubjpass")
    if finite or verb.tag_ == "VBN" or (verb.dep_ == "acl" and verb.tag_ == "VBD"):
        return False
    return verb.above(trigger) or trigger.above(verb)


def _verb_above(token: Word) -> Word | None:
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            return ancestor
    return None


def _coordinated(token: Word, items: Circumstance[T]) -> tuple[int, T] | None:
    """A circumstance after the last of several verbs with one subject holds for all of them."""
    for child in token.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not child.lefts.has("nsubj"):
            found = items.below(child)
            if found is not None:
                return found
    return None


def _clause_above(token: Word) -> Word | None:
    """The clause whose time this one shares: participles, infinitives, coordinated verbs, nouns with their verb."""
    head, dep = token.head, token.dep_
    if head == token:
        return None
    if token.pos_ in ("NOUN", "PROPN"):
        while head.pos_ == "ADP" and head.head != head:
            head = head.head
        return head if head.pos_ in ("NOUN", "PROPN") or cue_class(head) not in _SAYING else None
    if head.pos_ == "ADP" and head.head != head:
        head, dep = head.head, "pcomp"
    if cue_class(head) in _SAYING:
        return None
    own_subject = token.lefts.has("nsubj", "nsubjpass")
    if dep in ("conj", "advcl", "xcomp") and own_subject:
        return None
    if dep in ("conj", "advcl", "xcomp", "pcomp") or (dep == "acl" and token.tag_ == "VBG"):
        return head
    return None


def find_place(
    frame: Frame, places: Circumstance[Place], said_by: Word | None, governments: frozenset[int]
) -> Place | None:
    """The place of the act: its object, where its clause says, where its clause belongs, else the sentence."""
    trigger = frame.trigger
    near = places.in_sentence(trigger)
    if not near:
        return None
    wanted = _unless_party(frame, places, said_by, governments)
    token: Word | None = trigger
    for _ in range(4):
        if token is None:
            break
        found = _object_place(token, places, wanted) or _by_preposition(token, places, wanted)
        found = found or places.below(token, wanted) or _coordinated(token, places)
        if found is not None:
            return found[1]
        token = _clause_above(token)
    loose = [i for i in near if wanted(i) and not _acts(trigger.words[i], places.at[i])]
    loose = [i for i in loose if said_by is None or not said_by.above(trigger.words[i])]
    loose = [i for i in loose if not _in_other_clause(trigger, trigger.words[i])]
    loose = [i for i in loose if not _is_goal(trigger, trigger.words[i])]
    return places.at[min(loose, key=lambda i: (i > trigger.i, abs(i - trigger.i)))] if loose else None


def _in_other_clause(trigger: Word, word: Word) -> bool:
    """Whether a word stands in a clause with a subject of its own that does not hold the trigger."""
    verb = _verb_above(word)
    if verb is None or verb is trigger or verb.above(trigger):
        return False
    return verb.lefts.has("nsubj", "nsubjpass") and not trigger.above(word)


def _is_goal(trigger: Word, word: Word) -> bool:
    """The town in "stopped lorries that drove to Goma": where somebody goes or comes from in a clause inside."""
    verb = _verb_above(word)
    towards = word.dep_ == "pobj" and word.head.lower_ in _GOALS
    return towards and verb is not None and verb is not trigger and trigger.above(verb)


def _is_fired_from(word: Word) -> bool:
    """Lebanon in "rockets fired from Lebanon hit a town": what is hit is elsewhere."""
    behind = word.dep_ == "pobj" and word.head.lower_ == "from"
    return behind and word.head.head.lemma_ in ("fire", "launch", "lob")


def _unless_party(
    frame: Frame, places: Circumstance[Place], said_by: Word | None, governments: frozenset[int]
) -> Callable[[int], bool]:
    """Countries that act, and what stands before the agent ("Sudan's army"), are not where it happened."""
    barred = set() if said_by is None else {said_by.i}
    for party in _parties(frame):
        if party.i in governments or (party.i in places.at and places.at[party.i].kind == "country"):
            barred.add(party.i)
        if party == frame.agent:
            barred |= {child.i for child in party.lefts}
    words = frame.trigger.words
    return lambda i: i not in barred and not _is_fired_from(words[i]) and not _is_bound_for(words[i])


def _is_bound_for(word: Word) -> bool:
    """Paris in "a Paris-bound train"."""
    after = word.words.between(word.i + 1, word.i + 3)
    return [next_.lower_ for next_ in after] == ["-", "bound"]


def _parties(frame: Frame) -> Iterator[Word]:
    for token in (frame.agent, frame.recipient, *frame.coagents):
        if token is not None:
            yield token
            yield from conjuncts(token)


def _object_place(token: Word, places: Circumstance[Place], wanted: Callable[[int], bool]) -> tuple[int, Place] | None:
    """The town in "captured the town of Hama" and "hit Barmal district"; a country object gives way to a finer one."""
    for child in token.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            for inner in (child, *(c for c in child.lefts if c.dep_ in ("compound", "nmod"))):
                if inner.i in places.at and wanted(inner.i) and places.at[inner.i].kind != "country":
                    return 1, places.at[inner.i]
    return None


def _by_preposition(
    token: Word, places: Circumstance[Place], wanted: Callable[[int], bool]
) -> tuple[int, Place] | None:
    """ "in", "at", "near" beside the verb say more than a name inside an object."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _AT:
            found = places.below(child, wanted)
            if found is not None:
                return found
    return None


def _acts(token: Word, place: Place) -> bool:
    """A name that is a subject or an owner stands for a government or a people, not for a place."""
    if token.dep_ in ("nsubj", "nsubjpass", "poss", "amod"):
        return True
    by_or_with = token.dep_ == "pobj" and token.head.lower_ in ("by", "with", "against", "between")
    return place.kind == "country" and (by_or_with or token.dep_ == "dobj")
