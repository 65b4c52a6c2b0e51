"""`extractor evaluate`: how right the library is on events you have checked yourself."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.app import app, examples
from extractor.cli.options import SettingsFile, settings_of

if TYPE_CHECKING:
    from extractor.evaluate import Report


@app.command(
    epilog=examples(
        "extractor evaluate checked.jsonl",
        "extractor evaluate out.events.csv --settings learned.toml --mistakes 50",
    )
)
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(help="Checked events: results as JSON Lines, a file saved by the page, or NAME.events.csv."),
    ],
    predicted: Annotated[
        Path | None, typer.Option(help="Results to judge; without it the articles of the gold are extracted anew.")
    ] = None,
    incidents: Annotated[
        Path | None, typer.Option(help="Incidents to judge; GOLD are checked ones, as `extractor link` writes them.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Another installed English spaCy pipeline.")] = None,
    settings: SettingsFile = None,
    mistakes: Annotated[int, typer.Option(help="How many mistakes to print.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="The whole report as JSON.")] = False,
) -> None:
    """Score events against your own: precision, recall, F1, each slot, each type, and the mistakes."""
    if incidents is not None:
        _incidents(gold, incidents, json)
        return
    from extractor.errors import InputError
    from extractor.evaluate import evaluate as score
    from extractor.evaluate.gold import read_gold
    from extractor.read.results import stored_results

    checked = read_gold([gold])
    if predicted is not None:
        judged = {result.article.id: result for result in stored_results([predicted])}
        missing = [result.article.id for result in checked if result.article.id not in judged]
        if missing:
            raise InputError(f"{predicted} lacks the article {missing[0]} of {gold}")
        report = score((result, judged[result.article.id]) for result in checked)
    else:
        from extractor.pipeline import Extractor

        extractor = Extractor.from_settings(settings_of(settings, model=model))
        report = score((result, extractor.extract(result.article)) for result in checked)
    typer.echo(report.model_dump_json(indent=2) if json else _table(report, mistakes))


def _incidents(gold: Path, predicted: Path, as_json: bool) -> None:
    """Compare two stores of incidents and print the scores."""
    from extractor.cli.link import stored_incidents
    from extractor.evaluate.incidents import evaluate_incidents

    report = evaluate_incidents(stored_incidents(gold), stored_incidents(predicted))
    if as_json:
        typer.echo(report.model_dump_json(indent=2))
        return
    typer.echo(f"{report.reports} reports, {report.gold} gold incidents, {report.predicted} predicted")
    for name in ("pairs", "b3", "muc", "ceafe"):
        score = getattr(report, name)
        typer.echo(f"{name:14}P {score.precision:5.1f}  R {score.recall:5.1f}  F1 {score.f1:5.1f}")
    for name in ("conll", "exact", "over_merged", "under_merged"):
        typer.echo(f"{name:14}{getattr(report, name):5.1f} %")


def _table(report: "Report", mistakes: int) -> str:
    """The scores and the first mistakes as lines for people."""
    events = report.events
    lines = [
        f"{report.articles} articles, {events.gold} gold events, {events.predicted} predicted",
        f"{'events':14}P {events.precision:5.1f}  R {events.recall:5.1f}  F1 {events.f1:5.1f}",
        f"{'all slots':14}{report.whole:5.1f} % of the gold events",
        "",
        *(f"{slot:14}{score.right:5.1f} % of {score.pairs} pairs" for slot, score in report.slots.items()),
        "",
        *(
            f"{name:14}P {s.precision:5.1f}  R {s.recall:5.1f}  F1 {s.f1:5.1f}  gold {s.gold}"
            for name, s in report.types.items()
        ),
        "",
        *(_told(m.kind, m.slots, m.article, m.type, m.text) for m in report.mistakes[:mistakes]),
    ]
    return "\n".join(lines)


def _told(kind: str, slots: list[str], article: str, event_type: str, text: str) -> str:
    """A mistake in a line; what the terminal could take for a command is replaced."""
    line = f"{kind:8}{article}  {event_type:10}{' '.join(slots) + '  ' if slots else ''}{text}"
    return "".join(char if char.isprintable() else " " for char in line)
