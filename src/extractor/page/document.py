"""The HTML file: frame, content security policy, data, styles and program."""

import json
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import chain
from typing import Any

from extractor._version import __version__
from extractor.incidents.records import Incident
from extractor.land import country_names, divisions, outlines
from extractor.lexicon.event_types import event_types
from extractor.page.bundle import asset, script, styles
from extractor.page.dossiers import card_of, dossier_of
from extractor.page.pack import pack
from extractor.page.sides import Sides, sides_of
from extractor.records import Extraction, Place

DATA_VERSION = 1


def render(
    results: Iterable[Extraction],
    *,
    title: str | None = None,
    sides: Sides | None = None,
    incidents: Sequence[Incident] = (),
) -> str:
    """The page as text. `title` is its heading; without it the headline of a single article, or their number.

    `incidents` are those of these results (`extractor.link`), shown as cards. Without results the page is of the
    incidents alone: each is an event, and its reports stand for the words that are not there.
    """
    given = list(results)
    dossiers = not given and bool(incidents)
    if dossiers:
        given, incidents = [dossier_of(one) for one in incidents], [card_of(one) for one in incidents]
    heading = title or (f"{len(given)} incidents" if dossiers else _heading(given))
    program, look = script(), styles()
    parts = {
        "POLICY": _policy(program, look),
        "TITLE": escape(heading),
        "STYLES": look,
        "DATA": _encoded({**_payload(given, heading, sides or Sides()), **_shown_incidents(incidents, dossiers)}),
        "SCRIPT": program,
    }
    return _filled(asset("page.html"), parts)


def _heading(results: Sequence[Extraction]) -> str:
    """How many articles a page shows."""
    if len(results) == 1 and results[0].article.title:
        return " ".join(results[0].article.title.split())
    if len(results) == 1:
        return "One article"
    return f"{len(results)} articles"


def _payload(results: Sequence[Extraction], heading: str, sides: Sides) -> dict[str, Any]:
    """All that the page shows, packed."""
    return {
        "version": DATA_VERSION,
        "extractor": __version__,
        "title": heading,
        "types": _types(results),
        "results": pack(results),
        "countries": dict(country_names()),
        "outlines": outlines(_points(results)),
        "divisions": divisions(_places_of_events(results)),
        "control": sides_of(results, sides),
    }


def _types(results: Iterable[Extraction]) -> dict[str, list[str]]:
    """The types that a corrected event can have, with their modes: those of PLOVER, and those of the results."""
    types = {name: list(known.modes) for name, known in event_types().items()}
    for event in chain.from_iterable(result.events for result in results):
        modes = types.setdefault(event.type, [])
        if event.mode is not None and event.mode not in modes:
            modes.append(event.mode)
    return types


def _shown_incidents(incidents: Iterable[Incident], dossiers: bool) -> dict[str, Any]:
    """The cards, and whether the page has nothing but incidents, of which there is nothing to correct."""
    return {"incidents": _cards(incidents), "dossiers": dossiers}


def _cards(incidents: Iterable[Incident]) -> list[dict[str, Any]]:
    """What the cards show of incidents."""
    in_reports = {"__all__": {"claims", "url"}}
    unseen: dict[str, Any] = {"reasons": True, "merged_from": True, "acled": True, "reports": in_reports}
    return [incident.model_dump(mode="json", exclude=unseen) for incident in incidents]


def _places_of_events(results: Iterable[Extraction]) -> Iterator[Place]:
    """The place of each event that has one, as often as events are there."""
    for result in results:
        for event in result.events:
            place = result.place(event)
            if place is not None:
                yield place


def _points(results: Iterable[Extraction]) -> set[tuple[float, float]]:
    """The places that have coordinates, as points."""
    places = (place for result in results for place in result.places)
    return {
        (place.longitude, place.latitude)
        for place in places
        if place.longitude is not None and place.latitude is not None
    }


def _encoded(payload: dict[str, Any]) -> str:
    """JSON, compressed and in base64: letters, digits, "+", "/" and "=", which need no escaping in HTML."""
    packed = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b64encode(zlib.compress(packed, 9)).decode("ascii")


def _policy(program: str, look: str) -> str:
    """Only this program and these styles, no request to anywhere, no form, no frame."""
    return (
        f"default-src 'none'; script-src '{_hash(program)}'; style-src '{_hash(look)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    """What allows one script or style in the page's policy."""
    return f"sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}"


def _filled(frame: str, parts: dict[str, str]) -> str:
    """The frame with each {{NAME}} replaced, once, so that no part is searched for the name of another."""
    made: list[str] = []
    for piece in frame.split("{{"):
        name, ends, rest = piece.partition("}}")
        made.append(parts[name] + rest if ends and name in parts else piece)
    return "".join(made)
