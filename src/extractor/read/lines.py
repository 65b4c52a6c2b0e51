"""Lines of a stream, each of bounded length: one that is too long is passed over and costs itself only."""

import codecs
import io
from collections.abc import Iterator
from typing import cast

from extractor.errors import InputError

BLOCK_BYTES = 1 << 16
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def lines_of(stream: io.BufferedReader, limit: int) -> Iterator[bytes | None]:
    """The lines with their ends; None for one of more than `limit` bytes.

    With a limit of 4 bytes the lines "ab", "abcdef" and "c" are "ab", None and "c".
    """
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(BLOCK_BYTES)):
            pass
        yield None


def wide_encoding(head: bytes) -> str | None:
    """The encoding of text in units of two or four bytes, told by its mark or by the zeros beside ASCII letters.

    >>> wide_encoding('{"text"'.encode("utf-16-be"))
    'utf-16-be'
    """
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if head[:2] in _WIDE:
        return _WIDE[head[:2]]
    even, odd = head[0:64:2], head[1:64:2]
    if len(head) >= 8 and odd.count(0) >= 0.9 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    if len(head) >= 8 and even.count(0) >= 0.9 * len(even) and odd.count(0) == 0:
        return "utf-16-be"
    return None


class _Utf8(io.RawIOBase):
    """A stream of text as UTF-8 with "\\n" as line ends."""

    def __init__(self, stream: io.BufferedReader, encoding: str, errors: str) -> None:
        self._stream, self._errors, self._ready, self._ended = stream, errors, b"", False
        decoder = codecs.getincrementaldecoder(encoding)(errors)
        self._decoder = io.IncrementalNewlineDecoder(decoder, translate=True)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill the buffer."""
        while not self._ready and not self._ended:
            data = self._stream.read(BLOCK_BYTES)
            self._ended = not data
            self._ready = self._decoder.decode(data, final=self._ended).encode("utf-8", self._errors)
        data, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def text_lines(
    stream: io.BufferedReader, limit: int, encoding: str | None
) -> tuple[Iterator[bytes | None], str | None]:
    """The lines of text in any encoding, and the encoding that they are still in; None: to be found out."""
    head = stream.peek(4096)[:4096]
    wide = wide_encoding(head) if encoding is None else _wide_name(encoding)
    if wide is not None:
        return lines_of(_reader(_Utf8(stream, wide, "replace")), limit), "utf-8"
    if b"\r" in head and b"\n" not in head:  # the line ends of old Macs
        return lines_of(_reader(_Utf8(stream, "utf-8", "surrogateescape")), limit), encoding
    return lines_of(stream, limit), encoding


def _reader(raw: io.RawIOBase) -> io.BufferedReader:
    return cast(io.BufferedReader, io.BufferedReader(raw))


def _wide_name(encoding: str) -> str | None:
    """The encoding when a line end in it is more than one byte. Raises InputError when there is no such encoding."""
    try:
        return None if "\n".encode(encoding) == b"\n" else encoding
    except LookupError:
        raise InputError(f"there is no encoding {encoding!r}") from None
