"""The words that name actors: common nouns with their sector, countries and their people, seats of government."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal, cast

from extractor.lexicon.tables import data_rows, word_lists

Form = Literal["human", "crowd", "group", "object"]


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """A common noun for actors: one person or several ("human"), many ("crowd"), a "group", or a thing."""

    form: Form
    sector: str | None


@cache
def actor_nouns() -> dict[str, ActorNoun]:
    """Lemma (words joined by "_") -> what it names."""
    nouns: dict[str, ActorNoun] = {}
    for head, words in word_lists("actors/nouns.txt").items():
        sector, form = head.split()
        noun = ActorNoun(cast(Form, form), None if sector == "-" else sector)
        for word in words:
            nouns.setdefault(word.replace(" ", "_"), noun)
    return nouns


@cache
def nouns_of(*forms: Form) -> frozenset[str]:
    """The nouns, words joined by "_", of some forms; a noun may be in lists of several."""
    lists = word_lists("actors/nouns.txt")
    return frozenset(word.replace(" ", "_") for head in lists if head.split()[1] in forms for word in lists[head])


@dataclass(frozen=True, slots=True)
class Country:
    """A country as an actor."""

    code: str
    name: str
    adjective: str


@cache
def countries() -> dict[str, Country]:
    """ISO 3166-1 alpha-2 code -> country.

    >>> countries()['CL'].name, countries()['CL'].adjective
    ('Chile', 'Chilean')
    """
    return {
        row["iso"]: Country(row["iso"], row["name"], row["adjectives"].split(";")[0])
        for row in data_rows("actors/countries.tsv")
    }


@cache
def _former_names() -> dict[str, tuple[str, date]]:
    """Country code -> the name that a country had before, and the last day of it."""
    rows = data_rows("actors/former_names.tsv")
    return {row["iso"]: (row["name"], date.fromisoformat(row["until"])) for row in rows}


def name_on(code: str, day: date | None) -> str:
    """The name of a country in news of a day; today's where no day is known.

    >>> name_on('RU', date(1986, 5, 1)), name_on('RU', None)
    ('Soviet Union', 'Russia')
    """
    if day is not None and code in _former_names():
        name, last = _former_names()[code]
        if day <= last:
            return name
    return countries()[code].name


@cache
def capital_names() -> frozenset[str]:
    """The names of capitals in lower case, with "london"."""
    rows = data_rows("actors/countries.tsv")
    return frozenset(plain(name) for row in rows for name in row["capitals"].split(";") if name.strip())


@cache
def country_names() -> dict[str, str]:
    """Name, capital or other name of a state, in lower case -> country code.

    >>> country_names()['chile']
    'CL'
    """
    names: dict[str, str] = {}
    for row in data_rows("actors/countries.tsv"):
        for name in [row["name"], *row["names"].split(";"), *row["capitals"].split(";")]:
            if name.strip():
                names.setdefault(plain(name), row["iso"])
    return names


@cache
def state_names() -> frozenset[str]:
    """The names of countries themselves, without capitals that are also towns.

    >>> 'chile' in state_names()
    True
    """
    rows = data_rows("actors/countries.tsv")
    return frozenset(plain(name) for row in rows for name in [row["name"], *row["names"].split(";")] if name)


@cache
def demonyms() -> dict[str, str]:
    """Adjective or word for the people of a country, in lower case -> country code.

    >>> demonyms()['chilean']
    'CL'
    """
    words: dict[str, str] = {}
    for row in data_rows("actors/countries.tsv"):
        for word in row["adjectives"].split(";"):
            if word.strip():
                words.setdefault(plain(word), row["iso"])
    return words


@cache
def given_names() -> dict[str, str]:
    """Given name in lower case -> "m" or "f"."""
    lists = word_lists("actors/given_names.txt")
    return {name: gender for gender, names in lists.items() for name in names}


@dataclass(frozen=True, slots=True)
class Seat:
    """A building or place that stands for an institution."""

    country: str
    sector: str


@cache
def seats() -> dict[str, Seat]:
    """Name in lower case -> the institution.

    >>> seats()['kremlin'].country
    'RU'
    """
    return {plain(row["name"]): Seat(row["country"], row["sector"]) for row in data_rows("actors/seats.tsv")}


_ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|its|their|his|her|our|my|your|some|any)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """A name for comparison: one space, lower case, no article before and no possessive after it.

    >>> plain("The  Kremlin's")
    'kremlin'
    """
    return strip_name(name).lower().replace("’", "'")


def strip_name(name: str) -> str:
    """A noun phrase without article, possessive pronoun and possessive ending, on one line.

    >>> strip_name("the army's"), strip_name('their own village')
    ('army', 'own village')
    """
    short = _POSSESSIVE.sub("", " ".join(name.split()))
    return _ARTICLE.sub("", short) or short
