"""How many tags and attributes a page has, counted as the HTML Standard parts them, in linear time.

The parser compares each attribute of a tag with all before it: 100,000 of them take it 200 seconds. And it takes 120
bytes for each tag and each attribute: a page of 50 MB can be a tree of gigabytes.
"""

import re
from collections.abc import Iterator

MOST_ATTRIBUTES = 5_000  # of one tag; they take the parser 0.2 seconds
MOST_TAGS = 1_000_000  # of a page, and as many attributes; the HTML Standard on one page has some 600,000
_SMALL_CHARS = 2_000_000  # a page of so many cannot have more

# All quantifiers are possessive: what cannot match is not tried again another way.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_ONE = re.compile(_ATTRIBUTE)
_TAG_OR_COMMENT = re.compile(
    rf"<!--(?:-?>|[\s\S]*?(?:--!?>|\Z))|<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:{_ATTRIBUTE})*+)"
)
# Elements that hold text alone: what looks like a tag in them is none, up to their own end tag.
_RAW = {
    name: re.compile(rf"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}


def why_too_large(page: str) -> str | None:
    """What a page has too much of to be parsed; None for a page that can be.

    >>> why_too_large("<p>" * 2_000_000)
    'the page has more than 1000000 tags'
    """
    if page.count("<") > MOST_TAGS:
        return f"the page has more than {MOST_TAGS} tags"
    if has_too_many_attributes(page):
        return f"a tag of the page has more than {MOST_ATTRIBUTES} attributes"
    if len(page) > _SMALL_CHARS and sum(map(_count, _attributes(page))) > MOST_TAGS:
        return f"the page has more than {MOST_TAGS} attributes"
    return None


def _count(given: str) -> int:
    return sum(1 for _ in _ONE.finditer(given))


def has_too_many_attributes(page: str) -> bool:
    """Whether a tag of the page has more than MOST_ATTRIBUTES attributes.

    >>> has_too_many_attributes("<p " + "/x" * 6_000 + ">"), has_too_many_attributes("<p>" + "x=1 " * 6_000)
    (True, False)
    """
    return any(len(given) > 2 * MOST_ATTRIBUTES and _count(given) > MOST_ATTRIBUTES for given in _attributes(page))


def _attributes(page: str) -> Iterator[str]:
    """What stands behind the name in each tag.

    >>> list(_attributes('<p class="lead">Rain</p><script src="a.js">if (a < b)</script>'))
    [' class="lead"', ' src="a.js"']
    """
    at = 0
    while (found := _TAG_OR_COMMENT.search(page, at)) is not None:
        at = found.end()
        if found["name"] is None:
            continue
        yield found["attributes"]
        end = _RAW.get(found["name"].lower())
        if end is not None:
            ended = end.search(page, at)
            at = len(page) if ended is None else ended.start()
