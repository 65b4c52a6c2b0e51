"""RSS and Atom feeds: each entry is an article, with the text that the feed holds."""

import io
from collections.abc import Iterator
from typing import Any

from extractor.errors import InputError, MissingExtra
from extractor.read.html import plain_text
from extractor.read.publication import Stamp
from extractor.read.reading import Reading, ReadOptions, reading
from extractor.read.source import Source


def read_feed(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The entries in the feed's order; nothing is fetched."""
    for number, fields in enumerate(entries(source.all(options.max_article_bytes)), 1):
        yield reading(f"{source.name}#{number}", fields, options)


def entries(data: bytes) -> Iterator[dict[str, Any]]:
    """The fields of each entry. Raises InputError when it is no feed, MissingExtra."""
    try:
        import feedparser  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtra("feeds need an extra: pip install 'news-event-extractor[feed]'") from error
    feed = feedparser.parse(io.BytesIO(data))  # a stream: bytes would be taken for the name of a file
    if not feed.version:
        raise InputError(f"the feed cannot be read: {feed.get('bozo_exception') or 'it is neither RSS nor Atom'}")
    for entry in feed.entries:
        yield _fields(entry, feed.feed.get("title"), feed.feed.get("language"))


def _fields(entry: Any, outlet: str | None, language: str | None) -> dict[str, Any]:
    """What a feed says of an article, as fields for `reading`."""
    parts = [plain_text(part.get("value") or "") for part in entry.get("content") or ()]
    whole = "\n\n".join(parts)
    fields = {
        "text": whole.strip() or plain_text(entry.get("summary") or ""),
        "title": plain_text(entry.get("title") or ""),
        "url": entry.get("link"),
        "id": entry.get("id"),
        "author": entry.get("author"),
        "source": outlet,
        "language": language,
    }
    stamps = [Stamp(entry["published"], "metadata")] if entry.get("published") else []
    return {name: value for name, value in fields.items() if value} | {"published": stamps}
