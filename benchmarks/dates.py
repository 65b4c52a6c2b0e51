"""Speed of the date layer alone: characters a second of CPU time, and what its start costs.

    python benchmarks/dates.py [TEXTS] [--megabytes 2]

TEXTS is a JSON Lines file with a field "text"; without it the articles of tests/fixtures are used. They are repeated
until there are enough characters. The texts are tokenised before the clock starts; the best of three rounds counts.
"""

import argparse
import json
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path

import spacy
from spacy.tokens import Doc

from extractor.annotate.dates import DateTagger
from extractor.settings import Settings

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures" / "articles" / "articles.jsonl"
ROUNDS = 3
START = """
import spacy, time, pydantic, extractor.marks, extractor.settings
before = time.process_time()
from extractor.annotate.dates import DateTagger
DateTagger(extractor.settings.Settings())
print(time.process_time() - before)
"""


def main() -> None:
    """Measure and print two lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=FIXTURES)
    parser.add_argument("--megabytes", type=float, default=2.0, help="how much text is read")
    options = parser.parse_args()
    docs = read_docs(options.texts, int(options.megabytes * 1_000_000))
    chars = sum(len(doc.text) for doc in docs)
    seconds = min(read_all(docs) for _ in range(ROUNDS))
    start = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True).stdout
    sys.stdout.write(
        f"speed     {chars / seconds:.0f} characters/s of CPU time ({len(docs)} texts, {chars} characters)\n"
    )
    sys.stdout.write(f"start     {float(start):.2f} s CPU beside spaCy and pydantic\n")


def read_docs(path: Path, chars: int) -> list[Doc]:
    """Texts as tokenised Docs with a day of publication, repeated until there are enough characters."""
    nlp = spacy.blank("en")
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    docs: list[Doc] = []
    for text in cycle(texts):
        if chars <= 0:
            return docs
        docs.append(nlp.make_doc(text))
        docs[-1]._.published = "2024-12-08"
        chars -= len(text)
    return docs


def read_all(docs: list[Doc]) -> float:
    """CPU seconds for all Docs."""
    tagger = DateTagger(Settings())
    before = time.process_time()
    for doc in docs:
        tagger(doc)
    return time.process_time() - before


if __name__ == "__main__":
    main()
