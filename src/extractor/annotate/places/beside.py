"""What stands beside a name, token by token: the word at a place, and where the name before a word begins."""

from extractor.annotate.places.candidates import Words
from extractor.annotate.places.words import words

LONGEST = 4  # capitalised words of a name, with as many particles


def word_at(said: Words, at: int) -> str:
    """The word at a token in lower case, "" outside the text.

    "of" behind "fall" in "fall of Homs".
    """
    return said.lower[at] if 0 <= at < len(said.lower) else ""


def start_of_name(said: Words, end: int) -> int:
    """Where the name that ends before a token begins.

    Before the comma of "At Wadi Nur, 20 km north of Marib" that is "At", which opens the sentence with a capital.
    """
    start = at = end
    while at > 0 and end - at < LONGEST * 2:
        at -= 1
        if said.capital[at] and said.texts[at][0].isalpha():
            start = at
        elif start == end or said.lower[at] not in words("name_particles"):
            break
    return start
