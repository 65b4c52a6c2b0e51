"""Packed streams: gzip, zstandard, bzip2 and xz. One that ends before its end mark raises EOFError."""

import bz2
import gzip
import io
import lzma
from typing import Any, cast

from extractor.errors import MissingExtra

# Two kilobytes of zstandard can stand for 64 MB: small bites keep a bomb from being unpacked at once.
BITE_BYTES = 2048


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
        return cast(io.BufferedReader, bz2.BZ2File(stream))
    if _is_of("xz", head):
        return cast(io.BufferedReader, lzma.LZMAFile(stream))
    if head.startswith(_MARKS["zst"]):
        return cast(io.BufferedReader, io.BufferedReader(_Zstandard(stream)))
    return None


def _is_of(kind: str, head: bytes) -> bool:
    """Whether bytes have the mark of a kind, or are cut within it; of the two kinds whose marks are no text."""
    mark = _MARKS[kind]
    return bool(head) and (head.startswith(mark) or mark.startswith(head))


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
