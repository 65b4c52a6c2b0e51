"""The words of acts that did not take place, or that nobody did on purpose."""

from extractor.lexicon.tables import word_lists


def words(name: str) -> frozenset[str]:
    """A list of data/en/events/irrealis.txt.

    `words("rehearsing")` has "rehearse" and "simulate".
    """
    return word_lists("events/irrealis.txt")[name]
