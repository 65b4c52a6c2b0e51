"""What the name of a file tells of an article whose text and metadata do not tell it: its headline and its address."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

MIN_TITLE_WORDS = 3  # "storm-hits-coast.html" is a headline, "article_12.txt" and "news.txt" are none
MAX_TITLE_CHARS = 200
_PACKED = frozenset((".gz", ".zst", ".bz2", ".xz"))
_ROW = re.compile(r"#\d+\Z")
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d[-_. ]?\d\d[-_. ]?\d\d(?!\d)")
_MARKS = re.compile(r"[-_+\s]+")
# A folder that mirrors a site, as wget makes it, is named by the host.
_ZONES = r"com|org|net|info|news|(?:com|co|org|gov|net|ac)\.\w\w"
_HOST = re.compile(rf"(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:{_ZONES}))")
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]{1,2000})", re.IGNORECASE)


def title_of_name(where: str) -> str | None:
    """The headline that a file is named by; None for a row of a table, and for a name of fewer than three words.

    >>> title_of_name("news.zip!world/2024-12-01_storm-hits-the-coast.html")
    'storm hits the coast'
    >>> title_of_name("news.csv#4"), title_of_name("article_12.txt")
    (None, None)
    """
    if _ROW.search(where):
        return None
    name = unquote(_last_path(where).name)
    words = _MARKS.split(_DAY.sub(" ", _without_endings(name)).strip("-_+ "))
    if sum(any(map(str.isalpha, word)) for word in words) < MIN_TITLE_WORDS:
        return None
    return " ".join(words)[:MAX_TITLE_CHARS]


def address_of_name(where: str) -> str | None:
    """The address that a file is named by: percent-encoded, or as its path in a mirrored site.

    >>> address_of_name("pages/https%3A%2F%2Fnews.example%2Fstorm.html")
    'https://news.example/storm.html'
    >>> address_of_name("mirror/www.news.example/world/storm.html"), address_of_name("mirror/storm.html")
    ('http://www.news.example/world/storm.html', None)
    """
    if _ROW.search(where):
        return None
    path = _last_path(where)
    decoded = unquote(path.name)
    if decoded != path.name and decoded.startswith(("http://", "https://")):
        return decoded
    folders = path.parts[:-1]
    host = next((at for at, part in enumerate(folders) if _HOST.fullmatch(part.lower())), None)
    if host is None:
        return None
    return f"http://{'/'.join(path.parts[host:])}"


def address_in_page(data: bytes) -> str | None:
    """The address that a browser notes at the head of a page that it saves.

    >>> address_in_page(b"<!-- saved from url=(0027)https://news.example/storm -->")
    'https://news.example/storm'
    """
    found = _SAVED_FROM.search(data[:4096])
    if found is None:
        return None
    return found[1].decode("ascii", "replace")


def _last_path(where: str) -> PurePosixPath:
    """The path of the innermost file: that of a member in its archive."""
    return PurePosixPath(where.rpartition("!")[2].replace("\\", "/"))


def _without_endings(name: str) -> str:
    """The name of a file without its ending, and without that of what was packed."""
    path = PurePosixPath(name)
    if path.suffix.lower() in _PACKED:
        return PurePosixPath(path.stem).stem
    return path.stem
