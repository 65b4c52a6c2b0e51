"""The model that doubts joins: which it refuses, which it leaves, and what it weighs."""

from collections.abc import Sequence

import pytest

from extractor import Extractor
from extractor.events import EventCoder
from extractor.events.coreference.antecedent import Antecedent
from extractor.events.coreference.antecedent_features import evidence_for, evidence_for_none
from extractor.events.coreference.merge import merge
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.logistic import Evidence
from extractor.read.article import make_article

PUBLISHED = "2024-12-08"  # a Sunday
REFUSED = """
Guards shot a thief in Oran on Friday. Police dispersed a crowd. // Rain fell. Four guards were >hurt<.
Guards shot a thief in Oran on Friday. Police dispersed a crowd. // Rain fell. A shed was >damaged<.
""".strip().split("\n")
LEFT = """
Guards shot a thief in Oran on Friday. Police dispersed a crowd. Four guards were >hurt<.
A bomb exploded in Tunis on Friday. It was dark. // Two traders were >killed<.
Drones hit a port in Izmail on Friday. // The >strike< killed a docker.
""".strip().split("\n")
# The draft that the rules join last, some of what speaks for the event they join it to, and for none.
EVIDENCE = """
Rebels shelled Homs. The >shelling< went on. | noun, distance: 1; same type; same paragraph; first event; place: event
Rebels shelled Homs. // The >shelling< went on. | between: 0; noun, between: 0; counts: neither; same stem
A bomb in Oran killed nine. Medics said nine had >died<. | counts: same; harm, counts: same
""".strip().split("\n")
OF_NONE = """
Rebels shelled Homs. The >shelling< went on. | none; none: noun; none: definite; none, rules: definite description
A bomb exploded in Oran. Two traders were >killed<. | none; none: harm; none, rules: harm right after
""".strip().split("\n")


def tellings(extractor: Extractor, row: str) -> int:
    """How many mentions the event with the marked trigger has."""
    before, trigger, after = row.replace(" // ", "\n\n").replace("<", ">").split(">")
    result = extractor.extract(before + trigger + after, published=PUBLISHED)
    marked = {claim.id for claim in result.claims if claim.trigger.start == len(before)}
    return next(len(event.claims) for event in result.events if marked & set(event.claims))


@pytest.mark.parametrize("row", REFUSED)
def test_refused(extractor: Extractor, row: str) -> None:
    assert tellings(extractor, row) == 1


@pytest.mark.parametrize("row", LEFT)
def test_left(extractor: Extractor, row: str) -> None:
    assert tellings(extractor, row) > 1


def weighed(extractor: Extractor, row: str) -> tuple[Evidence, Evidence]:
    """What speaks for the event that the rules join a marked draft to, and for none."""
    before, trigger, after = row.replace(" // ", "\n\n").replace("<", ">").split(">")
    doc = extractor.annotate(make_article(before + trigger + after, published=PUBLISHED))
    article = AnnotatedArticle(doc)
    seen: list[tuple[Evidence, Evidence]] = []

    def note(_: AnnotatedArticle, draft: Draft, events: Sequence[Draft], rules: Antecedent | None) -> Antecedent | None:
        if rules is not None and draft.trigger.idx == len(before):
            told = evidence_for(article, draft, rules.event, events)
            seen.append((told, evidence_for_none(draft, rules.preference)))
        return rules

    merge(article, EventCoder(extractor.settings).drafts(article), note)
    return seen[0]


@pytest.mark.parametrize("row", EVIDENCE)
def test_evidence(extractor: Extractor, row: str) -> None:
    text, _, names = row.partition(" | ")
    assert set(names.split("; ")) <= set(weighed(extractor, text)[0])


@pytest.mark.parametrize("row", OF_NONE)
def test_evidence_for_none(extractor: Extractor, row: str) -> None:
    text, _, names = row.partition(" | ")
    assert set(names.split("; ")) == set(weighed(extractor, text)[1])
