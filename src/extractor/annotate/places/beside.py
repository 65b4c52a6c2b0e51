"""What stands beside a name, token by token: the word at a place, and where the name before a word begins."""

from extractor.annotate.places.candidates import Words
from extractor.annotate.places.headings import ENDS_SENTENCE
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


def end_of_name(said: Words, start: int) -> int:
    """Where the name that begins at a token ends; the token itself where none begins.

    Behind "Lahmi" of "the villages of Bir Lahmi and Ashkar".
    """
    end = at = start
    while at < len(said.lower) and at - start < LONGEST * 2:
        if said.capital[at] and said.texts[at][0].isalpha():
            end = at + 1
        elif end == start or said.lower[at] not in words("name_particles"):
            break
        at += 1
    return end


def start_of_clause(said: Words, end: int, most: int) -> int:
    """Where the words of the same sentence before a token begin, at most so many.

    That of "Rovers" before "Leeds" in "It rained. Rovers bought a winger from Leeds".
    """
    first = max(0, end - most)
    stops = [at + 1 for at in range(first, end) if said.texts[at].strip() in ENDS_SENTENCE]
    return max([first, *stops])
