"""A geopy geocoder that is asked for names the gazetteer lacks; never used unless the caller names one."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from weakref import finalize

from extractor.annotate.places.to_record import Found, Sense
from extractor.errors import InputError
from extractor.gazetteer.index import Gazetteer
from extractor.settings import Settings
from extractor.sqlite_files import named

_SURE_NAME = 0.5  # less likely names are not worth a request
_RETRIES = 1
# A found point has no calibrated confidence; on its own it is as good as a name with one sense.
_CONFIDENCE = 0.6


class Fallback:
    """A geopy geocoder with its rate limit and its cache of answers.

    `delay` is the least number of seconds between two requests, `cache` an SQLite file that is made when missing.
    """

    def __init__(self, geocoder: Any, delay: float = 1.0, cache: Path | None = None) -> None:
        from geopy.extra.rate_limiter import RateLimiter  # type: ignore[import-untyped]

        self.service = type(geocoder).__name__
        self._ask: Callable[[str], Any] = RateLimiter(
            geocoder.geocode,
            min_delay_seconds=delay,
            max_retries=_RETRIES,
            error_wait_seconds=max(delay, 0.1),
            swallow_exceptions=False,
        )
        self._cache = sqlite3.connect(cache or ":memory:", isolation_level=None, check_same_thread=False)
        finalize(self, self._cache.close)  # since 3.13 Python warns of connections that are only forgotten
        with named(cache, "cache of a geocoder"):
            self._cache.execute(
                "CREATE TABLE IF NOT EXISTS answer (service, query, found, PRIMARY KEY (service, query))"
            )

    def find(self, senses: Sequence[Sense], gazetteer: Gazetteer) -> str | None:
        """Ask for each name without a place of its own and note what was `found`; returns a warning when asking failed.

        After a failure the rest of the article is not asked for.
        """
        from geopy.exc import GeopyError  # type: ignore[import-untyped]

        wanted = [s for s in senses if s.match is None and max(m.score for m in s.name.mentions) >= _SURE_NAME]
        for sense in wanted:
            country = gazetteer.country(sense.near.country) if sense.near and sense.near.country else None
            query = f"{sense.name.text}, {country.name}" if country else sense.name.text
            try:
                sense.found = self._answer(query)
            except (GeopyError, OSError) as error:
                return (
                    f"geocoder {self.service} failed for {query!r} ({type(error).__name__}: {error}); "
                    "names that the gazetteer lacks keep the place named near them"
                )
            if sense.found:
                sense.confidence = _CONFIDENCE * max(m.score for m in sense.name.mentions)
        return None

    def _answer(self, query: str) -> Found | None:
        """The cached answer, else that of the service; "not found" is an answer too."""
        row = self._cache.execute(
            "SELECT found FROM answer WHERE service = ? AND query = ?", (self.service, query)
        ).fetchone()
        if row is None:
            place = self._ask(query)
            kept = [place.latitude, place.longitude, place.address] if place else None
            row = (json.dumps(kept),)
            self._cache.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (self.service, query, row[0]))
        kept = json.loads(row[0])
        return Found(self.service, *kept) if kept else None


def fallback_of(settings: Settings) -> Fallback | None:
    """The geocoder that the settings name, ready to ask. Raises InputError for an unknown one or wrong options."""
    if settings.geocoder is None:
        return None
    from geopy.exc import GeopyError
    from geopy.geocoders import get_geocoder_for_service  # type: ignore[import-untyped]

    try:
        geocoder = get_geocoder_for_service(settings.geocoder)(**dict(settings.geocoder_options))
    except (GeopyError, TypeError) as error:
        raise InputError(f"geocoder {settings.geocoder!r} cannot be used: {error}") from error
    return Fallback(geocoder, settings.geocoder_delay, settings.geocoder_cache)
