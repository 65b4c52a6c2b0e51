"""Whether a mention tells of an act that took place, and not of acts in general: a linear model over its sentence.

"Gunmen attacked a post near Homs" is one; "those who attack democracy", "bombings and other crimes" and "the fight
against hunger" are none. The evidence (`features.py`) is the form of the trigger, its clause, its sides and
circumstances, never a particular act word. models/occurrence.md tells what the weights of
data/en/events/occurrence.json were fitted on.
"""

from functools import cache

from extractor.events.draft import Draft
from extractor.events.factuality.features import evidence_of
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import data_json
from extractor.logistic import probability
from extractor.records import Claim
from extractor.syntax import Frame


def occurrence(article: AnnotatedArticle, claim: Claim, frame: Frame, draft: Draft) -> float:
    """The probability that a mention tells of an act of its type that the text reports as real, 0 to 1.

    0.8 for "gunmen attacked a post near Homs", below 0.1 for "those who attack democracy will fail".
    """
    return probability(evidence_of(article, claim, frame, draft), weights())


@cache
def weights() -> dict[str, float]:
    """Evidence -> its weight, as shipped.

    `weights()["always"]` counts for every mention.
    """
    found: dict[str, float] = data_json("events/occurrence.json")
    return found
