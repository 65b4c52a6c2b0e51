"""brat standoff: a folder with a .txt and a .ann file for each article, for annotators."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractor.records import Claim, Extraction, Polarity, Span
from extractor.write.writer import FileWriter, Keep, keep_all

_UNSAFE = re.compile(r"[^\w.-]+")
_NEWLINE = re.compile(r"[\r\n]+")


class BratWriter(FileWriter):
    """Actors, places and dates are text-bound annotations, claims are events with their participants."""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(path, keep)
        path.mkdir(exist_ok=True)

    def write(self, result: Extraction) -> None:
        """Write the two files of one article."""
        stem = _UNSAFE.sub("_", result.article.id)[:100]
        # newline="" because offsets count the characters that are there
        with (self.path / f"{stem}.txt").open("w", encoding="utf-8", newline="") as out:
            out.write(result.article.text)
        lines = "".join(line + "\n" for line in annotations(result))
        (self.path / f"{stem}.ann").write_text(lines, encoding="utf-8")

    def close(self) -> None:
        """Nothing is open."""


def annotations(result: Extraction) -> Iterator[str]:
    """The lines of the .ann file."""
    text = result.article.text
    numbers: dict[str, str] = {}
    count = 0

    def bound(label: str, span: Span) -> str:
        nonlocal count
        count += 1
        return f"T{count}\t{label} {_fragments(span, text)}\t{_NEWLINE.sub(' ', span.text)}"

    for actor in result.actors:
        for mention in actor.mentions:
            yield bound(actor.kind.value.capitalize(), mention)
            numbers.setdefault(actor.id, f"T{count}")
    for place in result.places:
        for mention in place.mentions:
            yield bound("Place", mention)
            numbers.setdefault(place.id, f"T{count}")
    for date in result.dates:
        yield bound("Time", Span(start=date.start, end=date.end, text=date.text))
        numbers[date.id] = f"T{count}"
    types = {event.id: event.type for event in result.events}
    for number, claim in enumerate(result.claims, 1):
        label = types.get(claim.event or "", "Claim")
        yield bound(label, claim.trigger)
        yield f"E{number}\t{label}:T{count}{_arguments(claim, numbers)}"
        yield f"A{number}\tModality E{number} {claim.modality.value}"
        if claim.polarity is Polarity.NEGATIVE:
            yield f"A{len(result.claims) + number}\tNegation E{number}"


def _fragments(span: Span, text: str) -> str:
    """Start and end; a span over a line end is given in pieces, as brat wants it."""
    pieces = [(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"[^\r\n]+", span.text)]
    return ";".join(f"{start} {end}" for start, end in pieces)


def _arguments(claim: Claim, numbers: dict[str, str]) -> str:
    given = {"Agent": claim.agent, "Patient": claim.patient, "Recipient": claim.recipient, "Source": claim.claimed_by}
    given |= {"Place": claim.place, "Date": claim.date}
    known = ((role, numbers.get(target)) for role, target in given.items() if isinstance(target, str))
    return "".join(f" {role}:{number}" for role, number in known if number)
