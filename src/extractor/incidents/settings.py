"""The options of linking."""

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from extractor.records import Event, Extraction

SameEvent = Callable[[tuple[Extraction, Event], tuple[Extraction, Event]], bool | None]
Aggregate = Literal["modal", "conservative", "latest", "informative"]


class LinkSettings(BaseModel):
    """Options with their defaults; unknown names are refused.

    window_days  reports of one event are published at most so many days apart, unless a date or names say otherwise
    threshold    probability from which a report joins an incident
    aggregate    how the best figure is chosen: "modal" (given by most independent sources, then latest),
                 "conservative" (ACLED: the lowest), "latest", "informative" (the narrowest, then highest)
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    window_days: int = Field(default=30, ge=1)
    threshold: float = Field(default=0.5, ge=0.0, le=1.0)
    aggregate: Aggregate = "modal"
