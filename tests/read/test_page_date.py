"""When a page was published: what counts, what does not, and which of several wins."""

from pathlib import Path

import pytest
from samples import warc

from extractor import Article
from extractor.read import read

BODY = (
    "Two people were killed when a shell hit a market in the town of Idlib on Monday, medics said. The shelling began "
    "before dawn and went on for two hours, residents told a reporter. It came nine years after the peace deal of "
    "November 14, 2015, which never held, and four days after talks broke off on 28 November 2024 in Geneva."
)

SHORT = (
    "<p>Rebels seized the market town of Idlib on Saturday, the army said, and two soldiers were killed.</p>"
    "<p>The government said that it would send more troops to the city, from which thousands have fled.</p>"
)


def page(head: str = "", top: str = "", *, before: str = "", after: str = "", article: str = "article") -> str:
    """A page with something in its head, above and below the headline, and behind the article."""
    story = f"<h1>Shell kills two people in Idlib</h1>{top}<p>{BODY}</p><p>{BODY.replace('Monday', 'Tuesday')}</p>"
    body = f"{before}<{article}>{story}</{article}>{after}"
    return f"<html><head><title>Shell</title>{head}</head><body>{body}</body></html>"


def article_of(html: str, tmp_path: Path) -> Article:
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    (one,) = read([tmp_path / "page.html"])
    assert one.article is not None, one.problem
    return one.article


LD = '<script type="application/ld+json">{}</script>'
COUNTS = {
    "meta": (page('<meta property="article:published_time" content="2024-12-02T08:00:00Z">'), "metadata"),
    "meta beside a weaker one": (
        page('<meta name="date" content="2025-01-07"><meta name="DC.date.issued" content="2024-12-02">'),
        "metadata",
    ),
    "weak meta": (page('<meta name="date" content="2024-12-02">'), "metadata"),
    "schema.org": (page(LD.format('{"@type": "NewsArticle", "datePublished": "2024-12-02"}')), "schema.org"),
    "schema.org, in a graph": (
        page(LD.format('{"@graph": [{"@type": "Organization"}, {"@type": "Article", "datePublished": "2024-12-02"}]}')),
        "schema.org",
    ),
    "schema.org, broken": (
        page(LD.format('{"@type": "NewsArticle", "datePublished": "2024-12-02", "x": }')),
        "schema.org",
    ),
    "schema.org before a modification": (
        page(LD.format('{"@type": "Article", "dateModified": "2024-12-05", "datePublished": "2024-12-02T10:00Z"}')),
        "schema.org",
    ),
    "microdata": (page(top='<span itemprop="datePublished" content="2024-12-02">Monday</span>'), "schema.org"),
    "time": (page(top='<time datetime="2024-12-02T08:00">2 Dec</time>'), "time element"),
    "time that is marked": (
        page(
            top='<time datetime="2024-12-09">9 Dec</time><time class="published" datetime="2024-12-02">2 Dec</time>',
            article="div",
        ),
        "time element",
    ),
    "address": (page('<link rel="canonical" href="https://news.example/2024/12/02/shell">'), "address"),
    "address with a month in letters": (
        page('<link rel="canonical" href="https://news.example/world/2024/dec/02/shell">'),
        "address",
    ),
    "stamp alone": (page(top="<p>December 2, 2024</p>"), "printed stamp"),
    "stamp behind a label": (page(top="<div>Published: 2 December 2024, 10:30 GMT</div>"), "printed stamp"),
    "stamp by a byline": (page(top="<div>By Ada Person <span>Idlib | 2024-12-02</span></div>"), "printed stamp"),
    "stamp with a modification": (
        page(top="<p>Posted on Dec. 2, 2024 | Updated on Dec. 5, 2024</p>"),
        "printed stamp",
    ),
    "stamp that says what was published": (
        page(top="<p>This article was first published on 2 December 2024 | 3 min read</p>"),
        "printed stamp",
    ),
    "time behind a label": (
        page(top='<p>Published <time datetime="2024-12-02">2 Dec</time> by Ada.</p>'),
        "time element",
    ),
    "time behind a modification": (
        page(
            top='<p>Updated <time datetime="2024-12-05">5 Dec</time>, '
            'published <time datetime="2024-12-02">2 Dec</time></p>'
        ),
        "time element",
    ),
    "stamp that allows one order": (page(top="<p>By Ada Person, 02.12.2024</p>"), "printed stamp"),
}


@pytest.mark.parametrize("name", COUNTS)
def test_what_is_written_as_day_of_publication_counts(name: str, tmp_path: Path) -> None:
    html, origin = COUNTS[name]
    article = article_of(html, tmp_path)
    assert (str(article.published)[:10], article.published_from) == ("2024-12-02", origin)


COUNTS_NOT = {
    "nothing": page(),
    "copyright": page(after="<footer>© 2019 News Example. Published 3 March 2019</footer>"),
    "copyright without a footer": page(after="<div>Copyright 1 January 2019 News Example</div>"),
    "modification in the metadata": page('<meta property="article:modified_time" content="2024-12-05">'),
    "modification in schema.org": page(LD.format('{"@type": "Article", "dateModified": "2024-12-05"}')),
    "modification that is printed": page(top="<p>Last updated: 5 December 2024</p>"),
    "modification over two lines": page(top="<div><b>Last updated</b> <span>5 December 2024</span></div>"),
    "modification in a time element": page(top='<time class="updated" datetime="2024-12-05">5 Dec</time>'),
    "today, above the page": page(before='<header><time datetime="2025-01-07">Tuesday</time> 7 January 2025</header>'),
    "other articles": page(
        after='<aside><time datetime="2024-12-09">9 Dec</time></aside><div class="related-news"><time '
        'class="published" datetime="2024-12-08">8 Dec</time></div>'
    ),
    "comments": page(after='<div id="comments"><span itemprop="datePublished">2024-12-03</span></div>'),
    "other articles in schema.org": page(
        LD.format('{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2024-12-09"}]}')
    ),
    "an event in schema.org": page(LD.format('{"@type": "Event", "startDate": "2024-12-09"}')),
    "broken schema.org of many": page(LD.format('[{"datePublished": "2024-12-09"}, {"datePublished": "2024-12-08"},]')),
    "an archive's address": page(
        '<link rel="canonical" href="https://archive.example/web/20250107101010/https://a.example/x">'
    ),
    "a month in the address": page('<link rel="canonical" href="https://news.example/2024/12/shell">'),
    "words in the address": page('<link rel="canonical" href="https://news.example/2024/marathon/3/">'),
    "modification before a time element": page(top='<p>Updated <time datetime="2024-12-05">5 Dec</time></p>'),
    "time in a sentence": page(top='<p>The town fell on <time datetime="2012-07-19">19 July 2012</time>.</p>'),
    "bold in a sentence": page(top="<p>The town fell on <b>19 July 2012</b>.</p>"),
    "what else was published": page(top="<p>The policy was published on 4 March 2014.</p>"),
    "a sentence that begins like a byline": page(top="<p>By 4 March 2014 the army had taken the town.</p>"),
    "a sentence below a byline": page(top="<p>By Ada Person</p><p>On 4 March 2014 the army had taken the town.</p>"),
    "a date behind short paragraphs": page(top=SHORT + "<h2>4 March 2014</h2>" + SHORT),
    "the body": page(top="<p>The talks of 28 November 2024 had failed.</p>"),
}


@pytest.mark.parametrize("name", COUNTS_NOT)
def test_other_days_are_no_day_of_publication(name: str, tmp_path: Path) -> None:
    article = article_of(COUNTS_NOT[name], tmp_path)
    assert (article.published, article.published_from) == (None, "none")


@pytest.mark.parametrize("given", ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "0", "2024"])
def test_what_programs_write_for_no_date_is_none(given: str, tmp_path: Path) -> None:
    article = article_of(page(f'<meta property="article:published_time" content="{given}">'), tmp_path)
    assert (article.published, article.published_from, article.meta["published"]) == (None, "unreadable", given)


def test_two_orders(tmp_path: Path) -> None:
    stamp = "<p>By Ada Person, 04/03/2024</p>"
    article = article_of(page(top=stamp), tmp_path)
    assert (article.published, article.published_from) == (None, "ambiguous")
    assert article.meta["published"] == "04/03/2024"
    british = article_of(page('<link rel="canonical" href="https://news.example.co.uk/x">', stamp), tmp_path)
    assert (str(british.published), british.published_from) == ("2024-03-04", "printed stamp")


def test_what_a_server_dates_when_it_is_asked_is_no_day_of_publication(tmp_path: Path) -> None:
    def from_warc(published: str) -> Article:
        html = page(f'<meta name="date" content="{published}">')
        data = warc(html).replace(b"WARC-Target", b"WARC-Date: 2024-12-05T10:00:00Z\r\nWARC-Target")
        (tmp_path / "a.warc").write_bytes(data)
        (one,) = read([tmp_path / "a.warc"])
        assert one.article is not None
        return one.article

    assert from_warc("2024-12-05T10:00:01Z").published is None
    assert str(from_warc("2024-12-05T09:58:00Z").published) == "2024-12-05 09:58:00+00:00"
    assert str(from_warc("2024-12-05").published) == "2024-12-05"
