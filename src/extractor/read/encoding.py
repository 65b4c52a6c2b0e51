"""Bytes -> text, with the encoding found out."""

import codecs
import re

from extractor.errors import InputError

# Marks at the start of a file; the longer UTF-32 marks begin like the UTF-16 ones and come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MIN_GUESS_BYTES = 2_000  # below this the guess of a library is worse than assuming western Europe
MOST_GUESS_BYTES = 1_000_000  # the library decodes them by some thirty encodings
_DECLARED = re.compile(rb"""<meta[^>]{1,200}charset\s{0,3}=\s{0,3}["']?([\w-]{2,30})""", re.IGNORECASE)


def decode(data: bytes, encoding: str | None = None) -> str:
    """Text of the bytes: as told, by a byte order mark, as UTF-8, else as guessed. Raises InputError.

    >>> decode("Málaga".encode("cp1252"))
    'Málaga'
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_guessed(data)


def _decode_guessed(data: bytes) -> str:
    """The text as guessed from its beginning; as western Europe's when the rest does not fit that."""
    try:
        return data.decode(_guess(data[:MOST_GUESS_BYTES]))
    except UnicodeDecodeError:
        return data.decode("latin-1")


def declared_in_html(data: bytes) -> str | None:
    """The encoding that an HTML page names in its head, when Python knows it."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        return codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None


def check_encoding(name: str) -> None:
    """Raises InputError for a name of no encoding of text."""
    try:
        "a".encode(name)
    except (LookupError, UnicodeError, ValueError):
        raise InputError(f"there is no encoding {name!r}") from None


def _decode_as(data: bytes, encoding: str) -> str:
    """Bytes in a named encoding. Raises InputError when they are not in it or there is none of the name."""
    try:
        return data.decode(encoding)
    except LookupError:
        raise InputError(f"there is no encoding {encoding!r}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"the bytes are not {encoding} (byte {error.start}): give the right --encoding") from None


def _guess(data: bytes) -> str:
    """The encoding that bytes seem to be in."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best() if len(data) >= MIN_GUESS_BYTES else None
    if best is not None:
        return best.encoding
    # Five bytes have no meaning in cp1252; latin-1 reads anything.
    if re.search(rb"[\x81\x8d\x8f\x90\x9d]", data):
        return "latin-1"
    return "cp1252"
