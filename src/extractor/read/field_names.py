"""What other people call the fields of an article, known without being told.

Our own names, those of news-please (`maintext`, `date_publish`), of schema.org NewsArticle (`articleBody`,
`datePublished`) and of IPTC ninjs (`body_text`, `versioncreated`). Letter case does not matter.
"""

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "maintext",
        "body_text",
        "articlebody",
        "full_text",
        "fulltext",
        "content",
        "body",
        "article",
        "story",
    ),
    "title": ("title", "headline", "headlines", "name"),
    "published": (
        *("published", "date_publish", "datepublished", "published_at", "publishedat", "publish_date", "pubdate"),
        *("versioncreated", "firstcreated", "publication_date", "pub_date", "published_date", "date", "timestamp"),
    ),
    "url": ("url", "canonical", "link", "source_url", "webpage", "sourceurl"),
    "id": ("id", "_id", "uri", "guid", "article_id", "doc_id"),
    "source": ("source", "source_domain", "publisher", "outlet", "sitename", "provider"),
    "source_location": ("source_location",),
    "language": ("language", "inlanguage", "lang"),
    "author": ("author", "authors", "byline", "creator"),
}
