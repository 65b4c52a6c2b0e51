"""The five-W answers of an article from its headline and lead."""

from collections.abc import Sequence

from extractor.document.tokens import Words
from extractor.events.five_w.cause import how, why
from extractor.events.five_w.lead import LeadSentence
from extractor.events.five_w.main_clause import main_verb, what, who
from extractor.events.five_w.time_and_place import when, where
from extractor.records import DateExpression, FiveW, Place, Span


def five_w(
    words: Words, lead: Sequence[LeadSentence], dates: Sequence[DateExpression], places: Sequence[Place]
) -> FiveW:
    """Who did what, when, where, why and how, each None where the lead does not tell.

    Of "Rebels seized the town of Homs on Monday.": who "Rebels", what "seized the town of Homs", when "Monday", where
    "Homs", why and how None.
    """
    verb = main_verb(lead)
    date = when(lead, dates)
    place = where(words, lead, places)
    return FiveW(
        who=who(verb) if verb is not None else None,
        what=what(verb) if verb is not None else None,
        when=Span(start=date.start, end=date.end, text=date.text) if date is not None else None,
        where=place[0] if place is not None else None,
        why=why(lead),
        how=how(lead),
        date=date.id if date is not None else None,
        place=place[1] if place is not None else None,
    )
