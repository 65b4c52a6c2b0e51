"""spaCy DocBin: texts with the span groups `actors`, `places`, `dates`, `claims`, `triggers`, to train and review."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.records import Extraction
from extractor.write.writer import FileWriter, Keep, keep_all

if TYPE_CHECKING:
    from spacy.tokens import Doc

Labelled = tuple[str, int, int, str]


class DocBinWriter(FileWriter):
    """Spans are widened to whole tokens; `label_` is the kind or type, `id_` the id of the record."""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        import spacy
        from spacy.tokens import DocBin

        super().__init__(path, keep)
        self._nlp = spacy.blank("en")
        self._nlp.max_length = 2**31 - 1  # the limit of a million characters is for parsers
        self._docs = DocBin(attrs=["ORTH", "SPACY"])

    def write(self, result: Extraction) -> None:
        """Add one Doc."""
        self._docs.add(self._doc(result))

    def _doc(self, result: Extraction) -> "Doc":
        """A Doc of the article with the records of the layers as spans."""
        doc = self._nlp.make_doc(result.article.text)
        for name, spans in spans_of(result).items():
            made = (
                doc.char_span(start, end, label=label, span_id=record, alignment_mode="expand")
                for label, start, end, record in spans
            )
            doc.spans[name] = [span for span in made if span is not None]
        return doc

    def finish(self) -> None:
        """Write the file."""
        self._docs.to_disk(self.new_file(self.path))

    def close(self) -> None:
        """Nothing is open."""


def spans_of(result: Extraction) -> dict[str, list[Labelled]]:
    """Group name -> (label, start, end, id)."""
    types = {event.id: event.type for event in result.events}

    def mentions() -> Iterator[tuple[str, Labelled]]:
        for actor in result.actors:
            for m in actor.mentions:
                yield "actors", (actor.kind.value, m.start, m.end, actor.id)
        for place in result.places:
            for m in place.mentions:
                yield "places", (place.kind, m.start, m.end, place.id)
        for date in result.dates:
            yield "dates", (date.type.value, date.start, date.end, date.id)
        for claim in result.claims:
            yield "claims", (claim.modality.value, claim.start, claim.end, claim.id)
            label = types.get(claim.event or "", "claim")
            yield "triggers", (label, claim.trigger.start, claim.trigger.end, claim.id)

    groups: dict[str, list[Labelled]] = {name: [] for name in ("actors", "places", "dates", "claims", "triggers")}
    for name, span in mentions():
        groups[name].append(span)
    return groups
