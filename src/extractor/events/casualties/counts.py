"""How many: numbers of dead, injured, detained and displaced people, with the words that give them."""

from collections.abc import Iterable, Iterator
from functools import cache

from extractor.document.tokens import Word
from extractor.events.casualties.injuries import harmed, may_tell_harm
from extractor.events.casualties.numerals import number_words, parse_number
from extractor.lexicon.actor_nouns import nouns_of
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.records import Count
from extractor.syntax import SUBJECTS, Frame, conjuncts, is_aged, is_event_noun, whole_of

SLOTS = ("fatalities", "injured", "detained", "displaced")
BEFORE_NUMBERS = word_lists("events/words.txt")["before numbers"]
_LEFT = ("nummod", "quantmod", "det", "amod", "advmod", "predet", "compound", "nmod", "neg")
_NO_PEOPLE = frozenset(("GPE", "LOC", "FAC", "ORG", "DATE", "TIME", "MONEY", "PERCENT", "PRODUCT", "EVENT", "LAW"))
_ONE_PERSON = word_lists("events/words.txt")["one person"]
_ARMED_BODIES = ("military", "armed", "police")
_NOBODY = frozenset(("nobody", "one", "none"))
_SIDE_BY_SIDE = frozenset(("nsubj", "nsubjpass"))
_FATALLY = frozenset(("fatally", "mortally"))
_FATAL = ("fatal", "deadly")
_ORDINALS = frozenset(("second", "third", "fourth", "fifth", "sixth"))  # "a third was hurt"
_ONE = (1, 1)  # a number of one person
_TELLING = ("lives", "displaced subjects", "displaced driving", "displaced leaving")


def casualty_words(slot: str, kind: str) -> frozenset[str]:
    """The words of a slot ("fatalities", "injured", "detained", "displaced") of one kind.

    Kinds are "verbs" (of which they are the object: "kill"), "subjects" ("die"), "states" ("dead"), "nouns" ("toll")
    and "acts" ("murder").
    """
    return word_lists("events/casualties.txt")[f"{slot} {kind}"]


def count_people(head: Word) -> Count | None:
    """The number of people a phrase names, its coordinated members added up: "two soldiers and a child" is 3.

    A single named or singular person is 1; a bare plural has no number.
    """
    found = [_count_one(member) for member in _members(head) if member is head or not _is_animal(member)]
    known = [count for count in found if count is not None]
    if found[0] is None:
        return None
    start, end = known[0].start, known[-1].end
    low = sum(count.low or 0 for count in known)
    return Count(low=low, high=_sum_of_highs(known), text=head.words.text[start:end], start=start, end=end)


def _sum_of_highs(counts: Iterable[Count]) -> int | None:
    """The most that some counts come to; None where one of them is open."""
    total = 0
    for count in counts:
        if count.high is None:
            return None
        total += count.high
    return total


def _members(head: Word) -> list[Word]:
    """A noun with those coordinated with it, also where the parser makes them several subjects of one verb.

    "Nurse" and "doctor" of "a nurse and a doctor were killed".
    """
    found: list[Word] = []
    for first in (head, *_further_subjects(head)):
        found += [first, *conjuncts(first)]
    return found


def _is_animal(member: Word) -> bool:
    """ "40 sheep" and "two of his cattle", which are nobody's dead."""
    noun = member.prep("of") if member.pos_ == "NUM" else member
    classes = word_classes()
    return noun is not None and noun.lemma_ in classes["animal"] and noun.lemma_ not in classes["people"]


def _further_subjects(head: Word) -> list[Word]:
    """The subjects that a verb has behind this one."""
    if head.dep_ not in _SIDE_BY_SIDE:
        return []
    return [other for other in head.head.children.those(head.dep_) if other.i > head.i]


def _count_one(head: Word) -> Count | None:
    """The number of people that one noun names.

    "At least two soldiers", "a family of five", "a child".
    """
    start = _start_of_number(head)
    is_collective = head.lemma_ in word_lists("events/casualties.txt")["collectives"]
    inner = _inside(head) if is_collective else None
    if inner is not None:
        number = parse_number(head.words.phrase(inner.left_edge.i, inner.i + 1))
        return _counted(head, start, inner.i + 1, number)
    number = _number_told(head, start)
    if number is None:
        is_one = not is_collective and _is_one_person(head)
        number = _ONE if is_one else None
    return _counted(head, start, head.i + 1, number)


def _number_told(head: Word, start: int) -> tuple[int, int | None] | None:
    """The number that stands before a noun, or that it is; the one of an article is none.

    2 of "two" in "two soldiers"; none in "a soldier".
    """
    if head.pos_ in ("NUM", "DET") or head.lower_ in number_words():
        return parse_number(head.words.phrase(start, head.i + 1))
    number = parse_number(head.words.phrase(start, head.i))
    return None if number == _ONE else number


def _start_of_number(head: Word) -> int:
    """The number of the first word of a phrase with its quantity.

    "At least" of "at least two soldiers".
    """
    start = min((child.left_edge.i for child in head.lefts.those(*_LEFT)), default=head.i)
    while start > 0 and head.words[start - 1].lower_ in BEFORE_NUMBERS:
        start -= 1
    return start


def _counted(head: Word, start: int, end: int, number: tuple[int, int | None] | None) -> Count | None:
    """A number with the words that give it."""
    if number is None:
        return None
    return Count(low=number[0], high=number[1], **head.words.span(start, end).model_dump())


def _inside(collective: Word) -> Word | None:
    """The number of people in a group.

    "A family of five", "a group of 12 students".
    """
    inner = collective.prep("of")
    if inner is None:
        return None
    is_counted = inner.pos_ == "NUM" or inner.lefts.has("nummod")
    return inner if is_counted else None


def _is_thing(head: Word, predicate: str) -> bool:
    """ "Burned three houses", "crippled the port": what is harmed is nobody."""
    if head.pos_ == "PRON" or head.lower_ in _NOBODY | _ORDINALS:
        return False
    if head.lemma_ in nouns_of("human", "crowd"):
        return False
    is_common = head.tag_ in ("NN", "NNS")
    hits_things_too = predicate in word_lists("events/casualties.txt")["things too"]
    if head.lemma_ in nouns_of("object"):
        return True
    if not is_common:
        return hits_things_too and any(map(_is_site, conjuncts(head)))
    return hits_things_too


def _is_site(noun: Word) -> bool:
    """ "Three villages", "two homesteads": a name joined to them is that of a place."""
    classes = word_classes()
    return noun.lemma_ in classes["facility"] or noun.lemma_ in classes["territory"]


def _is_one_person(head: Word) -> bool:
    """Whether a phrase without a number names one.

    "He", "a 20-year-old", "the mayor"; not "something" or a town.
    """
    if head.lower_ in _ONE_PERSON:
        return True
    if head.lower_ in _ORDINALS:
        return head.lefts.has_form("a")
    if head.lower_ == "old":
        return is_aged(head)
    if head.tag_ not in ("NN", "NNP"):
        return False
    if head.ent_type_ in _NO_PEOPLE:
        return False
    return not head.lower_.endswith("thing")


def casualties(frame: Frame) -> dict[str, Count]:
    """How many people a clause tells to be dead, injured, detained or displaced: slot -> count, without unknown ones.

    "The blast killed two guards and a child" gives {"fatalities": 3}, with the words that say so and their offsets;
    "cost 13 soldiers their lives", "the murder of a judge".
    """
    found: dict[str, Count] = {}
    predicate = _outcome(frame)
    for slot in SLOTS:
        people = _people(frame, predicate, slot)
        if people is None or _is_thing(people, predicate):
            continue
        count = count_people(part_told(frame.trigger, people))
        if count is not None:
            found[slot] = _with_companions(frame, count) if people is frame.patient else count
    return found


def part_told(verb: Word, people: Word) -> Word:
    """The part of people of whom a relative clause tells: "two" of "four farmers, two of whom died"."""
    parts = (word for word in verb.lefts.those(*SUBJECTS) if whole_of(word) is people)
    return next(parts, people)


def _with_companions(frame: Frame, count: Count) -> Count:
    """ "The mayor was killed along with two of his guards": three."""
    for companion in _companions(frame.trigger):
        more = count_people(companion)
        count = added(frame.trigger.words.text, count, more) if more is not None else count
    return count


def _companions(trigger: Word) -> Iterator[Word]:
    """Who suffered it too: "a priest was shot, as well as two nuns", "the mayor was killed along with his guards"."""
    if trigger.pos_ == "NOUN" or _has_as_well_as(trigger):
        yield from filter(_is_companion, trigger.rights.those("conj"))
    for child in trigger.rights:
        yield from filter(None, _behind_along(child))


def _has_as_well_as(trigger: Word) -> bool:
    """Whether "as well as" joins something to a verb."""
    return any(word.lower_ == "as" for word in trigger.rights.those("cc"))


def _behind_along(child: Word) -> list[Word | None]:
    """The nouns behind "along with", whichever of its words the parser puts on top, and behind "together with"."""
    if child.lower_ == "along":
        return [inner.pobj for inner in child.rights]
    if child.lower_ != "with" or not child.follows("along", "together"):
        return []
    return [child.pobj]


def _is_companion(noun: Word) -> bool:
    """The nuns of "the murder of a priest and two nuns", not the robbery of "the murder and robbery"."""
    if is_event_noun(noun):
        return False
    return noun.pos_ in ("NOUN", "PROPN", "NUM")


def added(text: str, one: Count, other: Count) -> Count:
    """Two counts of different people in one; `text` is that of the article, from which the words between are taken.

    "A priest" and "two nuns" of "a priest was shot along with two nuns" give 3.
    """
    start, end = min(one.start, other.start), max(one.end, other.end)
    low = (one.low or 0) + (other.low or 0)
    return Count(low=low, high=_sum_of_highs((one, other)), text=text[start:end], start=start, end=end)


def tells_more(frame: Frame) -> bool:
    """Whether a clause tells of people who are not yet counted: "two other people were also wounded"."""
    if frame.trigger.lefts.has_form("also"):
        return True
    people = frame.patient or frame.agent
    if people is None:
        return False
    return people.lefts.has_form("other", "another", "more")


def _people(frame: Frame, predicate: str, slot: str) -> Word | None:
    """Whom a clause tells to be dead, injured, detained or displaced.

    Of fatalities "guards" in "killed two guards" and "women" in "three women died"; of injuries "boys" in "wounded two
    boys".
    """
    lost = _lost(frame) if slot == "fatalities" else None
    if lost is not None:
        return lost
    is_object = predicate in casualty_words(slot, "acts" if frame.noun else "verbs")
    if is_object and frame.patient is not None:
        return frame.patient
    if slot == "displaced":
        return _displaced(frame, predicate)
    if predicate in casualty_words(slot, "subjects"):
        return frame.agent or frame.patient
    if slot != "injured":
        return None
    return harmed(frame)


def _lost(frame: Frame) -> Word | None:
    """Who died in "lost 30 men", "cost 13 soldiers their lives", "cut his throat"."""
    if _loses_men(frame):
        return frame.patient
    return _lives(frame) or _with_throat_cut(frame)


def _with_throat_cut(frame: Frame) -> Word | None:
    """Whose throat was cut.

    The man of "They slit the man's throat."
    """
    if frame.patient is None or frame.patient.lemma_ != "throat":
        return None
    if frame.predicate not in word_lists("events/casualties.txt")["cutting"]:
        return None
    return frame.patient.lefts.first("poss")


def _displaced(frame: Frame, predicate: str) -> Word | None:
    """Who is driven from home, or flees.

    "Villagers" of "Villagers fled."
    """
    driven = _driven_from_home(frame)
    if driven is not None:
        return driven
    people = frame.agent or frame.patient
    is_flight = predicate in casualty_words("displaced", "subjects")
    if not is_flight or not _driven_out(frame, people):
        return None
    return people


def _driven_from_home(frame: Frame) -> Word | None:
    """The people of "drove thousands from their homes" and "had to leave their homes"."""
    if not frame.noun and frame.predicate in casualty_words("displaced", "driving"):
        is_from_home = any(map(_is_home, frame.behind("from", "out of")))
        return frame.patient if is_from_home else None
    if frame.predicate in casualty_words("displaced", "leaving"):
        if not _is_own_home(frame.patient):
            return None
        return frame.agent
    return None


def _is_own_home(noun: Word | None) -> bool:
    """ "Their homes", "his village"."""
    if noun is None or not _is_home(noun):
        return False
    return any(owner.pos_ == "PRON" for owner in noun.lefts.those("poss"))


def _is_home(noun: Word | None) -> bool:
    """Whether a noun is where people live: "homes", "villages"."""
    if noun is None:
        return False
    return noun.lemma_ in word_lists("events/casualties.txt")["homes"]


def _driven_out(frame: Frame, people: Word | None) -> bool:
    """Whether it is residents who flee, not robbers."""
    from_where = (frame.patient, *(noun for _, noun in frame.obliques))
    if any(map(_is_home, from_where)):
        return True
    return people is not None and _are_civilians(people)


def _are_civilians(people: Word) -> bool:
    """ "Villagers", "hundreds of villagers"."""
    civilian = word_classes()["civilian"]
    return any(noun.lemma_ in civilian for noun in (people, *people.preps("of")))


def _outcome(frame: Frame) -> str:
    """The verb or noun, or one of killing where its company says that it was deadly.

    "kill" for "shot dead", "fatally stabbed" and "beaten to death", "killing" for "the fatal shooting".
    """
    if frame.noun and frame.trigger.lefts.has_form(*_FATAL):
        return "killing"
    if any(_is_deadly(child, frame) for child in frame.trigger.children):
        return "kill"
    if any(noun.lemma_ == "death" for noun in frame.behind("to")):
        return "kill"
    if frame.patient is not None and _is_made_dead(frame.patient, frame.trigger):
        return "kill"
    return frame.predicate


def _is_made_dead(victim: Word, trigger: Word) -> bool:
    """ "Shot dead five men", "shot five men dead"; not "filmed the dead men"."""
    dead = victim.children.form("dead")
    if dead is None:
        return False
    return dead.i == trigger.i + 1 or dead.i > victim.i


def _is_deadly(child: Word, frame: Frame) -> bool:
    """ "Fatally", the "dead" of "shot dead", the "alive" of "burned alive"."""
    if child.lower_ == "alive":
        return frame.predicate in ("burn", "bury")
    if child.lower_ == "dead":
        if child.pos_ != "ADJ":
            return False
        return child.i > frame.trigger.i
    return child.lower_ in _FATALLY


def _loses_men(frame: Frame) -> bool:
    """ "The army lost 30 men"."""
    if not _loses(frame) or frame.patient is None or frame.agent is None:
        return False
    lost = frame.patient.lemma_
    if lost in word_classes()["fighter"]:
        return True
    if lost not in ("man", "woman"):
        return False
    return _is_armed(frame.agent)


def _loses(frame: Frame) -> bool:
    """Whether the subject loses something."""
    return frame.predicate == "lose" and not frame.passive


def _is_armed(loser: Word) -> bool:
    """ "The army", "the rebels", "the police"."""
    return any(loser.lemma_ in word_classes()[name] for name in _ARMED_BODIES)


def _lives(frame: Frame) -> Word | None:
    """Who died where "lives" were lost, claimed or cost."""
    lives = frame.patient
    if lives is None or lives.lemma_ != "life":
        return None
    if _loses(frame):
        return frame.agent
    if frame.predicate not in word_lists("events/casualties.txt")["lives"]:
        return None
    return frame.recipient or lives.prep("of") or lives


@cache
def _results() -> frozenset[str]:
    """The verbs that say that people were killed or hurt.

    "kill", "wound", "die".
    """
    found: set[str] = set()
    for slot in ("fatalities", "injured"):
        found |= casualty_words(slot, "verbs") | casualty_words(slot, "subjects")
    return frozenset(found)


def is_result(predicate: str) -> bool:
    """Whether a verb says that people were killed or hurt, and perhaps nothing else of how.

    "kill", "wound" and "die" do; "shell" and "attack" do not.
    """
    return predicate in _results()


def may_tell_casualties(predicate: str, sentence: frozenset[str]) -> bool:
    """Whether a verb in its sentence can say that people were killed, hurt or driven out; a quick test before frames.

    `sentence` are the lemmas of the sentence. True for "kill" in any, for "suffer" beside "burn".
    """
    if is_result(predicate):
        return True
    lists = word_lists("events/casualties.txt")
    if any(predicate in lists[name] for name in _TELLING):
        return True
    return may_tell_harm(predicate, sentence)
