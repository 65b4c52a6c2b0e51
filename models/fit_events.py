#!/usr/bin/env python3
"""Fit the probability of events, and report how it does on articles that it has not seen.

    python models/fit_events.py GOLD.jsonl [GOLD.jsonl ...] [--unseen GOLD.jsonl ...]

One article a line: {"id", "published", "text", "events": [{"type", "type_alt", "trigger", "also", "optional"}]},
offsets of triggers as {"start", "end"}. An event is right when it is the first to take a gold event of its type with a
trigger in common; what takes an optional one does not count. Writes src/extractor/data/en/events/events.json. The
report says how often events of a probability are right: on articles left out of the fit (five folds), and on those of
--unseen. The last of --unseen is drawn in docs/reliability.svg beside the articles left out.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from extractor import Extractor
from extractor.events import EventCoder
from extractor.events.draft import Draft
from extractor.events.factuality.event_features import evidence_of_events
from extractor.events.grounding.ground import ground
from extractor.events.index import AnnotatedArticle
from extractor.logistic import Evidence, probability
from extractor.read.article import make_article

TARGET = Path(__file__).parent.parent / "src/extractor/data/en/events/events.json"
DIAGRAM = Path(__file__).parent.parent / "docs/reliability.svg"
FOLDS = 5
RARE = 6  # evidence seen in fewer events gets no weight
PENALTY = 4.0
STEPS = 25
BINS = 10
DRAWN = 5  # bins of the diagram
SIDE = 280  # pixels
LEAST = (0.2, 0.3, 0.35, 0.4, 0.45, 0.5)
Gold = dict[str, Any]
Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One event: the number of its article, what speaks for and against it, and whether it is right."""

    article: int
    evidence: Evidence
    right: bool


def read(paths: Iterable[Path]) -> tuple[list[Case], int]:
    """The events of some articles, and how many the gold wants."""
    extractor = Extractor()
    coder = EventCoder(extractor.settings)
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    cases: list[Case] = []
    for number, row in enumerate(rows):
        doc = extractor.annotate(make_article(row["text"], published=row["published"], id=row["id"]))
        article = AnnotatedArticle(doc)
        events = coder.events(article)
        ground(article, events)
        verdicts = judged([event for event, _ in evidence_of_events(article, events)], row["events"])
        pairs = zip(evidence_of_events(article, events), verdicts, strict=True)
        cases += [Case(number, evidence, right) for (_, evidence), right in pairs if right is not None]
    return cases, sum(not gold["optional"] for row in rows for gold in row["events"])


def judged(events: Sequence[Draft], golds: Sequence[Gold]) -> Iterator[bool | None]:
    """Whether each event is right; None for one that is of an optional event of the gold."""
    taken: set[int] = set()
    for event in events:
        alike = [n for n, gold in enumerate(golds) if _is_of(event, gold)]
        free = [n for n in alike if n not in taken and not golds[n]["optional"]]
        if free:
            taken.add(free[0])
            yield True
        else:
            yield None if any(golds[n]["optional"] for n in alike) else False


def _is_of(event: Draft, gold: Gold) -> bool:
    spots = [(claim.trigger.start, claim.trigger.end) for claim in event.claims]
    shared = any(s < told["end"] and told["start"] < e for s, e in spots for told in (gold["trigger"], *gold["also"]))
    return shared and event.coding.type in (gold["type"], *gold["type_alt"])


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Maximum likelihood with a quadratic penalty, by Newton's method."""
    seen: dict[str, int] = {}
    for case in cases:
        for name in case.evidence:
            seen[name] = seen.get(name, 0) + 1
    names = sorted(name for name, count in seen.items() if count >= RARE)
    table = np.array([[case.evidence.get(name, 0.0) for name in names] for case in cases])
    right = np.array([case.right for case in cases], dtype=float)
    penalty = np.array([0.01 if name == "always" else PENALTY for name in names])
    values = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(table @ values)))
        slope = table.T @ (p - right) + penalty * values
        curve = (table * (p * (1 - p))[:, None]).T @ table + np.diag(penalty)
        values -= np.linalg.solve(curve, slope)
    return {name: round(float(value), 3) for name, value in zip(names, values, strict=True)}


def unseen(cases: Sequence[Case]) -> Iterator[tuple[float, bool]]:
    """Each event with the probability that the articles of the other folds give it, and whether it is right."""
    for fold in range(FOLDS):
        weights = fit([case for case in cases if case.article % FOLDS != fold])
        yield from ((probability(c.evidence, weights), c.right) for c in cases if c.article % FOLDS == fold)


def calibration_error(rows: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error over bins of equal width."""
    total = 0.0
    for low in range(BINS):
        inside = [row for row in rows if low <= min(row[0] * BINS, BINS - 1e-9) < low + 1]
        total += abs(sum(p for p, _ in inside) - sum(right for _, right in inside))
    return total / len(rows)


def area(rows: Sequence[tuple[float, bool]]) -> float:
    """The area under the curve: how often a right event has the higher probability."""
    yes, no = (np.array([p for p, right in rows if right is wanted]) for wanted in (True, False))
    return float(np.mean((yes[:, None] > no) + 0.5 * (yes[:, None] == no)))


def report(rows: Sequence[tuple[float, bool]], wanted: int) -> Iterator[str]:
    """Area, calibration, and precision and recall from some probabilities on."""
    yield f"{len(rows)} events, area {area(rows):.3f}, calibration error {calibration_error(rows):.3f}"
    for least in (0.0, *LEAST):
        kept = [right for p, right in rows if p >= least]
        precision, recall = sum(kept) / len(kept), sum(kept) / wanted
        yield f"  from {least}: P {precision:.1%} R {recall:.1%} F1 {2 * precision * recall / (precision + recall):.1%}"


def reliability(rows: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, float, int]]:
    """Mean probability, share of right ones and number of the events of each bin."""
    for low in range(DRAWN):
        inside = [row for row in rows if low <= min(row[0] * DRAWN, DRAWN - 1e-9) < low + 1]
        if inside:
            chance, right = np.mean(np.array(inside, dtype=float), axis=0)
            yield float(chance), float(right), len(inside)


def diagram(curves: Sequence[tuple[str, str, Sequence[tuple[float, bool]]]]) -> str:
    """A reliability diagram of (name, colour, rows) as SVG; the dashed line is a perfect calibration."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-45 -15 {SIDE + 215} {SIDE + 60}" font-family="sans-serif"'
        ' font-size="12">',
        f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>',
        f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="#999" stroke-dasharray="4"/>',
        f'<text x="{SIDE // 2}" y="{SIDE + 35}" text-anchor="middle">confidence</text>',
        f'<text x="-{SIDE // 2}" y="-30" text-anchor="middle" transform="rotate(-90)">share right</text>',
    ]
    for tick in (0, 0.5, 1):
        parts.append(f'<text x="{tick * SIDE:g}" y="{SIDE + 16}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="-6" y="{SIDE - tick * SIDE + 4:g}" text-anchor="end">{tick:g}</text>')
    for number, (name, colour, rows) in enumerate(curves):
        dots = [(p * SIDE, SIDE - share * SIDE, count) for p, share, count in reliability(rows)]
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y, _ in dots)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}"/>')
        parts += [
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{2 + count**0.5 / 3:.1f}" fill="{colour}"/>' for x, y, count in dots
        ]
        parts.append(f'<text x="{SIDE + 12}" y="{20 + 18 * number}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--unseen", nargs="*", type=Path, default=[])
    arguments = parser.parse_args()
    cases, wanted = read(arguments.gold)
    weights = fit(cases)
    left_out = list(unseen(cases))
    curves = [("left out of the fit", "#1f77b4", left_out)]
    print("\n".join(["left out:", *report(left_out, wanted)]))  # noqa: T201
    for path in arguments.unseen:
        others, wanted = read([path])
        rows = [(probability(case.evidence, weights), case.right) for case in others]
        print("\n".join([f"{path}:", *report(rows, wanted)]))  # noqa: T201
        curves = [curves[0], ("articles never read", "#d62728", rows)]
    DIAGRAM.write_text(diagram(curves), encoding="utf-8")
    TARGET.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
