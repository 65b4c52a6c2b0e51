"""Countries that an article speaks of without naming them: by peoples ("Syrian") and by the outlet's address."""

import re
from collections import Counter
from urllib.parse import urlsplit

from extractor.annotate.places.candidates import Words
from extractor.gazetteer.index import Gazetteer

_PEOPLE = frozenset(("NORP", "GPE", "LANGUAGE"))
_BRITAIN = "UK"
_COUNTRY_DOMAIN = re.compile(r"[A-Z]{2}")
# Country domains that are sold to anyone.
_GENERIC = frozenset("AI CC CO EU FM GG IM IO LA LY ME MS NU SO TK TO TV VC WS".split())  # noqa: SIM905


def spoken_countries(said: Words, url: str | None, gazetteer: Gazetteer) -> dict[str, int]:
    """ISO code -> how often the country is spoken of."""
    countries: list[str | None] = []
    for entity in said.entities:
        if entity.label in _PEOPLE:
            countries.append(gazetteer.demonym(said.text(entity.start, entity.end)))
    countries.append(outlet_country(url))
    return dict(Counter(filter(None, countries)))


def outlet_country(url: str | None) -> str | None:
    """The country of the article's address.

    >>> outlet_country("https://www.example.co.uk/news/1"), outlet_country("https://example.com/")
    ('GB', None)
    """
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    last = host.rpartition(".")[2].upper()
    if not _COUNTRY_DOMAIN.fullmatch(last) or last in _GENERIC:
        return None
    if last == _BRITAIN:
        return "GB"
    return last
