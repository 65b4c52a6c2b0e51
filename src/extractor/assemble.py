"""The marks on a Doc -> one Extraction."""

from functools import lru_cache

from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokens import Doc

from extractor._version import __version__
from extractor.document import layers as marks
from extractor.records import Extraction, Provenance
from extractor.settings import Settings


def assemble(doc: Doc) -> Extraction:
    """All layers of an annotated Doc as one result without spaCy objects."""
    return Extraction(
        article=marks.article_of(doc),
        actors=marks.ACTORS.read(doc),
        places=marks.PLACES.read(doc),
        dates=marks.DATES.read(doc),
        claims=marks.CLAIMS.read(doc),
        events=marks.EVENTS.read(doc),
        five_w=marks.five_w_of(doc),
        warnings=list(marks.warnings_of(doc)),
        provenance=marks.provenance_of(doc) or provenance(Settings(), "unknown"),
    )


def model_label(nlp: Language) -> str:
    """Name and version of a pipeline, as in "en_core_web_md==3.7.1"."""
    return f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', 'unnamed')}=={nlp.meta.get('version', '0')}"


@lru_cache(maxsize=8)
def provenance(settings: Settings, model: str) -> Provenance:
    """The versions and the hash of the settings behind a result; `model` is what `model_label` says."""
    from extractor.annotate.places import gazetteer_version
    from extractor.events import ontology_version

    return Provenance(
        extractor=__version__,
        spacy=spacy_version,
        model=model,
        gazetteer=gazetteer_version(settings),
        ontology=ontology_version(settings),
        settings=settings.digest(),
    )
