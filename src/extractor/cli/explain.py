"""`extractor explain`: why the events of a text are as they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.app import app, examples
from extractor.cli.options import SettingsFile, settings_of
from extractor.errors import InputError

if TYPE_CHECKING:
    from extractor.events.explain import Explanation
    from extractor.records import Article, Extraction

LONGEST_NAME = 255  # what is longer is no file name but a text
CANDIDATES = 5  # of days and places that are shown


@app.command(
    epilog=examples(
        "extractor explain article.txt --published 2024-12-01",
        'extractor explain "Jets bombed a hospital in Marib on Sunday." --event 1',
    )
)
def explain(
    given: Annotated[str, typer.Argument(metavar="FILE|TEXT", help="A file with an article, or a text in quotes.")],
    event: Annotated[int | None, typer.Option(min=1, help="Only the event of this number, counted from 1.")] = None,
    published: Annotated[str | None, typer.Option(help="Publication date, where the file names none.")] = None,
    settings: SettingsFile = None,
) -> None:
    """Say why the events of a text are as they are: rules, argument paths, joined mentions, days and places."""
    from extractor.assemble import assemble
    from extractor.events.explain import explanations
    from extractor.pipeline import Extractor

    known = settings_of(settings)
    doc = Extractor.from_settings(known).annotate(_article(given, published))
    result, found = assemble(doc), explanations(doc, known)
    if event is not None and event > len(found):
        raise InputError(f"there is no event {event}: the text has {len(found)}")
    for number, explanation in enumerate(found, 1):
        if event in (None, number):
            for line in _lines(number, explanation, result):
                typer.echo("".join(char if char.isprintable() else " " for char in line))
    if not found:
        typer.echo("no events")


def _article(given: str, published: str | None) -> "Article":
    """The first article of a file; what names no file is the text itself."""
    from extractor.read import ReadOptions, read
    from extractor.read.article import make_article

    if len(given) > LONGEST_NAME or not Path(given).is_file():
        return make_article(given if published is None else {"text": given, "published": published})
    for reading in read([given], ReadOptions(published=published).checked()):
        if reading.article is None:
            raise InputError(f"{reading.where}: {reading.problem}")
        return reading.article
    raise InputError(f"{given} holds no article")


def _lines(number: int, explanation: "Explanation", result: "Extraction") -> Iterator[str]:
    """An event with its sides, triggers, rules, reasons, and the days and places it could have had."""
    event = explanation.event
    yield f"{number}. {event.type} {event.mode or ''}".rstrip() + f"  {event.confidence}"
    yield f"   source: {', '.join(result.names(event.source)) or 'none'}"
    yield f"   target: {', '.join(result.names(event.target)) or 'none'}"
    for claim in result.claims_of(event):
        yield f"   trigger: {claim.trigger.text!r} at {claim.trigger.start}"
    for rule, text in explanation.rules:
        yield f"   rule {rule}  {text}".rstrip()
    yield from (f"   {reason}" for reason in event.reasons)
    for slot, candidates in (("day", explanation.days), ("place", explanation.places)):
        for name, score in candidates[:CANDIDATES]:
            yield f"   {slot} {score:+.2f}  {name}"
