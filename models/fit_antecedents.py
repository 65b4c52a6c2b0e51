#!/usr/bin/env python3
"""Fit the model that doubts joins of mentions, and report how it does on articles it has not seen.

    python models/fit_antecedents.py GOLD.jsonl [GOLD.jsonl ...] [--report]

One article a line: {"id", "published", "text", "events": [{"type", "type_alt", "trigger", "also"}]}, offsets of
triggers as {"start", "end"}; `also` are the further mentions of an event. A file that is given twice counts twice.
Writes the weights to src/extractor/data/en/events/antecedents.json. With --report it first fits on all articles but a
tenth and says of that tenth, ten times, which joins of the rules it refuses, by margin.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from candidates import fit_choices

from extractor import Extractor
from extractor.events import EventCoder
from extractor.events.coreference.antecedent import MARGIN, Antecedent
from extractor.events.coreference.antecedent_features import evidence_for, evidence_for_none, evidence_of_rules
from extractor.events.coreference.constraints import KIND, are_separated
from extractor.events.coreference.mention_pair import MentionPair
from extractor.events.coreference.merge import HORIZON, merge
from extractor.events.draft import Draft
from extractor.events.index import AnnotatedArticle
from extractor.logistic import Evidence, log_odds
from extractor.read.article import make_article

TARGET = Path(__file__).parent.parent / "src/extractor/data/en/events/antecedents.json"
FOLDS = 10
PENALTY = 8.0
MARGINS = (0.0, 0.25, 0.5, MARGIN, 1.0, 1.5)
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of a draft, an event of its own the last: what speaks for each, and which are right.

    `article` is the number of the article, `rules` that of the candidate the rules chose. `told`: whether the gold
    tells of the draft; where it does not, any event is right, since the draft is none of its own.
    """

    article: int
    evidence: list[Evidence]
    right: list[bool]
    rules: int
    told: bool


class Recorder:
    """Lets an article be merged by the rules, and notes what there was to choose from."""

    def __init__(self, number: int, gold: Sequence[Gold]) -> None:
        self.number = number
        self.gold = gold
        self.owners: dict[int, int | None] = {}  # the number of the gold event of each event
        self.choices: list[Choice] = []

    def __call__(
        self, article: AnnotatedArticle, draft: Draft, events: Sequence[Draft], rules: Antecedent | None
    ) -> Antecedent | None:
        """The choice of the rules."""
        owner = self.owner_of(draft)
        if not draft.layout and (rules is not None or owner is not None):
            self.note(article, draft, events, rules)
        event = rules.event if rules else draft
        if self.owners.get(id(event)) is None:
            self.owners[id(event)] = owner
        return rules

    def note(self, article: AnnotatedArticle, draft: Draft, events: Sequence[Draft], rules: Antecedent | None) -> None:
        """Add the choice of one draft, unless no event so far is of its kind."""
        near = [event for event in events[-HORIZON:] if not are_separated(MentionPair(article, event, draft), KIND)]
        evidence = [evidence_for(article, draft, event, events) for event in near]
        chosen = len(near) if rules is None else next(n for n, event in enumerate(near) if event is rules.event)
        if rules is not None:
            evidence[chosen] |= evidence_of_rules(rules.preference)
        evidence.append(evidence_for_none(draft, rules.preference if rules else None))
        owner = self.owner_of(draft)
        right = [owner is None or self.owners.get(id(event)) == owner for event in near]
        if near:
            choice = Choice(self.number, evidence, [*right, not any(right)], chosen, told=owner is not None)
            self.choices.append(choice)

    def owner_of(self, draft: Draft) -> int | None:
        """The number of the gold event of which a draft is a mention."""
        start, end = draft.trigger.idx, draft.trigger.idx + len(draft.trigger.text)
        for number, event in enumerate(self.gold):
            if not draft.report and draft.coding.type not in (event["type"], *event["type_alt"]):
                continue
            if any(start < told["end"] and told["start"] < end for told in (event["trigger"], *event["also"])):
                return number
        return None


def read(paths: Iterable[Path]) -> list[Choice]:
    """The choices of all articles."""
    extractor = Extractor()
    coder = EventCoder(extractor.settings)
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    numbers: dict[str, int] = {}
    found: list[Choice] = []
    for row in rows:
        doc = extractor.annotate(make_article(row["text"], published=row["published"], id=row["id"]))
        article = AnnotatedArticle(doc)
        recorder = Recorder(numbers.setdefault(row["id"], len(numbers)), row["events"])
        merge(article, coder.drafts(article), recorder)
        found += recorder.choices
    return found


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Maximum likelihood of the right candidates of each draft, with a quadratic penalty."""
    return fit_choices(choices, [1.0] * len(choices), PENALTY)


def unseen(choices: Sequence[Choice]) -> Iterator[tuple[Choice, float]]:
    """Each choice where the rules join, with the log-odds of none against it by weights of the other folds."""
    for fold in range(FOLDS):
        weights = fit([c for c in choices if c.article % FOLDS != fold])
        for c in choices:
            if c.article % FOLDS == fold and c.rules < len(c.evidence) - 1:
                yield c, log_odds(c.evidence[-1], weights) - log_odds(c.evidence[c.rules], weights)


def report(choices: Sequence[Choice]) -> Iterator[str]:
    """How many joins of the rules there are, how many of them are right, and which are refused, by margin."""
    rows = list(unseen(choices))
    yield f"joins of the rules: {counted(c for c, _ in rows)}"
    for margin in MARGINS:
        yield f"refused by more than {margin}: {counted(c for c, odds in rows if odds > margin)}"


def counted(choices: Iterable[Choice]) -> str:
    """How many joins of the rules are wrong, right, and of drafts that the gold does not tell of."""
    told = Counter("not in the gold" if not c.told else "right" if c.right[c.rules] else "wrong" for c in choices)
    return ", ".join(f"{told[name]} {name}" for name in ("wrong", "right", "not in the gold"))


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--report", action="store_true")
    arguments = parser.parse_args()
    choices = read(arguments.gold)
    if arguments.report:
        print("\n".join(report(choices)))  # noqa: T201
    TARGET.write_text(json.dumps(fit(choices), indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
