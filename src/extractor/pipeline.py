"""`Extractor`: the one place that knows the order of the steps."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotate.parse import pipeline as language
from extractor.annotate.parse.encoding_check import warn_if_garbled
from extractor.annotate.parse.language_id import warn_if_foreign
from extractor.annotate.parse.publication_check import warn_if_undated
from extractor.assemble import assemble, model_label, provenance
from extractor.components import LAYERS
from extractor.document import layers as marks
from extractor.errors import InputError
from extractor.read.article import ArticleLike, check_length, make_article
from extractor.read.frame import articles_of, is_frame
from extractor.read.reading import ReadOptions
from extractor.records import Article, Extraction
from extractor.run.executor import Executor, InProcess
from extractor.run.jobs import HomeRegion, Regions
from extractor.run.memory import at_work
from extractor.run.order import in_order
from extractor.run.outlets import OutletWindow
from extractor.run.pool import Pool
from extractor.run.progress import Counted
from extractor.settings import DEFAULT_MODEL, Settings, make_settings

if TYPE_CHECKING:
    import pandas

_log = logging.getLogger("extractor")

_DEFAULTS = Settings()


class Extractor:
    """Pulls actors, places, dates, claims and events out of English news text. Works offline.

    The options are the fields of `Settings`, where each is explained; `model` can also be a loaded `Language`, and
    `geocoder` a geopy geocoder. Raises InputError for a wrong value and ModelNotFound for a missing pipeline.

    >>> result = Extractor().extract("Rebels seized Aleppo on Saturday, the army said.", published="2024-12-01")
    >>> [(e.type, e.start_date.isoformat()) for e in result.events]
    [('COERCE', '2024-11-30')]
    """

    def __init__(
        self,
        *,
        model: str | Language | None = None,
        max_chars: int = _DEFAULTS.max_chars,
        weekend: Literal["sat-sun", "fri-sat"] = _DEFAULTS.weekend,
        date_order: Literal["auto", "MDY", "DMY"] = _DEFAULTS.date_order,
        places_file: str | Path | None = None,
        ontology_file: str | Path | None = None,
        confidence_scale: float = _DEFAULTS.confidence_scale,
        confidence_shift: float = _DEFAULTS.confidence_shift,
        least_confidence: float = _DEFAULTS.least_confidence,
        gazetteer: str | Path | None = None,
        outlet_window: int = _DEFAULTS.outlet_window,
        geocoder: object = None,
        geocoder_options: Mapping[str, str | bool | int | float] | None = None,
        geocoder_delay: float = _DEFAULTS.geocoder_delay,
        geocoder_cache: str | Path | None = None,
    ) -> None:
        name = model_label(model) if isinstance(model, Language) else model or DEFAULT_MODEL
        self.settings = make_settings(
            {
                "model": name,
                "max_chars": max_chars,
                "weekend": weekend,
                "date_order": date_order,
                "places_file": places_file,
                "ontology_file": ontology_file,
                "confidence_scale": confidence_scale,
                "confidence_shift": confidence_shift,
                "least_confidence": least_confidence,
                "gazetteer": gazetteer,
                "outlet_window": outlet_window,
                "geocoder": geocoder if isinstance(geocoder, str) else None,
                "geocoder_options": geocoder_options or {},
                "geocoder_delay": geocoder_delay,
                "geocoder_cache": geocoder_cache,
            }
        )
        self.nlp = language.checked(model) if isinstance(model, Language) else language.load(name)
        given = geocoder if not isinstance(geocoder, str) else None
        self._by_name = not isinstance(model, Language) and given is None
        self._tag_places: Any  # also learns regions and asks geocoders, as no other layer does
        self._tag_dates, self._tag_places, *self._later = (layer(self.settings) for layer in LAYERS)
        if given is not None:
            self._tag_places.use_geocoder(given)
        self._made_by = provenance(self.settings, model_label(self.nlp))
        _log.info("loaded %s, settings %s", self._made_by.model, self._made_by.settings)

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """An Extractor with these settings, as in `Extractor.from_settings(Settings.from_toml("extractor.toml"))`."""
        return cls(**dict(settings) | {"geocoder_options": dict(settings.geocoder_options)})

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
        known = {name: value for name, value in given.items() if value is not None}
        whole = make_article(article, order=self.settings.order, max_chars=self.settings.max_chars, **known)
        with at_work(self.nlp, forget=True):
            return _logged(assemble(self.finish(self.begin(whole))))

    def annotate(self, article: Article) -> Doc:
        """An Article -> the spaCy Doc with all layers on it."""
        with at_work(self.nlp, forget=False):
            return self.finish(self.begin(article))

    def begin(self, article: Article) -> Doc:
        """The first part of `annotate`: the parsed Doc with dates and places."""
        check_length(article.id, article.text, self.settings.max_chars)
        return self._begin(article, language.parse(self.nlp, article.text))

    def begin_many(self, articles: Sequence[Article]) -> Iterator[Doc | Exception]:
        """`begin` for some articles that are parsed together; the error in the place of an article that fails."""
        short = [article for article in articles if len(article.text) <= self.settings.max_chars]
        parsed = self._parsed([article.text for article in short])
        for article in articles:
            try:
                check_length(article.id, article.text, self.settings.max_chars)
                doc = next(parsed)
                yield self._begin(article, doc) if isinstance(doc, Doc) else doc
            except Exception as error:  # noqa: BLE001 - it costs this article only
                yield error

    def _parsed(self, texts: list[str]) -> Iterator[Doc | Exception]:
        """The Docs of some texts; when one of them breaks the parser, each by itself."""
        try:
            yield from language.parse_many(self.nlp, texts)
        except Exception:  # noqa: BLE001
            for text in texts:
                try:
                    yield language.parse(self.nlp, text)
                except Exception as error:  # noqa: BLE001
                    yield error

    def _begin(self, article: Article, doc: Doc) -> Doc:
        """The parsed Doc with its article, warnings, dates and places; without the last two for another language."""
        marks.set_article(doc, article)
        marks.set_provenance(doc, self._made_by)
        warn_if_undated(doc, article)
        warn_if_garbled(doc)
        language.warn_if_cut(doc)
        if not warn_if_foreign(doc):
            doc = self._tag_places(self._tag_dates(doc))
        return doc

    def finish(self, doc: Doc, home: HomeRegion | None = None) -> Doc:
        """The rest of `annotate`. `home` is the region that the outlet writes about, as `pipe` learns it."""
        if not marks.PLACES.is_written(doc):  # `begin` reads nothing from a text that is not English
            return doc
        if home is not None:
            marks.set_home(doc, *home)
            doc = self._tag_places(doc)
        for step in self._later:
            doc = step(doc)
        return doc

    def regions(self, doc: Doc) -> Regions:
        """The regions that a begun Doc is about."""
        regions: Regions = self._tag_places.regions(doc)
        return regions

    def pipe(
        self,
        articles: "Iterable[ArticleLike] | pandas.DataFrame",
        *,
        workers: int = 1,
        on_error: Literal["raise", "skip"] = "raise",
        seconds: float = 120.0,
        progress: bool = False,
    ) -> Iterator[Extraction]:
        """Articles -> Extractions in the same order, streaming; the output does not depend on `workers`.

        Of a DataFrame each row is an article; columns are found as in files ("content", "headline", "date" ...), and
        the others go to `Article.meta`. With `progress` a bar on standard error counts the articles.

        Some 16 articles are read ahead for each worker and parsed together. An article that fails raises its error in
        its turn, with a note of its number (from 0) and id; with `on_error="skip"` it is left out with a warning of the
        logger "extractor". A worker process that dies or needs more than `seconds` for an article costs that article
        only (WorkerLost).

        With the setting `outlet_window`, articles that name their outlet (`source` or `url`) wait for some after them:
        what the others of the outlet are about tells which of several places of a name is meant.
        """
        _check_options(articles, workers, on_error, seconds)
        total = len(articles) if isinstance(articles, Sized) else None
        options = ReadOptions(date_order=self.settings.date_order, max_chars=self.settings.max_chars)
        counted = Counted(articles_of(articles, options) if is_frame(articles) else articles, total, progress)
        if workers == 1:
            yield from self._run(counted, InProcess(self), on_error)
        elif not self._by_name:
            raise InputError(
                "several workers load pipeline and geocoder themselves: give Extractor their names, not the objects"
            )
        else:
            with Pool(type(self).from_settings, self.settings, workers, seconds) as pool:
                yield from self._run(counted, pool, on_error)

    def _run(self, given: Counted, executor: Executor, on_error: str) -> Iterator[Extraction]:
        """Results in order while articles are read; what fails is skipped or raised, as `on_error` says."""
        promises = OutletWindow(given.articles, executor, self.settings)
        for number, outcome in enumerate(given.count(in_order(promises, executor.capacity))):
            if not isinstance(outcome, Exception):
                yield _logged(outcome)
            elif on_error == "skip":
                _log.warning("article number %d is left out: %s: %s", number, type(outcome).__name__, outcome)
            else:
                outcome.add_note(f"article number {number} of those given to pipe")
                raise outcome


def _check_options(articles: object, workers: object, on_error: object, seconds: float) -> None:
    """Raises InputError for what `pipe` cannot do; one article alone would be taken for as many as it has letters."""
    if isinstance(articles, str | bytes | Mapping | Article):
        raise InputError("pipe takes several articles: give a list of them, or one to extract")
    if not isinstance(workers, int) or workers < 1:
        raise InputError(f"workers is {workers!r}: give 1 or more")
    if on_error not in ("raise", "skip"):
        raise InputError(f"on_error is {on_error!r}: give 'raise' or 'skip'")
    if not seconds > 0:  # nan is not
        raise InputError(f"seconds is {seconds}: give a number above 0")


def _logged(result: Extraction) -> Extraction:
    """The result itself, told to whoever listens to the logger "extractor"."""
    for warning in result.warnings:
        _log.info("article %s: %s", result.article.id, warning)
    _log.debug("%r", result)
    return result
