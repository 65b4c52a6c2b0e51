#!/usr/bin/env python3
"""Write src/extractor/data/en/incidents/word_rarity.txt: how rare each common word is in news articles.

    pip install wordfreq
    python models/build_word_rarity.py

A word's rarity is -ln of the share of articles that have it. The share is the higher of two: what its frequency in
English at large (wordfreq) makes of an article of 300 words, and the share of our own texts (models/*.jsonl) that have
it, for news says "police" and "killed" oftener than English does. Words as rare as RAREST are left out.
"""

import json
from collections import defaultdict
from math import exp, log
from pathlib import Path

from wordfreq import get_frequency_dict  # type: ignore[import-not-found, unused-ignore]

from extractor.incidents.words import RAREST, stem, words_of

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/extractor/data/en/incidents/word_rarity.txt"
ARTICLE_WORDS = 300
LEAST_TEXTS = 4
STEP = 0.25
HEADER = """# How rare a word is in news articles: -ln of the share of articles with it, then the stems as rare as that.
# Made by models/build_word_rarity.py from wordfreq 3 (Robyn Speer, CC BY-SA 4.0) and the project's own texts.
# A stem that is not here counts as rarer than all of them. Extend it by running the script again on more texts.
"""


def texts() -> list[str]:
    """Our own texts."""
    rows = (json.loads(line) for path in sorted(HERE.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [row["text"] for row in rows if "text" in row]


def shares() -> dict[str, float]:
    """Stem -> the share of articles that have it."""
    per_word: dict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("en").items():
        if word.isalpha() and word.isascii():
            per_word[stem(word)] += frequency
    share = {word: 1 - exp(-ARTICLE_WORDS * frequency) for word, frequency in per_word.items()}
    own = texts()
    seen: dict[str, int] = defaultdict(int)
    for text in own:
        for word in {stem(word) for word in words_of(text)}:
            seen[word] += 1
    for word, count in seen.items():
        if count >= LEAST_TEXTS:
            share[word] = max(share.get(word, 0.0), count / len(own))
    return share


def main() -> None:
    levels: dict[float, list[str]] = defaultdict(list)
    for word, share in shares().items():
        rarity = round(-log(share) / STEP) * STEP
        if len(word) > 1 and rarity < RAREST:
            levels[rarity].append(word)
    lines = (f"{level}: {' '.join(sorted(words))}\n" for level, words in sorted(levels.items()))
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
