"""The counts of an event: those of its verbs, and tolls that stand in its sentences or right after them."""

from extractor.events.casualties.tolls import stated_casualties, stated_totals
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.records import Count

TOLL_REACH = 2  # sentences between an attack and its toll


def add_tolls(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Sentences that only give a toll ("put the toll at 55 dead") count for the attack told before them."""
    violent: dict[int, list[Draft]] = {}
    for event in events:
        if event.coding.kind.has_tolls:
            violent.setdefault(event.sentence, []).append(event)
    told = {article.sentence_number(article.trigger(claim)) for e in events for claim in e.claims}
    for number, tokens in enumerate(article.words.sentences()):
        near = next((violent[at] for at in range(number - 1, number - 1 - TOLL_REACH, -1) if at in violent), None)
        if number in told or near is None:
            continue
        event = min(near, key=lambda e: e.trigger.i)
        for slot, _, count in stated_casualties(tokens):
            event.counts.setdefault(slot, []).append(count)


def counts_of(article: AnnotatedArticle, draft: Draft) -> tuple[dict[str, Count], dict[str, list[Count]]]:
    """The first count of each slot from the body, and those that disagree with it."""
    found: dict[str, list[Count]] = {slot: list(counts) for slot, counts in draft.counts.items()}
    told = {(slot, count.low, count.high) for slot, counts in found.items() for count in counts}
    for claim in draft.claims if draft.coding.kind.violent else ():
        tokens = article.sentence_tokens(article.trigger(claim))
        for slot, total in stated_totals(tokens):  # also counts those that a verb of the sentence tells of
            found[slot] = [total, *found.get(slot, [])]
        for slot, _, count in stated_casualties(tokens):
            known = found.setdefault(slot, [])
            if (slot, count.low, count.high) not in told:
                told.add((slot, count.low, count.high))
                known.append(count)
    found = {slot: counts for slot, counts in found.items() if slot != "detained" or not draft.coding.kind.harms_people}
    chosen = {slot: counts[0] for slot, counts in found.items() if counts}
    disputed = {
        slot: [c for c in counts[1:] if (c.low, c.high) != (counts[0].low, counts[0].high)]
        for slot, counts in found.items()
    }
    return chosen, {slot: counts for slot, counts in disputed.items() if counts}
