"""Small files that would unpack into a lot of memory: each is refused, with the reason, or read in little."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import tracemalloc
from collections.abc import Callable

import pytest
from containers import COUNT, lines, problems, read_bytes, whole
from samples import line, zipped

from extractor.read import archive, compression


def tar_with_header(kind: bytes, size: int) -> bytes:
    """A tar archive with a header about the next member, of so many bytes."""
    info = tarfile.TarInfo("x")
    info.type, info.size = kind, size
    return gzip.compress(info.tobuf(tarfile.USTAR_FORMAT) + bytes(size) + bytes(1024))


def tar_with_holes() -> bytes:
    info = tarfile.TarInfo("a.txt")
    info.type = tarfile.GNUTYPE_SPARSE
    return info.tobuf(tarfile.GNU_FORMAT) + bytes(1024)


def tar_with_map_of_holes() -> bytes:
    """The newer form of it, in which attributes tell that the member begins with a map."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.PAX_FORMAT) as made:
        info = tarfile.TarInfo("a.txt")
        info.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a.txt"}
        info.size = 512
        made.addfile(info, io.BytesIO(b"2\n" * 256))
    return held.getvalue()


def zip_with_list(size: int) -> bytes:
    """What the end of a zip file with such a list of members is like."""
    return b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 9, 9, size, 0, 0)


def larger_zip_with_list(size: int, at_end: int = 0xFFFF_FFFF) -> bytes:
    """The same where the size stands in the record of a larger archive, whatever the end says."""
    more = b"PK\x03\x04PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 9, 9, size, 0)
    return more + b"PK\x06\x07" + struct.pack("<IQI", 0, 0, 1) + zip_with_list(at_end)


KINDS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a list of empty objects": ("a.json", lambda: b"[" + b"{}," * 2_000_000 + b"{}]", "more than 3000000 values"),
    "a line of empty objects": ("a.jsonl", lambda: b"[" + b"{}," * 2_000_000 + b"{}]", "more than 3000000 values"),
    "a mail of a million lines": ("a.eml", lambda: b"Subject: x\n\n" + b"a\n" * 1_100_000, "1000000 lines"),
    "a page of a million tags": ("a.html", lambda: b"<p>" * 1_100_000, "1000000 tags"),
    "a page of a million attributes": ("a.html", lambda: (b"<p" + b" a" * 4000 + b">") * 300, "1000000 attributes"),
    "tar, attributes": ("a.tar.gz", lambda: tar_with_header(tarfile.XHDTYPE, 2 << 20), "larger than 1048576 bytes"),
    "tar, a long name": ("a.tar.gz", lambda: tar_with_header(tarfile.GNUTYPE_LONGNAME, 2 << 20), "1048576 bytes"),
    "tar, holes": ("a.tar", tar_with_holes, "sparse"),
    "tar, a map of holes": ("a.tar", tar_with_map_of_holes, "sparse"),
    "zip, a long list": ("a.zip.gz", lambda: gzip.compress(zip_with_list(1 << 30)), "list of the archive's members"),
    "zip, a longer list": ("a.zip.gz", lambda: gzip.compress(larger_zip_with_list(1 << 40)), "archive's members"),
    "zip, two sizes of a list": (
        "a.zip.gz",
        lambda: gzip.compress(larger_zip_with_list(1 << 40, 5)),
        "archive's members",
    ),
    "a text of six million characters": ("a.jsonl", lambda: line(text="It rained. " * 600_000), "max_chars is 5000000"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_refused(kind: str) -> None:
    name, made, words = KINDS[kind]
    readings = read_bytes(name, made())
    assert [reading.article for reading in readings] == [None]
    assert words in problems(readings)[0]


def test_ordinary_archives_have_ordinary_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    long_name = "a" * 200 + ".txt"  # takes a header of its own
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT) as made:
        info = tarfile.TarInfo(long_name)
        info.size = 10
        made.addfile(info, io.BytesIO(b"It rained."))
    assert problems(read_bytes("a.tar", held.getvalue())) == []
    monkeypatch.setattr(archive, "MOST_DIRECTORY_BYTES", 10)
    assert "list of the archive's members" in problems(read_bytes("a.zip", zipped({"a.txt": b"It rained."})))[0]


def test_what_xz_looks_back_to_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "MOST_WINDOW_BYTES", 1 << 20)
    assert "Memory usage limit" in problems(read_bytes("a.jsonl.xz", lzma.compress(lines())))[0]


@pytest.mark.parametrize(("ending", "pack"), [("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_damaged_stream_behind_a_whole_one_is_told(ending: str, pack: Callable[[bytes], bytes]) -> None:
    first, second = lines()[:400], lines()[400:]
    streams = [pack(first), pack(second)]
    name = f"a.jsonl.{ending}"
    readings = read_bytes(name, b"".join(streams))
    assert (whole(readings), problems(readings)) == (set(range(COUNT)), [])
    padded = streams[0] + bytes(4) + streams[1] + bytes(8) if ending == "xz" else b"".join(streams)
    assert problems(read_bytes(name, padded)) == []
    for spoilt in (streams[0] + b"?" + streams[1][1:], streams[0] + streams[1][:-20], streams[0] + b"more"):
        assert problems(read_bytes(name, spoilt)), ending


def test_no_more_is_unpacked_than_is_asked_for() -> None:
    """Fifty bytes of bzip2 stand for 45 MB."""
    stream = compression.decompressed(io.BufferedReader(io.BytesIO(bz2.compress(bytes(45_000_000)))))
    assert stream is not None
    tracemalloc.start()
    assert stream.read(10) == bytes(10)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
