"""Each format -> articles with title and date; what is broken is a reading with a problem."""

import gzip
import io
import json
import mailbox
from pathlib import Path
from typing import Any

import pytest
from samples import DATE, MAIL, MORE, PAGE, ROW, SAMPLES, TEXT, TITLE, line, tarred, warc, zipped

from extractor import Article, InputError
from extractor.read import Reading, ReadOptions, read


def read_all(path: Path, **options: Any) -> list[Reading]:
    return list(read([path], ReadOptions(**options)))


def only(path: Path, **options: Any) -> Article:
    (one,) = read_all(path, **options)
    assert one.article is not None, one.problem
    return one.article


@pytest.mark.parametrize("name", SAMPLES)
def test_each_format_gives_text_title_and_date(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(SAMPLES[name])
    article = only(path)
    assert TEXT in article.text
    assert article.title == TITLE
    assert str(article.published).startswith(DATE)
    assert article.published_from in ("metadata", "schema.org", "header")
    assert article.id


def test_zstandard(tmp_path: Path) -> None:
    import zstandard

    path = tmp_path / "lines.jsonl.zst"
    path.write_bytes(zstandard.compress(line(**ROW)))
    assert only(path).title == TITLE


def test_pdf_without_text_is_a_problem(tmp_path: Path) -> None:
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "scan.pdf")
    (one,) = read_all(tmp_path / "scan.pdf")
    assert "OCR" in str(one.problem)


def test_web_page_keeps_address_and_author(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    article = only(tmp_path / "page.html")
    assert (article.url, article.author) == ("https://news.example/shell", "Ada Person")
    assert "Sport" not in article.text


def test_warc_keeps_the_address(tmp_path: Path) -> None:
    (tmp_path / "crawl.warc").write_bytes(warc())
    (one,) = read_all(tmp_path / "crawl.warc")
    assert one.where.endswith("crawl.warc!https://news.example/shell")


def test_folder_is_read_in_order_without_hidden_files_and_sidecars(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt.json").write_text(json.dumps({"title": TITLE, "date": DATE}), encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.txt").write_text(MORE, encoding="utf-8")
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    articles = [reading.article for reading in read([tmp_path])]
    assert [article.title for article in articles if article] == [None, TITLE]
    assert [reading.where for reading in read([str(tmp_path / "*.txt")])] == [str(tmp_path / "b.txt")]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line(**ROW) * 2)))
    assert [reading.where for reading in read(["-"])] == ["-#1", "-#2"]


def test_fields_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_bytes(line(nr=7, inhalt=TEXT, kopf=TITLE, tag=DATE, adresse="https://a.example"))
    article = only(path, text_field="inhalt", title_field="kopf", date_field="tag", url_field="adresse", id_field="nr")
    assert (article.id, article.text, article.title) == ("7", TEXT, TITLE)
    (one,) = read_all(path, text_field="no_such")
    assert "there is no field 'no_such'; the fields are nr, inhalt" in str(one.problem)


def test_location_of_the_outlet_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "It rained.", "source_location": "Springfield, Missouri"}')
    article = next(iter(read([tmp_path]))).article
    assert article is not None
    assert article.source_location == "Springfield, Missouri"


def test_our_own_results_are_read_as_their_articles(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_bytes(line(schema_version="1.0", article={"id": "x", **ROW, "masked": []}, events=[]))
    assert only(path).id == "x"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Le café de Málaga a été fermé."),
        ("utf-16", "Le café de Málaga."),
        ("utf-8-sig", "Le café."),
        ("latin-1", "Fermé à Málaga\x85"),
    ],
)
def test_encoding_is_found_out(encoding: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert only(tmp_path / "a.txt").text.rstrip("…\x85") == text.rstrip("\x85")


def test_encoding_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Київ".encode("cp1251"))
    assert only(tmp_path / "a.txt", encoding="cp1251").text == "Київ"
    (one,) = read_all(tmp_path / "a.txt", encoding="utf-8")
    assert "--encoding" in str(one.problem)


def test_date_of_the_option_and_dates_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line(text=TEXT) + line(text=TEXT, date="soon"))
    assert [(r.article.published, r.article.published_from) for r in read_all(path) if r.article] == [
        (None, "none"),
        (None, "unreadable"),
    ]
    articles = [r.article for r in read_all(path, published=DATE)]
    assert [(str(a.published), a.published_from) for a in articles if a] == [(DATE, "option")] * 2


def test_a_file_of_two_names_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    assert [found.where for found in read(["a.txt", "./a.txt", "link.txt", tmp_path / "a.txt"])] == ["a.txt"]


def test_a_page_about_what_was_not_found_is_an_article(tmp_path: Path) -> None:
    head = "<title>Missing boy not found - Herald</title>"
    text = "Police in Lagos searched the lagoon on Monday for a boy of nine. The search goes on, an officer said."
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><head>{head}</head><body><article><h1>Boy not found</h1><p>{text}</p></article></body></html>"
    )
    assert text in only(path).text


BROKEN: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "there is no text"),
    "broken.json": (b'{"text": ', "not JSON"),
    "broken.jsonl": (b'{"text": \n', "not JSON"),
    "number.jsonl": (b"7\n", "not int"),
    "deep.jsonl": (b"[" * 50_000 + b"\n", "JSON"),
    "no text.jsonl": (line(title=TITLE), "there is no text"),
    "broken.zip": (b"PK\x03\x04 nothing", "zip"),
    "broken.gz": (b"\x1f\x8b\x08\x00 nothing", ""),
    "broken.pdf": (b"%PDF-1.4 nothing", ""),
    "broken.parquet": (b"PAR1 nothing", ""),
    "empty page.html": (b"<html><body></body></html>", "no article text"),
    "traversal.zip": (zipped({"../../etc/cron.txt": b"x"}), "out of the archive"),
    "traversal.tar": (tarred({"/etc/cron.txt": b"x"}), "out of the archive"),
    "empty.zip": (zipped({}), "the archive is empty"),
    "empty.tar": (tarred({}), "the archive is empty"),
    "gone.html": (
        b"<html><head><title>Page not found | The Herald</title></head><body><article><h1>Page not found</h1>"
        b"<p>Sorry, the page that you asked for is not here. It may have been moved, or it was removed long ago. "
        b"Please use the search, or go back to the first page.</p></article></body></html>",
        "the page says that it was not found",
    ),
    "bomb.jsonl.gz": (gzip.compress(b" " * 2_000_000), "max_"),
    "bomb.zip": (zipped({"big.txt": b"a" * 2_000_000}), "max_"),
    "long.txt": (b"a" * 150_000, "max_article_bytes"),
    "long.jsonl": (line(text="a" * 150_000), "max_article_bytes"),
    "entities.html": (
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body>&b;</body></html>',
        "no article text",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_a_problem_and_reading_goes_on(name: str, tmp_path: Path) -> None:
    data, words = BROKEN[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz good.txt").write_text(TEXT, encoding="utf-8")
    bad, good = list(read([tmp_path], ReadOptions(max_article_bytes=100_000, max_input_bytes=1_000_000)))
    assert bad.article is None
    assert words in str(bad.problem)
    assert good.article is not None


def test_a_bad_line_does_not_stop_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"{\n" + b"\n" + line(**ROW))
    first, second = read_all(path)
    assert (first.where, second.where) == (f"{path}#1", f"{path}#3")
    assert second.article is not None


LETTER = b"Subject: Rain\n\nIt rained in Rome.\n"


@pytest.mark.parametrize(
    ("folder", "count"),
    [
        (b"From a\n" + LETTER + b"\nFrom b\n" + LETTER, 2),
        (b"From a\n" + LETTER + b" \t\r\nFrom b\n" + LETTER, 2),
        (b"From a\n" + LETTER + b"From b\n" + LETTER, 1),  # no empty line before it
        (b"\nFrom a\n" + LETTER, 1),
        (b"From a\n" + LETTER + b"\nFrom b", 2),
        (b"From a\n" + LETTER + b"\n\n\nFrom b\n" + LETTER + b"\n", 2),
        (b"From a\n" + LETTER + b"x" * 3_000_000 + b"\n\nFrom b\n" + LETTER, 2),
        (b"From a\n" + LETTER + b"x" * (2**20 - 50) + b"\n\nFrom b\n" + LETTER, 2),
        (b"From a\n" + LETTER + b"y\n" * 2**20 + b"\nFrom b\n" + LETTER, 2),
        (b"From a\n" + LETTER + b"\nFrom b\n" * 3, 4),
    ],
)
def test_where_the_messages_of_a_folder_begin(folder: bytes, count: int, tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(folder)
    assert len(read_all(tmp_path / "a.mbox")) == count


def test_mbox_as_the_standard_library_writes_it(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "a.mbox")
    box.add(MAIL.encode())
    box.add(MAIL.replace("Shell kills two", "From now on").encode())
    box.close()
    assert [r.article.title for r in read_all(tmp_path / "a.mbox") if r.article] == [TITLE, "From now on in Idlib"]


def test_input_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    for given in (tmp_path / "none.txt", tmp_path / "*.none", tmp_path):
        with pytest.raises(InputError, match="there is no file"):
            list(read([given]))


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [
        ("trafilatura", "a.html", "html"),
        ("trafilatura", "a.warc", "html"),
        ("pypdf", "a.pdf", "pdf"),
        ("pyarrow.parquet", "a.parquet", "parquet"),
        ("zstandard", "a.zst", "zstd"),
    ],
)
def test_missing_extra_names_the_command(
    module: str, name: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    from extractor import MissingExtra

    heads = {"a.html": PAGE.encode(), "a.warc": warc(), "a.pdf": b"%PDF-", "a.parquet": b"PAR1"}
    (tmp_path / name).write_bytes(heads.get(name, b"\x28\xb5\x2f\xfd"))
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'news-event-extractor\[{extra}\]'"):
        list(read([tmp_path / name]))
