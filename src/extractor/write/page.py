"""The page: one HTML file that shows all results (see `extractor.page`)."""

from collections.abc import Sequence
from pathlib import Path

from extractor.incidents.records import Incident
from extractor.page import Sides, render
from extractor.records import Extraction
from extractor.write.writer import FileWriter, Keep, keep_all


class PageWriter(FileWriter):
    """Keeps the results until the end, since the page is one file of them all."""

    def __init__(
        self,
        path: Path,
        keep: Keep = keep_all,
        *,
        title: str | None = None,
        sides: Sides | None = None,
        incidents: Sequence[Incident] = (),
    ) -> None:
        super().__init__(path, keep)
        self._out = self.new_file(path).open("w", encoding="utf-8", newline="\n")
        self._results: list[Extraction] = []
        self._title, self._sides, self._incidents = title, sides, incidents

    def write(self, result: Extraction) -> None:
        """Add a result."""
        self._results.append(result)

    def finish(self) -> None:
        """Write the page."""
        page = render(self._results, title=self._title, sides=self._sides, incidents=self._incidents)
        self._out.write(page)

    def close(self) -> None:
        """Close the file."""
        self._out.close()
