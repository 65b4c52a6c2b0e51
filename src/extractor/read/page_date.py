"""Where a web page says when it was published.

A page names many days: of its copyright, of a change, of today, of the events it tells and of other articles. htmldate,
which trafilatura asks, takes the likeliest of them all; here only what is written as the day of publication counts.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from extractor.lexicon.tables import data_rows
from extractor.read.publication import Stamp

MOST_LINES = 25  # between a headline and its byline stand a teaser, buttons and the names of the authors
BODY_CHARS = 240  # a paragraph that long is the article's first: teasers are shorter
MOST_LINE_CHARS = 120
# A paragraph that long and with a full stop may be a teaser; behind a second one the article has begun.
PROSE_CHARS = 80
MOST_SIBLINGS = 20  # before a <time> that are read for "Updated": a list of thousands would be read for each of them
MOST_WORDS = 3  # in lower case beside the date of a byline or label ("in", "min read"); a sentence has more
MOST_DEPTH = 4  # of objects in schema.org data
# Objects that are the page's article or hold it; others ("itemListElement", "comment", "mentions") are about others.
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")
_ARTICLE_TYPE = re.compile(r"article|posting|report|webpage|newspage|review", re.IGNORECASE)
_OTHERS = re.compile(
    r"related|recommend|sidebar|widget|teaser|promo|comment|footer|copyright|breadcrumb|menu|most-?read|trending|popular|"
    r"latest|more-|also-|modified|updated?\b",
    re.IGNORECASE,
)
_BROKEN_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_PUBLISHED_CLASS = re.compile(r"publish|posted|pub-?date|entry-date|post-date|byline|dateline", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated?|modified|changed|edited|corrected|reviewed|archived|expires|copyright)\b|©", re.I)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
    {_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?,?\ \d{{4}}
    |\d{{1,2}}(?:st|nd|rd|th)?\ {_MONTH},?\ \d{{4}}
    |\d{{4}}-\d\d-\d\d(?!\d)
    |\d{{1,2}}([/.])\d{{1,2}}\1\d{{4}}
    )(?![\w/-])""",
    re.IGNORECASE | re.VERBOSE,
)
# What may stand around the date on the line of a byline: labels, weekdays, a clock, marks. The rest are names.
_LABEL = re.compile(r"\b(?:published|posted|released|issued|date|filed)\b", re.IGNORECASE)
_BYLINE = re.compile(r"by\b", re.IGNORECASE)
_THIS_ARTICLE = re.compile(
    r"^(?:this )?(?:article|story|post|page|piece)(?: (?:was|is))?(?: (?:first|originally))?\b", re.I
)
_LOWER = re.compile(r"\b[a-z]+\b")
_FURNITURE = re.compile(
    r"\b(?:on|at|in|by|first|published|posted|date|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    r"am|pm|gmt|utc|bst|e[sd]?t|cet|ist|\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?)\b|[\W_]",
    re.IGNORECASE,
)


def stamps_of(tree: Any) -> Iterator[Stamp]:
    """The dates of publication that a page (an lxml tree) gives, the surest first."""
    headline = _headline(tree)
    yield from _stamps(_in_metadata(tree, "sure"), "metadata")
    yield from _stamps(_in_schema_org(tree), "schema.org")
    yield from _stamps(_in_microdata(tree), "schema.org")
    yield from _stamps(_in_time_elements(tree, headline), "time element")
    yield from _stamps(_in_metadata(tree, "weak"), "metadata")
    if headline is not None:
        yield from _stamps(_printed(headline), "printed stamp")


def _stamps(dates: Iterable[str], origin: str) -> Iterator[Stamp]:
    """Dates with where on the page they were found."""
    return (Stamp(date, origin) for date in dates)


def _in_metadata(tree: Any, kind: str) -> Iterator[str]:
    """The contents of the <meta> elements whose names stand surely ("sure") or often ("weak") for the day."""
    for meta in tree.iter("meta"):
        name = _first_of(meta, "property", "name", "itemprop")
        if _meta_names().get(name.lower()) == kind:
            yield _first_of(meta, "content")


def _first_of(element: Any, *attributes: str) -> str:
    """The first of some attributes that holds something; "" when none does."""
    return next(filter(None, map(element.get, attributes)), "")


@cache
def _meta_names() -> dict[str, str]:
    """The names of <meta> elements that give a day of publication, with how surely."""
    return {row["name"]: row["kind"] for row in data_rows("layout/publication_dates.tsv")}


def _in_schema_org(tree: Any) -> Iterator[str]:
    """The days of publication in the JSON-LD of a page."""
    for script in tree.iter("script"):
        kind = (script.get("type") or "").partition(";")[0].strip().lower()
        text = (script.text or "").strip() if kind == "application/ld+json" else ""
        if text:
            yield from _in_json(text)


def _in_json(text: str) -> Iterator[str]:
    """The days of publication in one piece of JSON-LD; of a broken one, as many are, the day that is its only one."""
    try:
        yield from _dates_of(json.loads(text, strict=False), 0)
    except (ValueError, RecursionError):
        found = set(_BROKEN_DATE.findall(text))
        yield from found if len(found) == 1 else ()


def _dates_of(given: Any, depth: int) -> Iterator[str]:
    """The days of publication of the article-like objects at the top of schema.org data.

    >>> list(_dates_of({"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-05"}]}, 0))
    ['2024-03-05']
    """
    if depth > MOST_DEPTH:
        return
    inner = given if isinstance(given, list) else []
    if isinstance(given, dict):
        day = given.get("datePublished")
        if isinstance(day, str) and _is_article(given):
            yield day
        inner = list(map(given.get, _HOLDERS))
    for item in inner:
        yield from _dates_of(item, depth + 1)


def _is_article(given: Mapping[str, Any]) -> bool:
    """Whether an object of schema.org data is an article or a page by its type."""
    return _ARTICLE_TYPE.search(str(given.get("@type") or "")) is not None


def _in_microdata(tree: Any) -> Iterator[str]:
    """The days of publication in elements with `itemprop`."""
    for element in tree.iter():
        name = _first_of(element, "itemprop").lower()
        if name == "datepublished" and not _is_of_others(element):
            yield _first_of(element, "content", "datetime") or _text(element)


def _headline(tree: Any) -> Any:
    """The <h1> of the article: the one in <article> or <main>, else the longest; a site's name is often another."""
    found = [h for h in tree.iter("h1") if _text(h)]
    inside = [h for h in found if next(h.iterancestors("article", "main"), None) is not None]
    return max(inside or found, key=lambda h: len(_text(h)), default=None)


def _in_time_elements(tree: Any, headline: Any) -> Iterator[str]:
    """<time> elements of the article itself, those that are marked as its publication first."""
    own = [time for time in tree.iter("time") if not _is_of_others(time)]
    times = [time for time in own if not _is_told_as_change(time)]
    marked = list(filter(_is_marked, times))
    for element in marked or _first_beside(times, headline):
        yield element.get("datetime") or _text(element)


def _first_beside(times: list[Any], headline: Any) -> list[Any]:
    """The first <time> in the <article> of the headline, in a list; none without such an article."""
    if headline is None:
        return []
    home = next(headline.iterancestors("article"), None)
    if home is None:
        return []
    text_of = cache(_text)  # thousands may stand in one element
    inside = (time for time in times if home in time.iterancestors())
    return list(islice((time for time in inside if not _is_in_prose(time, text_of)), 1))


def _is_told_as_change(element: Any) -> bool:
    """Whether "Updated" stands before a <time>, and no "Published" after that."""
    changes = _CHANGED.split(_text_before(element))
    return len(changes) > 1 and not _LABEL.search(changes[-1])


def _is_in_prose(element: Any, text_of: Callable[[Any], str]) -> bool:
    """Whether a <time> is part of a sentence: "The town fell on <time>19 July 2012</time>."."""
    parent = element.getparent()
    line = _text_before(element) if parent.tag == "p" else _piece_before(element)
    return _is_told(line, text_of(parent))


def _is_told(before: str, whole: str) -> bool:
    """Whether a date is told by a sentence, by what stands before it and by all of its paragraph."""
    if not whole.endswith((".", "!", "?")):
        return False
    if _is_sentence(before):
        return True
    if _LABEL.search(before):
        return False
    return _words_in(before) > 0


def _piece_before(element: Any) -> str:
    """The text between an element and the one before it."""
    sibling = element.getprevious()
    return (element.getparent().text if sibling is None else sibling.tail) or ""


def _text_before(element: Any) -> str:
    """What stands before an element in the one that holds it, up to MOST_SIBLINGS elements back."""
    siblings = list(islice(element.itersiblings(preceding=True), MOST_SIBLINGS))
    pieces = [element.getparent().text or ""] if len(siblings) < MOST_SIBLINGS else []
    for sibling in reversed(siblings):
        pieces += [*sibling.itertext(), sibling.tail or ""]
    return " ".join(pieces)


def _is_marked(element: Any) -> bool:
    """Whether a <time>, or what it stands in, is called the publication."""
    if element.get("pubdate") is not None:
        return True
    parents = islice(element.iterancestors(), 2)
    return any(_PUBLISHED_CLASS.search(part.get("class") or "") for part in (element, *parents))


def _is_of_others(element: Any) -> bool:
    """Whether an element stands in the page's furniture, or among the comments or teasers of other articles."""
    for part in (element, *element.iterancestors()):
        if part.tag in ("aside", "footer", "nav") or _is_called_other(part):
            return True
    return False


def _is_called_other(part: Any) -> bool:
    """Whether the class or the id of an element says that it holds something else than the article."""
    if part.tag in ("body", "html"):
        return False
    return _OTHERS.search(f"{part.get('class') or ''} {part.get('id') or ''}") is not None


def _printed(headline: Any) -> Iterator[str]:
    """Dates printed below the headline that stand alone on their line, by a byline, or behind "Published"."""
    lines = list(islice(_lines_below(headline), MOST_LINES))
    for index, line in enumerate(lines):
        found = _DATE.search(_CHANGED.split(line)[0])
        if found is not None and len(line) <= MOST_LINE_CHARS and _is_stamp(lines, index, found):
            yield found[0]


def _is_stamp(lines: list[str], index: int, found: re.Match[str]) -> bool:
    """Whether the date on a line is the day of publication by what stands around it.

    True of "By Ana Ruiz | 5 March 2024" and "Published 5 March 2024", not of "It was published on 5 March 2024".
    """
    around = _CHANGED.split(found.string)[0].replace(found[0], " ", 1)
    if _is_sentence(around):
        return False
    if _LABEL.search(around):
        return True
    if not _FURNITURE.sub("", around):  # the date is alone, but "Last updated" may stand on a line before it
        if index == 0:
            return True
        return not _CHANGED.search(lines[index - 1])
    return any(_BYLINE.match(line) for line in lines[max(0, index - 2) : index + 2])


def _is_sentence(around: str) -> bool:
    """Whether what stands around a date is more than labels and names: "The report was published on"."""
    rest = _THIS_ARTICLE.sub("", around.strip())
    label = _LABEL.search(rest)
    before, behind = (rest[: label.start()], rest[label.end() :]) if label else ("", rest)
    return _words_in(before) > 0 or _words_in(behind) > MOST_WORDS


def _words_in(text: str) -> int:
    """How many words in lower case there are, but for those that stand beside any date."""
    return len(_LOWER.findall(_FURNITURE.sub(" ", text)))


_NOT_SHOWN = ("script", "style", "noscript", "option")


def _lines_below(headline: Any) -> Iterator[str]:
    """The pieces of text behind a headline, up to the article's first paragraph."""
    prose: list[Any] = []  # paragraphs of the article, or its teaser
    text_of = cache(_text)  # a paragraph may have thousands of pieces
    for piece in headline.xpath("following::text()"):
        holder = piece.getparent().getparent() if piece.is_tail else piece.getparent()
        if holder is None or holder.tag in _NOT_SHOWN:
            continue
        paragraph = _paragraph(holder)
        is_paragraph = paragraph.tag == "p"
        whole = text_of(paragraph) if is_paragraph or len(piece) > BODY_CHARS else ""
        if is_paragraph and _is_prose(whole) and paragraph not in prose:
            prose.append(paragraph)
        if len(whole) > BODY_CHARS or len(prose) > 1:
            return
        line = " ".join(piece.split())
        if line and not _is_of_others(holder) and not _tells_date(whole):
            yield line


def _tells_date(paragraph: str) -> bool:
    """Whether a paragraph is a sentence with a date in it: "It fell on 4 May 2020."."""
    found = _DATE.search(paragraph)
    return found is not None and _is_told(paragraph[: found.start()], paragraph)


def _paragraph(holder: Any) -> Any:
    """The <p> that an element is in; the element itself when there is none."""
    if holder.tag == "p":
        return holder
    return next(holder.iterancestors("p"), holder)


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph holds a sentence."""
    return len(paragraph) > PROSE_CHARS and paragraph.rstrip("\"'”’").endswith((".", "!", "?"))


def _text(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
