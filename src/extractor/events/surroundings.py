"""What the words around a trigger say: the means of an attack, and worlds that only borrow the words of conflict."""

import tomllib
from functools import cache

from extractor.events.proposition import Proposition
from extractor.lexicon import LEXICON, entries, rows, word_classes

# Verbal types are as much at home in business and sport news as anywhere; only these borrow words.
_BORROWED = frozenset({"ASSAULT", "COERCE", "RETREAT", "PROTEST", "MOBILIZE", "CONCEDE", "AID", "AGREE", "SUPPORT"})


@cache
def _means() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((mode, frozenset(entries(words))) for mode, words in rows(LEXICON / "instruments.txt"))


def mode_of_means(proposition: Proposition) -> str | None:
    """The ASSAULT mode by the instrument or agent ("gunmen"), else by the words of the clause; None without a means."""
    sides = (proposition.instrument, proposition.agent)
    named = frozenset(side.head for side in sides if side)
    for words in (named, proposition.words):
        for mode, means in _means():
            if not means.isdisjoint(words):
                return mode
    return None


@cache
def _worlds() -> tuple[tuple[frozenset[str], int, frozenset[str]], ...]:
    known = tomllib.loads((LEXICON / "blockers.toml").read_text(encoding="utf-8"))
    classes = word_classes()
    return tuple(
        (
            frozenset().union(*(classes[name] for name in world["classes"])),
            world["enough"],
            frozenset().union(*(classes[name] for name in world["unless"])),
        )
        for world in known.values()
    )


def borrowed_words(event_type: str, sentence: frozenset[str]) -> bool:
    """Whether the sentence is about sport, film or business, so that its trigger is no event."""
    if event_type not in _BORROWED:
        return False
    return any(len(words & sentence) >= enough and unless.isdisjoint(sentence) for words, enough, unless in _worlds())
