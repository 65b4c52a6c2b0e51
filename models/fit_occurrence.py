#!/usr/bin/env python3
"""Fit the weights that tell an act that took place from acts in general, and report how they do on unseen articles.

    python models/fit_occurrence.py [--report]

Reads the articles of models/articles/ that are not held out, with all their events, and the headlines of
models/occurrence.jsonl: one text a line, {"id", "published", "text", "mentions": [{"start", "type", "real"}]}, where
`start` is the offset of a trigger. Writes src/extractor/data/en/events/occurrence.json. With --report it also fits on
four fifths of the texts and scores the others, five times.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from extractor import Extractor
from extractor.events import EventCoder
from extractor.events.factuality.features import evidence_of
from extractor.events.index import AnnotatedArticle
from extractor.logistic import Evidence
from extractor.read.article import make_article

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/extractor/data/en/events/occurrence.json"
FOLDS = 5
ARTICLES = ("long", "short")
RARE = 30  # evidence seen less often gets no weight
PENALTY = 25.0  # as good on unseen articles as 12, and better on sentences of other corpora
BINS = 10
Array = np.ndarray[Any, Any]
Row = dict[str, Any]
Verdict = Callable[[int, int, str], bool | None]  # start and end of a trigger, type -> real; None where it is open


@dataclass(frozen=True, slots=True)
class Mention:
    """What speaks for a mention, whether it is one, and the number of its article."""

    article: int
    evidence: Evidence
    real: bool
    alone: bool = False  # its sentence was the whole text


def texts() -> Iterator[tuple[Row, Verdict]]:
    """The texts with what is real in each; what the events of an article and its judged mentions differ on is open."""
    judged = {row["id"]: row for row in rows(HERE / "occurrence.jsonl")}
    for name in ARTICLES:
        for row in rows(HERE / f"articles/{name}.jsonl"):
            verdicts = [verdict_of_events(row)]
            if row["id"] in judged:
                verdicts.append(verdict_of_mentions(judged[row["id"]]))
            yield row, agreed(verdicts)
    articles = {row["id"] for name in ("short", "locked_short") for row in rows(HERE / f"articles/{name}.jsonl")}
    for key, row in judged.items():
        if key not in articles:
            yield row, verdict_of_mentions(row)


def agreed(verdicts: Sequence[Verdict]) -> Verdict:
    """What some verdicts agree on; one that has not judged a mention leaves it to the others."""

    def verdict(start: int, end: int, kind: str) -> bool | None:
        found = {judge(start, end, kind) for judge in verdicts} - {None}
        return found.pop() if len(found) == 1 else None

    return verdict


def rows(path: Path) -> list[Row]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def verdict_of_events(row: Row) -> Verdict:
    """What tells of a required event is real, what tells of an optional one alone is left open."""
    told = [
        (at["start"], at["end"], {event["type"], *event["type_alt"]}, event["optional"])
        for event in row["events"]
        for at in (event["trigger"], *event["also"])
    ]

    def verdict(start: int, end: int, kind: str) -> bool | None:
        met = [(kind in types, optional) for first, last, types, optional in told if start < last and first < end]
        if (True, False) in met:
            return True
        return None if any(optional for _, optional in met) else False

    return verdict


def verdict_of_mentions(row: Row) -> Verdict:
    """Where each mention was judged by itself."""
    labels = {(mention["start"], mention["type"]): mention["real"] for mention in row["mentions"]}
    return lambda start, end, kind: labels.get((start, kind))


def read() -> list[Mention]:
    """The labelled mentions that the library proposes, each in its text and in its sentence alone."""
    extractor = Extractor()
    coder = EventCoder(extractor.settings)
    found = []
    for number, (row, verdict) in enumerate(texts()):
        doc = extractor.annotate(make_article(row["text"], published=row["published"], id=row["id"]))
        whole = list(mentions_of(coder, doc, verdict, number))
        found += [mention for _, mention in whole]
        for sentence in doc.sents:
            if any(sentence.start_char <= at < sentence.end_char for at, _ in whole):
                alone = extractor.annotate(make_article(sentence.text, published=row["published"]))
                inside = mentions_of(coder, alone, verdict, number, sentence.start_char)
                found += [mention for _, mention in inside]
    return found


def mentions_of(
    coder: EventCoder, doc: Doc, verdict: Verdict, number: int, at: int | None = None
) -> Iterator[tuple[int, Mention]]:
    """The labelled mentions of one Doc, each with its offset; `at` is where a sentence alone stands in its text."""
    article = AnnotatedArticle(doc)
    for claim, frame, draft in coder.mentions(article):
        if draft.report:
            continue
        start = frame.trigger.idx + (at or 0)
        real = verdict(start, start + len(frame.trigger.text), draft.coding.type)
        if real is not None:
            yield start, Mention(number, evidence_of(article, claim, frame, draft), real, alone=at is not None)


def fit(mentions: Sequence[Mention]) -> dict[str, float]:
    """Logistic regression with a quadratic penalty, by Newton's method."""
    seen = Counter(name for mention in mentions for name in mention.evidence)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    table = np.array([[m.evidence.get(name, 0.0) for name in names] for m in mentions])
    real = np.array([m.real for m in mentions], dtype=float)
    penalty = np.full(len(names), PENALTY)
    penalty[names.index("always")] = 1e-6
    values = np.zeros(len(names))
    for _ in range(30):
        chance = sigmoid(table @ values)
        slope = table.T @ (chance - real) + penalty * values
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        values -= step
        if np.abs(step).max() < 1e-6:
            break
    return {name: round(float(value), 3) for name, value in zip(names, values, strict=True)}


def sigmoid(scores: Array) -> Array:
    """Scores -> probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))))


def chances(mentions: Sequence[Mention], weights: dict[str, float]) -> Array:
    """The probability of each mention."""
    return sigmoid(np.array([sum(weights.get(k, 0.0) * v for k, v in m.evidence.items()) for m in mentions]))


def unseen(mentions: Sequence[Mention]) -> Array:
    """The probability of each mention by weights that have not seen its article."""
    found = np.zeros(len(mentions))
    for fold in range(FOLDS):
        weights = fit([m for m in mentions if m.article % FOLDS != fold])
        test = [i for i, m in enumerate(mentions) if m.article % FOLDS == fold]
        found[test] = chances([mentions[i] for i in test], weights)
    return found


def report(mentions: Sequence[Mention]) -> Iterator[str]:
    """How the weights do on articles that they have not seen, line by line."""
    chance = unseen(mentions)
    for alone in (False, True):
        yield "sentences alone" if alone else "whole articles"
        chosen = np.array([m.alone is alone for m in mentions])
        yield from report_on(chance[chosen], np.array([m.real for m in mentions])[chosen])


def report_on(chance: Array, real: Array) -> Iterator[str]:
    """Precision, recall and calibration."""
    yield f"{len(real)} mentions, {real.mean():.1%} real; area under the curve {area(chance, real):.3f}"
    for threshold in (0.0, 0.2, 0.25, 0.3, 0.4, 0.5):
        kept = chance >= threshold
        precision, recall = real[kept].mean(), float(real[kept].sum()) / float(real.sum())
        f1 = 2 * precision * recall / (precision + recall)
        yield f"from {threshold}: P {precision:.1%} R {recall:.1%} F1 {f1:.1%}"
    yield f"calibration error {calibration_error(chance, real):.3f}"


def area(chance: Array, real: Array) -> float:
    """The share of pairs of a real and an unreal mention that stand in the right order."""
    order = chance.argsort().argsort() + 1
    positive = int(real.sum())
    return float((order[real].sum() - positive * (positive + 1) / 2) / (positive * (len(real) - positive)))


def calibration_error(chance: Array, real: Array) -> float:
    """The expected calibration error over ten equal bins."""
    bins = np.minimum((chance * BINS).astype(int), BINS - 1)
    gaps = [abs(chance[bins == b].mean() - real[bins == b].mean()) * (bins == b).mean() for b in set(bins)]
    return float(sum(gaps))


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--report", action="store_true")
    arguments = parser.parse_args()
    mentions = read()
    if arguments.report:
        print("\n".join(report(mentions)))  # noqa: T201
    TARGET.write_text(json.dumps(fit(mentions), indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
