"""`extractor geocode`: what the gazetteer says a name means."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.app import app, examples


@app.command(
    epilog=examples(
        'extractor geocode "Tripoli" --near LB',
        'extractor geocode "Springfield, Missouri"',
    )
)
def geocode(
    name: Annotated[str, typer.Argument(help='A place, with what it lies in after commas: "Tripoli, Lebanon".')],
    near: Annotated[str | None, typer.Option(help='Prefer places near this: "LB", "Beirut" or "33.9,35.5".')] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most places to print.")] = 5,
    places_file: Annotated[Path | None, typer.Option(help="CSV or TOML file of your own places.")] = None,
    gazetteer: Annotated[Path | None, typer.Option(help="Another gazetteer file.")] = None,
) -> None:
    """Print the places a name can mean, the likeliest first: point, kind, GeoNames id, address."""
    from extractor.geocoder import GazetteerGeocoder
    from extractor.settings import existing_file

    geocoder = GazetteerGeocoder(
        gazetteer=existing_file(gazetteer, "gazetteer"), places_file=existing_file(places_file, "places_file")
    )
    found = geocoder.geocode(name, exactly_one=False, limit=limit, near=_point(near))
    for place in found or []:
        number = place.raw["geonames_id"] or "-"
        typer.echo(
            f"{place.latitude:9.4f} {place.longitude:10.4f}  {place.raw['kind']:12s} {number!s:>9}  {place.address}"
        )
    if not found:
        typer.echo(f"{name!r} is not in the gazetteer", err=True)
        raise typer.Exit(1)


def _point(near: str | None) -> str | tuple[float, float] | None:
    """ "33.9,35.5" -> a point; other text unchanged."""
    try:
        latitude, longitude = (float(part) for part in (near or "").split(","))
    except ValueError:
        return near
    return latitude, longitude
