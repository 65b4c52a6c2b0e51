"""What a reader of the page did to the events of an article, as the page saves it (docs/correcting.md)."""

import json
from typing import Literal

from extractor.records import Event, Extraction, Record

_FIRST_KEY = '{"corrections":'  # the page writes it first, so that other lines need not be searched for it


class Correction(Record):
    """What was done to one event. `before` is the event as the library had it, None for one that was added.

    A changed event may have taken in others: those are "merged", and `into` names it.
    """

    event: str
    action: Literal["accepted", "rejected", "changed", "merged", "added", "unchecked"]
    into: str | None = None
    before: Event | None = None


class Corrections(Record):
    """All that was done to the events of an article; `complete` when none of them is unchecked."""

    version: Literal[1]
    complete: bool
    events: list[Correction]


class Checked(Record):
    """A result, with the corrections that led to it; None for a result that nobody corrected in the page."""

    result: Extraction
    corrections: Corrections | None = None


def parse_checked(line: str) -> Checked:
    """One line of a file of results. Raises pydantic's ValidationError."""
    if not line.startswith(_FIRST_KEY):
        return Checked(result=Extraction.model_validate_json(line))
    try:
        given = json.loads(line)
    except json.JSONDecodeError:
        return Checked(result=Extraction.model_validate_json(line))  # raises with the place of the mistake
    corrections = Corrections.model_validate(given.pop("corrections"))
    return Checked(result=Extraction.model_validate(given), corrections=corrections)
