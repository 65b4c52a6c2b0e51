"""Who an article says it is by: the agency it credits, and its byline. By form alone, as outlets are without number."""

import re

from extractor.lexicon.tables import word_lists

_NAME = r"[A-Z][\w&.'’-]*(?: (?:of|the|and|de|del|al|[A-Z&][\w&.'’-]*)){0,4}"
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*\.?){1,3}"
# "GAO, Mali, May 9 (Coast Wire) -": behind the place of the first line, before a dash.
_IN_DATELINE = re.compile(rf"\A[^\n()]{{0,60}}\(({_NAME})\) ?(?:--?|[—–_:]) ?")
# "(Coast Wire)", "— Coast Wire", "Source: Coast Wire" as the last words.
_AT_END = re.compile(rf"(?:\(({_NAME})\)|\n\s*(?:--?|[—–]) ?({_NAME})|\n\s*Source: ({_NAME}))[.\s]*\Z")
_BYLINE = re.compile(rf"^[Bb][Yy] ({_PERSON}(?:(?:, | and ){_PERSON}){{0,3}})(?:, ({_NAME}))?\s*$", re.MULTILINE)
_REPORTED_BY = re.compile(rf"\b(?:Reporting|Written|Report) by ({_PERSON}(?:(?:, | and ){_PERSON}){{0,3}})")
_HEAD = 400  # characters in which a byline stands
_TAIL = 300
_NOT_AN_AGENCY = word_lists("layout/words.txt")["no agencies"]


def agency(text: str) -> str | None:
    """The agency or outlet that an article has its text from.

    >>> agency("GAO, Mali, May 9 (Coast Wire) - Gunmen attacked a bus.")
    'Coast Wire'
    >>> agency("Gunmen attacked a bus on Monday. (Plains Herald)")
    'Plains Herald'
    """
    start = text.lstrip()
    found = _IN_DATELINE.match(start) or _AT_END.search(text[-_TAIL:])
    if found is None:
        return None
    name = next(group for group in found.groups() if group).rstrip(".")
    return None if name.lower() in _NOT_AN_AGENCY else name


def byline(text: str) -> str | None:
    """The persons who signed an article, in its own words.

    >>> byline("By Jane Doe and John Roe\\n\\nGunmen attacked a bus.")
    'Jane Doe and John Roe'
    """
    found = _BYLINE.search(text[:_HEAD]) or _REPORTED_BY.search(text[-_TAIL:])
    return found[1] if found is not None else None
