"""JSON Lines: one Extraction a line, everything in it."""

from pathlib import Path

from extractor.records import Extraction
from extractor.write.writer import FileWriter, Keep, keep_all


class JsonlWriter(FileWriter):
    """`extractor.Extraction.model_validate_json` reads a line back."""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(path, keep)
        self._out = self.new_file(path).open("w", encoding="utf-8", newline="\n")

    def write(self, result: Extraction) -> None:
        """Add a line."""
        self.write_line(result.model_dump_json())

    def write_line(self, line: str) -> None:
        """Add a line as it is."""
        self._out.write(line + "\n")

    def close(self) -> None:
        """Close the file."""
        self._out.close()
