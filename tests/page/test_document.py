"""The HTML file: self-contained, closed to what articles may hold, the same for the same results."""

import json
import re
import zlib
from base64 import b64decode, b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest

from extractor import Extraction
from extractor.page import render
from extractor.records import Article, Provenance

BAD = "</script></title><script>alert(1)</script><!-- {{SCRIPT}} \u2028 \ud800"
PROVENANCE = Provenance(extractor="0", spacy="0", model="m", gazetteer="g", ontology="o", settings="s")


class Parsed(HTMLParser):
    """The tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


def payload(page: str) -> dict[str, Any]:
    found = re.search(r'id="data">([^<]*)<', page)
    assert found
    return dict(json.loads(zlib.decompress(b64decode(found[1]))))


def empty(text: str = "Nothing happened.", **fields: Any) -> Extraction:
    return Extraction(article=Article(id="a", text=text, **fields), provenance=PROVENANCE)


def test_the_policy_allows_this_script_and_this_style_alone(four_cities: Extraction) -> None:
    page = render([four_cities])
    policy = re.search(r'Security-Policy" content="([^"]*)"', page)[1]  # type: ignore[index]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and "unsafe" not in policy and "http" not in policy
    script = page[page.rindex("<script>") + 8 : page.rindex("</script>")]
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    for name, content in (("script-src", script), ("style-src", style)):
        assert rules[name] == f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@pytest.mark.parametrize("field", ["text", "title", "url", "source", "author"])
def test_what_an_article_holds_adds_no_tag(field: str) -> None:
    plain = Parsed(render([empty()])).tags
    assert Parsed(render([empty(**{"text": BAD, "title": "A title", field: BAD})])).tags == plain


def test_a_title_is_escaped() -> None:
    assert "<title>&lt;b&gt; &amp; {{DATA}}</title>" in render([empty()], title="<b> & {{DATA}}")


def test_the_same_results_make_the_same_bytes(four_cities: Extraction) -> None:
    again = Extraction.model_validate_json(four_cities.model_dump_json())
    assert render([four_cities]) == render([again]) == four_cities.to_html()


def test_no_result_is_a_page_too() -> None:
    assert payload(render([]))["title"] == "0 articles"


def test_nothing_outside_is_named(four_cities: Extraction) -> None:
    page = render([four_cities])
    assert re.findall(r"https?://[^\s\"']+", page) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<(link|img|iframe|object|embed|base)\b|\ssrc=|\shref=", page)
