"""The land under maps: outlines of countries and their first-level divisions (Natural Earth, public domain)."""

from extractor.land.divisions import divisions
from extractor.land.outlines import country_borders, country_names, outlines

__all__ = ["country_borders", "country_names", "divisions", "outlines"]
