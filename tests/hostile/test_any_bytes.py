"""Any bytes under any name: articles or problems, and no exception."""

import pytest
from containers import read_bytes
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import SAMPLES

from extractor.read.tags import has_too_many_attributes

NAMES = st.sampled_from(
    [*SAMPLES, "a.pdf", "a.docx", "a.rtf", "a.epub", "a.xml", "a.rss", "a.mhtml", "a.zst", "a.xz", "a"]
)


@st.composite
def spoilt_samples(draw: st.DrawFn) -> bytes:
    """A sample of one format with a piece of another, or of anything, in it."""
    data = SAMPLES[draw(st.sampled_from(sorted(SAMPLES)))]
    other = draw(
        st.one_of(st.binary(max_size=60), st.sampled_from(sorted(SAMPLES)).map(lambda name: SAMPLES[name][:200]))
    )
    at = draw(st.integers(0, len(data)))
    return data[:at] + other + data[at + draw(st.integers(0, 60)) :]


DATA = st.one_of(
    st.binary(max_size=500), st.text(max_size=200).map(lambda text: text.encode("utf-16")), spoilt_samples()
)


def check(name: str, data: bytes) -> None:
    for reading in read_bytes(name, data):
        assert (reading.article is None) != (reading.problem is None)
        assert reading.problem is None or reading.problem.strip()
        assert reading.article is None or reading.article.text.strip()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(NAMES, DATA)
def test_any_bytes(name: str, data: bytes) -> None:
    check(name, data)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(NAMES, DATA)
def test_any_bytes_at_length(name: str, data: bytes) -> None:
    check(name, data)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(
    st.lists(st.sampled_from(["<", ">", "a", "/", "=", '"', "'", " ", "\n", "!--", "-->", "script", "</"]), max_size=60)
)
def test_any_tags(pieces: list[str]) -> None:
    assert not has_too_many_attributes("".join(pieces))
