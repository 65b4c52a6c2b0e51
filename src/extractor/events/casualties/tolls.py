"""Tolls: counts that no verb gives ("55 dead and 146 injured", "a toll of 12", "no casualties"), and whose they are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice, takewhile

from extractor.document.tokens import Word, Words
from extractor.events.casualties.blows import struck
from extractor.events.casualties.counts import BEFORE_NUMBERS, SLOTS, casualty_words, count_people
from extractor.events.casualties.numerals import parse_number
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.event_types import EventType
from extractor.lexicon.tables import word_lists
from extractor.records import Count
from extractor.syntax import SUBJECTS

_BETWEEN = word_lists("events/words.txt")["between toll and state"]
_AUXILIARY = ("aux", "auxpass", "dobj")
_TOTALS = word_lists("events/words.txt")["totals"]
_COMING_TO = word_lists("events/words.txt")["coming to a total"]
_BRINGING = word_lists("events/words.txt")["bringing to a total"]
_PUTTING = word_lists("events/words.txt")["putting a total"]
_NUMBERS = _TOTALS - {"toll"}
_ANY_TOTAL = "figure"
_NONE = frozenset(("no", "without", "zero"))
_IN_NUMBERS = BEFORE_NUMBERS | {"half", "a"}
_HARM = frozenset(("fatalities", "injured"))
_MOST_WORDS = 5  # of a number
_SPANS = frozenset(("year", "month", "season", "decade"))
_DIGITS_OF_YEAR = 4
TOLL_REACH = 2  # sentences between an attack and its toll
Counts = dict[str, list[Count]]  # slot -> the counts that are given for it


def add_tolls(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Sentences that only give a toll ("put the toll at 55 dead") count for the attack told before them.

    Changes `counts` of the drafts.
    """
    violent: dict[int, list[Draft]] = defaultdict(list)
    told: set[int] = set()
    for event in events:
        told |= event.sentences
        if event.coding.kind.has_tolls:
            violent[event.sentence].append(event)
    for number, tokens in enumerate(article.words.sentences()):
        attack = _told_just_before(number, violent) if number not in told else None
        if attack is None:
            continue
        for slot, _, count in stated_casualties(tokens):
            attack.counts.setdefault(slot, []).append(count)
        for slot, total in stated_totals(tokens):
            attack.counts.setdefault(slot, []).insert(0, total)
        for counts in islice(attack.counts.values(), 1):  # "the figure" is the one that was given first
            counts.extend(_figures(tokens))


def _told_just_before(number: int, violent: Mapping[int, list[Draft]]) -> Draft | None:
    """The first attack of the nearest sentence before one that tells of any.

    The shelling for the second sentence of "Rebels shelled Gao. Nine people died."
    """
    for earlier in range(number - 1, number - 1 - TOLL_REACH, -1):
        if earlier in violent:
            return min(violent[earlier], key=lambda event: event.trigger.i)
    return None


def counts_of(article: AnnotatedArticle, draft: Draft) -> tuple[dict[str, Count], Counts]:
    """(the first count of each slot from the body, those that disagree with it).

    Of "killed nine people", and later "killed 11": ({"fatalities": 9}, {"fatalities": [11]}).
    """
    found = {slot: list(counts) for slot, counts in draft.counts.items()}
    if draft.coding.kind.violent:
        _add_stated(article, draft, found)
    chosen: dict[str, Count] = {}
    disputed: Counts = {}
    for slot, counts in found.items():
        if not counts or not _has_slot(draft.coding.kind, slot):
            continue
        chosen[slot] = counts[0]
        others = [count for count in counts if _range(count) != _range(counts[0])]
        if others:
            disputed[slot] = others
    if draft.coding.kind.harms_people and chosen.keys().isdisjoint(_HARM):
        chosen |= struck(article, draft)
    return chosen, disputed


def _add_stated(article: AnnotatedArticle, draft: Draft, found: Counts) -> None:
    """Add what the sentences of an event count without a verb, sums first."""
    told = {(slot, _range(count)) for slot, counts in found.items() for count in counts}
    for claim in draft.claims:
        tokens = article.sentence_tokens(article.trigger(claim))
        for slot, total in stated_totals(tokens):  # also counts those that a verb of the sentence tells of
            found[slot] = [total, *found.get(slot, [])]
        for slot, _, count in stated_casualties(tokens):
            known = found.setdefault(slot, [])
            if (slot, _range(count)) not in told:
                told.add((slot, _range(count)))
                known.append(count)


def _has_slot(kind: EventType, slot: str) -> bool:
    """Whether people of a slot can be those of an event of a type: nobody is detained in an attack or dies of words."""
    if slot == "displaced":
        return True
    if slot == "detained" and kind.harms_people:
        return False
    return kind.violent


def _range(count: Count) -> tuple[int | None, int | None]:
    """The least and the most that a count says.

    (14, None) of "at least 14".
    """
    return count.low, count.high


def stated_casualties(tokens: list[Word]) -> Iterator[tuple[str, Word, Count]]:
    """(slot, the token that says what is counted, count) for each count that no verb gives in a sentence.

    "55 dead and no arrests" gives ("fatalities", dead, 55) and ("detained", arrests, 0).
    """
    for token in tokens:
        slot = _state_slot(token)
        number = _number_beside(token) if slot is not None else None
        if slot is not None and number is not None:
            yield slot, token, number
        yield from _denied(token)
        yield from _put(token)


def _denied(token: Word) -> Iterator[tuple[str, Word, Count]]:
    """The same of "no casualties": one for each slot that the word tells of."""
    slots = _ANY.get(token.lemma_, ())
    none = _none_beside(token) if slots else None
    if none is not None:
        yield from ((slot, token, none) for slot in slots)


def _put(token: Word) -> Iterator[tuple[str, Word, Count]]:
    """The same of "put the number of wounded at 60", "puts its dead at 11"; a toll is found by the number beside it."""
    slot = _slot_of_total(token) if token.lemma_ in _NUMBERS else _slot_of_losses(token)
    count = _number_put(token) if slot is not None else None
    if slot is not None and count is not None:
        yield slot, token, count


def _slot_of_losses(token: Word) -> str | None:
    """What somebody's "dead", "losses" or "wounded" are.

    "fatalities" for "losses" of "the army puts its losses at six".
    """
    if token.dep_ != "dobj" or token.lemma_ == "toll":
        return None
    if token.lemma_ == "loss":
        return SLOTS[0]
    return _slots_of("states").get(token.lower_) or _slots_of("nouns").get(token.lemma_)


def _figures(tokens: list[Word]) -> Iterator[Count]:
    """The numbers of "put the figure at 41", which does not say again what is counted."""
    for token in tokens:
        if token.lemma_ != _ANY_TOTAL or _slot_of_total(token) is not None:
            continue
        count = _number_put(token)
        if count is not None:
            yield count


def _number_put(total: Word) -> Count | None:
    """The number that a verb puts a sum at: 41 for "put the figure at 41"."""
    verb = total.head
    if total.dep_ != "dobj" or verb.lemma_ not in _PUTTING:
        return None
    return _number_at(verb.prep("at", "as") or total.prep("at", "as"))


_ANY = {
    "casualty": SLOTS[:2],
    "victim": SLOTS[:2],
    "injury": SLOTS[1:2],
    "fatality": SLOTS[:1],
    "death": SLOTS[:1],
    "arrest": SLOTS[2:3],
}


@cache
def _slots_of(kind: str) -> dict[str, str]:
    """Words of a kind -> the slot that they tell of."""
    found: dict[str, str] = {}
    for slot in SLOTS:
        found |= dict.fromkeys(casualty_words(slot, kind), slot)
    return found


def _state_slot(token: Word) -> str | None:
    """What a word counts: "dead" of "55 dead", "casualties"; nothing before its noun or as a verb with helpers."""
    slot = _slots_of("states").get(token.lower_)
    if slot is None and token.pos_ == "NOUN":
        slot = _slots_of("nouns").get(token.lemma_)
    if slot is None or not _may_count(token):
        return None
    return slot


def _may_count(token: Word) -> bool:
    """Whether a number can stand before a word: not before a verb with auxiliaries, nor before a modifier.

    True of "dead" of "55 dead", False of "dead" of "55 dead men".
    """
    is_clause = token.pos_ == "VERB" and token.children.has(*_AUXILIARY)
    is_modifier = token.dep_ == "amod" and token.i < token.head.i and not token.precedes(",")
    return not is_clause and not is_modifier


def _none_beside(token: Word) -> Count | None:
    """ "No casualties", "without casualties"."""
    first = token.left_edge
    start = first.i - 1 if first.follows("without") else first.i
    if token.words[start].lower_ not in _NONE:
        return None
    return Count(low=0, high=0, **token.words.span(start, token.i + 1).model_dump())


def _number_beside(token: Word) -> Count | None:
    """The number before a word, behind it for "a toll of 12"."""
    if token.lemma_ == "toll":
        return None if _is_of_year(token) else _number_of_toll(token)
    if token.dep_ == "acomp":
        return _number_of_subject(token)
    words = token.words
    end = _end_of_number(token)
    before = reversed(words.between(max(0, end - _MOST_WORDS), end))
    number = list(takewhile(_numeric, before))
    if not any(word.pos_ == "NUM" for word in number) or _is_year(words[end - 1]):
        return None
    return _count_of(words, end - len(number), end)


def _number_of_subject(state: Word) -> Count | None:
    """The number of people of whom a clause says only their state: "four are dead", "47 people lay dead"."""
    people = state.head.lefts.first(*SUBJECTS)
    is_numbered = people is not None and (people.pos_ == "NUM" or people.lefts.has("nummod"))
    return count_people(people) if people is not None and is_numbered else None


def _is_year(number: Word) -> bool:
    """Whether a number before a word is the year of "the 2009 killing"."""
    if number.ent_type_ != "DATE" or not number.text.isdecimal():
        return False
    return len(number.text) == _DIGITS_OF_YEAR


def _end_of_number(token: Word) -> int:
    """Where a number before a word would end: "people" may stand between them."""
    end = token.i
    while end > 0 and token.words[end - 1].lower_ in _BETWEEN:
        end -= 1
    return end


def _number_of_toll(toll: Word) -> Count | None:
    """The first number within eight words that is no date.

    12 for "a toll of 12".
    """
    for word in toll.words.between(toll.i + 1, toll.i + 9):
        if word.pos_ == "NUM" and word.ent_type_ not in ("DATE", "TIME"):
            return _count_of(toll.words, word.i, word.i + 1)
    return None


def stated_totals(tokens: list[Word]) -> Iterator[tuple[str, Count]]:
    """(slot, count) of each sum: "the toll from the blast rose to 11", "the number of people hurt reached nine"."""
    for token in tokens:
        if token.lemma_ not in _TOTALS and not _are_the_dead(token):
            continue
        total = _total_of(token)
        slot = _slot_of_total(token)
        if total is not None and slot is not None:
            yield slot, total


def _are_the_dead(word: Word) -> bool:
    """Whether a word stands for all whom something befell.

    "Dead" of "which brings the dead to 19".
    """
    return word.dep_ == "dobj" and word.lower_ in _slots_of("states") and word.lefts.has_form("the")


def _slot_of_total(noun: Word) -> str | None:
    """What a toll or a number counts: deaths, unless its phrase tells of the wounded.

    "fatalities" for "the toll".
    """
    if noun.lemma_ == "toll":
        return SLOTS[0]
    states = _slots_of("states")
    for word in noun.words.between(noun.left_edge.i, noun.right_edge.i + 1):
        if word.lower_ in states:
            return states[word.lower_]
    return None


def _total_of(noun: Word) -> Count | None:
    """The number that a sum has come to, or was brought to: "the toll rose to 11", "bringing the toll to 11".

    11 for "the toll rose to 11".
    """
    verb = noun.head
    if _is_of_year(noun):
        return None
    if noun.dep_ == "dobj" and verb.lemma_ in _BRINGING:
        return None if _is_of_period(verb) else _number_at(verb.prep("to") or noun.prep("to"))
    if noun.dep_ not in SUBJECTS or verb.lemma_ not in _COMING_TO:
        return None
    return _number_at(verb.prep("to", "at") or verb.rights.first("dobj", "npadvmod", "attr"))


def _is_of_period(verb: Word) -> bool:
    """Whether a sum is that of many acts: "bringing the toll to 40 this week", "since Monday".

    Not that of "bringing the toll to 40".
    """
    return any(word.dep_ == "npadvmod" or word.lower_ in ("since", "over", "in") for word in verb.rights)


def _is_of_year(total: Word) -> bool:
    """Whether a sum is by its own words that of many acts.

    "This year's death toll", "the toll since January".
    """
    spans = (*total.lefts.those("poss"), *total.preps("since", "for", "in"))
    return any(word.ent_type_ == "DATE" and (word.lemma_ in _SPANS or word.text.isdecimal()) for word in spans)


def _number_at(reached: Word | None) -> Count | None:
    """The number that a sum has reached or is put at.

    40 for "to 40".
    """
    if reached is None:
        return None
    number = reached if reached.pos_ == "NUM" else reached.lefts.first("nummod")
    if number is None or number.ent_type_ in ("MONEY", "PERCENT"):
        return None
    return _count_of(reached.words, number.left_edge.i, number.i + 1)


def _numeric(token: Word) -> bool:
    """Whether a word can be a part of a number: "at", "least", "55"."""
    return token.pos_ == "NUM" or token.lower_ in _IN_NUMBERS


def _count_of(words: Words, start: int, end: int) -> Count | None:
    """Words [start, end) as a count."""
    piece = words.span(start, end)
    number = parse_number(piece.text)
    if number is None:
        return None
    return Count(low=number[0], high=number[1], **piece.model_dump())
