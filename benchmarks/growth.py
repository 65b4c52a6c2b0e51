"""How CPU time grows with the length of a text, for news and for texts made to be hard: about 2 a doubling is linear.

    python benchmarks/growth.py [FAMILY ...] [--chars 40000] [--doublings 2] [--joined [TEXTS]] [--steps]

A row is a text: its characters, the CPU seconds of the parse alone and of the whole, their ratio, and how many times
the seconds of the text half as long that is. The parse is the library's own, which costs some 0.6 times what spaCy
takes for the same result. With `--joined` a text of a million characters instead (`--joined-chars`), of articles
joined: those of a JSON Lines file with a field "text", or of tests/fixtures, in which every other sentence tells of an
event; and what spaCy's own pipeline takes for it.
With `--steps` the lines of the library that Python runs are counted instead: the same on any machine, busy or not.
"""

import argparse
import gc
import json
import sys
import time
from collections import deque
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from extractor import Extractor
from extractor.annotate.parse.pipeline import parse, pieces

ARTICLES = Path(__file__).parents[1] / "tests" / "fixtures" / "articles" / "articles.jsonl"
MOST_CHARS = 10_000_000
JOINED = 1_000_000

GIVEN = ("Omar", "Mary", "Ivan", "Ana", "Wei", "Kofi", "Nina", "Luis", "Ali", "Joan")
STEMS = ("Bar", "Kol", "Mon", "Tas", "Ver", "Zul", "Dra", "Pel", "Hin", "Gor")
ENDS = ("ander", "ovsky", "eking", "itson", "osman", "urian")
TOWNS = ("Aleppo", "Hama", "Homs", "Lagos", "Kano", "Kyiv", "Odesa", "Mosul", "Basra", "Lima", "Quito", "Oslo", "Turin")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def given(i: int) -> str:
    """A first name."""
    return GIVEN[i % len(GIVEN)]


def last(i: int) -> str:
    """A last name, another for each number."""
    return STEMS[i % 10] + ENDS[i // 10 % 6] + "".join(STEMS[int(digit)][1:] for digit in str(i // 60))


def town(i: int) -> str:
    """A town that the gazetteer knows."""
    return TOWNS[i % len(TOWNS)]


FAMILIES: dict[str, Callable[[int], str]] = {
    "news": lambda i: f"Rebels seized {town(i)} on {1 + i % 28} March and killed {2 + i % 30} soldiers, police said. ",
    "names": lambda i: f"{given(i)} {last(i)} met {given(i * 3)} {last(i + 7)} and praised {last(i // 2)}. ",
    "organizations": lambda i: (
        f"The {last(i)} Party and the Ministry of {last(i * 2)} met the {last(i)} Group (B{i % 97}P). "
    ),
    "quotes": lambda i: f'"The army attacked us {i} times," said {given(i)} {last(i)}. "They shot {2 + i % 9} of us." ',
    "headlines": lambda i: f"{town(i)} Rebels Kill {2 + i % 40} Soldiers in Ambush\n",
    "commas": lambda i: f"police, soldiers, {given(i)}, students, {town(i)}, farmers, ",
    "places": lambda i: f"Clashes erupted in {town(i)}, {town(i * 5)} and {town(i * 7)}. ",
    "paragraphs": lambda i: f"Police shot him.\n\nHe died in {town(i)}.\n\n",
    "no full stops": lambda i: (
        f"the army attacked {town(i)} and rebels killed {i % 9 + 2} men and police held {given(i)} "
    ),
    "acts": lambda i: f"The army shelled {town(i)}. Troops attacked the city. The soldiers killed {3 + i % 7} people. ",
    "brackets": lambda i: "([{",
    "quote marks": lambda i: '"“' if i % 500 else f" Police shot {given(i)} in {town(i)}. ",
    "numbers": lambda i: "1," if i % 5_000 else f" Police shot {given(i)} in {town(i)}. ",
    "clock": lambda i: "12:00:" if i % 2_000 else f" Police shot {given(i)} in {town(i)}. ",
    "letters": lambda i: f"{LETTERS[i % 26]}\n",
}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=", ".join(FAMILIES))
    parser.add_argument("--chars", type=int, default=40_000, help="of the shortest text")
    parser.add_argument("--doublings", type=int, default=2)
    parser.add_argument("--joined", nargs="?", const=ARTICLES, type=Path, metavar="TEXTS")
    parser.add_argument("--joined-chars", type=int, default=JOINED)
    parser.add_argument("--steps", action="store_true")
    options = parser.parse_args()
    extractor = Extractor(max_chars=MOST_CHARS)
    extractor.extract(text_of("news", 3000), published="2024-04-01")  # loads what is loaded at first use
    report("text", "characters", *(["steps"] if options.steps else ["parse", "whole", "ratio"]), "growth")
    row = count_steps if options.steps else measure
    for family in options.families or ([] if options.joined else FAMILIES):
        before = 0.0
        for doubling in range(options.doublings + 1):
            before = row(extractor, family, text_of(family, options.chars << doubling), before)
    if options.joined:
        articles = [json.loads(line)["text"] for line in options.joined.read_text(encoding="utf-8").splitlines()]
        text = joined(articles, options.joined_chars)
        whole = row(extractor, "joined articles", text, 0.0)
        if not options.steps:
            bare = cpu(lambda: deque(extractor.nlp.pipe(pieces(text), batch_size=2), maxlen=0))
            sys.stdout.write(f"spaCy alone takes {bare:.2f}: the whole is {whole / bare:.2f} times that\n")


def text_of(family: str, chars: int) -> str:
    """The first so many characters of a family."""
    parts: list[str] = []
    size = 0
    for i in count():
        parts.append(FAMILIES[family](i))
        size += len(parts[-1])
        if size >= chars:
            return "".join(parts)[:chars]
    raise AssertionError


def joined(articles: list[str], chars: int) -> str:
    """Articles one after the other, again and again, up to a length."""
    whole = "\n\n".join(articles)
    return "\n\n".join([whole] * (chars // len(whole) + 1))[:chars]


def measure(extractor: Extractor, name: str, text: str, before: float) -> float:
    """Print the row of a text; its seconds. `before` are those of the text half as long."""
    bare = cpu(lambda: parse(extractor.nlp, text))
    whole = cpu(lambda: extractor.extract(text, published="2024-04-01"))
    growth = f"{whole / before:.2f}" if before else ""
    report(name, str(len(text)), f"{bare:.2f}", f"{whole:.2f}", f"{whole / bare:.2f}", growth)
    return whole


def count_steps(extractor: Extractor, name: str, text: str, before: float) -> float:
    """Print the row of a text by steps; their number."""
    found = steps(lambda: extractor.extract(text, published="2024-04-01"))
    report(name, str(len(text)), str(found), f"{found / before:.2f}" if before else "")
    return found


def steps(work: Callable[[], object]) -> int:
    """How many lines of the library are run; a line that loops counts each time."""
    counted = 0

    def on_line(_frame: FrameType, event: str, _value: object) -> Any:
        nonlocal counted
        counted += event == "line"
        return on_line

    def on_call(frame: FrameType, _event: str, _value: object) -> Any:
        return on_line if "extractor" in frame.f_code.co_filename else None

    sys.settrace(on_call)
    try:
        work()
    finally:
        sys.settrace(None)
    return counted


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def report(*cells: str) -> None:
    """Print a row."""
    sys.stdout.write(f"{cells[0]:<18}" + "".join(f"{cell:>12}" for cell in cells[1:]) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
