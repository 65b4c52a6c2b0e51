"""The country that an adjective tells of a place: "the Indian town of Samba", "the Norwegian island of Hidle"."""

from collections.abc import Iterable
from dataclasses import replace

from extractor.annotate.places.resolve import Resolved
from extractor.annotate.places.to_record import Sense
from extractor.annotate.places.toponyms import Name
from extractor.gazetteer.index import Gazetteer


def country_told(name: Name, gazetteer: Gazetteer) -> str | None:
    """The code of the country whose adjective stands before what a name is called; None without one.

    "IN" for Samba in "the Indian border town of Samba", None in "the town of Samba".
    """
    return next(filter(None, map(gazetteer.demonym, name.people)), None)


def put_in_country(senses: Iterable[Sense], gazetteer: Gazetteer) -> None:
    """Give names behind such an adjective a place in that country: their own one, else the country itself as `near`.

    The Samba of India for "the Indian town of Samba", Norway as `near` of Hidle for "the Norwegian island of Hidle".
    """
    for sense in senses:
        code = country_told(sense.name, gazetteer)
        if code is None or (sense.match is not None and sense.match.entry.country == code):
            continue
        own = _own_in(code, sense, gazetteer)
        sense.namesake = own is None
        sense.resolved = own or sense.resolved
        sense.near = gazetteer.country(code) if own is None else None


def _own_in(code: str, sense: Sense, gazetteer: Gazetteer) -> Resolved | None:
    """The largest place of the name in a country.

    The Samba of India for "Samba" and IN.
    """
    if sense.resolved is None:
        return None
    matches = [match for match in gazetteer.lookup(sense.name.lookup) if match.entry.country == code]
    best = max(matches, key=lambda match: match.entry.weight, default=None)
    if best is None:
        return None
    return replace(sense.resolved, match=best, second=(sense.resolved.match, sense.resolved.share))
