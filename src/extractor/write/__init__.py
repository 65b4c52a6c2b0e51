"""Extraction -> the outside. `open_writer` picks the format by the ending of the path, or a database by its address."""

from extractor.write.formats import FORMATS, format_of, is_database, open_writer
from extractor.write.writer import Writer

__all__ = ["FORMATS", "Writer", "format_of", "is_database", "open_writer"]
