"""brat standoff: a folder with a .txt and a .ann file for each article, for annotators."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractor.document.ids import content_id
from extractor.records import Claim, Extraction, Modality, Polarity, Span
from extractor.write.writer import FileWriter, Keep, keep_all

_UNSAFE = re.compile(r"[^\w.-]+")
MOST_CHARS = 80
_ROLES = ("Agent", "Patient", "Recipient", "Source", "Place", "Date")
_NEWLINE = re.compile(r"[\r\n]+")


class BratWriter(FileWriter):
    """Actors, places and dates are text-bound annotations, claims are events with their participants."""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(path, keep)
        self._new = not path.exists()
        path.mkdir(exist_ok=True)
        self._labels: dict[str, set[str]] = {"entities": {"Place", "Time"}, "events": {"Claim"}}

    def write(self, result: Extraction) -> None:
        """Write the two files of one article."""
        stem = stem_of(result.article.id)
        # newline="" because offsets count the characters that are there
        with self.new_file(self.path / f"{stem}.txt").open("w", encoding="utf-8", newline="") as out:
            out.write(result.article.text)
        lines = "".join(line + "\n" for line in annotations(result))
        self.new_file(self.path / f"{stem}.ann").write_text(lines, encoding="utf-8")
        self._labels["entities"] |= {actor.kind.value.capitalize() for actor in result.actors}
        self._labels["events"] |= {event.type for event in result.events}

    def finish(self) -> None:
        """Write annotation.conf, without which brat shows none of the annotations."""
        roles = ", ".join(f"{role}?:<ENTITY>" for role in _ROLES)
        modalities = "|".join(modality.value for modality in Modality)
        text = "\n".join(
            [
                *("[entities]", *sorted(self._labels["entities"]), "[relations]", "[events]"),
                *(f"{label} {roles}" for label in sorted(self._labels["events"])),
                *("[attributes]", f"Modality Arg:<EVENT>, Value:{modalities}", "Negation Arg:<EVENT>", ""),
            ]
        )
        self.new_file(self.path / "annotation.conf").write_text(text, encoding="utf-8")

    def close(self) -> None:
        """Nothing is open."""

    def undo(self) -> None:
        """Remove a folder that was made for nothing."""
        if self._new:
            self.path.rmdir()


def stem_of(article: str) -> str:
    """The name of an article's files; ids that cannot be names get a hash, so that no two have one name.

    >>> stem_of("a-12"), stem_of("https://x.example/a") == stem_of("https://x.example/b")
    ('a-12', False)
    """
    plain = _UNSAFE.sub("_", article)[:MOST_CHARS].strip(".")
    lower = plain.lower()  # some disks do not tell "A" from "a"
    if plain == article == lower:
        return plain
    return f"{plain}-{content_id('h', article)[2:]}"


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
    """The arguments of a claim that are annotated, as brat writes them."""
    given = {"Agent": claim.agent, "Patient": claim.patient, "Recipient": claim.recipient, "Source": claim.claimed_by}
    given |= {"Place": claim.place, "Date": claim.date}
    known = ((role, numbers.get(target)) for role, target in given.items() if isinstance(target, str))
    return "".join(f" {role}:{number}" for role, number in known if number)
