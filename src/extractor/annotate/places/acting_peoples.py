"""Unknown names that only a dateline would place lie in the country of the people that act there.

"BANGKOK - Burmese soldiers shelled Ashkar" is no news of a town of Thailand.
"""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence

from extractor.annotate.places.candidates import Words
from extractor.annotate.places.to_record import Sense
from extractor.document.datelines import dateline_end
from extractor.gazetteer.entries import Entry
from extractor.gazetteer.index import Gazetteer

Spoken = list[tuple[int, str]]  # where a text speaks of a people or a country, and the country


def put_with_people(senses: list[Sense], said: Words, gazetteer: Gazetteer) -> None:
    """Give names without a place, in a sentence of one people before them, that people's country as `near`.

    Burma for Ashkar in "BANGKOK - Burmese soldiers shelled Ashkar"; not where the text names the town of the dateline,
    or another place of its country, once more. The people stand before the name, else behind it: "shots were heard near
    Ashkar, Burmese police said".
    """
    if all(sense.near is None for sense in senses):
        return
    named = _named_outside_datelines(senses, said)
    told = {entry.country for _, entry in named}
    starts = [said.offsets[at] for at in said.sentence_starts if at < len(said.offsets)]
    spoken = _by_sentence(_spoken_of(said, named, gazetteer), starts)
    for sense in senses:
        if sense.near is None or sense.near.country in told:
            continue
        start = said.offsets[sense.name.mentions[0].start]
        country = _only_people(spoken.get(bisect(starts, start), []), start)
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


def _spoken_of(said: Words, named: Iterable[tuple[int, Entry]], gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """The peoples and countries of a text.

    "Burmese" and "Myanmar" of "Burmese villagers said that Myanmar soldiers came."
    """
    for offset, text, is_capital in zip(said.offsets, said.texts, said.capital, strict=True):
        country = gazetteer.demonym(text) if is_capital else None
        if country is not None:
            yield offset, country
    for start, entry in named:
        if entry.kind == "country" and entry.country is not None:
            yield start, entry.country


def _by_sentence(spoken: Iterable[tuple[int, str]], starts: Sequence[int]) -> dict[int, Spoken]:
    """The peoples by the number of the sentence that speaks of them, which begin at some characters.

    >>> _by_sentence([(4, "MM"), (40, "GB")], [0, 30])
    {1: [(4, 'MM')], 2: [(40, 'GB')]}
    """
    found: dict[int, Spoken] = {}
    for start, country in spoken:
        found.setdefault(bisect(starts, start), []).append((start, country))
    return found


def _only_people(spoken: Spoken, start: int) -> str | None:
    """The country of the only people before a character, else of the only one at all; None for none and for several.

    >>> _only_people([(0, "MM"), (40, "GB")], 20), _only_people([(40, "GB")], 20), _only_people([], 20)
    ('MM', 'GB', None)
    """
    found = {country for at, country in spoken if at < start} or {country for _, country in spoken}
    return next(iter(found)) if len(found) == 1 else None
