"""Ordinary letter case for lines in capitals, so that the parser and the NER can read them.

Only lines without any lower-case word are touched, and only in the copy that is parsed: the length never changes.
"""

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[\"“]\s*)$")
MIN_LETTERS = 12


def recase(text: str) -> str:
    """Lines in capitals -> capitalised words; function words in lower case. Same length as the text.

    >>> recase("REBELS SEIZE ALEPPO AND HAMA")
    'Rebels Seize Aleppo and Hama'
    """
    return "\n".join(_recase_line(line) if _shouts(line) else line for line in text.split("\n"))


def _shouts(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(c.isupper() for c in letters) > 0.9 * len(letters)


def _recase_line(line: str) -> str:
    def fix(match: re.Match[str]) -> str:
        word = match[0]
        lower = word.lower()
        changed = lower if lower in FUNCTION_WORDS else lower[0].upper() + lower[1:]
        return changed if len(changed) == len(word) else word

    return _WORD.sub(fix, line)


FUNCTION_WORDS = frozenset(
    """a an the of in on at to for by and or but with from as is was were be been are has have had will would not no
    that this it its his her their he she they who which after before over under into out up down off than""".split()  # noqa: SIM905
)
