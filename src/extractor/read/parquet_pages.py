"""How large the pages of a Parquet file are, which its library does not tell: each is unpacked into memory whole.

A page begins with a header in Thrift's compact protocol, whose first three fields are the kind of the page, its size
unpacked and its size in the file: https://parquet.apache.org/docs/file-format/data-pages/
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from extractor.errors import InputError

_STOP, _BOOLEANS, _BYTE, _INTEGERS, _DOUBLE, _BINARY, _LISTS, _STRUCT = 0, (1, 2), 3, (4, 5, 6), 7, 8, (9, 10), 12
_MOST_DEPTH = 8
_MOST_BYTES = 1 << 31  # of a value in a header: its size is a signed number of four bytes


def largest_page(held: BinaryIO, about: Any) -> int:
    """Bytes of the largest page unpacked; `about` is the metadata of the file. Raises InputError when one is damaged.

    >>> largest_page(stream, pyarrow.parquet.read_metadata("news.parquet"))  # doctest: +SKIP
    1048600
    """
    return max((size for chunk in _chunks(about) for size in _page_sizes(held, chunk)), default=0)


def _chunks(about: Any) -> Iterator[Any]:
    """The pieces of all columns of a file."""
    for group in range(about.num_row_groups):
        for column in range(about.num_columns):
            yield about.row_group(group).column(column)


def _page_sizes(held: BinaryIO, chunk: Any) -> Iterator[int]:
    """The sizes of the pages of a column in a row group."""
    at = chunk.dictionary_page_offset if chunk.has_dictionary_page else chunk.data_page_offset
    end = at + chunk.total_compressed_size
    while at < end:
        held.seek(at)
        fields = _Header(held).fields()
        try:
            unpacked, packed = fields[2], fields[3]
        except KeyError:
            raise InputError("the table is damaged: a page does not tell its size") from None
        if packed < 0 or unpacked < 0:
            raise InputError("the table is damaged: a page has a size below zero")
        yield unpacked
        at = held.tell() + packed


class _Header:
    """A reader of the header that begins where a stream stands."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def fields(self, depth: int = 0) -> dict[int, int]:
        """The integers among the fields of a struct, by number; what else there is is passed over."""
        if depth > _MOST_DEPTH:
            raise InputError("the table is damaged: a page has no header")
        found: dict[int, int] = {}
        number = 0
        while (head := self._byte()) != _STOP:
            step, kind = head >> 4, head & 15
            number = number + step if step else self._integer()
            if kind in _INTEGERS:
                found[number] = self._integer()
            elif kind not in _BOOLEANS:
                self._pass_over(kind, depth)
        return found

    def _pass_over(self, kind: int, depth: int) -> None:
        """Pass over a value of a kind. Raises InputError for a kind that Thrift does not have."""
        if kind in (_BYTE, *_BOOLEANS):
            self._byte()
        elif kind in _INTEGERS:
            self._varint()
        elif kind == _DOUBLE:
            self._pass_over_bytes(8)
        elif kind == _BINARY:
            self._pass_over_bytes(self._varint())
        elif kind in _LISTS:
            self._pass_over_list(depth)
        elif kind == _STRUCT:
            self.fields(depth + 1)
        else:
            raise InputError("the table is damaged: a page has no header")

    def _pass_over_bytes(self, count: int) -> None:
        """Pass over bytes. Raises InputError for more than a header can have."""
        if count > _MOST_BYTES:
            raise InputError("the table is damaged: a page has no header")
        self._stream.seek(count, 1)

    def _pass_over_list(self, depth: int) -> None:
        """Pass over a list and what is in it."""
        head = self._byte()
        count = self._varint() if head >> 4 == 15 else head >> 4
        for _ in range(count):
            self._pass_over(head & 15, depth + 1)

    def _byte(self) -> int:
        """The next byte. Raises InputError at the end."""
        data = self._stream.read(1)
        if not data:
            raise InputError("the table is damaged: it ends within a page")
        return data[0]

    def _varint(self) -> int:
        """The next number, written seven bits a byte. Raises InputError when it does not end."""
        value = shift = 0
        while shift < 64:
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7
        raise InputError("the table is damaged: a page has no header")

    def _integer(self) -> int:
        """A signed number: 0, -1, 1, -2 are written as 0, 1, 2, 3."""
        value = self._varint()
        return -(value >> 1) - 1 if value & 1 else value >> 1
