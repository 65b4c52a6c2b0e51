"""Anything -> Article: files, folders, archives and streams in the formats that news is kept in."""

from extractor.read.inputs import read
from extractor.read.reading import Reading, ReadOptions

__all__ = ["ReadOptions", "Reading", "read"]
