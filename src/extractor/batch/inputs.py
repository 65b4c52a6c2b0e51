"""The inputs of a run, remembered by path and hash, so that the next call knows what is new, changed or gone."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from extractor.extras import missing, need
from extractor.read.fetch import is_address
from extractor.read.formats import count_articles, extras_for
from extractor.read.inputs import listed, read_file, read_unparsed
from extractor.read.reading import Reading, ReadOptions

BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """A file; or a stream or an address, of which nothing but the name is known. `problem`: why it cannot be read.

    `articles` is how many it holds, about, where that can be told without reading them; `extras` what reading needs.
    """

    name: str
    bytes: int | None = None
    blake2b: str | None = None
    problem: str | None = None
    articles: int | None = None
    extras: frozenset[str] = frozenset()

    @property
    def is_file(self) -> bool:
        """Whether the input can be told by its hash."""
        return self.name != "-" and not is_address(self.name)

    def about(self) -> dict[str, Any]:
        """What the manifest tells."""
        known = {"name": self.name, "bytes": self.bytes, "blake2b": self.blake2b, "problem": self.problem}
        return {key: value for key, value in known.items() if value is not None}

    def readings(self, options: ReadOptions) -> Iterator[Reading]:
        """The articles in it, documents unparsed. Raises MissingExtra."""
        if not self.is_file:
            return read_unparsed([self.name], options)
        path = Path(self.name)
        if path.is_dir() or (self.problem is not None and not path.is_file()):
            return iter([Reading(self.name, problem=self.problem)])
        return read_file(path, options)


def list_inputs(given: Iterable[str], own: Iterable[Path] = ()) -> list[Input]:
    """The files, streams and addresses that are named, each once. Raises InputError for what does not exist.

    A file with two names, as `news/a.txt` and `/data/news/a.txt`, has the first. `own` are files and folders that the
    run writes: they may lie in a folder of inputs, and are none.
    """
    written = {path.resolve() for path in own}
    found: dict[str, Input] = {}
    for name in given:
        if name == "-" or is_address(name):
            found.setdefault(name, Input(name, extras=frozenset(("web",) if name != "-" else ())))
            continue
        for one in listed(name):
            if isinstance(one, Path) and not written.isdisjoint((one.resolve(), *one.resolve().parents)):
                continue
            place = _place(Path(one.where) if isinstance(one, Reading) else one)
            if place not in found:
                found[place] = Input(one.where, problem=one.problem) if isinstance(one, Reading) else _file(one)
    _check_extras(found.values())
    return list(found.values())


def check_known(inputs: Any) -> None:
    """Raises TypeError for what `Input.about` does not tell of inputs."""
    for one in inputs:
        if not isinstance(Input(**one).name, str):
            raise TypeError


def _check_extras(inputs: Iterable[Input]) -> None:
    """Raises MissingExtra, which names the first input that cannot be read without one."""
    wanted: dict[str, str] = {}  # extra -> the first input that needs it
    for one in inputs:
        for extra in one.extras:
            wanted.setdefault(extra, one.name)
    lacking = missing(wanted)
    if lacking:
        need(lacking, wanted[lacking[0]])


def _place(path: Path) -> str:
    """Where a file lies, by whatever name; a link is a file of its own, for its name tells something too."""
    return str(path.parent.resolve() / path.name)


def _file(path: Path) -> Input:
    """What is known of a file before it is read: size, hash, about how many articles, the extras it needs."""
    made = blake2b(digest_size=16)
    size = lines = 0
    head = last = b""
    try:
        with path.open("rb") as stream:
            while block := stream.read(BLOCK_BYTES):
                made.update(block)
                size += len(block)
                lines += block.count(b"\n")
                head, last = head or block[:4096], block[-1:]
    except OSError as error:  # its articles are a line in failures.jsonl
        return Input(str(path), problem=error.strerror)
    lines += bool(last) and last != b"\n"
    return Input(
        str(path), size, made.hexdigest(), None, count_articles(path, head, lines), frozenset(extras_for(path, head))
    )


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the inputs since the call before: all in the order in which they are read, by their names."""

    inputs: list[Input]
    added: list[str]
    changed: list[str]
    gone: list[str]

    def behind(self, names: Collection[str]) -> "Changes":
        """The same, with some inputs behind all others, where they are read again."""
        order = sorted(self.inputs, key=lambda one: one.name in names)
        changed = {*self.changed, *names}
        return replace(self, inputs=order, changed=[one.name for one in order if one.name in changed])


def changes(known: list[dict[str, Any]], now: list[Input]) -> Changes:
    """The inputs of the call before, as its state tells them, against those of this call.

    Known ones keep their place, so that what is done stays in order; new ones come behind them.
    """
    here = {one.name: one for one in now}
    before = {str(one["name"]): Input(**one) for one in known}
    gone = [name for name in before if name not in here]
    changed = [name for name, one in here.items() if name in before and _has_changed(before[name], one)]
    added = [name for name in here if name not in before]
    order = before | here  # known ones keep their place
    return Changes(list(order.values()), added, changed, gone)


def _has_changed(before: Input, now: Input) -> bool:
    """Whether a file holds other bytes than in the call before."""
    return now.is_file and now.blake2b != before.blake2b
