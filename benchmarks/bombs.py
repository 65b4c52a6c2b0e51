"""Small files that unpack to a lot: the memory that reading them takes at its peak, and what comes of it.

    python benchmarks/bombs.py [KIND ...] [--bytes 2000000000]

Each is made, packed, in a temporary folder and read in a process of its own. MB are those of the packed file and of the
process at its peak; an idle one that has loaded the readers takes 75.
"""

import argparse
import gzip
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from extractor.read import read

NEWS = b"Rebels seized Aleppo on Saturday, the army said. "
MEGABYTE = 1_000_000
PORTION = 4 * MEGABYTE  # written at once
DOCUMENT = 49 * MEGABYTE  # what is still read as one document
READ = "read"  # as first argument: read the file named by the second, and report


def repeated(block: bytes, size: int) -> Iterator[bytes]:
    """A block again and again, up to a size."""
    portion = block * max(1, PORTION // len(block))
    for _ in range(max(1, size // len(portion))):
        yield portion


def cells(size: int) -> Iterator[bytes]:
    """Rows of a table with a cell as long as a document, and with a date that leaves the order of its parts open."""
    yield b"text,date\n"
    yield from repeated(b'"' + NEWS * (DOCUMENT // len(NEWS)) + b'",04/03/2024\n', size)


def one_cell(size: int) -> Iterator[bytes]:
    """A cell that never ends."""
    yield b'text,date\n"'
    yield from repeated(NEWS, size)


def mails(size: int) -> Iterator[bytes]:
    """Mails of very many lines."""
    yield from repeated(b"From a\nSubject: x\n\n" + b"a\n" * (DOCUMENT // 2) + b"\n", size)


def lines(size: int) -> Iterator[bytes]:
    """JSON Lines, each as long as a document."""
    yield from repeated(b'{"text": "' + NEWS * (DOCUMENT // len(NEWS)) + b'"}\n', size)


def objects(size: int) -> Iterator[bytes]:
    """A list of empty objects."""
    yield b"[{}"
    yield from repeated(b",{}", min(size, DOCUMENT))
    yield b"]"


def tags(size: int) -> Iterator[bytes]:
    """A page of nothing but tags."""
    yield b"<html><body>"
    yield from repeated(b"<p>", min(size, DOCUMENT))


def attributes(size: int) -> Iterator[bytes]:
    """A tar archive with a header of that size."""
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, size
    yield header.tobuf(tarfile.USTAR_FORMAT)
    yield from repeated(bytes(512), size)


def page(path: Path, size: int) -> None:
    """A Parquet table whose column is one page of that size."""
    import pyarrow
    import pyarrow.parquet

    texts = ["x" * (40 * MEGABYTE)] * max(1, size // (40 * MEGABYTE))
    column = pyarrow.array(texts, type=pyarrow.large_string())
    pyarrow.parquet.write_table(pyarrow.table({"text": column}), path, use_dictionary=False, compression="zstd")


def packed(blocks: Callable[[int], Iterator[bytes]]) -> Callable[[Path, int], None]:
    """What writes a file of these blocks, compressed by gzip."""

    def write(path: Path, size: int) -> None:
        with gzip.open(path, "wb", compresslevel=1) as out:
            _write(out, blocks(size))

    return write


def _write(out: "gzip.GzipFile | BinaryIO", blocks: Iterator[bytes]) -> None:
    for block in blocks:
        out.write(block)


KINDS: dict[str, Callable[[Path, int], None]] = {
    "cells.csv.gz": packed(cells),
    "one-cell.csv.gz": packed(one_cell),
    "mails.mbox.gz": packed(mails),
    "lines.jsonl.gz": packed(lines),
    "objects.json.gz": packed(objects),
    "tags.html.gz": packed(tags),
    "header.tar.gz": packed(attributes),
    "text.txt.gz": packed(lambda size: repeated(NEWS, size)),
    "page.parquet": page,
}


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--bytes", type=int, default=2_000 * MEGABYTE, help="unpacked")
    options = parser.parse_args()
    for kind in options.kinds or KINDS:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / kind
            KINDS[kind](path, options.bytes)
            subprocess.run([sys.executable, "-W", "ignore", __file__, READ, str(path)], check=True)


def peak() -> float:
    """The most memory that this process had, in MB, as Linux tells it."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def measure(path: Path) -> None:
    """Read a file and print its row."""
    start = time.process_time()
    outcomes = Counter(reading.problem or "read" for reading in read([path]))
    seconds = time.process_time() - start
    size = path.stat().st_size / MEGABYTE
    told = "; ".join(f"{count} times: {what.replace(str(path), 'it')[:70]}" for what, count in outcomes.most_common(2))
    sys.stdout.write(f"{path.name:<18}{size:6.1f} MB   peak {peak():5.0f} MB{seconds:7.1f} s   {told}\n")


if __name__ == "__main__":
    if sys.argv[1:2] == [READ]:
        measure(Path(sys.argv[2]))
    else:
        main()
