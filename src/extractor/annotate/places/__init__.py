"""The places layer: find the names, resolve them together, write one Place for each real place."""

from collections import Counter
from typing import Any

import numpy as np
from spacy.tokens import Doc

from extractor.annotate.places.acting_peoples import put_with_people
from extractor.annotate.places.candidates import Words, candidates, read_words
from extractor.annotate.places.capitals import with_capitals
from extractor.annotate.places.confidence import set_confidence
from extractor.annotate.places.country_context import spoken_countries
from extractor.annotate.places.nil_linking import place_unknown
from extractor.annotate.places.nominal_references import add_references
from extractor.annotate.places.online_geocoder import Fallback, fallback_of
from extractor.annotate.places.own_places import insist, prefer_own, with_own
from extractor.annotate.places.recognize import choose, first_pass, second_pass
from extractor.annotate.places.resolution_features import CONTEXT, STATIC
from extractor.annotate.places.resolve import Resolver
from extractor.annotate.places.to_record import Sense, places
from extractor.annotate.places.told_countries import put_in_country, put_under_headings
from extractor.annotate.places.told_places import with_told
from extractor.annotate.places.toponyms import Home, collect, home_name
from extractor.annotate.places.weights import weights
from extractor.document import layers as marks
from extractor.document.from_doc import words_of
from extractor.gazetteer.entries import NameKind
from extractor.gazetteer.index import DEFAULT_PATH, Gazetteer, Match, open_gazetteer
from extractor.settings import Settings, existing_file

_LOCATION_WEIGHT = 3.0  # mentions that the outlet's own location counts as
_SURE = 0.8  # less sure places say nothing about what an outlet writes about


class PlaceTagger:
    """Writes the places of a Doc."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.gazetteer = gazetteer_of(settings)
        self.fallback = fallback_of(settings)
        self.weights = weights()
        first = np.array([self.weights.first[name] for name in STATIC])
        later = np.array([self.weights.later[name] for name in STATIC + CONTEXT])
        self.resolver = Resolver(self.gazetteer, first, later)

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer."""
        said = read_words(doc)
        article = doc._.extractor_article or {}
        senses = self.senses(said, article.get("url"), self.home(doc))
        if self.fallback and (warning := self.fallback.find(senses, self.gazetteer)):
            marks.warn(doc, warning)
        words = words_of(doc)
        named = places(marks.article_id(doc), senses, said, self.gazetteer)
        made = with_capitals(marks.article_id(doc), named, words, self.gazetteer, marks.published_day(doc))
        marks.PLACES.write(doc, add_references(made, words))
        return doc

    def use_geocoder(self, geocoder: Any) -> None:
        """Ask a geopy geocoder for names the gazetteer lacks, with the delay and the cache of the settings."""
        self.fallback = Fallback(geocoder, self.settings.geocoder_delay, self.settings.geocoder_cache)

    def home(self, doc: Doc) -> Home | None:
        """Where the outlet is, from words like "Springfield, Missouri", else the region that it writes about."""
        location = (doc._.extractor_article or {}).get("source_location")
        found = self.gazetteer.find(location) if location else ()
        if found:
            return Home(found[0], _LOCATION_WEIGHT)
        learnt = marks.home_of(doc)
        region = self.gazetteer.entry(learnt[0]) if learnt else None
        if not learnt or not region:
            return None
        return Home(Match(region, NameKind.MAIN), learnt[1])

    def regions(self, doc: Doc) -> dict[int, int]:
        """What a tagged article is about: GeoNames ids of first level divisions with their shares, in thousandths."""
        sure = {p.geonames_id for p in marks.PLACES.read(doc) if p.geonames_id and p.confidence >= _SURE}
        regions = Counter(filter(None, map(self._region_of, sorted(sure))))
        return {region: round(1000 * count / regions.total()) for region, count in regions.items()}

    def _region_of(self, geonames_id: int) -> int | None:
        """The first level division that a place is or lies in.

        Idlib province for the city of Idlib and for itself.
        """
        entry = self.gazetteer.entry(geonames_id)
        if entry is None:
            return None
        if entry.kind == "region":
            return entry.id
        return entry.admin1

    def senses(self, said: Words, url: str | None = None, home: Home | None = None) -> list[Sense]:
        """The names of an article with what they mean."""
        countries = spoken_countries(said, url, self.gazetteer)
        found = with_told(candidates(said, self.gazetteer), said, self.gazetteer)
        likely = first_pass(said, found, self.gazetteer, self.weights.first_pass)
        likely = with_own(likely, said, self.gazetteer)
        second_pass(said, likely, self.resolver, countries, self.weights.second_pass, home)
        insist(likely, self.gazetteer)
        names = collect(choose(likely), said, likely)
        if home:
            names.names.append(home_name(home))
        resolved = self.resolver.resolve(names, countries)
        prefer_own(resolved, names, self.gazetteer)
        senses = [Sense(name, resolved.get(number)) for number, name in enumerate(names.names) if not name.home]
        place_unknown(senses, names)
        put_with_people(senses, said, self.gazetteer)
        put_in_country(senses, self.gazetteer)
        put_under_headings(senses, said, self.gazetteer)
        set_confidence(senses, self.weights.sure)
        return senses


def gazetteer_of(settings: Settings) -> Gazetteer:
    """The gazetteer that the settings ask for. Raises InputError for a missing file, OntologyError for a wrong one."""
    path = existing_file(settings.gazetteer, "gazetteer") or DEFAULT_PATH
    return open_gazetteer(path, existing_file(settings.places_file, "places_file"))


def gazetteer_version(settings: Settings) -> str:
    """Name and hash of the gazetteer."""
    return gazetteer_of(settings).version
