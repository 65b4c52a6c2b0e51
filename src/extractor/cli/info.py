"""`extractor info`: what is installed, in which version, and where it lies."""

from typing import Annotated

import typer

from extractor.cli.app import app, examples


@app.command(
    epilog=examples(
        "extractor info",
    )
)
def info(model: Annotated[str | None, typer.Option(help="Another installed English spaCy pipeline.")] = None) -> None:
    """Print versions and places of the library, the spaCy pipeline, the gazetteer and the ontology."""
    from importlib.util import find_spec
    from pathlib import Path

    import extractor
    from extractor.assemble import model_label, provenance
    from extractor.pipeline import Extractor

    loaded = Extractor(model=model)
    settings, made_by = loaded.settings, provenance(loaded.settings, model_label(loaded.nlp))
    package = Path(extractor.__file__).parent
    spec = find_spec(settings.model)
    typer.echo(f"extractor  {made_by.extractor}  {package}")
    typer.echo(f"spaCy      {made_by.spacy}")
    typer.echo(f"model      {made_by.model}  {Path(spec.origin).parent if spec and spec.origin else ''}")
    typer.echo(f"gazetteer  {made_by.gazetteer}  {package / 'data'}")
    typer.echo(f"ontology   {made_by.ontology}  {package / 'data'}")
    typer.echo(f"settings   {made_by.settings}")
