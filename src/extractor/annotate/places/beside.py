"""What stands beside a name, token by token: the word at a place, and where the name before a word begins."""

from collections.abc import Iterator
from itertools import takewhile

from extractor.annotate.places.candidates import Words
from extractor.annotate.places.headings import ENDS_SENTENCE
from extractor.annotate.places.words import words

LISTED = 6  # names of one list
_RELATIVE = 7  # words behind a name up to the verb of ", which the rebels had shelled"
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


def listed_from(said: Words, start: int) -> Iterator[tuple[int, int]]:
    """The names of a list that begins at a token.

    "Ashkar", "Bir Lahmi" and "Tel Nur" from the first word of "Ashkar, Bir Lahmi and Tel Nur burned" on.
    """
    for _ in range(LISTED):
        end = end_of_name(said, start)
        if end == start:
            return
        yield start, end
        start = _behind_joint(said, end)
        if start == end:
            return


def _behind_joint(said: Words, end: int) -> int:
    """The first token behind "," or "and" or both; `end` itself where the list does not go on.

    That of "Tel" behind "Lahmi" in "Bir Lahmi, and Tel Nur".
    """
    at = end
    while at < len(said.lower) and said.lower[at] in (",", "and") and at < end + 2:
        at += 1
    return at


def is_told_of_behind(said: Words, end: int) -> bool:
    """Whether a clause behind a name tells what was there, or what was done to a place: ", where", ", which".

    True behind "Gao" of "Gao, where two died, is calm" and of "Gao, which rebels shelled, is calm"; not behind
    "Shell" of "Shell, which bought a field".
    """
    if word_at(said, end) != ",":
        return False
    if word_at(said, end + 1) == "where":
        return True
    if word_at(said, end + 1) != "which":
        return False
    clause: list[str] = list(takewhile(_is_plain, said.lower[end + 3 : end + _RELATIVE]))  # not the verb of "which"
    return not words("suffered").isdisjoint(clause)


def _is_plain(word: str) -> bool:
    """Whether a token is a word and no mark.

    >>> _is_plain("rebels"), _is_plain(",")
    (True, False)
    """
    return word.isalpha()
