"""`Extractor`: the one place that knows the order of the steps."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractor import marks
from extractor.annotate import language
from extractor.annotate.english import warn_if_foreign
from extractor.annotate.mojibake import warn_if_garbled
from extractor.assemble import assemble, model_label, provenance
from extractor.components import LAYERS
from extractor.errors import InputError
from extractor.read.article import ArticleLike, make_article
from extractor.records import Article, Extraction
from extractor.settings import make_settings


class Extractor:
    """Pulls actors, places, dates, claims and events out of English news text. Works offline.

    `model` is the name of an installed spaCy pipeline or a loaded `Language`; `geocoder` the name of a geopy service
    or a geopy geocoder, asked for names the gazetteer lacks; all other options are fields of
    `Settings`. Raises InputError for a wrong option and ModelNotFound for a missing pipeline.

    >>> result = Extractor().extract("Rebels seized Aleppo on Saturday, the army said.", published="2024-12-01")
    >>> [(e.type, e.start_date.isoformat()) for e in result.events]
    [('COERCE', '2024-11-30')]
    """

    def __init__(self, *, model: str | Language | None = None, geocoder: object = None, **options: Any) -> None:
        if isinstance(geocoder, str):
            options["geocoder"], geocoder = geocoder, None
        if isinstance(model, Language):
            self.settings = make_settings({"model": model_label(model), **options})
            language.check(model)
            self.nlp = model
        else:
            self.settings = make_settings({**({"model": model} if model else {}), **options})
            self.nlp = language.load(self.settings.model)
        self._by_name = not isinstance(model, Language) and geocoder is None
        self._annotators = [layer(self.settings) for layer in LAYERS]
        for step in self._annotators:
            if geocoder is not None and hasattr(step, "use_geocoder"):
                step.use_geocoder(geocoder)
        self._made_by = provenance(self.settings, model_label(self.nlp))

    def extract(
        self,
        article: ArticleLike,
        *,
        published: str | datetime | date | None = None,
        title: str | None = None,
        url: str | None = None,
        id: str | None = None,  # noqa: A002 - the contract's name
    ) -> Extraction:
        """One article (a string, an Article or a dict of its fields) -> its Extraction.

        Keywords that are given replace the article's own. Raises InputError for unusable input.
        """
        given = {"published": published, "title": title, "url": url, "id": id}
        doc = self.annotate(make_article(article, **{k: v for k, v in given.items() if v is not None}))
        return assemble(doc)

    def annotate(self, article: Article) -> Doc:
        """An Article -> the spaCy Doc with all layers on it."""
        if len(article.text) > self.settings.max_chars:
            raise InputError(
                f"article {article.id} has {len(article.text)} characters; max_chars is {self.settings.max_chars}"
            )
        doc = language.parse(self.nlp, article.text)
        marks.set_article(doc, article)
        marks.set_provenance(doc, self._made_by)
        warn_if_garbled(doc)
        if not warn_if_foreign(doc):
            for step in self._annotators:
                doc = step(doc)
        return doc

    def pipe(self, articles: Iterable[ArticleLike], *, workers: int = 1) -> Iterator[Extraction]:
        """Articles -> Extractions in the same order, streaming; the output does not depend on `workers`."""
        if workers < 1:
            raise InputError(f"workers is {workers}: give 1 or more")
        if workers == 1:
            for article in articles:
                yield self.extract(article)
        elif not self._by_name:
            raise InputError(
                "several workers load pipeline and geocoder themselves: give Extractor their names, not the objects"
            )
        else:
            from extractor.workers import pool_extract

            yield from pool_extract(self.settings, map(make_article, articles), workers)
