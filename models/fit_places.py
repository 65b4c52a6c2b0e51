#!/usr/bin/env python3
"""Fit the weights of the place layer on articles with marked place names, and report how they do on unseen ones.

    python models/fit_places.py CORPUS.jsonl [CORPUS.jsonl ...] [--report]

One article a line: {"id", "text", "source": address or null, "toponyms": [{"start", "end", "role": "literal", "other"
or "not_place", "lat", "lon", "geonames_id"}]}. Writes src/extractor/data/en/places/weights.json. With --report it first
fits on all corpora but one and scores the one left out, for each. A corpus counts by the root of its size.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
from distance import km

from extractor.annotate.parse import pipeline as language
from extractor.annotate.places import PlaceTagger
from extractor.annotate.places.candidates import Candidate, Words, candidates, read_words
from extractor.annotate.places.confidence import grounds
from extractor.annotate.places.country_context import spoken_countries
from extractor.annotate.places.recognition_features import read_article, weigh
from extractor.annotate.places.recognize import FLOOR, look_again
from extractor.annotate.places.resolution_features import CONTEXT, STATIC, Options, Table
from extractor.annotate.places.resolve import Resolver
from extractor.annotate.places.to_record import Sense
from extractor.annotate.places.toponyms import collect
from extractor.annotate.places.weights import Weights
from extractor.gazetteer.index import open_gazetteer
from extractor.logistic import Evidence, probability

TARGET = Path(__file__).parent.parent / "src/extractor/data/en/places/weights.json"
NEAR_KM = 161  # 100 miles: the usual measure of a right point
FOLDS = 3  # for weights that rest on the scores of other weights
# Half of the marked names are from local papers, which mean Lebanon, Pa.; other news means the country.
ALONE_BONUS = 2.5
RARE_FIRST, RARE_SECOND = 20, 30  # evidence seen less often gets no weight
Gold = dict[str, Any]
Item = tuple[Evidence, bool, float]
Array = np.ndarray[Any, Any]


@dataclass
class Article:
    """An article ready for fitting; `gold` is parallel to `found`."""

    corpus: str
    said: Words
    url: str | None
    toponyms: list[Gold]
    found: list[Candidate]
    evidence: list[Evidence]
    gold: list[Gold | None]
    countries: dict[str, int]


@dataclass
class Fitted:
    """All weights."""

    first_pass: dict[str, float]
    second_pass: dict[str, float]
    first: Array
    later: Array
    sure: dict[str, float]

    def tagger(self) -> PlaceTagger:
        """A place layer with these weights."""
        tagger = PlaceTagger.__new__(PlaceTagger)
        tagger.gazetteer = open_gazetteer()
        tagger.weights = Weights(self.first_pass, self.second_pass, {}, {}, self.sure)
        tagger.resolver = Resolver(tagger.gazetteer, self.first, self.later)
        return tagger


def read(paths: Iterable[Path]) -> list[Article]:
    """Parse and annotate all articles."""
    nlp, gazetteer, articles = language.load(), open_gazetteer(), []
    for path in paths:
        for line in path.read_text(encoding="utf-8").strip().split("\n"):
            row = json.loads(line)
            said = read_words(language.parse(nlp, row["text"]))
            found = candidates(said, gazetteer)
            whole = read_article(said)
            evidence = [weigh(candidate, said, whole, gazetteer) for candidate in found]
            marked = {trim(row["text"], t["start"], t["end"]): t for t in row["toponyms"]}
            gold = [marked.get(trim(row["text"], *chars(said, candidate))) for candidate in found]
            countries = spoken_countries(said, row["source"], gazetteer)
            articles.append(Article(path.stem, said, row["source"], row["toponyms"], found, evidence, gold, countries))
    return articles


def chars(said: Words, candidate: Candidate) -> tuple[int, int]:
    """The character offsets of a candidate."""
    return said.offsets[candidate.start], said.offsets[candidate.end - 1] + len(said.texts[candidate.end - 1])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without a leading article and a trailing possessive."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    lead += 4 if piece[lead : lead + 4].lower() == "the " else 0
    bare = piece.rstrip()
    for ending in ("'s", "’s", "'", "’"):
        if bare.endswith(ending):
            bare = bare[: -len(ending)]
            break
    return (start + lead, start + len(bare)) if lead < len(bare) else (start, end)


def balance(articles: Sequence[Article]) -> dict[str, float]:
    """The weight of one item of each corpus."""
    names = Counter(a.corpus for a in articles for t in a.toponyms if t["role"] == "literal")
    return {corpus: sqrt(1000 / count) for corpus, count in names.items()}


def is_name(gold: Gold | None) -> bool | None:
    """Whether a candidate is a place name; None where both answers are fine."""
    if gold is None or gold["role"] == "not_place":
        return False
    return True if gold["role"] == "literal" else None


def logistic(items: Sequence[Item], rare: int, penalty: float) -> dict[str, float]:
    """Logistic regression by Newton's method on (evidence, answer, weight)."""
    seen = Counter(name for evidence, _, _ in items for name in evidence)
    names = sorted(name for name, count in seen.items() if count >= rare)
    column = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(items), len(names)))
    for row, (evidence, _, _) in enumerate(items):
        for name, strength in evidence.items():
            if name in column:
                x[row, column[name]] = strength
    y = np.array([answer for _, answer, _ in items], float)
    weight = np.array([w for _, _, w in items])
    fitted = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ fitted))
        slope = x.T @ (weight * (p - y)) + penalty * fitted
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        fitted -= step
        if np.abs(step).max() < 1e-5:
            break
    return dict(zip(names, fitted.tolist(), strict=True))


def fit_first_pass(articles: Sequence[Article]) -> dict[str, float]:
    """Weights of the evidence around a candidate."""
    share = balance(articles)
    items = [
        (evidence, answer, share[a.corpus])
        for a in articles
        for evidence, gold in zip(a.evidence, a.gold, strict=True)
        if (answer := is_name(gold)) is not None
    ]
    return logistic(items, RARE_FIRST, 3.0)


def fit_second_pass(articles: Sequence[Article], resolver: Resolver) -> dict[str, float]:
    """Weights of the article's evidence, on first scores from weights that have not seen the article."""
    share, items = balance(articles), []
    for fold in range(FOLDS + 1):
        first = fit_first_pass([a for i, a in enumerate(articles) if i % (FOLDS + 1) != fold])
        for a in articles[fold :: FOLDS + 1]:
            for candidate, evidence in zip(a.found, a.evidence, strict=True):
                candidate.score = probability(evidence, first)
            likely = [(c, g) for c, g in zip(a.found, a.gold, strict=True) if c.score >= FLOOR]
            again = look_again(a.said, [c for c, _ in likely], resolver, a.countries)
            for evidence, (_, gold) in zip(again, likely, strict=True):
                if (answer := is_name(gold)) is not None:
                    items.append((evidence, answer, share[a.corpus]))
    return logistic(items, RARE_SECOND, 1.0)


def fit_resolver(articles: Sequence[Article]) -> tuple[Array, Array]:
    """Weights of the resolver's first and later rounds, on the marked names."""
    empty = np.zeros(0)
    resolver, share = Resolver(open_gazetteer(), empty, empty), balance(articles)
    tables, right, weight = [], [], []
    for a in articles:
        marked: dict[int, tuple[Candidate, Gold]] = {}
        for candidate, gold in zip(a.found, a.gold, strict=True):
            if is_name(gold) and gold is not None and gold["start"] not in {g["start"] for _, g in marked.values()}:
                candidate.score = 1.0
                marked[id(candidate)] = candidate, gold
        names = collect([c for c, _ in marked.values()], a.said, [])
        table = resolver.features(names, a.countries)
        if table is None:
            continue
        tables.append(table)
        for n, _, options in table.blocks:
            answers = [right_options(options, marked[id(m)][1]) for m in names.names[n].mentions]
            known = [answer for answer in answers if answer.any()]
            right.append(np.any(known, axis=0) if known else np.zeros(len(options.matches), bool))
            weight.append(sqrt(len(known)) * share[a.corpus])
    return softmax_fit(tables, np.concatenate(right), np.array(weight))


def right_options(options: Options, gold: Gold) -> Array:
    """Which options are the marked place: the same GeoNames id, else all within NEAR_KM."""
    same = np.array([m.entry.id == gold["geonames_id"] for m in options.matches])
    if same.any() or gold["lat"] is None:
        return same
    return np.array(
        [km(gold["lat"], gold["lon"], m.entry.latitude, m.entry.longitude) <= NEAR_KM for m in options.matches]
    )


def softmax_fit(tables: list[Table], right: Array, weight: Array) -> tuple[Array, Array]:
    """Maximum likelihood of the right options; each round sees the shares of the round before."""
    sizes = np.concatenate([np.diff(np.append(t.starts, len(t.group))) for t in tables])
    starts = np.append(0, np.cumsum(sizes)[:-1])
    group = np.repeat(np.arange(len(sizes)), sizes)
    static = np.vstack([t.static for t in tables])
    ends = np.cumsum([len(t.group) for t in tables])[:-1]

    def shares(scores: Array) -> Array:
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        return np.asarray(powers / np.add.reduceat(powers, starts)[group])

    def climb(x: Array, fitted: Array, steps: int = 300) -> Array:
        mean, square = np.zeros_like(fitted), np.zeros_like(fitted)
        for k in range(1, steps + 1):
            p = shares(x @ fitted)
            wanted = np.where(right, p, 0)
            total = np.add.reduceat(wanted, starts)[group]
            wanted = np.divide(wanted, total, out=np.zeros_like(wanted), where=total > 0)
            wanted = np.where(total > 0, wanted, p)
            slope = fitted + x.T @ (weight[group] * (p - wanted))
            mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
            pace = 0.1 if k < 0.6 * steps else 0.03 if k < 0.85 * steps else 0.005
            fitted = fitted - pace * (mean / (1 - 0.9**k)) / (np.sqrt(square / (1 - 0.99**k)) + 1e-8)
        return fitted

    first = climb(static, np.zeros(len(STATIC)))
    now, later = shares(static @ first), np.zeros(len(STATIC) + len(CONTEXT))
    for _ in range(4):
        context = np.vstack([t.context(s) for t, s in zip(tables, np.split(now, ends), strict=True)])
        x = np.hstack([static, context])
        later = climb(x, later)
        now = shares(x @ later)
    return first, later


def judged(a: Article, tagger: PlaceTagger) -> list[tuple[Sense, bool, bool]]:
    """Each mention that was found: its sense, whether its span is exactly right, whether its point is.

    Mentions that may be found or not, and marked names without a point, are left out.
    """
    gold = [(trim(a.said.source, t["start"], t["end"]), t) for t in a.toponyms if t["role"] != "not_place"]
    result = []
    for sense in tagger.senses(a.said, a.url):
        for mention in sense.name.mentions:
            start, end = trim(a.said.source, *chars(a.said, mention))
            over = [(min(end, e) - max(start, s), (s, e), t) for (s, e), t in gold if s < end and start < e]
            _, span, t = max(over, key=lambda o: (o[1] == (start, end), o[0]), default=(0, None, None))
            if t is None or (t["role"] == "literal" and t["lat"] is not None):
                result.append((sense, span == (start, end), t is not None and is_near(sense, t)))
    return result


def is_near(sense: Sense, gold: Gold) -> bool:
    """Whether the point of a sense is right."""
    entry = sense.near or (sense.match.entry if sense.match else None)
    if entry is None:
        return False
    same = sense.near is None and entry.geonames_id is not None and entry.geonames_id == gold["geonames_id"]
    return same or km(gold["lat"], gold["lon"], entry.latitude, entry.longitude) <= NEAR_KM


def fit(articles: Sequence[Article]) -> Fitted:
    """All weights; the confidence is fitted on articles that the others have not seen."""
    items: list[Item] = []
    for fold in range(FOLDS):
        part = fit_but_confidence([a for i, a in enumerate(articles) if i % FOLDS != fold])
        tagger = part.tagger()
        rows = [(grounds(s), right, a.corpus) for a in articles[fold::FOLDS] for s, _, right in judged(a, tagger)]
        sizes = Counter(corpus for *_, corpus in rows)
        items += [(evidence, right, sqrt(1000 / sizes[corpus])) for evidence, right, corpus in rows]
    fitted = fit_but_confidence(articles)
    fitted.sure = logistic(items, RARE_SECOND, 2.0)
    return fitted


def fit_but_confidence(articles: Sequence[Article]) -> Fitted:
    """All weights but those of the confidence."""
    first, later = fit_resolver(articles)
    second = fit_second_pass(articles, Resolver(open_gazetteer(), first, later))
    return Fitted(fit_first_pass(articles), second, first, later, {})


def report(articles: Sequence[Article]) -> None:
    """Leave one corpus out: exact recognition, and end to end within NEAR_KM."""
    for corpus in dict.fromkeys(a.corpus for a in articles):
        tagger = fit([a for a in articles if a.corpus != corpus]).tagger()
        left_out = [a for a in articles if a.corpus == corpus]
        rows = [row for a in left_out for row in judged(a, tagger)]
        names = sum(t["role"] == "literal" and t["lat"] is not None for a in left_out for t in a.toponyms)
        exact, right = sum(e for _, e, _ in rows), sum(r for _, _, r in rows)
        gap = calibration_gap([(sense.confidence, near) for sense, _, near in rows])
        print(  # noqa: T201
            f"{corpus:10s} names {names:5d}  found exactly F1 {200 * exact / (names + len(rows)):.1f}  "
            f"right place F1 {200 * right / (names + len(rows)):.1f}  calibration error {gap:.3f}"
        )


def calibration_gap(rows: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error over ten equal bins."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in rows:
        bins.setdefault(min(9, int(10 * confidence)), []).append((confidence, right))
    return sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()) / max(1, len(rows))


def write(fitted: Fitted) -> None:
    """The weights as shipped, three decimals."""

    def rounded(names: Iterable[str], values: Iterable[float]) -> dict[str, float]:
        return {name: round(float(value), 3) for name, value in sorted(zip(names, values, strict=True))}

    later = fitted.later + ALONE_BONUS * (np.array(STATIC + CONTEXT) == "country or wide, alone")
    table = {
        "first_pass": rounded(fitted.first_pass, fitted.first_pass.values()),
        "second_pass": rounded(fitted.second_pass, fitted.second_pass.values()),
        "first": rounded(STATIC, fitted.first),
        "later": rounded(STATIC + CONTEXT, later),
        "sure": rounded(fitted.sure, fitted.sure.values()),
    }
    TARGET.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--report", action="store_true", help="leave each corpus out in turn and score it")
    given = parser.parse_args()
    articles = read(given.corpora)
    if given.report:
        report(articles)
    write(fit(articles))


if __name__ == "__main__":
    main()
