"""GeoJSON files: a FeatureCollection, lines of features, or an RFC 8142 sequence; geometry is null without a place."""

import json
from pathlib import Path
from typing import Any

from extractor.records import Extraction
from extractor.write.geojson import feature
from extractor.write.writer import FileWriter, Keep, keep_all


class GeoJsonWriter(FileWriter):
    """One FeatureCollection, written feature by feature."""

    start, before, between, after, end = '{"type": "FeatureCollection", "features": [\n', "", ",\n", "", "\n]}\n"

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(path, keep)
        self._out = self.new_file(path).open("w", encoding="utf-8", newline="\n")
        self._out.write(self.start)
        self._empty = True

    def write(self, result: Extraction) -> None:
        """Add the features of one article."""
        for event in filter(self.keep, result.events):
            self.write_feature(feature(event, result))

    def write_feature(self, found: dict[str, Any]) -> None:
        """Add one feature."""
        self._out.write("" if self._empty else self.between)
        self._out.write(self.before + json.dumps(found, ensure_ascii=False) + self.after)
        self._empty = False

    def finish(self) -> None:
        """Close the collection."""
        self._out.write(self.end)

    def close(self) -> None:
        """Close the file."""
        self._out.close()


class GeoJsonLinesWriter(GeoJsonWriter):
    """One feature a line, as tippecanoe, GDAL and many others read it."""

    start, before, between, after, end = "", "", "", "\n", ""


class GeoJsonSequenceWriter(GeoJsonWriter):
    """RFC 8142: each feature between a record separator and a line end."""

    start, before, between, after, end = "", "\x1e", "", "\n", ""
