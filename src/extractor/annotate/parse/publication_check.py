"""Whether a reader found out when an article was published."""

from spacy.tokens import Doc

from extractor.document.layers import warn
from extractor.document.warning import with_example
from extractor.records import Article

_WHY = {
    "none": "no publication date was found: relative dates stay open",
    "unreadable": "the publication date cannot be read",
    "ambiguous": "the publication date is a day in two orders (--date-order tells which)",
}


def warn_if_undated(doc: Doc, article: Article) -> None:
    """Add a warning when the input that an article was read from gives no day of publication that can be read."""
    if article.published is not None:
        return
    why = _WHY.get(article.published_from or "")
    if why is not None:
        warn(doc, with_example(why, article.meta.get("published")))
