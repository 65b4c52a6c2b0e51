"""The spans of a result that are marked in its text: actors, places, dates, and the triggers of events."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from extractor.errors import InputError
from extractor.records import Extraction

LAYERS = ("actors", "places", "dates", "events")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text with its layer, the label to print beside it, and what it stands for."""

    start: int
    end: int
    layer: str
    label: str
    title: str = ""


def marks_of(result: Extraction, layers: Iterable[str] = LAYERS) -> list[Mark]:
    """The marks of some layers in text order, the outer before the inner. Raises InputError for an unknown layer."""
    wanted = list(layers)
    unknown = sorted(set(wanted) - set(LAYERS))
    if unknown:
        raise InputError(f"there is no layer {', '.join(unknown)}: known are {', '.join(LAYERS)}")
    made = {"actors": _actors, "places": _places, "dates": _dates, "events": _triggers}
    found = {mark for layer in wanted for mark in made[layer](result)}
    return sorted(found, key=lambda mark: (mark.start, -mark.end, LAYERS.index(mark.layer), mark.label, mark.title))


def _actors(result: Extraction) -> Iterator[Mark]:
    """A mark for each mention of an actor."""
    for actor in result.actors:
        for mention in actor.mentions:
            yield Mark(mention.start, mention.end, "actors", actor.kind.value, actor.name)


def _places(result: Extraction) -> Iterator[Mark]:
    """A mark for each mention of a place."""
    for place in result.places:
        for mention in place.mentions:
            yield Mark(mention.start, mention.end, "places", "place", str(place))


def _dates(result: Extraction) -> Iterator[Mark]:
    """A mark for each time expression."""
    for date in result.dates:
        yield Mark(date.start, date.end, "dates", "date", date.value or date.reason or "")


def _triggers(result: Extraction) -> Iterator[Mark]:
    """A mark for the trigger of each claim of an event."""
    for event in result.events:
        name = f"{event.type} {event.mode or ''}".strip()
        for claim in result.claims_of(event):
            yield Mark(claim.trigger.start, claim.trigger.end, "events", name, f"{claim.modality.value}: {claim.text}")


def nested(marks: Iterable[Mark]) -> list[Mark]:
    """Marks in text order without those that cross one before, and without a second one of the same words."""
    kept: list[Mark] = []
    open_marks: list[Mark] = []
    for mark in marks:
        while open_marks and open_marks[-1].end <= mark.start:
            open_marks.pop()
        if not open_marks or _fits_into(open_marks[-1], mark):
            kept.append(mark)
            open_marks.append(mark)
    return kept


def _fits_into(outer: Mark, inner: Mark) -> bool:
    """Whether a mark that begins inside another ends there too and is not of the same words."""
    return inner.end <= outer.end and (inner.start, inner.end) != (outer.start, outer.end)


def marked_html(text: str, marks: Sequence[Mark]) -> str:
    """The text as HTML with nested marks, each with its label behind it, so that none is told by colour alone."""
    parts: list[str] = []
    open_marks: list[Mark] = []
    at = 0

    def close_until(position: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1].end <= position:
            mark = open_marks.pop()
            parts.append(f"{escape(text[at : mark.end])}<small>{escape(mark.label)}</small></mark>")
            at = mark.end

    for mark in marks:
        close_until(mark.start)
        parts.append(f'{escape(text[at : mark.start])}<mark class="{mark.layer}" title="{escape(mark.title)}">')
        at = mark.start
        open_marks.append(mark)
    close_until(len(text))
    return "".join(parts) + escape(text[at:])
