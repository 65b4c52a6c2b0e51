"""The optional dependencies: which extra installs what a format needs."""

from collections.abc import Iterable
from importlib.util import find_spec

from extractor.errors import MissingExtra

# Extra -> the modules that it installs and we import.
EXTRAS: dict[str, tuple[str, ...]] = {
    "html": ("trafilatura",),
    "feed": ("feedparser", "trafilatura"),
    "web": ("httpx", "httpcore", "protego", "trafilatura"),
    "office": ("docx", "odfdo", "striprtf"),
    "parquet": ("pyarrow",),
    "pdf": ("pypdf",),
    "zstd": ("zstandard",),
    "postgis": ("psycopg",),
    "duckdb": ("duckdb",),
    "push": ("httpx", "httpcore", "stamina", "filelock"),
}


def missing(extras: Iterable[str]) -> list[str]:
    """Those of the extras that are not installed, sorted."""
    return sorted({extra for extra in extras if not all(map(find_spec, EXTRAS[extra]))})


def need(extras: Iterable[str], what: str) -> None:
    """Raises MissingExtra, which names the command that installs them, when one of the extras is not there.

    >>> need([], "text")
    """
    lacking = missing(extras)
    if lacking:
        command = f"pip install 'news-event-extractor[{','.join(lacking)}]'"
        raise MissingExtra(f"{what} needs {'an extra' if len(lacking) == 1 else 'extras'}: {command}")
