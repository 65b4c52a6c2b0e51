"""Buildings that stand for those who sit in them: "the White House" of "the White House expelled an envoy"."""

from extractor.events.index import AnnotatedArticle
from extractor.records import ActorKind, Place, Span
from extractor.syntax import SUBJECTS


def is_acting_seat(article: AnnotatedArticle, place: Place, mention: Span) -> bool:
    """Whether a mention of a building is an organization that acts, so that it puts nothing anywhere.

    True of "the White House said", False of "a man was arrested outside the White House".
    """
    head = article.words.head_of(mention.start, mention.end)
    if place.kind != "facility" or head.dep_ not in SUBJECTS:
        return False
    actor = article.actors.get(article.actor_of(head) or "")
    return actor is not None and actor.kind is ActorKind.ORGANIZATION
