"""A file of one run that keeps something of each article where it was put."""

import marshal
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from struct import Struct
from typing import Any

from extractor.incidents.account import AccountPlace
from extractor.incidents.profile import ArticleProfile, Profile

_SIZE = Struct("<I")
_OWN = ("event", "rank", "type", "group", "mode", "days", "time_precision", "place")  # the place comes last
_COMPARED = ("sources", "targets", "victims", "dead", "names", "rare", "words", "triggers")
_STANDING = ("mentions", "counts", "unreal", "negative")
_FIELDS = (*_OWN, *_COMPARED, *_STANDING)
_PLACE = _OWN.index("place")
_fields = attrgetter(*_FIELDS)
_article_fields = attrgetter("id", "published", "words", "lead", "names", "countries")


class Shelf:
    """`add` gives where something is kept, `at` reads it there."""

    def __init__(self, path: Path) -> None:
        self._writing, self._reading = path.open("wb"), path.open("rb")
        self._end = 0

    def add(self, kept: bytes) -> int:
        """Keep something; gives where it is."""
        start = self._end
        self._writing.write(_SIZE.pack(len(kept)))
        self._writing.write(kept)
        self._end += _SIZE.size + len(kept)
        return start

    def flush(self) -> None:
        """Let all that was added be read."""
        self._writing.flush()

    def at(self, start: int) -> bytes:
        """What was kept there."""
        self._reading.seek(start)
        (size,) = _SIZE.unpack(self._reading.read(_SIZE.size))
        return self._reading.read(size)

    def close(self) -> None:
        """Close the file."""
        self._writing.close()
        self._reading.close()


def packed(profiles: Sequence[Profile]) -> bytes:
    """The profiles of an article's events as bytes that this interpreter reads quickly."""
    rows: list[tuple[Any, ...]] = []
    for profile in profiles:
        row = list(_fields(profile))
        if profile.place is not None:
            row[_PLACE] = profile.place.model_dump()
        rows.append(tuple(row))
    return marshal.dumps((_article_fields(profiles[0].article), rows))


def unpacked(kept: bytes) -> list[Profile]:
    """The profiles that were packed."""
    lent, rows = marshal.loads(kept)  # noqa: S302 - written by this run, into a folder of its own
    article = ArticleProfile(*lent)
    return [_profile(article, row) for row in rows]


def _profile(article: ArticleProfile, row: Sequence[Any]) -> Profile:
    """A profile from its fields behind the article, in their order."""
    *own, place = row[: len(_OWN)]
    told: list[Any] = [article, *own, None if place is None else AccountPlace.made(**place), *row[len(_OWN) :]]
    return Profile(*told)
