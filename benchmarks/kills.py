"""Kill a run again and again: are the files the same as those of a run that nobody disturbed?

    python benchmarks/kills.py [--count 2000] [--kills 20] [--workers 2]

The archive is a mix of JSON Lines, text files, pages and a zip, with near copies and with articles that cannot be read.
The parent is killed (SIGKILL) at random moments, some of them while it writes a part, and its workers at others.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from archive import contents, report

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures" / "articles" / "articles.jsonl"
PART_ARTICLES = 50
COPY_EVERY, BROKEN_EVERY, PAGE_EVERY = 7, 97, 20
RUN = """
import sys
from extractor.batch import BatchOptions, run_batch
options = BatchOptions(workers=int(sys.argv[3]), part_articles=int(sys.argv[4]))
if __name__ == "__main__":
    tally = run_batch([sys.argv[1]], sys.argv[2], options=options).tally
    print(f"read {tally.read} = done {tally.done} + copies {tally.copies} + failed {tally.failed}")
"""


def main() -> None:
    """Run, kill, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "run.py").write_text(RUN, encoding="utf-8")
        make_archive(folder / "archive", options.count)
        whole = start(folder, "whole", options.workers)
        report(f"undisturbed  {told(whole)}")
        killed = kill_often(folder, options.kills, options.workers)
        last = start(folder, "killed", options.workers)
        report(f"killed       {told(last)}, {killed[0]} kills of the parent, {killed[1]} of a worker")
        same = contents(folder / "whole") == contents(folder / "killed")
        report(f"same files   {'yes' if same else 'NO'} ({len(contents(folder / 'whole'))} files)")
        sys.exit(not same)


def make_archive(folder: Path, count: int) -> None:
    """Write `count` articles of a paragraph each."""
    (folder / "pages").mkdir(parents=True)
    texts = list(_texts(count))
    third = count // 3
    lines = [_line(number, text) for number, text in enumerate(texts[:third])]
    (folder / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        for number, text in enumerate(texts[third : 2 * third]):
            archive.writestr(f"{number:04}.txt", text)
    for number, text in enumerate(texts[2 * third :]):
        is_page = number % PAGE_EVERY == 0
        page = f"<html><body><article><h1>News</h1><p>{text}</p></article></body></html>"
        path = folder / "pages" / f"{number:04}.{'html' if is_page else 'txt'}"
        path.write_text(page if is_page else text, encoding="utf-8")


def _texts(count: int) -> Iterator[str]:
    pick = random.Random(1)
    articles = [json.loads(line) for line in FIXTURES.read_text(encoding="utf-8").splitlines()]
    sentences = [one for article in articles for part in article["text"].split("\n\n") for one in part.split(". ")]
    made: list[str] = []
    for number in range(count):
        if number % BROKEN_EVERY == 0:
            yield ""
            continue
        is_copy = bool(made) and number % COPY_EVERY == 0
        words = ". ".join(pick.choice(sentences).strip(". ") for _ in range(4))
        made.append(f"{pick.choice(made[-300:])} Reported again." if is_copy else f"{words}.")
        yield made[-1]


def _line(number: int, text: str) -> str:
    day = {"published": "2024-12-01"} if number % 3 else {}
    return json.dumps({"id": f"n-{number}", "source": f"Paper {number % 5}", "text": text} | day) + "\n"


def start(folder: Path, output: str, workers: int) -> "subprocess.Popen[str]":
    """Begin a run, or go on with it."""
    given = [str(folder / "archive"), str(folder / output), str(workers), str(PART_ARTICLES)]
    command = [sys.executable, "-W", "ignore", str(folder / "run.py"), *given]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def told(run: "subprocess.Popen[str]") -> str:
    """Wait for the end of a run; what it says of itself."""
    said, _ = run.communicate()
    return said.strip()


def kill_often(folder: Path, kills: int, workers: int) -> tuple[int, int]:
    """Kill runs at random moments; how often the parent and how often a worker was killed."""
    pick = random.Random(2)
    parents = others = 0
    while parents < kills:
        run = start(folder, "killed", workers)
        first = len(parts(folder / "killed"))
        wanted = min(first + pick.randrange(3), (parents + 1) * len(parts(folder / "whole")) // (kills + 1))
        while run.poll() is None and len(parts(folder / "killed")) < wanted:
            time.sleep(0.01)
        time.sleep(pick.choice((0, 0.002, 0.05, 2.0)))
        if pick.random() < 0.3 and (children := children_of(run.pid)):
            os.kill(pick.choice(children), signal.SIGKILL)
            others += 1
            time.sleep(0.5)
        if run.poll() is None:
            run.send_signal(signal.SIGKILL)
            parents += 1
            run.wait()
        else:
            break
    return parents, others


def parts(folder: Path) -> list[Path]:
    """The parts that are written."""
    return sorted(folder.glob("part-?????.jsonl"))


def children_of(pid: int) -> list[int]:
    """The worker processes of a run."""
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]
    except OSError:
        return []


if __name__ == "__main__":
    main()
