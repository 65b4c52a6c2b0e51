"""An event in words for people: the cells of the tables in terminals and notebooks."""

from extractor.records import Count, Event, Extraction, Modality, Place, Polarity

HEADINGS = ("when, where", "what", "who → to whom", "words")


def event_cells(event: Event, result: Extraction) -> tuple[str, str, str, str]:
    """The cells below HEADINGS, some of several lines; nothing is escaped."""
    what = "\n".join(
        part for part in (f"{event.type} {event.mode or ''}".strip(), _acled(event), _counts(event)) if part
    )
    source = ", ".join(result.names(event.source)) or "?"
    target = ", ".join(result.names(event.target))
    return (
        f"{_days(event)}\n{_where(result.place(event))}",
        what,
        f"{source}\n→ {target}" if target else source,
        f"“{_words(event, result)}”\n{_certainty(event, result)}",
    )


def _days(event: Event) -> str:
    """The days of an event: one, or the first and the last."""
    if event.start_date is None:
        return "no date"
    if event.end_date in (None, event.start_date):
        return event.start_date.isoformat()
    return f"{event.start_date} to {event.end_date}"


def _where(place: Place | None) -> str:
    """The name and the coordinates of a place."""
    if place is None:
        return "no place"
    name = f"{place.name}, {place.country_code}" if place.country_code else place.name
    if place.latitude is None or place.longitude is None:
        return name
    return f"{name}\n{place.latitude:.2f}, {place.longitude:.2f}"


def _acled(event: Event) -> str:
    """The sub-event type of ACLED."""
    return event.acled.sub_event_type if event.acled else ""


def _counts(event: Event) -> str:
    """What the text says of dead, injured, detained and displaced people."""
    slots = {
        "dead": event.fatalities,
        "injured": event.injured,
        "detained": event.detained,
        "displaced": event.displaced,
    }
    return ", ".join(f"{name}: {_count(count)}" for name, count in slots.items() if count)


def _count(count: Count) -> str:
    """The words of a count; with the numbers where it may be none: "0 to 2 (two guards)" of those who were shot."""
    words = " ".join(count.text.split())
    return f"0 to {count.high} ({words})" if count.low == 0 and count.high else words


def _words(event: Event, result: Extraction) -> str:
    """The words of the claim that tells an event first."""
    text = next((claim.text for claim in result.claims_of(event)), "")
    return " ".join(text.split())


def _certainty(event: Event, result: Extraction) -> str:
    """How sure an event is: whether it is denied, who says so, and the confidence."""
    words = ["not"] if event.polarity is Polarity.NEGATIVE else []
    words.append(event.modality.value)
    if event.modality is not Modality.ASSERTED:
        words += [f"by {name}" for name in result.names(event.claimed_by)]
    if event.disputed_by:
        words.append("disputed by " + ", ".join(result.names(event.disputed_by)))
    return f"{' '.join(words)} · {event.confidence:.2f}"
