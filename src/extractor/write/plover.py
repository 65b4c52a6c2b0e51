"""PLOVER JSON Lines: one event a line, as the PLOVER manual lays it out."""

import json
from pathlib import Path
from typing import Any

from extractor.records import Actor, Claim, Count, Event, Extraction, Modality, Polarity
from extractor.write.codes import country
from extractor.write.legacy import sides
from extractor.write.legacy_values import values
from extractor.write.writer import FileWriter, Keep, keep_all

RESOLUTION = {"country": 1, "region": 2, "district": 3, "city": 4, "facility": 5}


class PloverWriter(FileWriter):
    """The auxiliary modes future, hypothetical and negation tell what has not happened."""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(path, keep)
        self._out = self.new_file(path).open("w", encoding="utf-8", newline="\n")

    def write(self, result: Extraction) -> None:
        """Add a line for each event."""
        for event in filter(self.keep, result.events):
            self._out.write(json.dumps(plover(event, result), ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Close the file."""
        self._out.close()


def plover(event: Event, result: Extraction) -> dict[str, Any]:
    """One event as the manual's JSON object."""
    source, target = sides(event, result)
    known = values(event, result, source, target)
    told = _told(next(iter(result.claims_of(event)), None))
    return {
        "id": event.id,
        "date": known.get("event.day"),
        "enddate": known.get("event.end_day"),
        "actor": [_actor(actor) for actor in source],
        "recipient": [_actor(actor) for actor in target],
        "event": [event.type],
        "mode": [mode for mode in (event.mode, *_auxiliary(event)) if mode],
        "context": event.contexts,
        "event_loc": _location(event, result),
        "event_text": told["event_text"],
        "quad_code": event.quad,
        "event_scale": event.goldstein,
        "size": {"dead": _low(event.fatalities), "injured": _low(event.injured)},
        "text": told["text"],
        "text_info": told["text_info"],
        "cite_info": {
            "url": result.article.url,
            "title": result.article.title,
            "publication": result.article.source,
            "date": known["article.day"] or None,
            "language": known["article.language"],
        },
    }


def _low(count: Count | None) -> int | None:
    return count.low if count is not None else None


def _told(claim: Claim | None) -> dict[str, Any]:
    """The words that tell the event first: its trigger, the clause, and where that stands."""
    if claim is None:
        return {"event_text": None, "text": None, "text_info": None}
    where = {"start": claim.start, "end": claim.end}
    return {"event_text": claim.trigger.text, "text": claim.text, "text_info": where}


def _auxiliary(event: Event) -> list[str]:
    """How an event is told, in PLOVER's words: future, hypothetical, negation."""
    modes = {Modality.INTENDED: "future", Modality.HYPOTHETICAL: "hypothetical", Modality.DENIED: "negation"}
    found = [modes[event.modality]] if event.modality in modes else []
    return found + (["negation"] if event.polarity is Polarity.NEGATIVE and "negation" not in found else [])


def _actor(actor: Actor) -> dict[str, Any]:
    """An actor in the manual's form."""
    return {
        "code": country(actor.country).get("alpha3"),
        "sector": actor.sector,
        "entity_text": actor.mentions[0].text if actor.mentions else actor.name,
        "identifier_id": actor.id,
    }


def _location(event: Event, result: Extraction) -> dict[str, Any] | None:
    """The place of an event, with what was said and what the gazetteer made of it."""
    place = result.place(event)
    if place is None:
        return None
    codes = country(place.country_code)
    return {
        "extracted_place": place.mentions[0].text if place.mentions else None,
        "resolved_place": place.name if place.latitude is not None else None,
        "geonameid": place.geonames_id,
        "lat": place.latitude,
        "lon": place.longitude,
        "city": place.name if place.kind == "city" else None,
        "district": place.admin2,
        "province": place.admin1,
        "country": codes.get("name"),
        "country_code": codes.get("alpha3"),
        "feature_class": (place.feature_code or "")[:1] or None,
        "feature_code": place.feature_code,
        "resolution": RESOLUTION.get(place.kind),
    }
