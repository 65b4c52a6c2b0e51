"""The same event across articles: who says what of it, and how many sources are independent."""

from extractor.incidents.linker import link
from extractor.incidents.records import Dispute, Figure, Incident, IncidentPlace, Participant, Report, Side, Tally
from extractor.incidents.settings import LinkSettings

__all__ = [
    "Dispute",
    "Figure",
    "Incident",
    "IncidentPlace",
    "LinkSettings",
    "Participant",
    "Report",
    "Side",
    "Tally",
    "link",
]
