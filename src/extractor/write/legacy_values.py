"""What the columns of the old event data sets are filled with: names such as "event.day" or "source.cow" -> text.

A value that is not known is "". `source` and `target` are the acting and the other side, as in ICEWS.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from hashlib import blake2b

from extractor._version import __version__
from extractor.lexicon.sectors import inter_codes
from extractor.records import Actor, ActorKind, Claim, Event, Extraction, Place, Span
from extractor.write.codes import cameo_name, country, disorder

Values = dict[str, str]
QUADS = {"1": "1 - VERBAL COOPERATION", "2": "2 - MATERIAL COOPERATION", "3": "3 - VERBAL CONFLICT"}
QUADS |= {"4": "4 - MATERIAL CONFLICT"}
# Numbers of ACLED for actors that no sector tells apart.
_CIVILIANS, _OTHERS = "7", "8"
_CROWDS = {"Protests": "6", "Riots": "5"}
GDELT_PLACE = {"country": "1", "region": "5", "district": "5"}
Side = Sequence[Actor]


def values(event: Event, result: Extraction, source: Side, target: Side) -> Values:
    """All values of one row."""
    place = result.place(event)
    claim = next(iter(result.claims_of(event)), None)
    inter = _inter(source, event), _inter(target, event)
    return {
        "version": f"extractor {__version__}",
        **_event_values(event),
        **_day_values(event),
        **_article_values(result),
        **_claim_values(claim, result, source, target),
        **_place_values(place, result),
        **_side_values("source", source, inter[0]),
        **_side_values("target", target, inter[1]),
        "event.interaction": "".join(sorted(inter)) if all(inter) else "".join(inter) + "0" * ("" in inter),
        "event.civilian_targeting": "Civilians targeted" if inter[1] == "7" and _is_violent(event) else "",
    }


def _event_values(event: Event) -> Values:
    """What an event's own fields say, by the names that the formats' files use."""
    cameo = event.cameo or ""
    acled = event.acled
    return {
        "event.id": event.id,
        "event.number": str(int.from_bytes(blake2b(event.id.encode(), digest_size=8).digest(), "big") >> 1),
        "event.type": event.type,
        "event.mode": event.mode or "",
        "event.contexts": "; ".join(event.contexts),
        "event.quad": _told(event.quad),
        "event.quad_name": QUADS.get(_told(event.quad), ""),
        "event.scale": _told(event.goldstein),
        "event.cameo": cameo,
        "event.cameo_base": cameo[:3],
        "event.cameo_root": cameo[:2],
        "event.cameo_name": cameo_name(cameo),
        "event.acled_type": acled.event_type if acled else "",
        "event.acled_sub_type": acled.sub_event_type if acled else "",
        "event.disorder": disorder(acled.event_type, acled.sub_event_type) if acled else "",
        "event.mentions": str(len(event.claims)),
        "event.sources": "1",
        "event.articles": "1",
        "event.percent": str(round(100 * event.confidence)),
        "event.fatalities": str((event.fatalities.low or 0) if event.fatalities else 0),
        "event.geo_precision": str(event.geo_precision or ""),
        "event.time_precision": str(event.time_precision or ""),
    }


def _day_values(event: Event) -> Values:
    """The first and last day of an event in the forms that the formats write."""
    day = event.start_date
    if day is None:
        return {}
    of_year = day.timetuple().tm_yday
    return {
        "event.day": day.isoformat(),
        "event.end_day": (event.end_date or day).isoformat(),
        "event.long_day": f"{day.day} {day:%B} {day.year}",
        "event.day_number": f"{day:%Y%m%d}",
        "event.month_number": f"{day:%Y%m}",
        "event.year": str(day.year),
        "event.fraction": f"{day.year + of_year / 365:.4f}",  # as GDELT counts it
        "event.stamp": f"{day:%Y%m%d}000000",
    }


def _article_values(result: Extraction) -> Values:
    """What the formats tell of the article."""
    article = result.article
    names = {kind: "; ".join(actor.name for actor in result.actors if actor.kind is kind) for kind in ActorKind}
    return {
        "article.id": article.id,
        "article.url": article.url or article.id,
        "article.source": article.source or "",
        "article.title": article.title or "",
        "article.language": article.language or "English",
        "article.day": article.published.isoformat()[:10] if article.published else "",
        "article.stamp": _stamp(article.published),
        "article.length": str(len(article.text)),
        "article.people": names[ActorKind.PERSON],
        "article.organizations": names[ActorKind.ORGANIZATION],
        "article.places": "; ".join(place.name for place in result.places),
    }


def _stamp(published: datetime | date | None) -> str:
    """A time as GDELT writes it."""
    return f"{published:%Y%m%d%H%M%S}" if published else ""


def _claim_values(claim: Claim | None, result: Extraction, source: Side, target: Side) -> Values:
    """What the formats tell of the claim that tells an event first."""
    if claim is None:
        return {}
    return {
        "claim.text": " ".join(claim.text.split()),
        "claim.sentence": str(1 + _sentences_before(result.article.text, claim.start)),
        "claim.trigger_offset": str(claim.trigger.start),
        "claim.source_offset": _offset(source, claim),
        "claim.target_offset": _offset(target, claim),
    }


def _sentences_before(text: str, position: int) -> int:
    """How many sentence ends lie before a position, counted by their marks; results hold no parse."""
    before = text[:position]
    return sum(before.count(mark) for mark in (". ", ".\n", "? ", "?\n", "! ", "!\n", ".” ", '." '))


def _offset(side: Side, claim: Claim) -> str:
    """Where the first actor of a side is named nearest to the claim."""
    mentions = [mention.start for actor in side[:1] for mention in actor.mentions]
    if not mentions:
        return ""
    return str(min(mentions, key=lambda start: abs(start - claim.start)))


def _place_values(place: Place | None, result: Extraction) -> Values:
    """The place of an event: names of the areas around it, codes and coordinates."""
    if place is None:
        return {}
    codes = country(place.country_code)
    areas = {"city": "", "region": place.admin1 or "", "district": place.admin2 or ""} | {place.kind: place.name}
    full = filter(None, (place.name, place.admin1, codes.get("name")))
    return {
        "place.name": place.name,
        "place.city": areas["city"],
        "place.admin1": areas["region"],
        "place.admin2": areas["district"],
        "place.country": codes.get("name", ""),
        "place.country3": codes.get("alpha3", ""),
        "place.numeric": codes.get("numeric", ""),
        "place.fips": codes.get("fips", ""),
        "place.region": codes.get("region", ""),
        "place.latitude": _told(place.latitude),
        "place.longitude": _told(place.longitude),
        "place.geonames_id": str(place.geonames_id or ""),
        "place.feature": place.feature_code or "",
        "place.raw": place.mentions[0].text if place.mentions else "",
        "place.gdelt_type": GDELT_PLACE.get(place.kind, "4"),
        "place.full_name": ", ".join(dict.fromkeys(full)),
    }


def _side_values(side: str, actors: Side, inter: str) -> Values:
    """The actors of a side: names, roles, sectors and countries, each joined, and those of the first alone."""
    each = [_actor_values(actor) for actor in actors]
    first = each[0] if each else dict.fromkeys(("names", "sectors", "countries3"), "")
    cells = {name: _joined(values[name] for values in each) for name in _ACTOR_COLUMNS}
    cells |= {
        "others": _joined(values["names"] for values in each[1:]),
        "first": first["names"],
        "sector": first["sectors"],
        "gdelt": first["countries3"] + first["sectors"],
        "names_upper": cells["names"].upper(),
        "inter": inter,
    }
    return {f"{side}.{name}": text for name, text in cells.items()}


_ACTOR_COLUMNS = ("names", "roles", "raw", "sectors", "countries", "countries3", "country_names", "cow")


def _actor_values(actor: Actor) -> Values:
    """What the columns of a side say of one actor."""
    codes = country(actor.country)
    return {
        "names": actor.name,
        "roles": actor.role or "",
        "raw": _first(actor.mentions),
        "sectors": actor.sector or "",
        "countries": actor.country or "",
        "countries3": codes.get("alpha3", ""),
        "country_names": codes.get("name", ""),
        "cow": codes.get("cow", ""),
    }


def _joined(parts: Iterable[str]) -> str:
    """What is not empty, each once."""
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _first(mentions: Sequence[Span]) -> str:
    """The words of the first mention."""
    return " ".join(mentions[0].text.split()) if mentions else ""


def _inter(side: Side, event: Event) -> str:
    """ACLED's number for the first actor of a side; crowds at protests and riots have their own."""
    if not side:
        return ""
    sector = side[0].sector or ""
    people = side[0].kind in (ActorKind.PERSON, ActorKind.PEOPLE)
    code = inter_codes().get(sector, _CIVILIANS if people else _OTHERS)
    if event.acled is None or inter_codes().get(sector, _CIVILIANS) != _CIVILIANS:
        return code
    return _CROWDS.get(event.acled.event_type, code)


def _is_violent(event: Event) -> bool:
    """Whether ACLED takes it for political violence, of which it says whether it was aimed at civilians."""
    if event.acled is None:
        return False
    return "violence" in disorder(event.acled.event_type, event.acled.sub_event_type)


def _told(value: float | None) -> str:
    return "" if value is None else str(value)
