"""The headline and the first sentences, which tell the main event: news puts it first (the inverted pyramid)."""

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.document.tokens import Word, Words
from extractor.records import Article, MaskReason

# Sentences of the body. Of 48 articles about 11 stories, 3 or 10 answered two in a hundred questions worse.
LEAD = 6
MIN_WORDS = 6  # shorter ones at the top of a page are labels, bylines and menus
_SKIPPED = frozenset((MaskReason.BOILERPLATE, MaskReason.REPEATED, MaskReason.CAPTION))
_CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


@dataclass(frozen=True, slots=True)
class LeadSentence:
    """A sentence of the headline or the lead, with the share of the headline's words that it holds."""

    words: list[Word]
    headline: bool
    headline_share: float
    number: int  # among the sentences of the body, from 0

    @property
    def weight(self) -> float:
        """How much it tells what the article is about: the headline most, then what repeats it, then what is first."""
        return 2.0 if self.headline else self.headline_share - 0.1 * self.number


def lead_of(words: Words, article: Article) -> list[LeadSentence]:
    """The sentences of the headline in the text, then the first of the body; layout is left out."""
    end = _headline_end(article)
    sentences = [sentence for sentence in words.sentences() if sentence]
    headline = [sentence for sentence in sentences if sentence[0].idx < end]
    body = [sentence for sentence in sentences if sentence[0].idx >= end and _is_prose(sentence, article)][:LEAD]
    title = _content(word for sentence in headline for word in sentence) or _title_words(article)
    return [
        *(LeadSentence(sentence, True, 1.0, 0) for sentence in headline),
        *(LeadSentence(sentence, False, _share(sentence, title), number) for number, sentence in enumerate(body)),
    ]


def by_weight(lead: Iterable[LeadSentence]) -> list[LeadSentence]:
    """The sentences that tell most of what the article is about first."""
    return sorted(lead, key=lambda sentence: -sentence.weight)


def _headline_end(article: Article) -> int:
    """Where the headline ends that the text begins with; 0 without one."""
    if article.title and article.text.startswith(article.title):
        return len(article.title)
    first = next(iter(article.masked), None)
    return first.end if first is not None and first.reason is MaskReason.HEADLINE else 0


def _is_prose(sentence: list[Word], article: Article) -> bool:
    start = sentence[0].idx
    if any(mask.start <= start < mask.end for mask in article.masked if mask.reason in _SKIPPED):
        return False
    return sum(word.text.isalpha() for word in sentence) >= MIN_WORDS


def _content(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.lemma_ for word in words if word.pos_ in _CONTENT)


def _title_words(article: Article) -> frozenset[str]:
    """The words of a title that the text does not begin with, and that nothing has parsed."""
    return frozenset(word for word in (article.title or "").lower().split() if len(word) > 3)


def _share(sentence: list[Word], title: frozenset[str]) -> float:
    found = title & (_content(sentence) | {word.lower_ for word in sentence})
    return len(found) / len(title) if title else 0.0
