"""Text that was decoded with the wrong encoding: "donâ€™t" for "don’t", "MÃ¡laga" for "Málaga".

Names and quotations in such a text are not found; its reader should know.
"""

import re
from itertools import islice

from spacy.tokens import Doc

from extractor.document import layers as marks

# The first byte of a UTF-8 sequence as Windows-1252 or Latin-1 shows it, and what may follow it there.
_GARBLED = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|â€.|\ufffd")
MIN_GARBLED = 2  # one may be meant


def warn_if_garbled(doc: Doc) -> None:
    """Add a warning when the text holds characters that a wrong encoding leaves."""
    found = list(islice(_GARBLED.finditer(doc.text), MIN_GARBLED))
    if len(found) == MIN_GARBLED:
        marks.warn(doc, "the text holds garbled characters: it was read in the wrong encoding, here or before")
