"""Containers that were cut or damaged: what is lost is told, and what is not concerned is read."""

import random

import pytest
from containers import CLOSED, COUNT, OPEN, lines, messages, problems, read_bytes, records, rows, whole
from hypothesis import given, settings
from hypothesis import strategies as st

ALL = CLOSED | OPEN
MADE = {name: make() for name, make in ALL.items()}


@pytest.mark.parametrize("name", MADE)
def test_whole_containers_give_all(name: str) -> None:
    readings = read_bytes(name, MADE[name])
    assert (whole(readings), problems(readings)) == (set(range(COUNT)), [])


def check_cut(name: str, share: float) -> None:
    data = MADE[name]
    cut = data[: max(1, min(len(data) - 1, int(share * len(data))))]
    readings = read_bytes(name, cut)
    lost = COUNT - len(whole(readings))
    if name in CLOSED and not (name.endswith("zst") or name == "all.tar"):
        assert problems(readings), f"{name}: {len(cut)} of {len(data)} bytes are taken for all"
    assert not lost or problems(readings) or _between_records(name, cut)


def _between_records(name: str, cut: bytes) -> bool:
    """Whether a cut fell where a record ends, so that what is left is a whole container."""
    if name == "records.warc.gz":
        return cut in _joined(list(map(_packed, records())))
    if name == "frames.jsonl.zst":
        from containers import zstandard

        return cut in _joined([zstandard(line) for line in lines().splitlines(keepends=True)])
    if name == "crawl.warc":
        return cut.rstrip(b"\r\n") in [one.rstrip(b"\r\n") for one in _joined(records())]
    found = cut.splitlines()
    return name == "lines.jsonl" and found == lines().splitlines()[: len(found)]


def _packed(data: bytes) -> bytes:
    import gzip

    return gzip.compress(data)


def _joined(pieces: list[bytes]) -> list[bytes]:
    return [b"".join(pieces[:count]) for count in range(len(pieces) + 1)]


@pytest.mark.parametrize("name", MADE)
def test_a_cut_is_told(name: str) -> None:
    for step in range(20):  # 0 leaves one byte
        check_cut(name, step / 20)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(st.sampled_from(sorted(MADE)), st.floats(0, 1))
def test_a_cut_anywhere_is_told(name: str, share: float) -> None:
    check_cut(name, share)


def check_flip(name: str, place: float, bit: int) -> None:
    """A flipped bit: where the format has checksums, what is lost is told."""
    data = bytearray(MADE[name])
    data[min(len(data) - 1, int(place * len(data)))] ^= 1 << bit
    readings = read_bytes(name, bytes(data))
    checked = name.endswith((".gz", ".tgz", ".bz2", ".xz", ".zip"))
    assert not checked or problems(readings) or len(whole(readings)) == COUNT
    assert all((reading.article is None) != (reading.problem is None) for reading in readings)


@pytest.mark.parametrize("name", MADE)
def test_a_flipped_bit_is_told(name: str) -> None:
    places = random.Random(7)
    for _ in range(20):
        check_flip(name, places.random(), places.randrange(8))


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(st.sampled_from(sorted(MADE)), st.floats(0, 1), st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_told(name: str, place: float, bit: int) -> None:
    check_flip(name, place, bit)


def test_one_damaged_record_costs_itself() -> None:
    pieces = records()
    pieces[3] = pieces[3].replace(b"Content-Length: ", b"Content-Length: x", 1)
    assert len(whole(read_bytes("crawl.warc", b"".join(pieces)))) == COUNT - 1
    odd = messages().replace(
        b"Subject: Title\n", b"Subject: =?no-such?q?a?=\nContent-Type: text/plain; charset=none\n", 1
    )
    assert len(whole(read_bytes("mails.mbox", odd))) == COUNT
    assert len(whole(read_bytes("rows.csv", rows().replace(b"hurt", b"h\xffrt", 1)))) == COUNT - 1
    long = lines().replace(b"Title 3", b"T" * 2000)
    readings = read_bytes("lines.jsonl", long, max_article_bytes=1000)
    assert (len(whole(readings)), len(problems(readings))) == (COUNT - 1, 1)
