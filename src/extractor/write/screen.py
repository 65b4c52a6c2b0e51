"""Extraction -> a table for people in a terminal. Control characters of the article never reach the screen."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.records import Extraction
from extractor.write.wording import HEADINGS, event_cells


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
    for name, ratio in zip(HEADINGS, (5, 4, 6, 10), strict=True):
        table.add_column(name, ratio=ratio, overflow="fold")
    for event in result.events:
        table.add_row(*map(_clean, event_cells(event, result)))
    console.print(table)


def _clean(text: str) -> Text:
    """A text without what the terminal could take for a command."""
    return Text("".join(char if char.isprintable() or char == "\n" else " " for char in text))
