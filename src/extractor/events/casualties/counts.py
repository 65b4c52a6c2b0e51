"""How many: numbers of dead, injured, detained and displaced people, with the words that give them."""

from collections.abc import Iterator
from functools import cache

from extractor.document.tokens import Word
from extractor.events.casualties.injuries import harmed, may_tell_harm
from extractor.events.casualties.numerals import number_words, parse_number
from extractor.lexicon.actor_nouns import nouns_of
from extractor.lexicon.tables import word_lists
from extractor.lexicon.word_classes import word_classes
from extractor.records import Count
from extractor.syntax import Frame, conjuncts, is_aged, is_event_noun

SLOTS = ("fatalities", "injured", "detained", "displaced")
BEFORE_NUMBERS = word_lists("events/words.txt")["before numbers"]
_LEFT = ("nummod", "quantmod", "det", "amod", "advmod", "predet", "compound", "nmod", "neg")
_NO_PEOPLE = frozenset(("GPE", "LOC", "FAC", "ORG", "DATE", "TIME", "MONEY", "PERCENT", "PRODUCT", "EVENT", "LAW"))
_ONE_PERSON = word_lists("events/words.txt")["one person"]
_NOBODY = frozenset(("nobody", "one", "none"))
_SIDE_BY_SIDE = frozenset(("nsubj", "nsubjpass"))
_FATALLY = frozenset(("fatally", "mortally"))


def casualty_words(slot: str, kind: str) -> frozenset[str]:
    """The words of a slot: kind is verbs, subjects, states or nouns."""
    return word_lists("events/casualties.txt")[f"{slot} {kind}"]


def count_people(head: Word) -> Count | None:
    """The number of people a phrase names, its coordinated members added up: "two soldiers and a child" is 3.

    A single named or singular person is 1; a bare plural has no number.
    """
    members = _members(head)
    found = [_count_one(member) for member in members]
    known = [count for count in found if count is not None]
    if not known or found[0] is None:
        return None
    low = sum(count.low or 0 for count in known)
    high = None if any(count.high is None for count in known) else sum(count.high or 0 for count in known)
    start, end = known[0].start, known[-1].end
    return Count(low=low, high=high, text=head.words.text[start:end], start=start, end=end)


def _members(head: Word) -> list[Word]:
    """A noun with those coordinated with it, also where the parser makes them several subjects of one verb."""
    members = [head, *conjuncts(head)]
    members += [member for other in head.rights if _is_listed(other) for member in (other, *conjuncts(other))]
    if head.dep_ in _SIDE_BY_SIDE:
        for other in head.head.children:
            if other.dep_ == head.dep_ and other.i > head.i:
                members += [other, *conjuncts(other)]
    return members


def _is_listed(other: Word) -> bool:
    """The second of "a colonel, two captains and a driver", which the parser takes for an apposition."""
    counted = other.lefts.has("nummod")
    return other.dep_ == "appos" and counted and other.head.tag_ == "NN" and bool(conjuncts(other))


def _count_one(head: Word) -> Count | None:
    start = min([head.i, *(child.left_edge.i for child in head.lefts if child.dep_ in _LEFT)])
    words = head.words
    while start > 0 and words[start - 1].lower_ in BEFORE_NUMBERS:
        start -= 1
    end = head.i + 1
    counted = head.pos_ in ("NUM", "DET") or head.lower_ in number_words()
    number = parse_number(words.phrase(start, end if counted else head.i))
    collective = head.lemma_ in word_lists("events/casualties.txt")["collectives"]
    if collective and (inner := _inside(head)) is not None:
        number, end = parse_number(inner.words.phrase(inner.left_edge.i, inner.i + 1)), inner.i + 1
    elif number is None or (number == (1, 1) and not counted):
        number = (1, 1) if _is_one_person(head) and not collective else None
    if number is None:
        return None
    return Count(low=number[0], high=number[1], **words.span(start, end).model_dump())


def _inside(collective: Word) -> Word | None:
    """The number of people in a group: "a family of five", "a group of 12 students"."""
    inner = collective.prep("of")
    if inner is None:
        return None
    return inner if inner.pos_ == "NUM" or inner.lefts.has("nummod") else None


def _is_thing(head: Word, predicate: str) -> bool:
    """ "Burned three houses", "crippled the port": what is harmed is nobody."""
    if head.pos_ == "PRON" or head.lower_ in _NOBODY:
        return False
    humans, things = nouns_of("human", "crowd"), nouns_of("object")
    if predicate in word_lists("events/casualties.txt")["things too"] and head.tag_ in ("NN", "NNS"):
        return head.lemma_ not in humans
    return head.lemma_ in things - humans


def _is_one_person(head: Word) -> bool:
    if head.lower_ in _ONE_PERSON or (is_aged(head) and head.lower_ == "old"):
        return True
    return head.tag_ in ("NN", "NNP") and head.ent_type_ not in _NO_PEOPLE and not head.lower_.endswith("thing")


def casualties(frame: Frame) -> dict[str, Count]:
    """Slot -> count of what is done to people: "cost 13 soldiers their lives", "the murder of a judge"."""
    found: dict[str, Count] = {}
    predicate = _outcome(frame)
    for slot in SLOTS:
        people = _people(frame, predicate, slot)
        if people is not None and _is_thing(people, predicate):
            continue
        if people is not None and (count := count_people(people)) is not None:
            found[slot] = _with_companions(frame, count) if people is frame.patient else count
    return found


def _with_companions(frame: Frame, count: Count) -> Count:
    """ "The mayor was killed along with two of his guards": three."""
    for companion in _companions(frame.trigger):
        more = count_people(companion)
        count = added(frame.trigger.words.text, count, more) if more is not None else count
    return count


def _companions(trigger: Word) -> Iterator[Word]:
    also = trigger.pos_ == "NOUN" or any(c.dep_ == "cc" and c.lower_ == "as" for c in trigger.rights)
    for child in trigger.rights:
        if also and child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "NUM") and not is_event_noun(child):
            yield child  # "the murder of a priest and two nuns", "a priest was shot, as well as two nuns"
        elif child.lower_ == "along":
            yield from (noun for inner in child.rights if (noun := inner.pobj) is not None)
        elif child.lower_ == "with" and child.nbor(-1).lower_ in ("along", "together"):
            yield from (noun for noun in (child.pobj,) if noun is not None)


def added(text: str, one: Count, other: Count) -> Count:
    """Two counts of different people in one."""
    start, end = min(one.start, other.start), max(one.end, other.end)
    high = None if one.high is None or other.high is None else one.high + other.high
    return Count(low=(one.low or 0) + (other.low or 0), high=high, text=text[start:end], start=start, end=end)


def tells_more(frame: Frame) -> bool:
    """ "Two other people were also wounded": people who are not yet counted."""
    if frame.trigger.lefts.has_form("also"):
        return True
    people = frame.patient or frame.agent
    return people is not None and people.lefts.has_form("other", "another", "more")


def _people(frame: Frame, predicate: str, slot: str) -> Word | None:
    if slot == "fatalities" and (lives := _lives(frame)) is not None:
        return lives
    if slot == "fatalities" and _loses_men(frame):
        return frame.patient
    if predicate in casualty_words(slot, "acts" if frame.noun else "verbs"):
        return frame.patient
    if slot == "displaced" and (driven := _driven_from_home(frame)) is not None:
        return driven
    if predicate in casualty_words(slot, "subjects"):
        people = frame.agent or frame.patient
        return people if slot != "displaced" or _driven_out(frame, people) else None
    return harmed(frame) if slot == "injured" else None


def _driven_from_home(frame: Frame) -> Word | None:
    """The people of "drove thousands from their homes" and "had to leave their homes"."""
    homes = word_lists("events/casualties.txt")["homes"]
    if frame.predicate in casualty_words("displaced", "driving") and not frame.noun:
        left = any(preposition in ("from", "out of") and noun.lemma_ in homes for preposition, noun in frame.obliques)
        return frame.patient if left else None
    if frame.predicate in casualty_words("displaced", "leaving") and frame.patient is not None:
        own = any(child.dep_ == "poss" and child.pos_ == "PRON" for child in frame.patient.lefts)
        return frame.agent if own and frame.patient.lemma_ in homes else None
    return None


def _driven_out(frame: Frame, people: Word | None) -> bool:
    """Whether it is residents who flee, not robbers."""
    left = [frame.patient, *(noun for _, noun in frame.obliques)]
    if any(noun is not None and noun.lemma_ in word_lists("events/casualties.txt")["homes"] for noun in left):
        return True
    counted = [people, *(child.pobj for child in people.rights if child.lower_ == "of")] if people is not None else []
    return any(noun is not None and noun.lemma_ in word_classes()["civilian"] for noun in counted)


def _outcome(frame: Frame) -> str:
    """The verb, "kill" where its company says that it was deadly: "shot dead", "fatally stabbed", "beaten to death"."""
    for child in frame.trigger.children:
        deadly = child.lower_ == "dead" and child.pos_ == "ADJ" and child.i > frame.trigger.i
        if child.lower_ == "alive" and frame.predicate in ("burn", "bury"):
            return "kill"
        if deadly or child.lower_ in _FATALLY:
            return "kill"
    after = frame.patient.lefts.form("dead") if frame.patient else None
    if after is not None and after.i == frame.trigger.i + 1:  # "shot dead five men"
        return "kill"
    return "kill" if ("to", "death") in ((p, noun.lemma_) for p, noun in frame.obliques) else frame.predicate


def _loses_men(frame: Frame) -> bool:
    """ "The army lost 30 men"."""
    lost, loser = frame.patient, frame.agent
    if frame.predicate != "lose" or frame.passive or lost is None or loser is None:
        return False
    armed = any(loser.lemma_ in word_classes()[name] for name in ("military", "armed", "police"))
    return lost.lemma_ in word_classes()["fighter"] or (armed and lost.lemma_ in ("man", "woman"))


def _lives(frame: Frame) -> Word | None:
    """Who died where "lives" were lost, claimed or cost."""
    lives = frame.patient
    if lives is None or lives.lemma_ != "life":
        return None
    if frame.predicate == "lose" and not frame.passive:
        return frame.agent
    if frame.predicate not in word_lists("events/casualties.txt")["lives"]:
        return None
    if frame.recipient is not None:
        return frame.recipient
    return next((noun for child in lives.rights if child.lower_ == "of" and (noun := child.pobj) is not None), lives)


@cache
def _results() -> frozenset[str]:
    return frozenset(
        word for slot in SLOTS[:2] for kind in ("verbs", "subjects") for word in casualty_words(slot, kind)
    )


def is_result(predicate: str) -> bool:
    """Whether a verb says that people were killed or hurt, and perhaps nothing else of how."""
    return predicate in _results()


def may_tell_casualties(predicate: str, sentence: frozenset[str]) -> bool:
    """Whether a verb in its sentence can say that people were killed, hurt or driven out."""
    lists = word_lists("events/casualties.txt")
    displaced = ("displaced subjects", "displaced driving", "displaced leaving")
    return (
        is_result(predicate)
        or predicate in lists["lives"]
        or any(predicate in lists[name] for name in displaced)
        or may_tell_harm(predicate, sentence)
    )
