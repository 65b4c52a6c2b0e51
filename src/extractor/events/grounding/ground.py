"""Lets the choosers of day and place overrule what the rules gave an event."""

from collections.abc import Iterator

from extractor.events.draft import Draft
from extractor.events.grounding.choice import Candidate, chooser
from extractor.events.grounding.company import companies
from extractor.events.grounding.day_features import Days, date_mentions, day_candidates
from extractor.events.grounding.labels import read_labels
from extractor.events.grounding.narration import carry_days
from extractor.events.grounding.offsets import days_before
from extractor.events.grounding.place_features import place_candidates, place_mentions
from extractor.events.grounding.surroundings import Surroundings
from extractor.events.index import AnnotatedArticle

Choices = tuple[Draft, list[Candidate[Days | None]], list[Candidate[str | None]]]


def ground(article: AnnotatedArticle, events: list[Draft]) -> None:
    """Give each event the day and the place that its chooser is sure of; the rules' choice stays where it is not.

    Adds "day: chosen by the model" or "place: chosen by the model" to the reasons of an event that it changes.
    """
    chosen = [
        (event, chooser("day").choose(days), chooser("place").choose(places))
        for event, days, places in choices(article, events)
    ]
    for event, days, place in chosen:
        if days != event.days and not _is_counted_out(article, event):
            event.days = days
            event.reasons.append("day: chosen by the model")
        if place != event.place:
            event.place = place
            event.reasons.append("place: chosen by the model")
    carry_days(article, events)
    read_labels(article, events)


def _is_counted_out(article: AnnotatedArticle, event: Draft) -> bool:
    """Whether the day was counted from another one, so that no candidate of the chooser can be it."""
    if event.days is None:
        return False
    return event.days in [days_before(article, claim) for claim in event.claims]


def choices(article: AnnotatedArticle, events: list[Draft]) -> Iterator[Choices]:
    """Each event in text order with the days and places that it may have.

    Of "Rebels shelled Homs on Monday." its event with Monday and none as days, Homs and none as places.
    """
    dates, places = date_mentions(article), place_mentions(article)
    surroundings = Surroundings(article, places)
    ordered = sorted(events, key=lambda event: event.trigger.i)
    by_day = companies(ordered, lambda event: event.days)
    by_place = companies(ordered, lambda event: event.place)
    for event, same_day, same_place in zip(ordered, by_day, by_place, strict=True):
        days = day_candidates(article, dates, event, same_day)
        yield event, days, place_candidates(article, places, surroundings, event, same_place)
