"""The options of linking."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Aggregate = Literal["modal", "conservative", "latest", "informative"]


class LinkSettings(BaseModel):
    """Options with their defaults; unknown names are refused.

    window_days  reports published more days apart are compared only if they date the event alike or share a rare name
    threshold    probability from which a report joins an incident
    aggregate    how the best figure is chosen: "modal" (given by most independent sources, then latest),
                 "conservative" (ACLED: the lowest), "latest", "informative" (the narrowest, then highest)
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    window_days: int = Field(default=30, ge=1)
    threshold: float = Field(default=0.5, ge=0.0, le=1.0)
    aggregate: Aggregate = "modal"
