"""Extraction -> a table for people in a terminal. Control characters of the article never reach the screen."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.records import Event, Extraction, Modality, Place, Polarity


def print_events(result: Extraction, console: Console | None = None) -> None:
    """Print the events of one article: when and where, what, who to whom, and the words with who says so."""
    console = console or Console()
    article = result.article
    head = article.title or article.text.strip()[:70].split("\n")[0]
    console.print(_clean(f"{head}  ({article.published or 'no publication date'})"), style="bold")
    if not result.events:
        console.print("no events found")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0))
    for name, ratio in (("when, where", 5), ("what", 4), ("who → to whom", 6), ("words", 10)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for event in result.events:
        table.add_row(*map(_clean, _cells(event, result)))
    console.print(table)


def _cells(event: Event, result: Extraction) -> tuple[str, str, str, str]:
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
    if event.start_date is None:
        return "no date"
    if event.end_date in (None, event.start_date):
        return event.start_date.isoformat()
    return f"{event.start_date} to {event.end_date}"


def _where(place: Place | None) -> str:
    if place is None:
        return "no place"
    name = f"{place.name}, {place.country_code}" if place.country_code else place.name
    if place.latitude is None or place.longitude is None:
        return name
    return f"{name}\n{place.latitude:.2f}, {place.longitude:.2f}"


def _acled(event: Event) -> str:
    return event.acled.sub_event_type if event.acled else ""


def _counts(event: Event) -> str:
    slots = {
        "dead": event.fatalities,
        "injured": event.injured,
        "detained": event.detained,
        "displaced": event.displaced,
    }
    return ", ".join(f"{name}: {' '.join(count.text.split())}" for name, count in slots.items() if count)


def _words(event: Event, result: Extraction) -> str:
    text = next((claim.text for claim in result.claims_of(event)), "")
    return " ".join(text.split())


def _certainty(event: Event, result: Extraction) -> str:
    words = ["not" if event.polarity is Polarity.NEGATIVE else "", event.modality.value]
    if event.modality is not Modality.ASSERTED:
        words += [f"by {name}" for name in result.names(event.claimed_by)]
    if event.disputed_by:
        words.append("disputed by " + ", ".join(result.names(event.disputed_by)))
    return " ".join(word for word in words if word) + f" · {event.confidence:.2f}"


def _clean(text: str) -> Text:
    return Text("".join(char if char.isprintable() or char == "\n" else " " for char in text))
