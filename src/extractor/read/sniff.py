"""What an input holds, told by its bytes and its name; what is no article is refused, with the reason."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import PurePosixPath

from extractor.errors import InputError
from extractor.lexicon.tables import data_rows
from extractor.read.lines import wide_encoding

_MAGIC = {
    b"PAR1": "parquet",
    b"%PDF": "pdf",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",  # an empty archive
    b"WARC/": "warc",
    b"{\\rtf": "rtf",
}
_ENDINGS = {
    **{"jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv", "tsv": "csv", "tab": "csv"},
    **{"html": "html", "htm": "html", "xhtml": "html", "eml": "eml", "mbox": "mbox", "tar": "tar", "tgz": "tar"},
    **{"txt": "text", "text": "text", "md": "text", "mht": "eml", "mhtml": "eml", "warc": "warc"},
    **{"rss": "feed", "atom": "feed"},
}
# Formats with a mark at their start: without it the file is cut or damaged, whatever its first bytes are like.
_BINARY_ENDINGS = frozenset(("zip", "pdf", "parquet", "docx", "odt", "epub"))
_OF_LINES = frozenset(("jsonl", "csv"))
_PACKED = {".gz", ".zst", ".bz2", ".xz"}
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_ROOT = re.compile(rb"\s*(?:<\?xml[^>]{0,300}\?>)?\s*(?:<!doctype[^>]{0,500}>\s*)?<([\w:.-]+)")
_FEED_ROOTS = frozenset((b"rss", b"feed", b"rdf:rdf", b"channel"))
_MAIL_HEADERS = re.compile(rb"^(?:subject|from|date|received|message-id|mime-version):", re.IGNORECASE | re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")
_CODE = re.compile(r"[{}()\[\];=<>_#*&|\\/@$+^`~\"]")
_ADDRESS = re.compile(r"\S*://\S*")

# Shares of the characters that are no spaces. Of 82 real news texts the one with the most code marks has 2 %, the one
# with the fewest letters 91 %; of 2,000 source files, 19 in 20 have more than 5 % code marks.
MAX_CONTROL_SHARE, MAX_CODE_SHARE, MIN_LETTER_SHARE = 0.01, 0.05, 0.5
MIN_PROSE_CHARS = 200  # a shorter text is not judged by its marks


def format_of(name: str, head: bytes) -> str:
    """A key of `formats.READERS` for a file by its first bytes, else by its name. Raises InputError for no article.

    >>> format_of("news.txt", b"%PDF-1.4"), format_of("news.csv", b"text,date")
    ('pdf', 'csv')
    """
    for magic, form in _MAGIC.items():
        if head.startswith(magic):
            return form
    if head[257:262] == b"ustar":
        return "tar"
    _refuse_signature(head)
    ending = ending_of(name)
    if head and ending in _BINARY_ENDINGS:
        raise InputError(f"no article: it is named .{ending} and does not begin like one")
    named = _ENDINGS.get(ending)
    if named == "tar":  # an old one has no mark
        return named
    if named in _OF_LINES:  # zeros at the end, which was never written, cost a line of their own
        head = head.rstrip(b"\0")
    if head.count(0) > MAX_CONTROL_SHARE * len(head) and wide_encoding(head) is None:
        raise InputError("no article: it is binary data of a kind that is not known")
    return named or _by_content(head) or _text_of_a_kind(name)


def ending_of(name: str) -> str:
    """The ending of a name in lower case, without the one that says how it is packed."""
    path = PurePosixPath(name.rpartition("!")[2].lower())
    if path.suffix in _PACKED:
        path = path.with_suffix("")
    return path.suffix.lstrip(".")


def _by_content(head: bytes) -> str | None:
    """The format of bytes whose name tells nothing; None for plain text. Raises InputError for XML of other kinds.

    >>> _by_content(b'{"text": "Rain."}'), _by_content(b'[{"text": "Rain."}]'), _by_content(b"Rain fell.")
    ('jsonl', 'json', None)
    """
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if root := _ROOT.match(_COMMENT.sub(b"", start).lower()):
        return _by_root(root[1], start)
    if start.startswith(b"From ") and b"\nsubject:" in start.lower():
        return "mbox"
    if len(_MAIL_HEADERS.findall(start)) >= 3 and re.match(rb"[\w-]+: ", start):
        return "eml"
    if start.startswith(b"{"):
        if start.partition(b"\n")[0].rstrip().endswith(b"}"):
            return "jsonl"
        return "json"
    if start.startswith((b"[{", b'["', b"[\n")):
        return "json"
    return None


def _by_root(root: bytes, start: bytes) -> str | None:
    """The format by the first element of a page or an XML file."""
    if root in _FEED_ROOTS:
        return "feed"
    if root in (b"html", b"head", b"body") or b"<!doctype html" in start[:500].lower():
        return "html"
    if start.startswith(b"<?xml"):
        raise InputError(f"no article: it is XML of another kind (<{root.decode('ascii', 'replace')}>)")
    return None


def _text_of_a_kind(name: str) -> str:
    """The format of a text whose ending is not known. Raises InputError for an ending of what is no article."""
    what = _refused()[1].get(ending_of(name))
    if what is not None:
        raise InputError(f"no article: it is {what}")
    return "text"


def _refuse_signature(head: bytes) -> None:
    """Raises InputError for bytes that begin like a kind of file that holds no article."""
    what = next((what for matches, what in _refused()[0] if matches(head)), None)
    if what is not None:
        raise InputError(f"no article: it is {what}")


@cache
def _refused() -> tuple[list[tuple[Callable[[bytes], bool], str]], dict[str, str]]:
    """Tests of the first bytes, each with what it finds, and the endings of text that is none to read."""
    signatures: list[tuple[Callable[[bytes], bool], str]] = []
    endings: dict[str, str] = {}
    for row in data_rows("layout/no_articles.tsv"):
        if row["kind"] == "ending":
            endings[row["sign"]] = row["what"]
        else:
            signatures.append((_signature(row["sign"]), row["what"]))
    return signatures, endings


def _signature(given: str) -> Callable[[bytes], bool]:
    """The test that "HEX" or "HEX+8=HEX" stands for."""
    first, _, more = given.partition("+")
    offset, _, second = more.partition("=")
    start, rest, at = bytes.fromhex(first), bytes.fromhex(second), int(offset or 0)
    return lambda head: head.startswith(start) and head[at : at + len(rest)] == rest


def why_no_prose(text: str, *, markup: bool = False) -> str | None:
    """Why a text cannot be an article's; None when it can. `markup`: Markdown, whose marks are not counted.

    >>> why_no_prose("Rebels seized Aleppo.")
    >>> why_no_prose("function add(left, right) { return left + right; }" * 10)
    'no article: it is code or markup, by its marks'
    """
    chars = len("".join(text.split())) or 1
    if len(_CONTROL.findall(text)) > MAX_CONTROL_SHARE * chars:
        return "no article: it is binary data"
    if chars < MIN_PROSE_CHARS:
        return None
    if sum(map(str.isalpha, text)) < MIN_LETTER_SHARE * chars:
        return "no article: less than half of it is letters"
    if not markup and len(_CODE.findall(_ADDRESS.sub("", text))) > MAX_CODE_SHARE * chars:
        return "no article: it is code or markup, by its marks"
    return None
