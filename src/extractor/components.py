"""The spaCy components: `nlp.add_pipe("extractor")` for all layers, `extractor_dates` and so on for one.

spaCy finds them through entry points. `extractor` needs a parser and an NER before it and makes `doc._.extraction`.
The publication date is given before: `doc = nlp.make_doc(text); doc._.published = "2024-12-01"; nlp(doc)`.
"""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotate.parse.encoding_check import warn_if_garbled
from extractor.annotate.parse.language_id import warn_if_foreign
from extractor.annotate.parse.pipeline import is_parsed_alike
from extractor.assemble import assemble, model_label, provenance
from extractor.document import layers as marks
from extractor.errors import InputError
from extractor.read.article import make_article
from extractor.settings import DEFAULT_MODEL, Settings, make_settings

# `Extractor` prepares the text for the parser; a component gets what the pipeline before it made of the text.
PARSED_AS_IT_IS = (
    "the pipeline parsed the text as it is: lines in capitals, markup or headlines without a full stop may be read"
    " differently from Extractor, which prepares them"
)
Annotator = Callable[[Doc], Doc]


def dates(settings: Settings) -> Annotator:
    """The date layer."""
    from extractor.annotate.dates import DateTagger

    return DateTagger(settings)


def places(settings: Settings) -> Annotator:
    """The place layer."""
    from extractor.annotate.places import PlaceTagger

    return PlaceTagger(settings)


def actors(settings: Settings) -> Annotator:
    """The actor layer."""
    from extractor.annotate.actors import ActorTagger

    return ActorTagger(settings)


def claims(settings: Settings) -> Annotator:
    """The claim layer."""
    from extractor.annotate.claims import ClaimTagger

    return ClaimTagger(settings)


def events(settings: Settings) -> Annotator:
    """The event layer."""
    from extractor.events import EventCoder

    return EventCoder(settings)


LAYERS: tuple[Callable[[Settings], Annotator], ...] = (dates, places, actors, claims, events)


# What the layers read of a Doc -> the attribute that tells whether it is there.
_NEEDED = {"parser": "DEP", "lemmatizer": "LEMMA", "NER": "ENT_IOB"}


class Component:
    """Some layers in their order as one spaCy component; its options go with `nlp.to_disk` in the config."""

    def __init__(
        self,
        nlp: Language,
        name: str,
        layers: tuple[Callable[[Settings], Annotator], ...],
        options: dict[str, Any],
    ) -> None:
        self.name = name
        self.layers = layers
        label = model_label(nlp)
        self.settings = make_settings({"model": label, **options})
        self.annotators = [layer(self.settings) for layer in layers]
        self.made_by = provenance(self.settings, label)

    def __call__(self, doc: Doc) -> Doc:
        """Add the layers to the Doc, which gets an article of its own (id and masks from its text) if it has none.

        Raises InputError when no parser, lemmatizer or NER has read the Doc before; dates alone need none.
        """
        self._check(doc)
        if not marks.has_article(doc):
            marks.set_article(doc, make_article(doc.text, published=marks.published(doc)))
        marks.set_provenance(doc, self.made_by)
        warn_if_garbled(doc)
        if doc.has_annotation("SENT_START") and not is_parsed_alike(doc):
            marks.warn(doc, PARSED_AS_IT_IS)
        if not warn_if_foreign(doc):
            for annotate in self.annotators:
                doc = annotate(doc)
        return doc

    def _check(self, doc: Doc) -> None:
        """Raises InputError when a component that this one needs has not read the text."""
        if self.layers == (dates,):  # which reads bare words too, then without the tense of verbs
            return
        missing = [step for step, attribute in _NEEDED.items() if len(doc) and not doc.has_annotation(attribute)]
        if missing:
            raise InputError(
                f"no {', no '.join(missing)} has read this text: put the component {self.name!r} behind them, "
                f"in a pipeline like spacy.load({DEFAULT_MODEL!r})"
            )


@Language.factory("extractor", default_config={"options": {}})
def make_extractor(nlp: Language, name: str, options: dict[str, Any]) -> Component:
    """All layers."""
    return Component(nlp, name, LAYERS, options)


@Language.factory("extractor_dates", default_config={"options": {}})
def make_dates(nlp: Language, name: str, options: dict[str, Any]) -> Component:
    """The dates alone."""
    return Component(nlp, name, (dates,), options)


@Language.factory("extractor_places", default_config={"options": {}})
def make_places(nlp: Language, name: str, options: dict[str, Any]) -> Component:
    """The places alone."""
    return Component(nlp, name, (places,), options)


@Language.factory("extractor_actors", default_config={"options": {}})
def make_actors(nlp: Language, name: str, options: dict[str, Any]) -> Component:
    """The actors alone."""
    return Component(nlp, name, (actors,), options)


@Language.factory("extractor_claims", default_config={"options": {}})
def make_claims(nlp: Language, name: str, options: dict[str, Any]) -> Component:
    """The claims alone; dates, places and actors must come before."""
    return Component(nlp, name, (claims,), options)


@Language.factory("extractor_events", default_config={"options": {}})
def make_events(nlp: Language, name: str, options: dict[str, Any]) -> Component:
    """The events alone; the claims must come before."""
    return Component(nlp, name, (events,), options)


if not Doc.has_extension("extraction"):
    Doc.set_extension("extraction", getter=assemble)
