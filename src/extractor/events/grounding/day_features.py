"""The days that an event may have, with what speaks for each: evidence for the chooser of `choice.py`."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from extractor.document.datelines import stands_in_dateline
from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.grounding.choice import Candidate, evidence_of_none, evidence_of_rules, group_of
from extractor.events.grounding.company import Company
from extractor.events.grounding.days import interval_of, is_of_other_time
from extractor.events.grounding.mentions import (
    Mentions,
    Nearest,
    clause_of,
    describes_speaker,
    nearest_mentions,
    standing,
)
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.records import DateExpression
from extractor.syntax.dated_acts import dates_other_act, names_thing, tells_aftermath

Days = tuple[date, date]
# Lengths of a candidate in days, and how many days before publication it ends.
_LENGTHS = ((1, "a day"), (8, "a week"), (31, "a month"), (366, "a year"))
_AGES = ((-1, "future"), (0, "today"), (1, "yesterday"), (7, "last week"), (31, "last month"), (366, "last year"))
_BEFORE = word_lists("events/words.txt")["before dates"]


def date_mentions(article: AnnotatedArticle) -> Mentions:
    """The date expressions of an article that give days.

    "On Monday" and "in May 2003"; not "for two weeks".
    """
    dates = filter(_gives_days, article.dates_in_order)
    return Mentions(article, ((date.id, date.start, date.end) for date in dates))


def _gives_days(date: DateExpression) -> bool:
    """Whether the first and the last instant of an expression are known.

    True of "on Monday"; not of "since Monday".
    """
    return date.earliest is not None and date.latest is not None


def day_candidates(
    article: AnnotatedArticle, mentions: Mentions, event: Draft, company: Company[Days]
) -> list[Candidate[Days | None]]:
    """The days that the rules chose, none, those told near the event and those of the events around it.

    Of "Rebels shelled Homs on Monday." that Monday, as the rules chose it and as told beside the verb, and none.
    """
    near = _near(article, mentions, event)
    found: dict[Days | None, Nearest | None] = dict.fromkeys([event.days, None, *company.found])
    for nearest in near:
        days = interval_of(article, article.dates[nearest.mention.item])
        if found.get(days) is None:
            found[days] = nearest
    is_near = bool(near) and near[0].distance[0] == 0
    candidates = []
    for days, told in found.items():
        if days != event.days and _is_of_other_time(article, event, days, told):
            continue
        signs = list(evidence_of_rules(days, told)) if days == event.days else []
        if days is None:
            signs += evidence_of_none(event, is_near)
        else:
            signs += _of_days(article, event, days)
            signs += company.names(days)
        if told is not None:
            signs += _of_mention(article, mentions, told)
        candidates.append(Candidate(days, dict.fromkeys(signs, 1.0)))
    return candidates


def _is_of_other_time(article: AnnotatedArticle, event: Draft, days: Days | None, told: Nearest | None) -> bool:
    """Whether days are those of something that had not been when an event was: "urged them to march on Friday"."""
    head = told.mention.head if told is not None else None
    return days is not None and is_of_other_time(article, event.claims[0], days, head)


def _is_of_other_act(nearest: Nearest, triggers: Iterable[Word]) -> bool:
    """Whether a date belongs to another act than that of each trigger.

    True of 2012 for "convicted" of "convicted in the 2012 shooting".
    """
    return all(dates_other_act(trigger, nearest.mention.head) for trigger in triggers)


def _near(article: AnnotatedArticle, mentions: Mentions, event: Draft) -> list[Nearest]:
    """The dates around an event, the nearest first; for an act without those of saying.

    "Monday" before "March" for "shelled" of "Rebels shelled Gao on Monday, as in March."
    """
    told = [article.trigger(claim) for claim in event.claims]
    triggers = [trigger for trigger in told if not tells_aftermath(trigger, event.trigger)]
    found = nearest_mentions(article, mentions, triggers).values()
    own = [
        near
        for near in found
        if not _is_of_other_act(near, triggers) and not describes_speaker(article, event, near.mention.head)
    ]
    ranked = sorted(_without_names(own, triggers), key=lambda nearest: (nearest.distance, nearest.mention.start))
    if group_of(event) != "act":
        return ranked
    return [nearest for nearest in ranked if not _is_of_saying(nearest)]


def _without_names(found: list[Nearest], triggers: list[Word]) -> list[Nearest]:
    """The dates without those that only name a thing, in sentences that tell another one.

    "May 2011" of "rebels bombed a Christmas market in May 2011"; both of "spoke on Tuesday of the Monday attack" for
    the attack.
    """
    heads = ((near, near.mention.head) for near in found)
    naming = {id(near) for near, day in heads if names_thing(day, near.mention.end) and day.head not in triggers}
    telling = {near.mention.sentence for near in found if id(near) not in naming}
    return [near for near in found if id(near) not in naming or near.mention.sentence not in telling]


def _of_days(article: AnnotatedArticle, event: Draft, days: Days) -> tuple[str, ...]:
    """How long the days are, and how long before publication."""
    length = _step(_LENGTHS, (days[1] - days[0]).days + 1, "longer")
    if article.published_day is None:
        return (f"length {length}",)
    age = _step(_AGES, (article.published_day - days[1]).days, "older")
    signs = _of_span(length, age, group_of(event))
    if age != "future":
        return signs
    return (*signs, f"future, {event.claims[0].tense} {event.modality.value}")


@cache
def _of_span(length: str, age: str, group: str) -> tuple[str, ...]:
    """The same in words, each made once: an article asks for few of them, and for those again and again."""
    return f"length {length}", f"age {age}", f"age {age}, {group}"


def _step(steps: Sequence[tuple[int, str]], number: int, beyond: str) -> str:
    """The name of the first step that a number does not exceed.

    >>> _step(_LENGTHS, 5, "longer"), _step(_LENGTHS, 900, "longer")
    ('a week', 'longer')
    """
    for most, name in steps:
        if number <= most:
            return name
    return beyond


def _of_mention(article: AnnotatedArticle, mentions: Mentions, nearest: Nearest) -> Iterator[str]:
    """How a date is told, and where it stands to the event."""
    mention = nearest.mention
    yield from standing(nearest)
    if mention.sentence == nearest.sentence:
        alone = len(mentions.inside(mention.head, mention.sentence)) == 1
        yield "only date of the sentence" if alone else "one of several dates"
        yield f"{'only date' if alone else 'one of several'}, {nearest.where}"
    if mention.item in mentions.in_lead:
        yield "lead"
    if stands_in_dateline(article.words.text, mention.start, mention.end):
        yield "dateline"
    yield f"type {article.dates[mention.item].type.value}"
    yield f"word before {_word_before(mention.head)}"


def _word_before(head: Word) -> str:
    """The word before a date where it is one that dates stand behind, else "other".

    "on" for "Monday" of "shelled Homs on Monday".
    """
    before = head.nbor(-1).lower_ if head.i else ""
    return before if before in _BEFORE else "other"


def _is_of_saying(nearest: Nearest) -> bool:
    """The Monday of "left, the army said on Monday": beside the verb of saying, with nothing between.

    Not the Monday of "said that on Monday rebels had left".
    """
    if nearest.where != "clause of saying":
        return False
    head = nearest.mention.head
    first, last = sorted((clause_of(head).i, head.i))
    return all(word.pos_ in ("ADP", "DET", "ADJ") for word in head.words.between(first + 1, last))
