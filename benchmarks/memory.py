"""Memory of one process: at its start, after a short article, after a long one, and in a loop over ever new words.

    python benchmarks/memory.py [--articles 3000]

The loop is the worst case: 60 words of each article occur in no other. MB are resident; the peak is that of the system.
"""

import argparse
import random
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

from extractor import Extractor

LETTERS = "bcdfghklmnprstvz"
LONG = 1_000_000  # characters
SENTENCES = (
    "Gunmen from {} attacked the town of {} on Sunday, the {} governor said. ",
    "{} {} was arrested in {} for the {} of two soldiers. ",
    "Villagers {} the {} road near {} while police {} them. ",
)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=3000)
    options = parser.parse_args()
    extractor, pick = Extractor(), random.Random(1)
    report("loaded")
    for number, text in enumerate(articles(pick, options.articles)):
        extractor.extract(text, published="2024-12-01")
        if number == 0:
            report("one article")
        elif (number + 1) % (options.articles // 6) == 0:
            report(f"{number + 1} articles, {(number + 1) * 60} new words")
    parts = list(articles(pick, 40))
    whole = "\n\n".join(pick.choice(parts) for _ in range(LONG // len(parts[0])))
    Extractor(model=extractor.nlp, max_chars=2 * LONG).extract(whole, published="2024-12-01")
    report(f"an article of {len(whole)} characters")


def articles(pick: random.Random, count: int) -> Iterator[str]:
    """Articles of fifteen sentences of some 150 words, 60 of them made up."""
    for _ in range(count):
        yield "".join(pick.choice(SENTENCES).format(*(word(pick) for _ in range(4))) for _ in range(15))


def word(pick: random.Random) -> str:
    """A word that hardly ever comes again: one of 10**9."""
    return "".join(pick.choice(LETTERS) + pick.choice("aeiou") for _ in range(4)).capitalize()


def report(what: str) -> None:
    """Print a row of the table."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{what:<40} {resident():6.0f} MB   peak {peak:6.0f} MB\n")
    sys.stdout.flush()


def resident() -> float:
    """Memory of this process now, in MB, as Linux tells it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * resource.getpagesize() / 2**20


if __name__ == "__main__":
    main()
