"""Packed streams: gzip, zstandard, bzip2 and xz. One that ends before its end mark raises EOFError."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from functools import partial
from typing import Any, cast

from extractor.errors import MissingExtra

# Two kilobytes of zstandard can stand for 64 MB: small bites keep a bomb from being unpacked at once.
BITE_BYTES = 2048
BLOCK_BYTES = 1 << 20
MOST_WINDOW_BYTES = 256 << 20  # of memory for what xz looks back to; xz -9 asks for 65 MB

_MARKS = {"gz": b"\x1f\x8b", "bz2": b"BZh", "xz": b"\xfd7zXZ\x00", "zst": b"\x28\xb5\x2f\xfd"}


def is_compressed(head: bytes) -> bool:
    """Whether bytes that begin so are compressed."""
    return head.startswith(tuple(_MARKS.values()))


def is_zstandard(head: bytes) -> bool:
    """Whether bytes that begin so are compressed by zstandard, which needs an extra."""
    return head.startswith(_MARKS["zst"])


def decompressed(stream: io.BufferedReader) -> io.BufferedReader | None:
    """The unpacked stream, or None when the bytes are not compressed."""
    head = stream.peek(8)
    if _is_of("gz", head):
        return cast(io.BufferedReader, gzip.GzipFile(fileobj=stream))
    if head.startswith(_MARKS["bz2"]):
        return _buffered(_Streams(stream, bz2.BZ2Decompressor))
    if _is_of("xz", head):
        return _buffered(_Streams(stream, partial(lzma.LZMADecompressor, memlimit=MOST_WINDOW_BYTES)))
    if head.startswith(_MARKS["zst"]):
        return _buffered(_Zstandard(stream))
    return None


def _buffered(raw: io.RawIOBase) -> io.BufferedReader:
    return cast(io.BufferedReader, io.BufferedReader(raw))


def _is_of(kind: str, head: bytes) -> bool:
    """Whether bytes have the mark of a kind, or are cut within it; of the two kinds whose marks are no text."""
    mark = _MARKS[kind]
    if not head:
        return False
    if head.startswith(mark):
        return True
    return mark.startswith(head)


class _Streams(io.RawIOBase):
    """Streams of bzip2 or xz, one after another, each read by a decompressor of its own.

    The library's own readers pass over a damaged stream behind a whole one, and all behind it, without a word.
    """

    def __init__(self, stream: io.BufferedReader, new: Callable[[], Any]) -> None:
        self._stream, self._new = stream, new
        self._decompressor: Any = None
        self._left = b""  # what came behind the end of a stream

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill the buffer. Raises EOFError when the last stream is cut."""
        while self._decompressor is not None or self._begin():
            packed = self._packed() if self._decompressor.needs_input else b""
            data: bytes = self._decompressor.decompress(packed, min(len(buffer), BLOCK_BYTES))
            self._end()
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    def _begin(self) -> bool:
        """Start with the next stream; False when none follows but the zeros that xz may have between streams."""
        while not self._left:
            packed = self._stream.read(BITE_BYTES)
            if not packed:
                return False
            self._left = packed.lstrip(b"\0")
        self._decompressor = self._new()
        return True

    def _packed(self) -> bytes:
        """The next packed bytes. Raises EOFError when there are none: the stream was cut."""
        packed, self._left = self._left or self._stream.read(BITE_BYTES), b""
        if not packed:
            raise EOFError("the stream ended before its end mark")
        return packed

    def _end(self) -> None:
        """At the end of a stream, get ready for the next one."""
        if self._decompressor.eof:
            self._left = self._decompressor.unused_data.lstrip(b"\0")
            self._decompressor = None


class _Zstandard(io.RawIOBase):
    """Frames of zstandard, one after another. The library's own reader takes a cut frame for a whole one."""

    def __init__(self, stream: io.BufferedReader) -> None:
        try:
            import zstandard
        except ImportError as error:
            raise MissingExtra("zst files need an extra: pip install 'news-event-extractor[zstd]'") from error
        self._stream, self._decompressor = stream, zstandard.ZstdDecompressor()
        self._frame: Any = None
        self._packed = self._ready = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill the buffer."""
        while not self._ready and self._unpack():
            pass
        data, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _unpack(self) -> bool:
        """Take the next bite; False at the end. Raises EOFError when the last frame is cut."""
        packed = self._packed or self._stream.read(BITE_BYTES)
        if not packed:
            if self._frame is not None:
                raise EOFError("the zstandard stream ended before its end mark")
            return False
        if self._frame is None:
            self._frame = self._decompressor.decompressobj()
        self._ready = self._frame.decompress(packed)
        self._packed = self._frame.unused_data if self._frame.eof else b""
        if self._frame.eof:
            self._frame = None
        return True
