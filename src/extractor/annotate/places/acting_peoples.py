"""Unknown names that only a dateline would place lie in the country of the people that act there.

"BANGKOK - Burmese soldiers shelled Ashkar" is no news of a town of Thailand.
"""

import re
from bisect import bisect
from collections.abc import Iterable

from extractor.annotate.places.candidates import Words
from extractor.annotate.places.to_record import Sense
from extractor.document.datelines import dateline_end
from extractor.gazetteer.entries import Entry
from extractor.gazetteer.index import Gazetteer

Spoken = list[tuple[int, str | None]]  # where a text speaks of a people or a country, and the country
_END = re.compile(r"[.!?\n]")


def put_with_people(senses: list[Sense], said: Words, gazetteer: Gazetteer) -> None:
    """Give names without a place, in a sentence of one people before them, that people's country as `near`.

    Burma for Ashkar in "BANGKOK - Burmese soldiers shelled Ashkar"; not where the text names the town of the dateline,
    or another place of its country, once more. The people stand before the name, else behind it: "shots were heard near
    Ashkar, Burmese police said".
    """
    named = _named_outside_datelines(senses, said)
    told = {entry.country for _, entry in named}
    spoken = _spoken_of(said, named, gazetteer)
    ends = [mark.start() for mark in _END.finditer(said.source)]
    for sense in senses:
        if sense.near is None or sense.near.country in told:
            continue
        start = said.offsets[sense.name.mentions[0].start]
        number = bisect(ends, start)
        country = _only_people([it for it in spoken if bisect(ends, it[0]) == number], start)
        sense.near = gazetteer.country(country) if country is not None else sense.near


def _named_outside_datelines(senses: Iterable[Sense], said: Words) -> list[tuple[int, Entry]]:
    """The places that a text names outside its datelines, with where it does.

    Kidal of "GAO, Mali (Agency) - Gunmen fled to Kidal".
    """
    named = [(said.offsets[it.start], sense.match) for sense in senses for it in sense.name.mentions]
    return [(start, match.entry) for start, match in named if match is not None and not _is_in_dateline(said, start)]


def _is_in_dateline(said: Words, start: int) -> bool:
    """Whether a character stands in the dateline of its line: that of "GAO, Mali (Agency) - Gunmen fled"."""
    end = dateline_end(said.source, said.source.rfind("\n", 0, start) + 1)
    return end is not None and start < end


def _spoken_of(said: Words, named: Iterable[tuple[int, Entry]], gazetteer: Gazetteer) -> Spoken:
    """The peoples and countries of a text.

    "Burmese" and "Myanmar" of "Burmese villagers said that Myanmar soldiers came."
    """
    capital = (at for at, is_capital in enumerate(said.capital) if is_capital)
    peoples: Spoken = [(said.offsets[at], gazetteer.demonym(said.texts[at])) for at in capital]
    return peoples + [(start, entry.country) for start, entry in named if entry.kind == "country"]


def _only_people(spoken: Spoken, start: int) -> str | None:
    """The country of the only people before a character, else of the only one at all; None for none and for several.

    >>> _only_people([(0, "MM"), (40, "GB")], 20), _only_people([(40, "GB")], 20), _only_people([(0, None)], 20)
    ('MM', 'GB', None)
    """
    everywhere = {country for _, country in spoken if country is not None}
    before = {country for at, country in spoken if at < start} & everywhere
    found = before or everywhere
    return next(iter(found)) if len(found) == 1 else None
