"""A copy of the text that the parser and the NER can read. Every change is one character for one, so offsets stay.

Markup and control characters are blanked, headlines get the letter case of sentences, lone surrogates are replaced.
"""

import re

from extractor.annotate.parse.truecase import recase

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLOCKS = r"p|div|br|li|ul|ol|h[1-6]|td|tr|table|section|article|blockquote|figure|figcaption|title|header|footer"
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--[^<>]{0,500}-->")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def readable(text: str) -> str:
    """The text as the parser gets it; `len(readable(text)) == len(text)`.

    >>> readable("<b>REBELS SEIZE ALEPPO</b>")
    '\\t\\t\\tRebels seize Aleppo\\t\\t\\t\\t'
    """
    text = _SURROGATE.sub("\ufffd", text)
    # A tab, because spaCy keeps a single space as a property of the word before it and would lose the character.
    text = _CONTROL.sub("\t", blank_tags(text))
    return recase(text)


def blank_tags(text: str) -> str:
    """HTML tags of at most 500 characters -> as many line ends (tags that end a paragraph) or tabs (all others)."""
    if "<" not in text:
        return text
    text = _BLOCK.sub(lambda match: "\n" * len(match[0]), text)
    return _TAG.sub(lambda match: "\t" * len(match[0]), text)
