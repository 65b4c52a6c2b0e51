"""The work for a text grows with its length, and not with the square of it: steps are counted, no time is taken."""

import runpy
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from extractor import Extractor
from extractor.events.coreference import merge

BENCHMARK: dict[str, Any] = runpy.run_path(str(Path(__file__).parents[1] / "benchmarks" / "growth.py"))
QUICK = ("names", "headlines", "brackets")
SLOW = tuple(sorted(set(BENCHMARK["FAMILIES"]) - set(QUICK)))
CHARS = 3000
MOST = 2.2  # times the steps for a text twice as long


@pytest.mark.parametrize("family", [*QUICK, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)])
def test_steps_grow_with_the_text(extractor: Extractor, family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge, "HORIZON", 5)  # up to which events are compared with all others
    texts = [BENCHMARK["text_of"](family, chars) for chars in (CHARS, CHARS, 2 * CHARS)]  # the first loads what is lazy
    _, short, long = (BENCHMARK["steps"](partial(extractor.extract, text)) for text in texts)
    assert long <= MOST * short
