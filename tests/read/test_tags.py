"""Tags of very many attributes are found however they are written, and nothing else is taken for one."""

import pytest

from extractor.read.tags import MOST_ATTRIBUTES, has_too_many_attributes

COUNT = 100_000
MANY = " x=1" * COUNT
REFUSED = {
    "values": f"<p {MANY}>",
    "names alone": "<p" + " x" * COUNT + ">",
    "slashes": "<p" + "/x" * COUNT + ">",
    "line ends": "<p" + "\n\tx" * COUNT + ">",
    "quoted": "<p" + ' x="1"' * COUNT + ">",
    "without a space between": "<p" + ' x="1"' + 'x="1"' * COUNT + ">",
    "tags in the quotes": "<p" + " x='<b>'" * COUNT + ">",
    "no end of the tag": f"<p{MANY}",
    "a quote that does not end": f"<p{MANY} y='",
    "behind a comment": f"<!--><p{MANY}>-->",
    "behind a script": f"<script>x</SCRIPT ><p{MANY}>",
    "behind what looks like a script": f"<textarea><script></textarea><p{MANY}></script>",
    "of a script": f"<script{MANY}></script>",
    "in capital letters": f"<P{MANY.upper()}>",
    "of a custom element": f"<x-card{MANY}/>",
}
READ = {
    "text": f"<p>{MANY}</p>",
    "a long value": f"<p data-state='{MANY}'>",
    "a script": f"<script>if (a<b) {MANY}</script>",
    "a comment": f"<!-- <p {MANY}> -->",
    "less than": f"1 < 2 {MANY}",
    "many tags": "<p a b c>" * COUNT,
    "as many as are read": "<p" + " x" * MOST_ATTRIBUTES + ">",
    "many quotes": "<a>" + "'\"" * COUNT,
    "many comments": "<!--" * COUNT,
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    assert has_too_many_attributes(REFUSED[name])


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    assert not has_too_many_attributes(READ[name])
