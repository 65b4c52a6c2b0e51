"""The classes of time expressions with a sentence each; the documentation's table is made from it.

Every row: class, published, sentence with the expression in [brackets], type, value, earliest, latest (exclusive).
A sentence without brackets holds no time expression.
"""

Row = tuple[str, str | None, str, str | None, str | None, str | None, str | None]

ROWS: list[Row] = [
    ("days with a year", None, "The bridge fell on [Dec. 8, 2024].", "DATE", "2024-12-08", "2024-12-08", "2024-12-09"),
    (
        "days with a year",
        None,
        "They met on [12 March 1938] in Graz.",
        "DATE",
        "1938-03-12",
        "1938-03-12",
        "1938-03-13",
    ),
    (
        "days without a year",
        "2024-12-08",
        "A push began on [November 27].",
        "DATE",
        "2024-11-27",
        "2024-11-27",
        "2024-11-28",
    ),
    (
        "days without a year",
        "2024-12-08",
        "The talks open [Jan. 14].",
        "DATE",
        "2025-01-14",
        "2025-01-14",
        "2025-01-15",
    ),
    (
        "weekdays",
        "2024-12-08",
        "Two farmers said on [Sunday] that it rained.",
        "DATE",
        "2024-12-08",
        "2024-12-08",
        "2024-12-09",
    ),
    ("weekdays", "2024-12-08", "The mayor fled [last Tuesday].", "DATE", "2024-12-03", "2024-12-03", "2024-12-04"),
    ("weekends", "2024-12-08", "And [last weekend] the dam broke.", "DATE", "2024-W48-WE", "2024-11-30", "2024-12-02"),
    ("parts of day", "2024-12-08", "Shots rang out [last night].", "TIME", "2024-12-07TNI", "2024-12-07", "2024-12-08"),
    (
        "parts of day",
        "2024-12-08",
        "It burned on [Saturday evening].",
        "TIME",
        "2024-12-07TEV",
        "2024-12-07",
        "2024-12-08",
    ),
    ("units", "2024-12-08", "They held the port only [last week].", "DATE", "2024-W48", "2024-11-25", "2024-12-02"),
    ("units", "2024-12-08", "It may fall within [the next week].", "DATE", "2024-W50", "2024-12-09", "2024-12-16"),
    (
        "yesterday, today, tomorrow",
        "2024-12-08",
        "They celebrate [today].",
        "DATE",
        "2024-12-08",
        "2024-12-08",
        "2024-12-09",
    ),
    ("durations", "2024-12-08", "He ruled for [the past 13 years].", "DURATION", "P13Y", None, None),
    ("durations", None, "It ended his [24-year] rule.", "DURATION", "P24Y", None, None),
    ("durations", None, "A [five-decade] reign is over.", "DURATION", "P50Y", None, None),
    ("durations", None, "After [less than a day] of fighting they left.", "DURATION", "P1D", None, None),
    ("ages", None, "The 13-year-old conflict goes on.", None, None, None, None),
    ("vague references", "2024-12-08", "They have [now] left the city.", "DATE", "PRESENT_REF", None, None),
    ("years", None, "The group was founded in [2017] by students.", "DATE", "2017", "2017-01-01", "2018-01-01"),
    ("names that are no dates", "2024-12-08", "Theresa May resigned.", None, None, None, None),
]
