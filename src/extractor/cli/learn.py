"""`extractor learn`: words, names, places and confidence from events you have checked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.app import app, examples
from extractor.cli.options import SettingsFile, settings_of

if TYPE_CHECKING:
    from extractor.learn import Lesson


@app.command(
    epilog=examples(
        "extractor learn checked.jsonl --dry-run",
        "extractor learn checked.jsonl more.jsonl -o learned.toml",
        "extractor run article.txt --settings learned.toml",
    )
)
def learn(
    gold: Annotated[
        list[Path],
        typer.Argument(help="Checked events: results as JSON Lines, files saved by the page, or NAME.events.csv."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The settings file to make.")] = Path("learned.toml"),
    settings: SettingsFile = None,
    model: Annotated[str | None, typer.Option(help="Another installed English spaCy pipeline.")] = None,
    overwrite: Annotated[bool, typer.Option(help="Replace the files of an earlier lesson.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what would be learned, write nothing.")] = False,
) -> None:
    """Make a settings file of your own from events you have checked, and say what it gains on articles left out."""
    from extractor.evaluate.gold import read_gold
    from extractor.learn import learn as learn_from

    lesson = learn_from(read_gold(gold), settings_of(settings, model=model))
    typer.echo(_told(lesson))
    if dry_run:
        return
    if lesson.is_empty:
        typer.echo("nothing is written: nothing was learned")
        return
    written = lesson.write(output, overwrite=overwrite)
    typer.echo(f"written: {', '.join(map(str, written))}")
    typer.echo(f"use it: extractor run ARTICLE --settings {output}")


def _told(lesson: "Lesson") -> str:
    """What was learnt in some lines; what the terminal could take for a command is replaced."""
    lines = [f"{lesson.articles} articles, {lesson.events} checked events"]
    for verdict, some in (("added", lesson.kept), ("not added", lesson.dropped)):
        for tried in some:
            effect = f"better in {tried.better} articles, worse in {tried.worse}"
            lines.append(f"{verdict}  {tried.addition}  ({effect})")
    lines.append(f"confidence: log odds times {lesson.line.scale:g} plus {lesson.line.shift:g}")
    lines.append(f"least confidence: {lesson.threshold:g}")
    lines += lesson.notes
    if lesson.gains:
        lines.append("on articles left out, each with what the others teach:")
    for gain in lesson.gains:
        lines.append(f"  {gain.measure}: {gain.before:.3g} -> {gain.after:.3g} ({gain.items} items)")
    return "\n".join("".join(char if char.isprintable() else " " for char in line) for line in lines)
