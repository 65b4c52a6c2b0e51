"""Whether the event that the rules join a draft to is its antecedent: a linear model refuses joins that it doubts.

`antecedent_features.py` names the evidence; models/antecedents.md tells what the weights were fitted on. A draft whose
join is refused tells of an event of its own. Where the rules join nothing the model is not asked, and it never moves a
draft to another event: of the joins that it would add every second one was wrong, and moves gained nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractor.events.coreference.antecedent_features import evidence_for, evidence_for_none, evidence_of_rules
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.lexicon.tables import data_json
from extractor.logistic import log_odds

# By how much an event of its own has to be likelier, in log-odds: two to one. From there on 20 of 21 refusals of drafts
# that the gold tells of were right on articles not fitted on; with 0.5, on real articles, one in two.
MARGIN = 0.75


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The event that the rules join a draft to, and the name of the preference that does."""

    event: Draft
    preference: str


def confirmed(
    article: AnnotatedArticle, draft: Draft, events: Sequence[Draft], rules: Antecedent | None
) -> Antecedent | None:
    """What the rules chose among the events so far; None where the draft more likely tells of an event of its own.

    None for "Four guards were hurt" a paragraph below "Rebels shelled Homs" and "Police dispersed a crowd", though a
    rule joins it. A headline sums up what the rules say.
    """
    if rules is None or draft.layout:
        return rules
    joined = evidence_for(article, draft, rules.event, events) | evidence_of_rules(rules.preference)
    apart = evidence_for_none(draft, rules.preference)
    if log_odds(apart, _weights()) - log_odds(joined, _weights()) > MARGIN:
        return None
    return rules


@cache
def _weights() -> dict[str, float]:
    """The shipped weights."""
    found: dict[str, float] = data_json("events/antecedents.json")
    return found
