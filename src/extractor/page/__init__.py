"""Results -> one HTML file that shows them: map, time, who holds what, words, table, correcting.

The file refers to nothing outside it. The program that runs in it lies in `assets`, as plain JavaScript modules.
"""

from extractor.page.document import render
from extractor.page.sides import Sides, read_sides

__all__ = ["Sides", "read_sides", "render"]
