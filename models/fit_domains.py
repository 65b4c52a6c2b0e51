#!/usr/bin/env python3
"""Fit the words that tell sport, business, entertainment and nature from conflict and politics, and report on folds.

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    python models/fit_domains.py wordnet/usr/share/wordnet [--report]

Reads models/domains.tsv (a label and a text a line) and, as news of conflict, the sentences of the articles of
models/articles/ that are not held out. A sentence is the sum of the vectors of its common words; a logistic model for
each domain against conflict gives every word a weight, so that words of no training sentence have one too. Writes
src/extractor/data/en/lexicon/domain_words.tsv for the words of the sentences and those in use by WordNet's counts.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from extractor.annotate.parse.pipeline import load
from extractor.document.from_doc import words_of
from extractor.events.classify.domain import common_words
from extractor.lexicon.domains import ALWAYS, DOMAINS, PERCENT, SCORE

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/extractor/data/en/lexicon/domain_words.tsv"
WEIGHTS = {"conflict": 0.35, "literal": 1.5}  # of a sentence; 1 for the others
PENALTY = 1.0
SIGNS = (SCORE, PERCENT)  # what has no vector and a number of its own
LEAST = 3  # tenths: a word that says less of every domain is left out
FOLDS = 5
LENGTHS = range(40, 350)  # characters of a sentence of the articles
Array = np.ndarray[Any, Any]

HEADER = """\
# Words of other domains that borrow the words of conflict: a lemma, then how much it speaks for sport, business,
# entertainment and nature, against conflict and politics, in tenths of log-odds; "*" stands for any sentence.
# Where from: models/fit_domains.py, see models/domains.md. Extend: add sentences to models/domains.tsv and fit anew.
"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its label and its common words."""

    label: str
    words: frozenset[str]


def read(nlp: Language) -> list[Sentence]:
    """The labelled sentences, and those of the articles."""
    rows = [line.split("\t") for line in (HERE / "domains.tsv").read_text(encoding="utf-8").splitlines()]
    labelled = [(label, text) for label, text in rows]
    labelled += [("conflict", text) for text in of_articles(nlp)]
    docs = nlp.pipe(text for _, text in labelled)
    return [Sentence(label, common_words(list(words_of(doc)))) for (label, _), doc in zip(labelled, docs, strict=True)]


def of_articles(nlp: Language) -> Iterator[str]:
    """The sentences of the articles that are not held out."""
    for name in ("long", "short"):
        for line in (HERE / f"articles/{name}.jsonl").read_text(encoding="utf-8").splitlines():
            doc: Doc = nlp(json.loads(line)["text"])
            yield from (sentence.text for sentence in doc.sents if len(sentence.text) in LENGTHS)


class Vectors:
    """Words as numbers: the unit vector of a word, and a column of its own for each sign, and for any sentence."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.width = nlp.vocab.vectors.shape[1] + len(SIGNS)

    def of_word(self, word: str) -> Array | None:
        """None for a word without a vector."""
        found = np.zeros(self.width)
        if word in SIGNS:
            found[SIGNS.index(word) - len(SIGNS)] = 1.0
            return found
        key = self.nlp.vocab.strings[word]
        size = np.linalg.norm(self.nlp.vocab.vectors[key]) if key in self.nlp.vocab.vectors else 0.0
        if not size:
            return None
        found[: -len(SIGNS)] = self.nlp.vocab.vectors[key] / size
        return found

    def of_sentence(self, sentence: Sentence) -> Array:
        """The sum of its words, in the order of the alphabet."""
        known = (self.of_word(word) for word in sorted(sentence.words))
        total = np.zeros(self.width)
        for vector in known:
            if vector is not None:
                total += vector
        return total


def fit(table: Array, labels: Sequence[str]) -> tuple[Array, Array]:
    """Domain by column -> weight, and what speaks for each domain before any word has."""
    fitted = [fit_one(table, labels, domain) for domain in DOMAINS]
    return np.array([values[:-1] for values in fitted]), np.array([values[-1] for values in fitted])


def fit_one(table: Array, labels: Sequence[str], domain: str) -> Array:
    """Logistic regression of a domain against conflict with a quadratic penalty, by Newton's method."""
    chosen = [i for i, label in enumerate(labels) if label == domain or label in WEIGHTS]
    rows = np.hstack([table[chosen], np.ones((len(chosen), 1))])
    real = np.array([labels[i] == domain for i in chosen], dtype=float)
    weights = np.array([WEIGHTS.get(labels[i], 1.0) for i in chosen])
    penalty = np.append(np.full(table.shape[1], PENALTY), 1e-6)
    values = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ values, -30, 30)))
        slope = rows.T @ (weights * (chance - real)) + penalty * values
        curve = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        values -= step
        if np.abs(step).max() < 1e-6:
            break
    return values


def report(table: Array, labels: Sequence[str]) -> Iterator[str]:
    """The share of the sentences of each label taken for another domain, by weights that have not seen them."""
    odds = np.zeros(len(labels))
    for fold in range(FOLDS):
        seen = [i for i in range(len(labels)) if i % FOLDS != fold]
        rest = [i for i in range(len(labels)) if i % FOLDS == fold]
        weights, always = fit(table[seen], [labels[i] for i in seen])
        odds[rest] = -np.logaddexp.reduce(table[rest] @ weights.T + always, axis=1, keepdims=True)[:, 0]
    for least in (-3.0, -2.0, -1.5, -1.0, 0.0):
        shares = {name: odds[[label == name for label in labels]] < least for name in dict.fromkeys(labels)}
        yield f"below {least}: " + ", ".join(f"{name} {share.mean():.1%}" for name, share in shares.items())


def vocabulary(sentences: Sequence[Sentence], wordnet: Path) -> list[str]:
    """The words that get a line: those of the sentences, and those of WordNet that its corpus has."""
    counted = (line.partition("%")[0] for line in (wordnet / "cntlist.rev").read_text(encoding="utf-8").splitlines())
    used = {word for word in counted if word.replace("-", "").isalpha()}
    return sorted(used.union(*(sentence.words for sentence in sentences)))


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path, help="the folder with cntlist.rev")
    parser.add_argument("--report", action="store_true")
    arguments = parser.parse_args()
    nlp = load()
    sentences = read(nlp)
    vectors = Vectors(nlp)
    table = np.array([vectors.of_sentence(sentence) for sentence in sentences])
    labels = [sentence.label for sentence in sentences]
    if arguments.report:
        sys.stdout.write("\n".join(report(table, labels)) + "\n")
    weights, always = fit(table, labels)
    lines = [f"{ALWAYS}\t{tenths(always)}\n"]
    for word in vocabulary(sentences, arguments.wordnet):
        vector = vectors.of_word(word)
        if vector is not None and np.abs(weights @ vector).max() * 10 >= LEAST:
            lines.append(f"{word}\t{tenths(weights @ vector)}\n")
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")
    sys.stdout.write(f"{len(lines)} words, {TARGET.stat().st_size // 1000} kB\n")


def tenths(weights: Array) -> str:
    """Weights as they are written."""
    return " ".join(str(round(float(weight) * 10)) for weight in weights)


if __name__ == "__main__":
    main()
