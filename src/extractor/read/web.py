"""An address as input: a page is an article, a feed is the articles that its entries hold or link to."""

import io
from collections.abc import Iterator
from typing import cast

from extractor.errors import InputError
from extractor.read.feed import entries
from extractor.read.fetch import Fetcher, Page
from extractor.read.reading import Reading, ReadOptions, later, reading
from extractor.read.sniff import format_of

MIN_WHOLE_WORDS = 150  # a feed's entry of fewer words is a teaser: the page behind its link is read
MOST_ENTRIES = 500


def read_address(given: str, options: ReadOptions, pause: float | None = None) -> Iterator[Reading]:
    """The articles at an address. What cannot be fetched is a Reading with a problem; raises MissingExtra."""
    from extractor.read.formats import read_stream

    with Fetcher(given, options.max_article_bytes, **({} if pause is None else {"pause": pause})) as fetcher:
        try:
            page = fetcher.page(given)
            form = format_of(given.partition("?")[0], page.body[:4096])
        except InputError as error:
            yield Reading(given, problem=str(error))
            return
        if form == "feed":
            yield from _read_feed(given, page, fetcher, options)
        elif form in ("html", "text"):
            yield later(given, "html:parse_page", page.body, options, url=page.url)
        else:
            yield from read_stream(given, cast(io.BufferedReader, io.BytesIO(page.body)), options)


def _read_feed(given: str, feed: Page, fetcher: Fetcher, options: ReadOptions) -> Iterator[Reading]:
    """The articles of a feed: the whole text that an entry holds, else the page that it links to."""
    for number, fields in enumerate(entries(feed.body), 1):
        where = f"{given}#{number}"
        link = fields.get("url")
        if number > MOST_ENTRIES:
            yield Reading(where, problem=f"the feed has more than {MOST_ENTRIES} entries")
            return
        if link is None or len(str(fields.get("text") or "").split()) >= MIN_WHOLE_WORDS:
            yield reading(where, fields, options)
            continue
        try:
            page = fetcher.page(str(link))
        except InputError as error:
            yield Reading(where, problem=str(error))
        else:
            yield later(where, "html:parse_page", page.body, options, url=page.url, known=fields)
