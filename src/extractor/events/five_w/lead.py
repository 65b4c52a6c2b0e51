"""The headline and the first sentences, which tell the main event: news puts it first (the inverted pyramid)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

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
        """How much it tells what the article is about: the headline most, then what repeats it, then what is first.

        2.0 for the headline, 0.4 for the second sentence of the body with half of its words.
        """
        if self.headline:
            return 2.0
        return self.headline_share - 0.1 * self.number


def lead_of(words: Words, article: Article) -> list[LeadSentence]:
    """The sentences of the headline in the text, then the first of the body; layout is left out.

    At most six of the body, none that is a caption or shorter than six words.
    """
    end = _headline_end(article)
    headline: list[list[Word]] = []
    body: list[list[Word]] = []
    for sentence in filter(None, words.sentences()):
        if sentence[0].idx < end:
            headline.append(sentence)
        elif len(body) < LEAD and _is_prose(sentence, article):
            body.append(sentence)
    title = _content(chain.from_iterable(headline)) or _title_words(article)
    return [
        *(LeadSentence(sentence, True, 1.0, 0) for sentence in headline),
        *(LeadSentence(sentence, False, _share(sentence, title), number) for number, sentence in enumerate(body)),
    ]


def by_weight(lead: Iterable[LeadSentence]) -> list[LeadSentence]:
    """The sentences that tell most of what the article is about first.

    The headline, then the sentence with most of its words.
    """
    return sorted(lead, key=lambda sentence: -sentence.weight)


def _headline_end(article: Article) -> int:
    """Where the headline ends that the text begins with, as an offset; 0 without one."""
    if article.title and article.text.startswith(article.title):
        return len(article.title)
    if not article.masked or article.masked[0].reason is not MaskReason.HEADLINE:
        return 0
    return article.masked[0].end


def _is_prose(sentence: list[Word], article: Article) -> bool:
    """Whether a sentence is of the running text: in no part that is layout, and long enough.

    True of "Rebels shelled the town of Gao.", not of "By Ana Ruiz".
    """
    start = sentence[0].idx
    for mask in article.masked:
        if mask.reason in _SKIPPED and mask.start <= start < mask.end:
            return False
    return sum(word.text.isalpha() for word in sentence) >= MIN_WORDS


def _content(words: Iterable[Word]) -> frozenset[str]:
    """The lemmas of the words that carry meaning."""
    return frozenset(word.lemma_ for word in words if word.pos_ in _CONTENT)


def _title_words(article: Article) -> frozenset[str]:
    """The words of a title that the text does not begin with, and that nothing has parsed."""
    title = article.title or ""
    return frozenset(word for word in title.lower().split() if len(word) > 3)


def _share(sentence: list[Word], title: frozenset[str]) -> float:
    """The part of a title's words that a sentence has, 0 to 1."""
    if not title:
        return 0.0
    found = title & (_content(sentence) | {word.lower_ for word in sentence})
    return len(found) / len(title)
