"""The tables of POLECAT, ICEWS, GDELT and ACLED; the columns of each are a file of `data/export`.

Denied, hypothetical and negated events are left out unless the writer is told to keep them.
"""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path

from extractor.lexicon.tables import data_rows
from extractor.records import Event, Extraction
from extractor.write.delimited import harmless
from extractor.write.legacy_values import Side, Values, values
from extractor.write.writer import FileWriter, Keep, keep_all


@cache
def columns(name: str) -> dict[str, str]:
    """Column -> the name of its value, in the order of the format.

    >>> columns("polecat")["Event ID"]
    'event.id'
    """
    return {row["column"]: row["value"] for row in data_rows(f"export/{name}.tsv")}


class LegacyWriter(FileWriter):
    """One table of rows made from `values`. A format sets the class attributes."""

    form: str
    delimiter = "\t"
    header = True
    missing = ""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(path, keep)
        self._out = self.new_file(path).open("w", encoding="utf-8", newline="")
        # Tabs, line ends and quotes inside a cell are replaced, so tab-separated rows need no quoting.
        self._rows = csv.writer(
            self._out,
            delimiter=self.delimiter,
            lineterminator="\n",
            quoting=csv.QUOTE_MINIMAL if self.delimiter == "," else csv.QUOTE_NONE,
        )
        if self.header:
            self._rows.writerow(columns(self.form))

    def write(self, result: Extraction) -> None:
        """Add the rows of one article."""
        for event in filter(self.keep, result.events):
            for row in self.rows(event, result):
                self.write_values(row)

    def write_values(self, row: Values) -> None:
        """Add one row."""
        self._rows.writerow([self._cell(row, name) for name in columns(self.form).values()])

    def rows(self, event: Event, result: Extraction) -> Iterator[Values]:
        """One row an event; other units are a matter of the format."""
        yield values(event, result, *sides(event, result))

    def _cell(self, row: Values, name: str) -> str:
        """The text of a column, safe for the format: no tabs and line ends, no formulas."""
        text = name[1:] if name.startswith("=") else row.get(name, "")
        plain = " ".join(text.split())
        if self.delimiter == "\t":
            plain = plain.replace('"', "'")
        return (str(harmless(plain)) if not _is_number(plain) else plain) or self.missing

    def close(self) -> None:
        """Close the file."""
        self._out.close()


class PolecatWriter(LegacyWriter):
    """POLECAT: lists joined with "; ", missing values "None"."""

    form, missing = "polecat", "None"


class IcewsWriter(LegacyWriter):
    """ICEWS: a row for each pair of source and target."""

    form = "icews"

    def rows(self, event: Event, result: Extraction) -> Iterator[Values]:
        """Compound sides are expanded."""
        yield from pairs(event, result)


class GdeltWriter(IcewsWriter):
    """GDELT 2.0 events: pairs, tab-separated, without a header, whatever the file is called."""

    form, header = "gdelt", False


class GdeltMentionsWriter(LegacyWriter):
    """GDELT 2.0 mentions: a row for each claim of an event."""

    form, header = "gdelt-mentions", False

    def rows(self, event: Event, result: Extraction) -> Iterator[Values]:
        """The event as if each of its claims were the first."""
        for claim in event.claims:
            yield values(event.model_copy(update={"claims": [claim]}), result, *sides(event, result))


class AcledWriter(LegacyWriter):
    """ACLED: the events that it would record."""

    form, delimiter = "acled", ","

    def rows(self, event: Event, result: Extraction) -> Iterator[Values]:
        """Diplomacy has no row."""
        if event.acled is not None:
            yield from super().rows(event, result)


def sides(event: Event, result: Extraction) -> tuple[Side, Side]:
    """The records of both sides."""
    source, target = (
        [actor for actor in map(result.actor, ids) if actor is not None] for ids in (event.source, event.target)
    )
    return source, target


def pairs(event: Event, result: Extraction) -> Iterator[Values]:
    """A row for each pair of source and target; of an act that all take part in, for each pair of them."""
    source, target = sides(event, result)
    both: Iterable[tuple[Side, Side]] = product(_each(source), _each(target))
    if not target and len(source) > 1:
        both = (([one], [other]) for one, other in product(source, source) if one != other)
    for one, other in both:
        yield values(event, result, one, other)


def _each(side: Side) -> list[Side]:
    """Each actor as a side of its own; an empty side as one."""
    return [[actor] for actor in side] or [[]]


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
