"""Pronouns as mentions: person, number and gender from `data/en/actors/pronouns.tsv`."""

from dataclasses import dataclass
from functools import cache

from extractor.annotate.actors.mention import Mention
from extractor.document.tokens import Word
from extractor.lexicon.tables import data_rows


@dataclass(frozen=True, slots=True)
class _Pronoun:
    gender: str | None
    plural: bool
    person: int


@cache
def pronouns() -> dict[str, _Pronoun]:
    """Pronoun -> gender, number and person.

    >>> pronouns()['she'].gender, pronouns()['they'].plural
    ('f', True)
    """
    return {
        row["pronoun"]: _Pronoun(
            None if row["gender"] == "-" else row["gender"], row["number"] == "p", int(row["person"])
        )
        for row in data_rows("actors/pronouns.tsv")
    }


def pronoun_mention(token: Word) -> Mention | None:
    """A pronoun as a mention; None for one that means nobody.

    "They" of "they fled"; nothing for the "there" of "there were two".
    """
    known = pronouns().get(token.lower_)
    if known is None or (token.dep_ in ("expl",)):
        return None
    return Mention(
        token.i,
        token.i,
        token.i + 1,
        "pronoun",
        None,
        token.text,
        token.lower_,
        plural=known.plural,
        gender=known.gender,
        person=known.person,
    )
