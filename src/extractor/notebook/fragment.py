"""Records as fragments of HTML: `_repr_html_` of Extraction, Event and Place."""

from collections.abc import Iterable, Iterator
from html import escape

from extractor.notebook.marks import marked_html, marks_of, nested
from extractor.notebook.small_map import map_svg
from extractor.records import Event, Extraction, Place
from extractor.write.wording import HEADINGS, event_cells

# What a cell of a notebook can show without growing slow; the rest is counted.
MOST_CHARS, MOST_EVENTS, MOST_PLACES = 8_000, 50, 40

# Fields of an event that hold ids of other records: lists are counted, single ones left out.
_COUNTED = frozenset(("source", "target", "disputed_by", "claims"))
_HIDDEN = frozenset(("place", "claimed_by"))
# Colours that are readable on light and on dark: the ground is a tint of what is there, the text stays as it is.
_STYLE = """<style>
.extractor-result{line-height:1.6;max-width:60em}
.extractor-result .text{white-space:pre-wrap;max-height:30em;overflow:auto;margin:.5em 0}
.extractor-result mark{background:rgba(128,128,128,.2);color:inherit;border-radius:.2em;padding:0 .15em}
.extractor-result mark.actors{background:rgba(40,120,220,.22)}
.extractor-result mark.places{background:rgba(30,150,80,.25)}
.extractor-result mark.dates{background:rgba(150,110,200,.25)}
.extractor-result mark.events{background:rgba(220,90,40,.25);font-weight:600}
.extractor-result mark small{font-size:.65em;opacity:.8;margin-left:.3em;font-weight:400}
.extractor-result table{border-collapse:collapse;margin:.5em 0}
.extractor-result th,.extractor-result td{text-align:left;vertical-align:top;padding:.2em .6em;white-space:pre-line;\
border-top:1px solid rgba(128,128,128,.4)}
.extractor-result .map{background:rgba(128,128,128,.08);border:1px solid rgba(128,128,128,.4)}
.extractor-result .map path{stroke:rgba(128,128,128,.35);fill:none}
.extractor-result .map .land{stroke:currentColor;stroke-opacity:.55}
.extractor-result .map text{font:11px sans-serif;fill:currentColor}
.extractor-result .map .degree{font-size:9px;opacity:.7}
.extractor-result .map .exact{fill:rgb(210,80,30)}
.extractor-result .map .wide{fill:none;stroke:rgb(210,80,30);stroke-width:2;stroke-dasharray:3 2}
</style>"""


def extraction_html(result: Extraction) -> str:
    """Headline, warnings, the events as a table, a map of the places, and the text with its marks."""
    article = result.article
    head = article.title or article.id
    parts = [
        f"<p><b>{escape(head)}</b> ({escape(str(article.published or 'no publication date'))})</p>",
        *(f"<p><em>warning: {escape(warning)}</em></p>" for warning in result.warnings),
        _events_table(result),
        map_svg(result.places[:MOST_PLACES]),
        _text(result),
    ]
    return _wrapped(parts)


def event_html(event: Event) -> str:
    """The fields of an event that hold something, each on a line; ids, which it cannot follow, are counted."""
    return _wrapped([_table((), _event_rows(event))])


def place_html(place: Place) -> str:
    """A place with its map."""
    reason = f"<p><em>{escape(place.reason)}</em></p>" if place.reason else ""
    known = f"<p><b>{escape(str(place))}</b> {escape(place.kind)} · {place.confidence:.2f}</p>"
    return _wrapped([known, reason, map_svg([place])])


def _wrapped(parts: Iterable[str]) -> str:
    """Fragments with the style that they need."""
    return f'<div class="extractor-result">{_STYLE}{"".join(parts)}</div>'


def _events_table(result: Extraction) -> str:
    """The events as a table, those that are too many counted."""
    if not result.events:
        return "<p>no events found</p>"
    rows = (event_cells(event, result) for event in result.events[:MOST_EVENTS])
    return _table(HEADINGS, rows) + _and_more(len(result.events) - MOST_EVENTS, "events")


def _and_more(count: int, what: str) -> str:
    """A line that counts what is left out, nothing when all is shown."""
    return f"<p>and {count:,} more {what}</p>" if count > 0 else ""


def _text(result: Extraction) -> str:
    """The text with its marks, as far as a cell can show it."""
    shown = result.article.text[:MOST_CHARS]
    marks = [mark for mark in nested(marks_of(result)) if mark.end <= len(shown)]
    rest = _and_more(len(result.article.text) - len(shown), "characters")
    return f'<div class="text">{marked_html(shown, marks)}</div>{rest}'


def _event_rows(event: Event) -> Iterator[tuple[str, str]]:
    """Name and value of what an event holds."""
    for name, value in event.model_dump(mode="json").items():
        if value in (None, [], {}) or name in _HIDDEN:
            continue
        shown = str(len(value)) if name in _COUNTED else _shown(value)
        yield name, shown


def _shown(value: object) -> str:
    """The value of a field in plain words, the parts of a list on lines of their own."""
    if isinstance(value, list):
        return "\n".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {part}" for name, part in value.items() if part is not None)
    return str(value)


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Rows as a table, with headings where there are some; the cells are escaped."""
    head = _row("th", headings)
    body = "".join(_row("td", row) for row in rows)
    return f"<table>{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"


def _row(tag: str, cells: Iterable[str]) -> str:
    """A row of a table with its cells escaped, nothing when there are none."""
    inner = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
    return f"<tr>{inner}</tr>" if inner else ""
