"""The same event across articles: who says what of it, and how many sources are independent."""

from extractor.incidents.linker import link
from extractor.incidents.records import (
    Change,
    Dispute,
    Figure,
    Incident,
    IncidentPlace,
    Participant,
    Report,
    Side,
    Tally,
)
from extractor.incidents.settings import LinkSettings
from extractor.incidents.store import IncidentStore

__all__ = [
    "Change",
    "Dispute",
    "Figure",
    "Incident",
    "IncidentPlace",
    "IncidentStore",
    "LinkSettings",
    "Participant",
    "Report",
    "Side",
    "Tally",
    "link",
]
