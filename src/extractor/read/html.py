"""Web pages: the article's text and its metadata, found by trafilatura (which reads schema.org data too)."""

import re
from collections.abc import Iterator
from typing import Any

from extractor.errors import InputError, MissingExtra
from extractor.lexicon.tables import word_lists
from extractor.read.encoding import declared_in_html, decode
from extractor.read.origin import address_in_page
from extractor.read.page_date import stamps_of
from extractor.read.reading import Reading, ReadOptions, Unparsed, later, reading
from extractor.read.source import Source
from extractor.read.tags import why_too_large

MIN_ENGLISH_SHARE = 0.06  # of a text's words are English function words; see annotate/parse/language_id.py
_GONE_WORDS = 120  # of a page that stands for one that is gone
_PARTS = re.compile(r"\s[|–—:-]\s|[.!:]\s|[.!]$")  # between the heading of a page and the name of its site
_SAMPLE_CHARS = 20_000


def read_html(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """One page, one article."""
    yield later(source.name, "html:parse_page", source.all(options.max_article_bytes), options)


def parse_page(page: Unparsed) -> Reading:
    """A page -> Reading, with what a feed says of it where the page does not. Raises InputError, MissingExtra."""
    fields = page_fields(page.body, page.url, page.options)
    found = {name: value for name, value in fields.items() if value}
    stamps = [*page.known.get("published", ()), *fields.get("published", ())]
    return reading(page.where, {**page.known, **found, "published": stamps}, page.options, captured=page.captured)


def page_fields(data: bytes, url: str | None, options: ReadOptions) -> dict[str, Any]:
    """A page and the address it was fetched from -> fields for `reading`. Raises InputError, MissingExtra."""
    text = _decode(data, options)
    if (problem := why_too_large(text)) is not None:
        raise InputError(problem)
    tree = _parse(text)
    stamps = list(stamps_of(tree)) if tree is not None else []
    found = _extract(tree, url) if tree is not None else None
    if found is None or not found.get("text"):
        raise InputError("the page holds no article text")
    if _is_gone(found.get("title") or "", found["text"]):
        raise InputError("no article: the page says that it was not found")
    return {
        "text": found["text"],
        "title": found.get("title"),
        "published": stamps,
        "url": found.get("url") or url or address_in_page(data),
        "source": found.get("sitename") or found.get("hostname"),
        "author": found.get("author"),
        "language": found.get("language") or _language(tree.get("lang"), found["text"]),
    }


def _is_gone(title: str, text: str) -> bool:
    """Whether a page with little text is headed by nothing but words like "404" or "Page not found"."""
    if len(text.split()) > _GONE_WORDS:
        return False
    first = text.partition("\n")[0]
    heads = (re.sub(r"[^\w]+", " ", part.lower()).strip() for part in (*_PARTS.split(title), *_PARTS.split(first)))
    return not word_lists("layout/words.txt")["gone"].isdisjoint(heads)


def _language(named: str | None, text: str) -> str | None:
    """The language that a page names. English may be that of a site's template, so the text has to agree.

    None for a German text in a page that says "en", "de" for one that says "de".
    """
    if named is None or not named.lower().startswith("en"):
        return named or None
    words = re.findall(r"[a-z]+", text[:_SAMPLE_CHARS])
    known = sum(word in word_lists("parse/words.txt")["function words"] for word in words)
    if known >= MIN_ENGLISH_SHARE * len(words):
        return named
    return None


def _decode(data: bytes, options: ReadOptions) -> str:
    """A page as text: in the encoding given, the one it names, or, where that is wrong, a guessed one."""
    try:
        return decode(data, options.encoding or declared_in_html(data))
    except InputError:
        if options.encoding:
            raise
        return decode(data)  # the page names a wrong encoding


def _parse(page: str) -> Any:
    """The tree of a page. Raises MissingExtra."""
    try:
        from trafilatura import load_html
    except ImportError as error:
        raise MissingExtra("HTML needs an extra: pip install 'news-event-extractor[html]'") from error
    return load_html(page)


def _extract(tree: Any, url: str | None) -> dict[str, Any] | None:
    """What trafilatura finds of the article; None when it finds none."""
    from trafilatura import bare_extraction

    # The date that trafilatura guesses is not used, so it should not search long for it.
    quick = {"extensive_search": False, "original_date": True}
    found = bare_extraction(tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=quick)
    if found is None or isinstance(found, dict):
        return found
    return found.as_dict()


_BLOCKS = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section"))


def plain_text(fragment: str) -> str:
    """The text of a piece of HTML, as feeds hold it; block elements part paragraphs. Raises MissingExtra.

    "Rain fell." and "Rivers rose." with an empty line between them for `<p>Rain fell.</p><p>Rivers <b>rose</b>.</p>`.
    """
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    tree = _parse(f"<html><body>{fragment}</body></html>")
    if tree is None:
        return ""
    for element in tree.iter("script", "style"):
        element.text = None
    for element in tree.iter(*_BLOCKS):
        element.text = f"\n\n{element.text or ''}"
        element.tail = f"\n\n{element.tail or ''}"
    paragraphs = (" ".join(part.split()) for part in _text_of(tree).split("\n\n"))
    return "\n\n".join(filter(None, paragraphs))


def _text_of(tree: Any) -> str:
    from lxml import etree

    return str(etree.tostring(tree, method="text", encoding="unicode"))
