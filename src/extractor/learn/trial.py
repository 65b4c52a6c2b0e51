"""What additions do to the checked articles: extraction with and without them, article by article."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from extractor.assemble import assemble
from extractor.evaluate.align import align
from extractor.evaluate.slots import right_slots
from extractor.learn.addition import Addition
from extractor.learn.files import ontology_text, places_text
from extractor.pipeline import Extractor
from extractor.records import Article, Extraction
from extractor.settings import Settings


class Trial:
    """Extracts checked articles with the user's settings and some additions; what touches no article costs nothing."""

    def __init__(self, settings: Settings, articles: Sequence[Article]) -> None:
        self.settings = settings
        self.articles = articles
        self._plain = Extractor.from_settings(settings)
        self.before: dict[str, Extraction] = {}
        self._lemmas: dict[str, frozenset[str]] = {}
        self._known: dict[tuple[str, tuple[str, ...]], Extraction] = {}
        for article in articles:
            doc = self._plain.annotate(article)
            self.before[article.id] = assemble(doc)
            self._lemmas[article.id] = frozenset(token.lemma_.lower() for token in doc)

    @property
    def extractor(self) -> Extractor:
        """The one without additions."""
        return self._plain

    def touched(self, addition: Addition, most: int) -> list[Article]:
        """The articles that an addition may change: those that ask for it, and some others."""
        found = [article for article in self.articles if addition.touches(article, self._lemmas[article.id])]
        return sorted(found, key=lambda article: article.id not in addition.support)[:most]

    def extract(self, article: Article, additions: Iterable[Addition]) -> Extraction:
        """The result of one article with those of the additions that touch it."""
        lemmas = self._lemmas[article.id]
        touching = [addition for addition in additions if addition.touches(article, lemmas)]
        if not touching:
            return self.before[article.id]
        key = article.id, tuple(addition.key for addition in touching)
        if key not in self._known:
            self._known[key] = self._made(touching).extract(article)
        return self._known[key]

    def _made(self, additions: Sequence[Addition]) -> Extractor:
        """An Extractor with additions that shares the pipeline; it reads its files while they are there."""
        with tempfile.TemporaryDirectory() as folder:
            options: dict[str, object] = dict(self.settings) | {"model": self._plain.nlp}
            options["geocoder_options"] = dict(self.settings.geocoder_options)
            texts = {
                "ontology_file": ("own.toml", ontology_text(self.settings.ontology_file, additions, "on trial")),
                "places_file": ("own.csv", places_text(self.settings.places_file, additions)),
            }
            for option, (name, text) in texts.items():
                if text is not None:
                    options[option] = Path(folder) / name
                    (Path(folder) / name).write_text(text, encoding="utf-8")
            return Extractor(**options)  # type: ignore[arg-type]


def points(gold: Extraction, predicted: Extraction) -> float:
    """How good a result is: the share of right slots of each event found, less half a point for each mistake."""
    pairing = align(gold, predicted)
    judged = [right_slots(gold, one, predicted, other) for one, other in pairing.pairs]
    found = [slots for slots in judged if slots["type"]]
    mistakes = len(pairing.missed) + len(pairing.surplus) + 2 * (len(judged) - len(found))
    return sum(sum(slots.values()) / len(slots) for slots in found) - mistakes / 2
