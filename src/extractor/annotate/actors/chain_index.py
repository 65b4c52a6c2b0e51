"""Where to look for the chain of a mention: among those with a word of its name, so that not every chain is asked.

Of the chains that share a handle those mentioned last with it are asked, at most HORIZON: more than an article holds,
few enough for a book.
"""

from collections.abc import Callable, Iterable
from itertools import combinations, islice
from typing import Generic, TypeVar

from extractor.annotate.actors.name_parts import acronym, content_words, initials, name_words

HORIZON = 200
LONGEST = 12  # words that count; a name with more has no other forms

C = TypeVar("C")


def whole(key: str) -> str:
    """The handle of a whole name or description.

    >>> whole('free syrian army')
    '=free syrian army'
    """
    return f"={key}"


def _pairs(words: list[str]) -> list[str]:
    """The pairs of the words of a name; a longer name that has all its words has the first of them too."""
    if len(words) > LONGEST:
        return []
    return [f"{first} {second}" for first, second in combinations(sorted(words), 2)]


def forms(words: list[str]) -> list[str]:
    """The handles of a name by the words that count, by which shorter and longer forms of it find it.

    >>> forms(['free', 'syrian', 'army'])
    ['<army free', '<army syrian', '<free syrian', '>army free']
    """
    pairs = _pairs(words)
    return [*(f"<{pair}" for pair in pairs), *(f">{pair}" for pair in pairs[:1])]


def other_forms(words: list[str]) -> list[str]:
    """The handles of names that can be longer and shorter forms of a name with these words.

    >>> other_forms(['free', 'syrian', 'army'])
    ['<army free', '>army free', '>army syrian', '>free syrian']
    """
    pairs = _pairs(words)
    return [*(f"<{pair}" for pair in pairs[:1]), *(f">{pair}" for pair in pairs)]


def title(word: str) -> str:
    """The handle of who has a word in the title.

    >>> title('minister')
    '@minister'
    """
    return f"@{word}"


def state(country: str | None) -> str:
    """The handle of a country that acts.

    >>> state('CL')
    '!CL'
    """
    return f"!{country}"


def letters(name: str) -> list[str]:
    """The handles of an acronym and of what it stands for.

    >>> letters('FSA'), letters('Free Syrian Army')
    (['~FSA', '~F', '~F'], ['~FSA', '~FSA'])
    """
    return [f"~{short}" for short in (acronym(name), *initials(name)) if short]


def handles(name: str, key: str) -> list[str]:
    """All handles of a name with its plain form `key`; single words are handles too."""
    return [whole(key), *key.split(), *name_words(key), *forms(content_words(key)), *letters(name)]


class ChainIndex(Generic[C]):
    """Chains by handle."""

    def __init__(self) -> None:
        self._by_handle: dict[str, dict[int, C]] = {}  # the same by identity, the one mentioned last at the end
        self._turns: dict[int, int] = {}
        self._turn = 0

    def add(self, chain: C, given: Iterable[str]) -> None:
        """Note that a chain is mentioned, with some handles.

        `index.add(chain, ["=rebels", "rebels"])` where the article says "the rebels".
        """
        self._turn += 1
        self._turns[id(chain)] = self._turn
        for handle in given:
            known = self._by_handle.setdefault(handle, {})
            known.pop(id(chain), None)
            known[id(chain)] = chain

    def latest(self, given: Iterable[str], test: Callable[[C], bool]) -> C | None:
        """Of the chains with one of some handles that pass a test the one mentioned last.

        `index.latest(["rebels"], lambda chain: chain.plural)` is the group that was last called rebels.
        """
        found: dict[int, C] = {}
        for handle in given:
            known = self._by_handle.get(handle)
            if known is not None:
                found.update(islice(reversed(known.items()), HORIZON))
        order = sorted(found, key=self._turns.__getitem__, reverse=True) if len(found) > 1 else found
        for at in order:
            if test(found[at]):
                return found[at]
        return None
