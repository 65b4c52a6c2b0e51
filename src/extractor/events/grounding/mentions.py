"""Where the dates and places of an article stand, and how a mention of one stands to the trigger of an event."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, takewhile

from extractor.document.tokens import Word
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.word_classes import word_class
from extractor.syntax.participles import is_in_participle_of

# Sentences from a trigger within which a date or a place is looked for, and those of the lead, which hold everywhere.
WINDOW, LEAD = 8, 3
_MOST = 40  # mentions on either side of a trigger that are looked at: it keeps the time in proportion to the text


@dataclass(frozen=True, slots=True)
class Mention:
    """A date or a place in the text: which (`item` is an id), the word that heads it, its sentence."""

    item: str
    start: int
    end: int
    head: Word
    sentence: int


def describes_speaker(article: AnnotatedArticle, event: Draft, word: Word) -> bool:
    """Whether a word stands in a clause that only tells who the speaker is.

    Rome in "the priest, who fled to Rome, said that men had burned it" and in "the priest, speaking in Rome, said that
    men had burned it"; not in "residents of Rome said it had burned".
    """
    speaker = article.actors.get(event.claimed_by or "")
    if speaker is None:
        return False
    heads = article.heads_beside(speaker, word)
    return any(_is_in_clause_of(head, word) and not _clause_holds(head, event.trigger) for head in heads)


def _is_in_clause_of(noun: Word, word: Word) -> bool:
    """Whether a word stands in a clause that hangs on a noun, or on its verb as a participle: "the priest, in Rome"."""
    if noun.above(word):
        between = takewhile(lambda above: above is not noun, chain((word,), word.ancestors))
        return any(above.dep_ in ("relcl", "acl") for above in between)
    return is_in_participle_of(noun, word)


def _clause_holds(noun: Word, trigger: Word) -> bool:
    """Whether what hangs on a noun, or on its verb before it, holds a trigger.

    True of the priest and "burned" in "the priest, who had burned it".
    """
    return noun.above(trigger) or (noun.dep_ == "nsubj" and noun.i < trigger.i < noun.head.i)


class Mentions:
    """The mentions of all dates, or of all places, of one article in text order."""

    def __init__(self, article: AnnotatedArticle, spans: Iterable[tuple[str, int, int]]) -> None:
        words = article.words
        self.in_order: list[Mention] = []
        for item, start, end in sorted(spans, key=lambda span: (span[1], span[2], span[0])):
            head = words.head_of(start, end)
            self.in_order.append(Mention(item, start, end, head, article.sentence_number(head)))
        self._starts = [mention.start for mention in self.in_order]
        self._sentences = [mention.sentence for mention in self.in_order]
        self.counts = Counter(mention.item for mention in self.in_order)
        self.in_lead = {mention.item for mention in self.in_order if mention.sentence < LEAD}

    def __len__(self) -> int:
        return len(self.in_order)

    def around(self, trigger: Word, sentence: int) -> list[Mention]:
        """The mentions near a trigger in a sentence, and those of the lead.

        Those from eight sentences before to eight behind, and those of the first three; forty on either side at most.
        """
        first, last = self._between(trigger, sentence - WINDOW, sentence + WINDOW)
        lead = min(bisect_left(self._sentences, LEAD), first, _MOST)
        return [*self.in_order[:lead], *self.in_order[first:last]]

    def inside(self, trigger: Word, sentence: int) -> list[Mention]:
        """The mentions of the sentence of a trigger, of a very long one those near it.

        Homs and Hama for "shelled" of "Rebels shelled Homs and Hama."
        """
        first, last = self._between(trigger, sentence, sentence)
        return self.in_order[first:last]

    def _between(self, trigger: Word, first: int, last: int) -> tuple[int, int]:
        """Where the mentions of some sentences begin and end, but those far from a trigger."""
        at = bisect_left(self._starts, trigger.idx)
        start = max(bisect_left(self._sentences, first), at - _MOST)
        return start, min(bisect_right(self._sentences, last), at + _MOST)


@dataclass(frozen=True)
class Nearest:
    """The mention of a date or place that stands nearest to an event, and the trigger it is nearest to."""

    mention: Mention
    trigger: Word
    sentence: int  # of the trigger

    @cached_property
    def distance(self) -> tuple[int, int]:
        """In sentences, then in words.

        (0, 3) for "Monday" and "shelled" of "shelled Homs on Monday".
        """
        return _distance(self.mention, self.trigger, self.sentence)

    @cached_property
    def where(self) -> str:
        """Where the mention stands in the parse of the trigger's sentence, else how far from it.

        "argument" for "Monday" of "shelled Homs on Monday", "next sentence", "far".
        """
        if self.mention.sentence == self.sentence:
            return path_of(self.trigger, self.mention.head)
        return "next sentence" if self.distance[0] == 1 else "far"


def _distance(mention: Mention, trigger: Word, sentence: int) -> tuple[int, int]:
    """How many sentences, and how many words, lie between a mention and a trigger in a sentence.

    (0, 1) for "Homs" and "shelled" of "shelled Homs".
    """
    return abs(mention.sentence - sentence), abs(mention.head.i - trigger.i)


def nearest_mentions(article: AnnotatedArticle, mentions: Mentions, triggers: Iterable[Word]) -> dict[str, Nearest]:
    """Each date or place around some triggers, where it stands nearest to one of them.

    Homs, which an article names ten times, once: where it stands in the sentence of a trigger.
    """
    found: dict[str, tuple[tuple[int, int], tuple[Mention, Word, int]]] = {}
    for trigger in triggers:
        sentence = article.sentence_number(trigger)
        for mention in mentions.around(trigger, sentence):
            distance = _distance(mention, trigger, sentence)
            if mention.item not in found or distance < found[mention.item][0]:
                found[mention.item] = distance, (mention, trigger, sentence)
    return {item: Nearest(*nearest) for item, (_, nearest) in found.items()}


def standing(nearest: Nearest) -> tuple[str, ...]:
    """How a mention stands to a trigger: so many sentences before or after, or where in the parse of its sentence.

    "same sentence", "same sentence, argument", "after, argument" and "after by 3" for "shelled Homs on Monday".
    """
    mention, trigger = nearest.mention, nearest.trigger
    if mention.sentence != nearest.sentence:
        return (f"sentences {_sentences(mention.sentence - nearest.sentence)}",)
    side = "before" if mention.head.i < trigger.i else "after"
    signs = _beside(side, nearest.where, _words(nearest.distance[1]))
    if _is_cut_off(trigger, mention.head):
        return (*signs, "cut off")
    return signs


@cache
def _beside(side: str, where: str, words: str) -> tuple[str, ...]:
    """How a mention stands to a trigger of its sentence.

    "same sentence" and "after by 3" for a mention two words behind a trigger.
    """
    return "same sentence", f"same sentence, {where}", f"{side}, {where}", f"{side} by {words}"


def _sentences(apart: int) -> str:
    """How many sentences before or after, in steps.

    >>> _sentences(-1), _sentences(3), _sentences(9)
    ('1 before', '3-4 after', '5+ after')
    """
    far = abs(apart)
    side = "before" if apart < 0 else "after"
    if far <= 2:
        return f"{far} {side}"
    return f"3-4 {side}" if far < 5 else f"5+ {side}"


def _words(apart: int) -> str:
    """How many words, in steps.

    "3" for two words apart, "8" for five, "many" for twenty.
    """
    for most in (3, 8, 16):
        if apart <= most:
            return str(most)
    return "many"


def path_of(trigger: Word, head: Word) -> str:
    """Whose clause a mention stands in, seen from the trigger.

    "argument" for "Homs" of "shelled Homs", "clause below" of "shelled men who fled Homs".
    """
    own, other = clause_of(trigger), clause_of(head)
    if trigger.above(head) and not trigger.above(other):
        return "argument"
    if own is other:
        return "own clause"
    if other.lemma_ in word_class("saying"):
        return "clause of saying"
    if other.above(own):
        return "clause above"
    if own.above(other):
        return "clause below"
    return "clause beside"


def clause_of(word: Word) -> Word:
    """The verb that a word belongs to, itself where it is one, the root where there is none.

    "Shelled" for "Monday" of "rebels shelled Homs on Monday".
    """
    while word.pos_ not in ("VERB", "AUX") and word.head is not word:
        word = word.head
    return word


def _is_cut_off(trigger: Word, head: Word) -> bool:
    """Whether a semicolon stands between two words.

    True of "Monday" and "left" in "It fell on Monday; rebels left."
    """
    first, last = sorted((trigger.i, head.i))
    return any(word.text == ";" for word in trigger.words.between(first, last))
