"""A small map as inline SVG: the places of a result on a grid of degrees, with the borders of countries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain, groupby, pairwise
from math import cos, radians
from typing import NamedTuple, Self

from extractor.land import country_borders
from extractor.records import Place

WIDTH, HEIGHT = 360, 240
_LEAST_DEGREES = 4.0  # what a map of one town shows of its surroundings
_STEPS = (1, 2, 5, 10, 20, 30)  # degrees between two lines of the grid
_LONGEST_LABEL = 30  # characters
_CHAR = 6.2  # width of a letter of a label in pixels, on average
_EXACT = frozenset(("city", "facility", "town", "village"))
_Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class _Point:
    longitude: float
    latitude: float
    place: Place


class _Pixel(NamedTuple):
    x: int
    y: int

    @property
    def is_near(self) -> bool:
        """Whether it is on the map or not far beyond its edge."""
        return -WIDTH / 4 <= self.x <= WIDTH * 1.25 and -HEIGHT / 4 <= self.y <= HEIGHT * 1.25


@dataclass(frozen=True, slots=True)
class _View:
    """What the map shows: its middle, and how many pixels a degree of latitude is high."""

    longitude: float
    latitude: float
    scale: float

    @classmethod
    def around(cls, points: list[_Point]) -> Self:
        """A view that holds all points, with a margin."""
        west, east = min(p.longitude for p in points), max(p.longitude for p in points)
        south, north = min(p.latitude for p in points), max(p.latitude for p in points)
        middle = (south + north) / 2
        wide = max((east - west) * cos(radians(middle)), _LEAST_DEGREES) * 1.3
        high = max(north - south, _LEAST_DEGREES * HEIGHT / WIDTH) * 1.3
        return cls((west + east) / 2, middle, min(WIDTH / wide, HEIGHT / high))

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what is shown."""
        wide = WIDTH / 2 / self.scale / cos(radians(self.latitude))
        high = HEIGHT / 2 / self.scale
        return self.longitude - wide, self.latitude - high, self.longitude + wide, self.latitude + high

    def x(self, longitude: float) -> float:
        """Pixels from the left."""
        return WIDTH / 2 + (longitude - self.longitude) * cos(radians(self.latitude)) * self.scale

    def y(self, latitude: float) -> float:
        """Pixels from the top."""
        return HEIGHT / 2 - (latitude - self.latitude) * self.scale


def map_svg(places: Iterable[Place]) -> str:
    """The places that have coordinates as an SVG image; nothing when none has."""
    points = list(_points_of(places))
    if not points:
        return ""
    view = _View.around(points)
    names = ", ".join(point.place.name for point in points[:20])
    inside = "".join([*_grid(view), _borders(view), *_marks(points, view)])
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(f"Map of {names}")}">{inside}</svg>'
    )


def _points_of(places: Iterable[Place]) -> Iterator[_Point]:
    """The places that have coordinates."""
    for place in places:
        if place.longitude is not None and place.latitude is not None:
            yield _Point(place.longitude, place.latitude, place)


def _grid(view: _View) -> Iterator[str]:
    """Lines of longitude and latitude with their degrees."""
    degrees = HEIGHT / view.scale
    step = next((step for step in _STEPS if degrees / step <= 4), _STEPS[-1])
    for longitude in range(-180, 181, step):
        x = view.x(longitude)
        if 0 < x < WIDTH:
            yield f'<path d="M{x:.1f} 0V{HEIGHT}"/>'
            yield f'<text class="degree" x="{x + 2:.1f}" y="{HEIGHT - 3}">{longitude}°</text>'
    for latitude in range(-90, 91, step):
        y = view.y(latitude)
        if 0 < y < HEIGHT:
            yield f'<path d="M0 {y:.1f}H{WIDTH}"/>'
            yield f'<text class="degree" x="2" y="{y - 2:.1f}">{latitude}°</text>'


def _borders(view: _View) -> str:
    """Coasts and borders as one path, in whole pixels and only where they are seen: a kilobyte or two."""
    lines = chain.from_iterable(_seen(ring, view) for ring in country_borders(view.box))
    steps = ["L".join(f"{x} {y}" for x, y in line) for line in lines]
    if not steps:
        return ""
    return f'<path class="land" d="M{"M".join(steps)}"/>'


def _seen(line: Iterable[tuple[float, float]], view: _View) -> list[list[_Pixel]]:
    """The parts of a line that are near the map, each reaching beyond its edge."""
    pixels = (_Pixel(round(view.x(longitude)), round(view.y(latitude))) for longitude, latitude in line)
    different = (pixel for pixel, _ in groupby(pixels))
    parts: list[list[_Pixel]] = []
    for start, end in pairwise(different):
        if not start.is_near and not end.is_near:
            continue
        if not parts or parts[-1][-1] != start:
            parts.append([start])
        parts[-1].append(end)
    return parts


def _marks(points: list[_Point], view: _View) -> Iterator[str]:
    """A disc for each town, a dashed ring for what is larger, and the names that have room."""
    taken = [_disc_box(view.x(point.longitude), view.y(point.latitude)) for point in points]
    for point in points:
        x, y = view.x(point.longitude), view.y(point.latitude)
        kind, radius = ("exact", 4) if point.place.kind in _EXACT else ("wide", 8)
        title = f"<title>{escape(f'{point.place} · {point.place.kind}')}</title>"
        yield f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius}">{title}</circle>'
        name = point.place.name[:_LONGEST_LABEL]
        box = _free_box(_label_boxes(x, y, len(name) * _CHAR), taken)
        if box is not None:
            taken.append(box)
            yield f'<text x="{box[0]:.1f}" y="{y + 4:.1f}">{escape(name)}</text>'


def _free_box(boxes: Iterable[_Box], taken: list[_Box]) -> _Box | None:
    """The first of some boxes that overlaps none of those taken."""
    for box in boxes:
        if not any(_overlap(box, other) for other in taken):
            return box
    return None


def _disc_box(x: float, y: float) -> _Box:
    """What a disc covers."""
    return x - 4, y - 4, x + 4, y + 4


def _label_boxes(x: float, y: float, width: float) -> Iterator[_Box]:
    """Where a name of some width can go: right of its point or left of it, inside the map."""
    for left in (x + 8, x - 8 - width):
        if left > 0 and left + width < WIDTH:
            yield left, y - 8, left + width, y + 6


def _overlap(one: _Box, other: _Box) -> bool:
    """Whether two boxes share more than an edge."""
    if one[0] >= other[2] or other[0] >= one[2]:
        return False
    return one[1] < other[3] and other[1] < one[3]
