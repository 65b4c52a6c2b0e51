"""What a name is made of: words that count, surnames, initials."""

import re

from extractor.lexicon.tables import word_lists

_ARABIC_ARTICLE = re.compile(r"^(?:al|el|ash|as|ad|an|ar|at|az)-")
_SMALL_WORDS = word_lists("actors/words.txt")["small words of names"]


def name_words(key: str) -> list[str]:
    """The words of a person's name without the Arabic article.

    "assad" for "al-assad".
    """
    return [_ARABIC_ARTICLE.sub("", word) for word in key.split()]


def content_words(key: str) -> list[str]:
    """The words of an organization's name that are no articles and the like.

    >>> content_words("ministry of the interior")
    ['ministry', 'interior']
    """
    return [word for word in key.split() if word not in _SMALL_WORDS]


def acronym(name: str) -> str | None:
    """The letters of a name that looks like an acronym: "U.N."."""
    letters = name.replace(".", "")
    if 2 <= len(letters) <= 8 and letters.isupper():
        return letters
    return None


def initials(name: str) -> tuple[str, str]:
    """The first letters of the words that count, and of all words.

    >>> initials("Free Army of the North")
    ('FAN', 'FAOTN')
    """
    words = [word for part in name.split() for word in part.split("-") if word]
    counting = "".join(word[0] for word in words if word.lower() not in _SMALL_WORDS)
    return counting.upper(), "".join(word[0] for word in words).upper()


def is_acronym(short: str, long: str) -> bool:
    """Whether the first is the acronym of the second.

    >>> is_acronym('F.S.A.', 'Free Syrian Army'), is_acronym('FSA', 'Free Army')
    (True, False)
    """
    letters = acronym(short)
    return letters is not None and letters in initials(long)
