"""How far two points are apart: for the scripts of this folder."""

from math import asin, cos, radians, sin, sqrt


def km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance of two points given in degrees, in kilometres.

    >>> round(km(52.52, 13.41, 48.86, 2.35))
    878
    """
    a, b, c, d = map(radians, (latitude, longitude, other_latitude, other_longitude))
    return 12742 * asin(min(1.0, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))
