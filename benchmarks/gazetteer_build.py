#!/usr/bin/env python3
"""Time and memory of `extractor gazetteer build` on a made-up GeoNames dump.

    python benchmarks/gazetteer_build.py [ROWS]

Measured on two cores with 1,000,000 rows: 188 s, 204 MB of memory, a file of 162 MB.
"""

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from extractor.gazetteer.geonames import Dump, build
from extractor.gazetteer.index import DEFAULT_PATH

FIRST_ID = 20_000_000
STEMS = ("San", "Dar", "Quil", "Mor", "Tel", "Ber")


def write_dump(path: Path, rows: int) -> None:
    """Made-up towns with two alternate names each."""
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        for number in range(FIRST_ID, FIRST_ID + rows):
            name = f"{chance.choice(STEMS)} {chance.randrange(200_000):x}".title()
            point = f"{chance.uniform(-60, 60):.5f}", f"{chance.uniform(-180, 180):.5f}"
            columns = [str(number), name, name, f"{name} Old,{name[::-1].title()}", *point, "P", "PPL", "SY", "", "01"]
            file.write("\t".join([*columns, "", "", "", "100", "", "5", "Asia/Damascus", "2024-01-01"]) + "\n")


def main() -> None:
    """Build and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        dump, target = Path(folder) / "XX.txt", Path(folder) / "big.sqlite"
        write_dump(dump, rows)
        start = time.perf_counter()
        places = build(Dump(dump), target, DEFAULT_PATH)
        spent = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = target.stat().st_size / 1e6
    print(f"{rows} rows, {places} places: {spent:.0f} s, {memory:.0f} MB of memory, a file of {size:.0f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
