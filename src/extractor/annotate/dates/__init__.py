"""The dates layer: time expressions with their TIMEX3 values and intervals."""

from extractor.annotate.dates.tagger import DateTagger

__all__ = ["DateTagger"]
