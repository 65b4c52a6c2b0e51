"""The sizes of the pages of Parquet files as their library writes them, and of damaged ones."""

import io
from typing import Any

import pytest
from containers import problems, read_bytes
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.errors import InputError
from extractor.read.parquet_pages import largest_page

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
TEXT = "Rebels seized the port on Saturday, the army said. "


def table(**columns: list[Any]) -> io.BytesIO:
    held = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), held)
    return held


def size(held: io.BytesIO) -> int:
    return largest_page(held, parquet.read_metadata(held))


@pytest.mark.parametrize("version", ["1.0", "2.0"])
@pytest.mark.parametrize("compression", ["none", "snappy", "gzip"])
@pytest.mark.parametrize("is_dictionary", [True, False])
def test_the_largest_page_is_found(version: str, compression: str, is_dictionary: bool) -> None:
    held = io.BytesIO()
    texts = [TEXT * 20 + str(number) for number in range(3_000)]
    data = pyarrow.table({"text": texts, "number": list(range(3_000)), "tags": [["a", "b"]] * 3_000})
    options: dict[str, Any] = {"compression": compression, "use_dictionary": is_dictionary}
    parquet.write_table(data, held, data_page_version=version, data_page_size=100_000, row_group_size=2_000, **options)
    assert 100_000 <= size(held) <= 2_000_000


def test_rows_of_a_page_that_is_too_large_are_not_read() -> None:
    rows = {"text": [TEXT * 2_000] * 2 + [str(number) * 100_000 for number in range(60)]}
    held = io.BytesIO()
    parquet.write_table(pyarrow.table(rows), held, use_dictionary=False)
    (problem,) = problems(read_bytes("a.parquet", held.getvalue(), max_article_bytes=1_000_000))
    assert "a page of the table unpacks to" in problem
    assert len(read_bytes("a.parquet", held.getvalue())) == 62


def test_one_value_in_all_rows_is_not_multiplied() -> None:
    held = table(text=[TEXT * 20_000] * 12)
    assert size(held) > 1_000_000
    assert len(read_bytes("a.parquet", held.getvalue())) == 12


class Chunk:
    """A column of a row group whose pages begin at the first byte."""

    has_dictionary_page, data_page_offset, num_row_groups, num_columns = False, 0, 1, 1

    def __init__(self, size: int) -> None:
        self.total_compressed_size = size

    def row_group(self, _: int) -> "Chunk":
        return self

    column = row_group


@given(st.binary(min_size=1, max_size=60))
@example(b"\x18" + b"\xff" * 9 + b"\x01")  # a string of 2 ** 64 - 1 bytes
def test_any_bytes_give_a_size_or_an_input_error(data: bytes) -> None:
    try:
        assert largest_page(io.BytesIO(data), Chunk(len(data))) >= 0
    except InputError as error:
        assert "the table is damaged" in str(error)
