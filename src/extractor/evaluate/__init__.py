"""How right the library is on a user's own articles: gold and predicted events aligned, counted, and the mistakes told.

Gold is in the form that `extractor run --format jsonl` writes, so corrected output is gold.
"""

from extractor.evaluate.align import Pairing, align
from extractor.evaluate.report import Report, evaluate

__all__ = ["Pairing", "Report", "align", "evaluate"]
