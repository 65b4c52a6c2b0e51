"""Claims of an extraction, for the tests of this folder."""

from extractor.records import Claim, Extraction, Span


def claim_of(result: Extraction, trigger: str) -> Claim:
    """The claim with a trigger."""
    return next(claim for claim in result.claims if claim.trigger.text == trigger)


def named(result: Extraction, value: str | Span | None) -> str | None:
    """The name of an actor, or the words of a phrase without the article."""
    if isinstance(value, Span):
        return value.text.removeprefix("The ").removeprefix("the ")
    return next((actor.name for actor in result.actors if actor.id == value), None)
