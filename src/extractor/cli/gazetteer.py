"""`extractor gazetteer info` and `extractor gazetteer build`."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.app import app, examples

commands = typer.Typer(no_args_is_help=True, help="Look at the gazetteer, or build a bigger one from GeoNames.")
app.add_typer(commands, name="gazetteer")


@commands.command(epilog=examples("extractor gazetteer info"))
def info(
    file: Annotated[Path | None, typer.Argument(help="A gazetteer file; the one in use when left out.")] = None,
) -> None:
    """Print what a gazetteer holds, where it comes from and its version."""
    from extractor.gazetteer.index import DEFAULT_PATH, open_gazetteer

    gazetteer = open_gazetteer(file or DEFAULT_PATH)
    typer.echo(f"file      {gazetteer.path}  ({gazetteer.path.stat().st_size / 1e6:.0f} MB)")
    typer.echo(f"version   {gazetteer.version}")
    for key, value in sorted(gazetteer.meta.items()):
        typer.echo(f"{key:9s} {value}")
    for kind, count in gazetteer.counts().items():
        typer.echo(f"{count:9d} {kind}")
    typer.echo("contains GeoNames data, CC BY 4.0, https://www.geonames.org")


@commands.command(epilog=examples("extractor gazetteer build --geonames SY.zip --countries SY --out big.sqlite"))
def build(
    geonames: Annotated[
        Path, typer.Option(help="allCountries.zip, SY.zip ... from download.geonames.org/export/dump.")
    ],
    out: Annotated[Path, typer.Option(help="The file to write; give it as `gazetteer` option afterwards.")] = Path(
        "gazetteer.sqlite"
    ),
    countries: Annotated[str, typer.Option(help="ISO codes, as in SY,IQ; all when left out.")] = "",
    features: Annotated[str, typer.Option(help="GeoNames feature classes, as in P,A,H.")] = "P,A,H,S,T,L",
) -> None:
    """Add the places of a GeoNames dump to the gazetteer. A run that was stopped goes on where it was."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from extractor.gazetteer.geonames import Dump
    from extractor.gazetteer.geonames import build as build_file
    from extractor.gazetteer.index import DEFAULT_PATH
    from extractor.settings import existing_file

    existing_file(geonames, "geonames")
    wanted = frozenset(code.strip().upper() for code in countries.split(",") if code.strip())
    dump = Dump(geonames, wanted, features.replace(",", "").replace(" ", "").upper())
    shown = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*shown, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading the gazetteer of the wheel")

        def tell(lines: int, taken: int) -> None:
            bar.update(task, description=f"{lines:,} lines read, {taken:,} places taken")

        count = build_file(dump, out, DEFAULT_PATH, tell)
    typer.echo(f"{out}: {count} places")
