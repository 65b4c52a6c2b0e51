"""What all writers have in common: results go in one by one, files appear when all is written."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from extractor.errors import InputError
from extractor.records import Event, Extraction, Modality, Polarity

Keep = Callable[[Event], bool]


def keep_all(event: Event) -> bool:
    """Every event."""
    return True


def keep_happened(event: Event) -> bool:
    """Not the denied, hypothetical and negated ones, which the old data sets have no column for."""
    if event.polarity is not Polarity.POSITIVE:
        return False
    return event.modality not in (Modality.DENIED, Modality.HYPOTHETICAL)


def table_path(path: Path, table: str) -> Path:
    """The file of one table of several: "out.csv" has "out.claims.csv", "events.csv" is the table of events itself.

    >>> table_path(Path("out.csv"), "events").name, table_path(Path("events.csv"), "events").name
    ('out.events.csv', 'events.csv')
    """
    if path.stem == table:
        return path
    return path.with_name(f"{path.stem}.{table}{path.suffix}")


class Writer(ABC):
    """Use it with `with`; without an error what was written is there at its end, with one nothing of it is."""

    def __init__(self, keep: Keep = keep_all) -> None:
        self.keep = keep
        self._texts: dict[str, int] = {}
        self.replaced: list[str] = []

    def note(self, result: Extraction) -> None:
        """Remember the id of an article; when another one has it, `replaced` tells that only the last is kept."""
        known = self._texts.setdefault(result.article.id, hash(result.article.text))
        if known != hash(result.article.text):
            self.replaced.append(result.article.id)

    @abstractmethod
    def write(self, result: Extraction) -> None:
        """Add one result."""

    def finish(self) -> None:  # noqa: B027 - most formats have no end
        """Write what comes after the last result."""

    @abstractmethod
    def close(self) -> None:
        """Close what is open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            if kind is None:
                self.finish()
        finally:
            self.close()


class FileWriter(Writer):
    """Writes to temporary files, which get their names at the end."""

    def __init__(self, path: Path, keep: Keep = keep_all) -> None:
        super().__init__(keep)
        self.path = path
        self._temporary: dict[Path, Path] = {}
        if not path.parent.is_dir():
            raise InputError(f"there is no folder {path.parent}")

    def new_file(self, path: Path) -> Path:
        """A temporary name for a file that gets its own name at the end."""
        temporary = path.with_name(path.name + ".tmp")
        temporary.unlink(missing_ok=True)
        self._temporary[temporary] = path
        return temporary

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """For what a constructor writes: after an error nothing of it is left, for no `__exit__` will follow."""
        try:
            yield
        except BaseException:
            self.close()
            self._end(done=False)
            raise

    def undo(self) -> None:
        """Take back what an error leaves besides the temporary files."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        done = False
        try:
            super().__exit__(kind, error, _)
            done = kind is None
        finally:
            self._end(done)

    def _end(self, done: bool) -> None:
        """Give the files their names, or remove them."""
        for temporary, path in self._temporary.items():
            if done:
                temporary.replace(path)
            else:
                temporary.unlink(missing_ok=True)
        if not done:
            self.undo()
