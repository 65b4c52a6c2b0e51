"""Places of a user's file that no article of a run named: a misspelling, a wrong point, or nothing written of them."""

import json
from collections.abc import Iterable
from pathlib import Path

from extractor.gazetteer.own import OwnPlace, read_places


def never_found(results: Iterable[str], file: Path) -> list[str]:
    """Names and lines of the places of `file` that are in none of the results (lines of JSON)."""
    missing = {place.line: place for place in read_places(file)}
    for line in results:
        if not missing:
            break
        for number in [number for number, place in missing.items() if _mark(place) in line]:
            del missing[number]
    return [f"{place.names[0]} (line {number})" for number, place in missing.items()]


def _mark(place: OwnPlace) -> str:
    """What a result holds that names the place."""
    if place.entry is None:
        return f'"geonames_id":{place.entry_id},'
    return f'"latitude":{json.dumps(place.entry.latitude)},"longitude":{json.dumps(place.entry.longitude)},'
