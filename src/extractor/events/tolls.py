"""The counts of an event: those of its verbs, and tolls that stand in its sentences or right after them."""

from extractor.events.casualties.tolls import stated_casualties, stated_totals
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.records import Count

TOLL_REACH = 2  # sentences between an attack and its toll


def add_tolls(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Sentences that only give a toll ("put the toll at 55 dead") count for the attack told before them."""
    violent = [e for e in events if e.coding.kind.has_tolls]
    told = {article.sentence_number(article.trigger(claim)) for e in events for claim in e.claims}
    for number, tokens in enumerate(article.words.sentences()):
        near = [e for e in violent if 0 < number - e.sentence <= TOLL_REACH]
        if number in told or not near:
            continue
        event = max(near, key=lambda e: (e.sentence, -e.trigger.i))
        for slot, _, count in stated_casualties(tokens):
            event.counts.setdefault(slot, []).append(count)


def counts_of(article: AnnotatedArticle, draft: Draft) -> tuple[dict[str, Count], dict[str, list[Count]]]:
    """The first count of each slot from the body, and those that disagree with it."""
    found: dict[str, list[Count]] = {slot: list(counts) for slot, counts in draft.counts.items()}
    for claim in draft.claims if draft.coding.kind.violent else ():
        tokens = article.sentence_tokens(article.trigger(claim))
        for slot, total in stated_totals(tokens):  # also counts those that a verb of the sentence tells of
            found[slot] = [total, *found.get(slot, [])]
        for slot, _, count in stated_casualties(tokens):
            known = found.setdefault(slot, [])
            if all((count.low, count.high) != (other.low, other.high) for other in known):
                known.append(count)
    found = {slot: counts for slot, counts in found.items() if slot != "detained" or not draft.coding.kind.harms_people}
    chosen = {slot: counts[0] for slot, counts in found.items() if counts}
    disputed = {
        slot: [c for c in counts[1:] if (c.low, c.high) != (counts[0].low, counts[0].high)]
        for slot, counts in found.items()
    }
    return chosen, {slot: counts for slot, counts in disputed.items() if counts}
