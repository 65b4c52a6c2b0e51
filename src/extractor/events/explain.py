"""Why an event is as it is: its rules with their text, its reasons, and the days and places it could have had."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.events.coder import EventCoder
from extractor.events.grounding.choice import chooser
from extractor.events.grounding.day_features import Days
from extractor.events.grounding.ground import choices, ground
from extractor.events.index import AnnotatedArticle
from extractor.events.to_record import record_of
from extractor.lexicon.triggers import rule_text
from extractor.logistic import Evidence
from extractor.records import Event
from extractor.settings import Settings


@dataclass(frozen=True, slots=True)
class Explanation:
    """An event with (rule id, its line in the data), and (day or place, score) of its candidates, likeliest first."""

    event: Event
    rules: list[tuple[str, str]]
    days: list[tuple[str, float]]
    places: list[tuple[str, float]]


def explanations(doc: Doc, settings: Settings) -> list[Explanation]:
    """The events of a Doc that has all layers, in text order, explained.

    `explanations(doc, settings)[0].rules` of "Rebels shelled Homs." is the line of the data for "shell", after its id.
    """
    article = AnnotatedArticle(doc)
    drafts = EventCoder(settings).events(article)
    open_to = {id(event): (days, places) for event, days, places in choices(article, drafts)}
    ground(article, drafts)
    records = sorted(((*record_of(article, draft), draft) for draft in drafts), key=lambda found: found[0])
    return [
        Explanation(
            event,
            [(rule, rule_text(rule, settings.ontology_file)) for rule in event.rules],
            _ranked("day", ((_days(one.value), one.evidence) for one in open_to[id(draft)][0])),
            _ranked("place", ((_place(article, one.value), one.evidence) for one in open_to[id(draft)][1])),
        )
        for _, event, draft in records
    ]


def _ranked(slot: str, named: Iterable[tuple[str, Evidence]]) -> list[tuple[str, float]]:
    """The candidates of a slot with their scores, the best first."""
    scored = ((name, round(chooser(slot).score(evidence), 2)) for name, evidence in named)
    return sorted(scored, key=lambda pair: -pair[1])


def _days(days: Days | None) -> str:
    """Days as text."""
    if days is None:
        return "none"
    first, last = days
    if first == last:
        return str(first)
    return f"{first} to {last}"


def _place(article: AnnotatedArticle, found: str | None) -> str:
    """A place as text."""
    place = article.places.get(found or "")
    return "none" if place is None else str(place)
