"""When and where the main event was: the time expression and the place name that the lead gives with most weight."""

from collections.abc import Sequence
from itertools import product

from extractor.document.tokens import Word, Words
from extractor.events.five_w.lead import LeadSentence
from extractor.lexicon.tables import word_lists
from extractor.records import DateExpression, DateType, Place, Span

# Added to the weight of the sentence. With 0.2 or 1 the answers on 48 articles changed by less than 2 points.
DAY = 0.5  # a day says when better than a year or a duration
LOCATED = 0.5  # "in Homs" tells where, "Homs" as a subject who
_LOCATIVE = word_lists("events/words.txt")["locative"]
_DAYS = frozenset(("day", "hour", "minute", "second", "part of day"))
_OTHERS = frozenset(("ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "EVENT"))
_NAMED = frozenset(("GPE", "LOC", "FAC"))


def when(lead: Sequence[LeadSentence], dates: Sequence[DateExpression]) -> DateExpression | None:
    """The time expression of the lead that tells a day, of the weightiest sentence; else the first of the article.

    "Monday" of "Rebels who rose in 2011 seized Homs on Monday.", as a day says more than a year.
    """
    best: tuple[tuple[float, int], DateExpression] | None = None
    for sentence, date in product(lead, filter(_is_point, dates)):
        weight = (sentence.weight + DAY * _tells_day(date), -date.start)
        if _holds(sentence, date) and (best is None or weight > best[0]):
            best = weight, date
    if best is not None:
        return best[1]
    return next(filter(_tells_day, dates), None)


def _is_point(date: DateExpression) -> bool:
    """Whether it says when, not how long or how often."""
    return date.type in (DateType.DATE, DateType.TIME)


def _holds(sentence: LeadSentence, date: DateExpression) -> bool:
    """Whether a date stands in a sentence."""
    return sentence.words[0].idx <= date.start < sentence.words[-1].end


def _tells_day(date: DateExpression) -> bool:
    """Whether it names a day, or a part of one."""
    return date.earliest is not None and date.granularity in _DAYS


def where(words: Words, lead: Sequence[LeadSentence], places: Sequence[Place]) -> tuple[Span, str | None] | None:
    """The words that tell the place, and the id of the Place they name if it is one of the article.

    The span "Homs" with the id of that Place for "fighting in Homs", the span with None for a town that no gazetteer
    has.
    """
    by_word = words.owners(places)
    best: tuple[tuple[float, int], Word] | None = None
    for sentence in lead:
        for word in sentence.words:
            if (word.i not in by_word and word.ent_type_ not in _NAMED) or _names_another(word):
                continue
            weight = (sentence.weight + LOCATED * _is_located(word), -word.i)
            if best is None or weight > best[0]:
                best = weight, word
    if best is None:
        return None
    return _phrase(best[1]), by_word.get(best[1].i)


def _names_another(word: Word) -> bool:
    """Whether the name is part of another one: the town in the name of a club or a newspaper."""
    if word.pos_ == "DET":
        return True
    if word.dep_ not in ("compound", "nmod"):
        return False
    return word.head.ent_type_ in _OTHERS


def _is_located(word: Word) -> bool:
    """Whether a preposition of place governs the name: "in Homs", "in the town of Homs"."""
    while word.dep_ in ("compound", "nmod", "appos", "conj", "pobj"):
        word = word.head
        if word.dep_ == "prep" and word.lower_ != "of":
            return word.lower_ in _LOCATIVE
        if word.dep_ == "prep":
            word = word.head
    return False


def _phrase(word: Word) -> Span:
    """The noun phrase of a name, with what narrows it: "a village near Homs", "Leith, north of the docks"."""
    while word.dep_ in ("compound", "nmod") and word.head.pos_ == "PROPN":
        word = word.head
    end = word.i + 1
    for child in word.rights:
        if not _narrows(child):
            break
        end = child.right_edge.i + 1
    if word.words[end - 1].text == ",":
        end -= 1
    return word.words.span(word.left_edge.i, end)


def _narrows(child: Word) -> bool:
    """Whether what stands behind a name says more closely where it is."""
    if child.dep_ not in ("appos", "punct", "prep", "npadvmod"):
        return False
    return child.lower_ in ("in", "near", ",", "of")
