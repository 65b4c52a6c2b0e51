"""The blackboard: what the annotators leave on a spaCy `Doc` for one another.

Each layer is a list of records kept under one custom attribute as plain values, because plain values survive
`DocBin`, `nlp.pipe(n_process=2)` and `Doc.to_bytes`, and spaCy spans or objects of ours do not.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from pydantic import TypeAdapter
from spacy.tokens import Doc

from extractor.document.ids import content_id
from extractor.records import (
    Actor,
    Article,
    Claim,
    DateExpression,
    Event,
    FiveW,
    MaskedSpan,
    MaskReason,
    Place,
    Provenance,
    Record,
    parse_published,
)

R = TypeVar("R", bound=Record)


class Layer(Generic[R]):
    """A list of records of one kind on a `Doc`, under `doc._.<name>`."""

    def __init__(self, name: str, record: type[R]) -> None:
        self.name = name
        self._adapter: TypeAdapter[list[R]] = TypeAdapter(list[record])  # type: ignore[valid-type]
        # The records of living Docs, beside the plain values: the layers read each other several times.
        self._records: WeakKeyDictionary[Doc, tuple[list[dict[str, Any]], list[R]]] = WeakKeyDictionary()
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)

    def read(self, doc: Doc) -> list[R]:
        """The records in the order they were written; none when no component wrote them."""
        raw = doc._.get(self.name) or []
        known = self._records.get(doc)
        if known is not None and known[0] is raw:
            return list(known[1])
        records = self._adapter.validate_python(raw)
        self._records[doc] = (raw, records)
        return list(records)

    def is_written(self, doc: Doc) -> bool:
        """Whether a component wrote the layer, with or without records."""
        return doc._.get(self.name) is not None

    def write(self, doc: Doc, records: Sequence[R]) -> None:
        """Replace the layer."""
        self._keep(doc, self._adapter.dump_python(list(records), mode="json"), list(records))

    def fill(self, doc: Doc, field: str, values: dict[str, str]) -> None:
        """Set one field of the records whose id is a key of `values`; the others stay as they are."""
        records, raw = self.read(doc), doc._.get(self.name) or []
        self._records.pop(doc, None)  # each record goes when its copy is there: they take much memory
        for at, record in enumerate(records):
            value = values.get(getattr(record, "id", ""))
            if value is not None:
                records[at] = record.with_value(field, value)
                raw[at][field] = value
        self._keep(doc, raw, records)

    def _keep(self, doc: Doc, raw: list[dict[str, Any]], records: list[R]) -> None:
        doc._.set(self.name, raw)
        self._records[doc] = (raw, records)


DATES = Layer("extractor_dates", DateExpression)
PLACES = Layer("extractor_places", Place)
ACTORS = Layer("extractor_actors", Actor)
CLAIMS = Layer("extractor_claims", Claim)
EVENTS = Layer("extractor_events", Event)
MASKS = Layer("extractor_masks", MaskedSpan)

for _name in ("article", "cased", "home", "warnings", "provenance", "five_w"):
    if not Doc.has_extension(f"extractor_{_name}"):
        Doc.set_extension(f"extractor_{_name}", default=None)
if not Doc.has_extension("published"):
    Doc.set_extension("published", default=None)


_texts: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()


def text_of(doc: Doc) -> str:
    """`doc.text`, which spaCy puts together from the tokens at each call, kept as long as the Doc lives."""
    known = _texts.get(doc)
    if known is None:
        known = _texts[doc] = doc.text
    return known


def set_cased(doc: Doc, text: str) -> None:
    """Leave the text with its headlines in the letter case of sentences on the Doc; it has the same length."""
    doc._.extractor_cased = text if text != doc.text else None


def cased_of(doc: Doc) -> str:
    """The text in the letter case of sentences, as words are compared; what is shown comes from `text_of`."""
    return doc._.extractor_cased or text_of(doc)


def set_article(doc: Doc, article: Article) -> None:
    """Leave the article's metadata, its publication date and its masks on the Doc, whose text is the article's."""
    _texts[doc] = article.text
    doc._.extractor_article = article.model_dump(mode="json", exclude={"text", "masked"})
    doc._.published = article.published.isoformat() if article.published else None
    MASKS.write(doc, article.masked)


def has_article(doc: Doc) -> bool:
    """Whether `set_article` was called for this Doc."""
    return doc._.extractor_article is not None


def article_of(doc: Doc) -> Article:
    """The article of a Doc; for a Doc that came without one, its text, `doc._.published` and an id from the text."""
    known: dict[str, Any] = doc._.extractor_article or {"id": content_id("a", text_of(doc))}
    return Article.model_validate(
        known | {"text": text_of(doc), "published": published(doc), "masked": MASKS.read(doc)}
    )


def article_id(doc: Doc) -> str:
    """The article's id, the first part of every record's id."""
    known = doc._.extractor_article
    if known:
        return str(known["id"])
    return content_id("a", text_of(doc))


def published(doc: Doc) -> datetime | date | None:
    """The publication date, or None. Raises InputError when `doc._.published` is not ISO 8601."""
    given = doc._.published
    return parse_published(given) if given is not None else None


def published_day(doc: Doc) -> date | None:
    """The day of publication, or None."""
    given = published(doc)
    return date(*given.timetuple()[:3]) if given is not None else None


def masked(doc: Doc, *reasons: MaskReason) -> list[tuple[int, int]]:
    """Character intervals [start, end) masked for one of the reasons (all reasons when none is given), sorted."""
    return sorted((m.start, m.end) for m in MASKS.read(doc) if not reasons or m.reason in reasons)


def set_home(doc: Doc, region: int, weight: float) -> None:
    """Leave on the Doc the region (a GeoNames id) that the outlet writes about, and as how many mentions it counts."""
    doc._.extractor_home = [region, weight]


def home_of(doc: Doc) -> tuple[int, float] | None:
    """What `set_home` left."""
    known = doc._.extractor_home
    return (known[0], known[1]) if known else None


def set_five_w(doc: Doc, answers: FiveW) -> None:
    """Leave on the Doc what the article is about."""
    doc._.extractor_five_w = answers.model_dump(mode="json")


def five_w_of(doc: Doc) -> FiveW | None:
    """What `set_five_w` left."""
    known = doc._.extractor_five_w
    return FiveW.model_validate(known) if known else None


def warn(doc: Doc, message: str) -> None:
    """Add a warning to the result of this Doc; the same warning is kept once."""
    known: list[str] = doc._.extractor_warnings or []
    if message not in known:
        doc._.extractor_warnings = [*known, message]


def warnings_of(doc: Doc) -> Iterable[str]:
    """The warnings in the order they came."""
    return doc._.extractor_warnings or []


def set_provenance(doc: Doc, made_by: Provenance) -> None:
    """Leave on the Doc what made its layers."""
    doc._.extractor_provenance = made_by.model_dump()


def provenance_of(doc: Doc) -> Provenance | None:
    """What made the layers; None when no component of ours saw the Doc."""
    known = doc._.extractor_provenance
    return Provenance.model_validate(known) if known else None
