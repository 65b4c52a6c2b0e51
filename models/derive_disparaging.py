#!/usr/bin/env python3
"""Derive the adjectives that disparage what they are said of ("called the remark shabby").

    apt-get download wordnet-base && dpkg -x wordnet-base_*.deb wordnet
    pip download --no-deps vaderSentiment textblob && unzip the two wheels
    python models/derive_disparaging.py wordnet/usr/share/wordnet vaderSentiment/vader_lexicon.txt \\
        textblob/en/en-sentiment.xml

A word counts when raters found it negative (VADER: mean at most -1.0 on a scale to -4; Pattern: mean of its senses at
most -0.3 on a scale to -1) and no rater's mean is positive; and when WordNet's first sense of it is a shade of such an
adjective ("odious" of "hateful"). Words of sorrow, danger and size are left out by hand: a "tragic" death blames no
one.
Writes src/extractor/data/en/lexicon/disparaging.txt.
"""

import argparse
import re
import sys
import textwrap
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/extractor/data/en/lexicon/disparaging.txt"
VADER_LEAST, PATTERN_LEAST = -1.0, -0.3
HEADER = """\
# Adjectives that disparage what they are said of: "called the remark shabby". The lines are those of classes.txt.
# Where from: raters' judgements of VADER (MIT) and of Pattern (public domain), spread by WordNet 3.0, (c) 2006 by
# Princeton University, to shades of their meaning; made by models/derive_disparaging.py (see NOTICE).
# Extend: a single word belongs in classes.txt, class "disparaging".
"""
NO_BLAME = (
    "sad tragic unhappy unfortunate unlucky painful dead dying ill sick sore hurt injured wounded lonely alone "
    "afraid frightened scared anxious nervous worried upset angry furious mad sorry tired weary poor needy "
    "homeless jobless hungry difficult hard tough heavy small little low short cold dark black gray grey late "
    "empty missing lost old young urgent grave serious severe critical rare unknown uncertain doubtful unclear "
    "vague strange unusual odd sudden violent deadly fatal lethal mortal dangerous hazardous risky unsafe "
    "heartbreaking heartbroken devastating devastated horrible terrible awful dreadful horrific horrifying "
    "terrifying shocking disturbing alarming worrying unprecedented catastrophic disastrous dire bleak "
    "impossible complicated expensive costly slow weak fragile vulnerable limited unable other different false "
)


def vader(path: Path) -> dict[str, float]:
    """Word -> mean of the raters, -4 to 4."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: float(row[1]) for row in rows if row[0].isalpha()}


def pattern(path: Path) -> dict[str, float]:
    """Word -> mean of its senses, -1 to 1."""
    found = defaultdict(list)
    for word, polarity in re.findall(
        r'word form="([a-z-]+)".*?polarity="([-0-9.]+)"', path.read_text(encoding="utf-8")
    ):
        found[word].append(float(polarity))
    return {word: sum(values) / len(values) for word, values in found.items()}


def adjectives(folder: Path) -> dict[str, str]:
    """Adjective -> the offset of its first sense."""
    lines = (line.split() for line in (folder / "index.adj").read_text().splitlines() if not line.startswith(" "))
    return {row[0]: row[-int(row[2])] for row in lines}


def heads(folder: Path) -> dict[str, list[str]]:
    """Offset of a shade of meaning -> the words of the adjective that it is a shade of."""
    words, shades = {}, {}
    for line in (folder / "data.adj").read_text().splitlines():
        if line.startswith(" "):
            continue
        row = line.split()
        count = int(row[3], 16)
        words[row[0]] = [re.sub(r"\(.*\)", "", word) for word in row[4 : 4 + 2 * count : 2]]
        if row[2] == "s":
            shades[row[0]] = re.findall(r"& (\d{8}) a", line)
    return {shade: [word for offset in above for word in words.get(offset, [])] for shade, above in shades.items()}


def is_rated_ill(word: str, by_vader: dict[str, float], by_pattern: dict[str, float]) -> bool:
    """Whether one lexicon finds a word negative and the other not positive."""
    v, p = by_vader.get(word, 0.0), by_pattern.get(word, 0.0)
    return (v <= VADER_LEAST and p <= 0) or (p <= PATTERN_LEAST and v <= 0)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("vader", type=Path)
    parser.add_argument("pattern", type=Path)
    given = parser.parse_args()
    by_vader, by_pattern = vader(given.vader), pattern(given.pattern)
    known, above = adjectives(given.wordnet), heads(given.wordnet)
    rated = {word for word in known if is_rated_ill(word, by_vader, by_pattern)} - set(NO_BLAME.split())
    unrated = set(known) - set(by_vader) - set(by_pattern) - set(NO_BLAME.split())
    spread = {word for word in unrated if rated.intersection(above.get(known[word], []))}
    found = sorted(word for word in rated | spread if re.fullmatch(r"[a-z-]{3,}", word))
    lines = textwrap.wrap(", ".join(found), 105, break_on_hyphens=False)
    TARGET.write_text(HEADER + "".join(f"disparaging | {line.rstrip(',')}\n" for line in lines), encoding="utf-8")
    sys.stdout.write(f"{len(found)} adjectives, {len(rated)} of them rated\n")


if __name__ == "__main__":
    main()
