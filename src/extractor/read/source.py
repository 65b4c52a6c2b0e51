"""A named stream of bytes that can be looked at before it is read, and that stops at a limit."""

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from extractor.errors import InputError
from extractor.read.compression import decompressed

HEAD_BYTES = 4096
BLOCK_BYTES = 1 << 20
HELD_BYTES = 32 << 20  # a copy of a stream is kept in memory up to here, in an unnamed temporary file above


class Limited(io.RawIOBase):
    """A stream that raises InputError after `limit` bytes, so that a small file cannot unpack into a huge one."""

    def __init__(self, stream: io.BufferedReader, name: str, limit: int) -> None:
        self._stream, self._name, self._limit, self._left = stream, name, limit, limit

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill the buffer."""
        data = self._stream.read1(len(buffer))  # of a damaged stream, what comes before the damage
        self._left -= len(data)
        if self._left < 0:
            raise InputError(f"{self._name} holds more than {self._limit} bytes (max_input_bytes)")
        buffer[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class Source:
    """A file, a member of an archive, or standard input.

    `stream` holds the bytes unpacked. `path` is the file on disk with just these bytes, None for members, standard
    input and packed files.
    """

    name: str
    stream: io.BufferedReader
    path: Path | None = None

    def head(self) -> bytes:
        """The first bytes, which stay unread."""
        return self.stream.peek(HEAD_BYTES)[:HEAD_BYTES]

    def all(self, limit: int) -> bytes:
        """All bytes. Raises InputError when there are more than `limit`."""
        blocks: list[bytes] = []
        size = 0
        while block := self.stream.read(BLOCK_BYTES):
            blocks.append(block)
            size += len(block)
            if size > limit:
                raise InputError(f"{self.name} is larger than {limit} bytes (max_article_bytes)")
        return b"".join(blocks)

    @contextmanager
    def seekable(self, limit: int) -> Iterator[BinaryIO]:
        """The bytes as a file to seek in: the file itself, or else a temporary copy of at most `limit` bytes."""
        if self.path is not None:
            with self.path.open("rb") as stream:
                yield stream
            return
        with SpooledTemporaryFile(HELD_BYTES) as copy:
            shutil.copyfileobj(limited(self.stream, self.name, limit), copy, BLOCK_BYTES)
            copy.seek(0)
            yield cast(BinaryIO, copy)

    def check_end(self, limit: int) -> None:
        """Read what is left, at most `limit` bytes: packed streams tell only at their end that they are damaged."""
        left = limit
        while self.path is None and (block := self.stream.read(BLOCK_BYTES)):
            left -= len(block)
            if left < 0:
                raise InputError(f"more than {limit} bytes follow the end of {self.name}")


def make_source(name: str, stream: io.BufferedReader, limit: int, path: Path | None = None) -> Source:
    """A stream of at most `limit` bytes as a Source, decompressed when it is gzip, zstandard, bzip2 or xz."""
    plain = limited(stream, name, limit)
    unpacked = decompressed(plain)
    if unpacked is None:
        return Source(name, plain, path)
    return Source(name, limited(unpacked, name, limit))


def limited(stream: io.BufferedReader, name: str, limit: int) -> io.BufferedReader:
    """The stream, with an error after `limit` bytes."""
    return cast(io.BufferedReader, io.BufferedReader(Limited(stream, name, limit)))
