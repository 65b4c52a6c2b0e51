"""A named stream of bytes that can be looked at before it is read, and that stops at a limit."""

import bz2
import gzip
import io
import lzma
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from extractor.errors import InputError, MissingExtra

HEAD_BYTES = 4096


class Limited(io.RawIOBase):
    """A stream that raises InputError after `limit` bytes, so that a small file cannot unpack into a huge one."""

    def __init__(self, stream: BinaryIO, name: str, limit: int) -> None:
        self._stream, self._name, self._limit, self._left = stream, name, limit, limit

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill the buffer."""
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise InputError(f"{self._name} holds more than {self._limit} bytes (max_input_bytes)")
        buffer[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class Source:
    """A file, a member of an archive, or standard input.

    `stream` holds the bytes unpacked. `path` is the file on disk with just these bytes, `file` the same or its packed
    form; both are None for members and standard input.
    """

    name: str
    stream: io.BufferedReader
    path: Path | None = None
    file: Path | None = None

    def head(self) -> bytes:
        """The first bytes, which stay unread."""
        return self.stream.peek(HEAD_BYTES)[:HEAD_BYTES]

    def all(self, limit: int) -> bytes:
        """All bytes. Raises InputError when there are more than `limit`."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(f"{self.name} is larger than {limit} bytes (max_article_bytes)")
        return data


def make_source(name: str, stream: BinaryIO, limit: int, path: Path | None = None) -> Source:
    """A stream of at most `limit` bytes as a Source, decompressed when it is gzip, zstandard, bzip2 or xz."""
    plain = _limited(stream, name, limit)
    unpacked = decompressed(plain)
    if unpacked is None:
        return Source(name, plain, path, path)
    return Source(name, _limited(unpacked, name, limit), None, path)


def _limited(stream: BinaryIO, name: str, limit: int) -> io.BufferedReader:
    return cast(io.BufferedReader, io.BufferedReader(Limited(stream, name, limit)))


def decompressed(stream: io.BufferedReader) -> BinaryIO | None:
    """The unpacked stream, or None when the bytes are not compressed."""
    head = stream.peek(8)
    if head.startswith(b"\x1f\x8b"):
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if head.startswith(b"BZh"):
        return cast(BinaryIO, bz2.BZ2File(stream))
    if head.startswith(b"\xfd7zXZ\x00"):
        return cast(BinaryIO, lzma.LZMAFile(stream))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return _zstandard(stream)
    return None


def _zstandard(stream: io.BufferedReader) -> BinaryIO:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtra("zst files need an extra: pip install 'news-event-extractor[zstd]'") from error
    return cast(BinaryIO, zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True))
