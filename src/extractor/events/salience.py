"""How much an article is about each of its events: headline, lead, number of tellings and consequences decide.

These are the signs that Choubey et al. (2018) and Giveme5W1H (Hamborg et al. 2019) find the main event by.
"""

from collections.abc import Iterator, Mapping, Sequence

from extractor.document.tokens import Words
from extractor.events.casualties.counts import SLOTS
from extractor.events.five_w.lead import LeadSentence
from extractor.records import Claim, Event, Modality

# The shares of the signs, set by hand. On 46 articles with a known main event its participants were right in 23, by the
# number of tellings alone in 17; its place in 14 and 10.
HEADLINE, LEAD, TELLINGS, CONSEQUENCES = 0.4, 0.3, 0.2, 0.1
_UNREAL = frozenset((Modality.HYPOTHETICAL, Modality.DENIED))


def with_salience(
    words: Words, lead: Sequence[LeadSentence], events: Sequence[Event], claims: Mapping[str, Claim]
) -> Iterator[Event]:
    """The events with their salience, 0 to 1: how much the article is about each.

    `lead` are the sentences of headline and lead, `claims` those of the events by id.
    0.9 for the act of the headline that the lead tells again, 0.1 for one of the last sentence.
    """
    most = max((len(event.claims) for event in events), default=1)
    weights = {words.sentence_of(sentence.words[0]): sentence for sentence in lead}
    first = min((number for number, sentence in weights.items() if not sentence.headline), default=0)
    for event in events:
        numbers = [words.sentence_of(words.at(claims[claim].trigger.start)) for claim in event.claims]
        salience = (
            HEADLINE * _headline_share(numbers, weights)
            + LEAD / (1 + _sentences_down(numbers, first, len(words.sentence_starts)))
            + TELLINGS * len(event.claims) / most
            + CONSEQUENCES * _has_consequences(event)
        )
        yield event.with_value("salience", round(salience, 3))


def _headline_share(numbers: Sequence[int], weights: Mapping[int, LeadSentence]) -> float:
    """The largest share of the headline's words in a sentence that tells of an event, 0 where none is of the lead."""
    return max((weights[number].headline_share for number in numbers if number in weights), default=0.0)


def _sentences_down(numbers: Sequence[int], first: int, all_sentences: int) -> int:
    """How many sentences of the body stand before the first that tells of an event; all where none does."""
    return min((number - first for number in numbers if number >= first), default=all_sentences)


def _has_consequences(event: Event) -> bool:
    """Whether people were killed, hurt, detained or displaced, and nobody says that it is not so."""
    if event.modality in _UNREAL:
        return False
    return any(getattr(event, count) is not None for count in SLOTS)
