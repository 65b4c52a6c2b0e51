"""Days that a story goes on in: what the next sentence tells in the simple past happened on the day of the one before.

"Pensioners marched on Saturday. Police detained 26 of them.": on Saturday too. The order of narration is that of
Lascarides and Asher (1993).
"""

from collections.abc import Sequence
from datetime import timedelta

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.grounding.choice import group_of
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import word_lists
from extractor.records import Modality

_RECENT = timedelta(days=31)  # before publication: what is older is background, told in no order
_REAL = (Modality.ASSERTED, Modality.REPORTED)
_ELSEWHEN = word_lists("events/words.txt")["elsewhen"]


def carry_days(article: AnnotatedArticle, events: Sequence[Draft]) -> None:
    """Give acts without a day that of the act told right before, where the text goes on telling.

    Changes `days` and `reasons` of the drafts.
    """
    before: Draft | None = None
    for event in sorted(filter(_is_told_act, events), key=lambda event: event.trigger.i):
        if event.days is None and before is not None and _goes_on(article, before, event):
            event.days = before.days
            event.reasons.append("day: of the sentence before")
        before = event


def _goes_on(article: AnnotatedArticle, before: Draft, event: Draft) -> bool:
    """Whether an act is told as the next one after another: in the next sentence of the same paragraph.

    Or in the sentence to which the day was carried: "police fired tear gas and arrested 12 people".
    """
    if event.sentence - before.sentence not in (0, 1) or not _is_recent_day(article, before):
        return False
    if None not in (before.place, event.place) and before.place != event.place:
        return False
    words = article.words
    if words.paragraph_of(before.trigger.idx) != words.paragraph_of(event.trigger.idx):
        return False
    return _is_simple_past(event.trigger) and not _tells_time(article, event)


def _is_recent_day(article: AnnotatedArticle, event: Draft) -> bool:
    """Whether an event has a single day, not long before the article."""
    if event.days is None or event.days[0] != event.days[1]:
        return False
    return article.published_day is None or article.published_day - event.days[1] <= _RECENT


def _is_told_act(event: Draft) -> bool:
    """Whether something is done and has been: a killing, a march; no accusation, no plan."""
    return group_of(event) == "act" and event.modality in _REAL and not event.layout


def _is_simple_past(verb: Word) -> bool:
    """Whether a verb tells what came next: "detained", "were hurt"; not "had fled", "has been held"."""
    helpers = [word.lower_ for word in verb.lefts.those("aux", "auxpass")]
    if verb.tag_ == "VBD":
        return not helpers
    return verb.tag_ == "VBN" and helpers in (["was"], ["were"])


def _tells_time(article: AnnotatedArticle, event: Draft) -> bool:
    """Whether the sentence of an event says when it was: by a date, or by "earlier", "later"."""
    sentence = article.sentence_tokens(event.trigger)
    if any(word.lower_ in _ELSEWHEN for word in sentence):
        return True
    following = next(article.dates_from(sentence[0].idx), None)
    return following is not None and following.start < sentence[-1].end
