"""What a sentence is about: conflict and politics, or sport, business, entertainment, nature, which borrow their words.

"Butchered the attack" tells of cricket beside "wicket" and "chase". Each common word of a sentence speaks for each of
these domains or against it (domain_words.tsv, fitted by models/fit_domains.py); summed, they give the odds.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from math import exp, log

from extractor.lexicon.tables import data_lines

DOMAINS = ("sport", "business", "entertainment", "nature")
SCORE = "0-0"  # stands among the words of a sentence for the score of a game
PERCENT = "%"
ALWAYS = "*"  # what speaks for each domain before any word has
_TENTHS = 10
_FARTHEST = 30.0  # log-odds beyond which none is surer


def domain_odds(lemmas: Iterable[str]) -> tuple[float, ...]:
    """The log-odds of each of `DOMAINS` against conflict, for a sentence of some words, each once.

    >>> [odds > 0 for odds in domain_odds("batsman bowler innings wicket".split())]
    [True, False, False, False]
    """
    weights = _weights()
    tenths = list(weights[ALWAYS])
    for lemma in lemmas:
        for number, weight in enumerate(weights.get(lemma, ())):
            tenths[number] += weight
    return tuple(total / _TENTHS for total in tenths)


def odds_of_any(domains: Iterable[str], odds: tuple[float, ...]) -> float:
    """The log-odds that a sentence is of one of some domains, by those of each.

    >>> odds_of_any({"sport", "nature"}, (2.0, 5.0, -1.0, 2.0))
    2.69
    """
    named = set(domains)
    bounded = [max(-_FARTHEST, min(one, _FARTHEST)) for one in odds]  # so that no sum of powers is 0 or endless
    return round(log(sum(exp(one) for name, one in zip(DOMAINS, bounded, strict=True) if name in named)), 2)


@cache
def _weights() -> Mapping[str, tuple[int, ...]]:
    """Lemma -> tenths of log-odds for each of the domains against conflict."""
    rows = (line.split("\t") for line in data_lines("lexicon/domain_words.tsv"))
    return {word: tuple(map(int, numbers.split())) for word, numbers in rows}
