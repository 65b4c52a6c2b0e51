"""One article in every format that is read."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from typing import Any

TEXT = "Two people were killed when a shell hit a market in the town of Idlib on Monday, medics said."
MORE = " The shelling began before dawn and went on for two hours, residents told a reporter on Tuesday."
TITLE, DATE = "Shell kills two in Idlib", "2024-12-02"
PAGE = f"""<html lang="en"><head><title>{TITLE}</title><meta property="og:title" content="{TITLE}">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{TITLE}",
"datePublished": "{DATE}T08:00:00Z", "author": {{"@type": "Person", "name": "Ada Person"}}}}</script>
<link rel="canonical" href="https://news.example/shell"></head>
<body><nav>Home Sport Video</nav><article><h1>{TITLE}</h1><p>{TEXT}</p><p>{MORE}</p></article></body></html>"""
HEADED = f"Title: {TITLE}\nDate: {DATE}\n\n{TEXT}"
MAIL = f"From: A. Person <a@news.example>\nSubject: {TITLE}\nDate: Mon, 02 Dec 2024 08:00:00 +0000\n\n{TEXT}\n"
ROW = {"text": TEXT, "title": TITLE, "published": DATE}


def warc(page: str = PAGE) -> bytes:
    def record(body: bytes, kind: str, extra: str = "") -> bytes:
        head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {len(body)}\r\n{extra}\r\n"
        return head.encode() + body + b"\r\n\r\n"

    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    target = "WARC-Target-URI: https://news.example/shell\r\nContent-Type: application/http; msgtype=response\r\n"
    return record(b"software: x", "warcinfo") + record(http, "response", target)


def parquet(row: dict[str, str] = ROW) -> bytes:
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table({key: [value] for key, value in row.items()}), out)
    return out.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: Any = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members.items():
            about = tarfile.TarInfo(name)
            about.size = len(data)
            archive.addfile(about, io.BytesIO(data))
    return out.getvalue()


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


NINJS = line(uri="urn:1", headline=TITLE, body_text=TEXT, versioncreated=f"{DATE}T08:00:00Z")
PLEASE = line(maintext=TEXT, title=TITLE, date_publish=f"{DATE} 08:00:00", source_domain="news.example", authors=["A"])
SCHEMA = line(**{"@type": "NewsArticle"}, headline=TITLE, articleBody=TEXT, datePublished=DATE, author={"name": "A"})
SAMPLES: dict[str, bytes] = {
    "headed.txt": HEADED.encode(),
    "windows.txt": HEADED.replace("\n", "\r\n").encode(),
    "ours.jsonl": line(**ROW),
    "please.jsonl": PLEASE,
    "ninjs.json": NINJS,
    "schema.json": SCHEMA,
    "listed.json": json.dumps({"articles": [ROW]}).encode(),
    "epoch.json": line(text=TEXT, title=TITLE, date=1733126400),
    "no ending": line(**ROW),
    "table.csv": f'text,title,published\n"{TEXT}",{TITLE},{DATE}\n'.encode(),
    "table.tsv": f"text\ttitle\tpublished\n{TEXT}\t{TITLE}\t{DATE}\n".encode(),
    "semicolons.csv": f'text;title;published\n"{TEXT}";{TITLE};{DATE}\n'.encode("utf-8-sig"),
    "page.html": PAGE.encode(),
    "page without ending": PAGE.encode(),
    "crawl.warc": warc(),
    "crawl.warc.gz": gzip.compress(warc()),
    "crawls.zip": zipped({"crawl.warc.gz": gzip.compress(warc())}),
    "table.parquet": parquet(),
    "mail.eml": MAIL.encode(),
    "mails.mbox": f"From a@news.example Mon Dec 2 08:00:00 2024\n{MAIL}\n".encode(),
    "lines.jsonl.gz": gzip.compress(line(**ROW)),
    "lines.jsonl.bz2": bz2.compress(line(**ROW)),
    "lines.jsonl.xz": lzma.compress(line(**ROW)),
    "all.zip": zipped({"a/headed.txt": HEADED.encode(), "__MACOSX/.hidden": b"x"}),
    "all.tar": tarred({"a/headed.txt": HEADED.encode()}),
    "all.tgz": tarred({"a/headed.txt": HEADED.encode()}, "w:gz"),
    "nested.zip": zipped({"inner.tar.gz": tarred({"ours.jsonl": line(**ROW)}, "w:gz")}),
}
