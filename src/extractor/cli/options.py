"""Options that several commands have."""

from enum import StrEnum


class PublishedFor(StrEnum):
    """Whose publication date `--published` is: of articles that bring none, or of all."""

    MISSING = "missing"
    ALL = "all"


class DateOrder(StrEnum):
    """The order of day and month in 04/03/2024."""

    AUTO = "auto"
    DMY = "DMY"
    MDY = "MDY"
