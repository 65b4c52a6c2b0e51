"""Kinds of broken input, one a line: what becomes of the articles in it and what is said."""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from containers import COUNT, lines, messages, problems, read_bytes, records, response, rows, zstandard
from samples import PAGE, TEXT, line, tarred, zipped


def docx() -> bytes:
    import docx as library

    document, out = library.Document(), io.BytesIO()
    document.add_paragraph(TEXT)
    document.save(out)
    return out.getvalue()


def parquet(**columns: Any) -> bytes:
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), out)
    return out.getvalue()


def days_out_of_range() -> bytes:
    import pyarrow

    days = pyarrow.array([0, 20_000, 2_000_000_000], pyarrow.int32()).cast(pyarrow.date32())
    return parquet(text=[TEXT] * 3, date=days)


def nanoseconds() -> bytes:
    import pyarrow

    return parquet(text=[TEXT], date=pyarrow.array([1_733_126_400_000_000_001], pyarrow.timestamp("ns")))


def method_unknown() -> bytes:
    """A zip of two members, the first packed by a method that nobody knows."""
    data = bytearray(zipped({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    struct.pack_into("<H", data, 8, 99)
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, 99)
    return bytes(data)


def a_member_hidden() -> bytes:
    """A zip of two members, the second of which lies in what the first one says is its comment."""
    data = bytearray(zipped({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    data[data.index(b"PK\x01\x02") + 32] = 51
    return bytes(data)


def encrypted() -> bytes:
    data = bytearray(zipped({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def stored(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


def tar_with_a_bad_header() -> bytes:
    data = bytearray(tarred({f"{n}.txt": TEXT.encode() for n in range(3)}))
    data[1024 + 150] ^= 1
    return bytes(data)


def spreadsheet() -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def mail_with(headers: str, body: bytes = TEXT.encode()) -> bytes:
    return f"From: a@news.example\nSubject: T\n{headers}\n\n".encode() + body + b"\n"


def one_bad_record() -> list[bytes]:
    pieces = records()
    pieces[4] = pieces[4].replace(b"Content-Length: ", b"Content-Length: x", 1)
    return pieces


TWO_PARTS = mail_with(
    'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"',
    b"--b\nContent-Type: text/plain\n\nView online.\n--b\nContent-Type: text/html\n\n" + PAGE.encode() + b"\n--b--",
)
NESTED = zipped({"in.zip": zipped({"in.zip": zipped({"in.zip": zipped({"in.zip": zipped({"a.txt": b"x"})})})})})
Case = tuple[str, Callable[[], bytes] | bytes, int, list[str]]

# What it is; the file's name; its bytes; how many articles are read; and the words of each problem.
KINDS: dict[str, Case] = {
    "a picture": ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(100), 0, ["a PNG picture"]),
    "a picture named as text": ("a.txt", b"\xff\xd8\xff\xe0" + bytes(100), 0, ["a JPEG picture"]),
    "an old office file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), 0, ["an old office file"]),
    "a spreadsheet": ("a.xlsx", spreadsheet, 0, ["a spreadsheet"]),
    "source code": ("a.py", b"import os\n", 0, ["Python source code"]),
    "source code without an ending": (
        "a",
        b"static int total(struct node *head) { return head->next; }\n" * 20,
        0,
        ["code or markup"],
    ),
    "a style sheet": ("a.css", b"a { color: red }\n", 0, ["a style sheet"]),
    "XML of another kind": ("a.xml", b'<?xml version="1.0"?><settings/>', 0, ["XML of another kind (<settings>)"]),
    "random bytes": ("a.txt", bytes(range(256)) * 8, 0, ["binary data"]),
    "numbers": ("a.txt", b"12 13.5 14\n" * 100, 0, ["less than half of it is letters"]),
    "a document": ("a.docx", docx, 1, []),
    "a document without its ending": ("a", docx, 1, []),
    "zstandard, cut": ("a.jsonl.zst", lambda: zstandard(lines())[:-20], 0, ["ended before its end mark"]),
    "gzip, cut": ("a.jsonl.gz", lambda: gzip.compress(lines())[:-9], COUNT, ["end-of-stream"]),
    "gzip, wrong sum": ("a.jsonl.gz", lambda: gzip.compress(lines())[:-8] + bytes(8), COUNT, ["CRC"]),
    "tar, cut at a header": ("a.tar", lambda: tarred({"a.txt": TEXT.encode()})[:1024], 1, ["without its end mark"]),
    "tar, a bad header": ("a.tar", tar_with_a_bad_header, 2, ["a damaged header"]),
    "zip, unknown method": ("a.zip", method_unknown, 1, ["compression method"]),
    "zip, encrypted member": ("a.zip", encrypted, 1, ["encrypted"]),
    "zip, one byte of it": ("a.zip", b"P", 0, ["is named .zip and does not begin like one"]),
    "zip, a member hidden": ("a.zip", a_member_hidden, 1, ["it lists 1 of its 2 members"]),
    "zip in zip": ("a.zip", lambda: zipped({"b.zip": stored("c.txt", TEXT.encode())}), 1, []),
    "zip in gzip": ("a.gz", lambda: gzip.compress(stored("c.txt", TEXT.encode())), 1, []),
    "zips too deep": ("a.zip", NESTED, 0, ["archives lie more than 3 deep"]),
    "WARC, cut": ("a.warc", lambda: b"".join(records())[:-30], COUNT - 1, ["the record is cut: 26 of its"]),
    "WARC, one bad record": ("a.warc", lambda: b"".join(one_bad_record()), 11, ["how long it is"]),
    "WARC, packed page": ("a.warc", lambda: response(TEXT[:40], 1, "gzip"), 1, []),
    "CSV, one bad byte": ("a.csv", lambda: rows().replace(b"hurt", b"h\xe4rt", 1), COUNT, []),
    "CSV, one huge cell": (
        "a.csv",
        lambda: b'text\n"' + b"a" * 1_100_000 + b'"\nIt rained in Rome.\n',
        1,
        ["longer than"],
    ),
    "CSV, UTF-16": ("a.csv", lambda: rows().decode().encode("utf-16"), COUNT, []),
    "CSV, line ends of old Macs": ("a.csv", lambda: rows().replace(b"\n", b"\r"), COUNT, []),
    "CSV, zero bytes": ("a.csv", lambda: rows().replace(b"Title 3", b"Ti\x00tle"), COUNT, []),
    "JSON Lines, one huge line": ("a.jsonl", lambda: line(text="a" * 1_100_000) + lines(), COUNT, ["longer than"]),
    "JSON Lines, UTF-16": ("a.jsonl", lambda: lines().decode().encode("utf-16"), COUNT, []),
    "JSON Lines, UTF-16 without a mark": ("a.jsonl", lambda: lines().decode().encode("utf-16-be"), COUNT, []),
    "JSON Lines, one bad line": ("a.jsonl", lambda: b"{\n" + lines(), COUNT, ["not JSON"]),
    "Parquet, a day out of range": ("a.parquet", days_out_of_range, 2, ["cannot be read"]),
    "Parquet, nanoseconds": ("a.parquet", nanoseconds, 1, []),
    "Parquet, binary text": ("a.parquet", lambda: parquet(text=[TEXT.encode()]), 1, []),
    "mail, unknown charset": ("a.eml", mail_with("Content-Type: text/plain; charset=none-such"), 1, []),
    "mail, odd headers": ("a.eml", mail_with("Date: Mon, 99 Foo\nMessage-ID: <<>>@[\nTo: =?x?q?=,;,@"), 1, []),
    "mail, text in the HTML part": ("a.eml", TWO_PARTS, 1, []),
    "mails, one too large": ("a.mbox", lambda: messages().replace(b"Title", b"T" * 1_100_000, 1), 11, ["larger than"]),
    "page, 100,000 attributes": ("a.html", b"<p " + b"a=1 " * 100_000 + b">x</p>", 0, ["attributes"]),
    "empty": ("a.txt", b"", 0, ["there is no text"]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str) -> None:
    name, made, articles, words = KINDS[kind]
    readings = read_bytes(name, made if isinstance(made, bytes) else made(), max_article_bytes=1_000_000)
    told = problems(readings)
    assert (sum(reading.article is not None for reading in readings), len(told)) == (articles, len(words)), told
    assert all(word in problem for word, problem in zip(words, told, strict=True)), told


def test_text_of_the_html_part_is_read() -> None:
    (one,) = read_bytes("a.eml", TWO_PARTS)
    assert one.article is not None
    assert TEXT in one.article.text


def test_a_page_packed_inside_an_archive_is_unpacked() -> None:
    (one,) = read_bytes("a.warc", response(TEXT[:40], 1, "gzip"))
    assert one.article is not None
    assert TEXT[:40] in one.article.text


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    from extractor.read import read

    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    scan = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    readings = list(read([tmp_path]))
    assert [reading.article is not None for reading in readings] == [True, False]
    assert problems(readings) == ["the folder cannot be read: Permission denied"]
