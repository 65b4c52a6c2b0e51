"""Zip and tar archives: their members are read like files. Nothing is unpacked to disk."""

import io
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from extractor.read.reading import Reading, ReadOptions
from extractor.read.source import Source

MAX_DEPTH = 3  # archives in archives


def read_zip(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The members in the archive's order."""
    held = source.path or io.BytesIO(source.all(options.max_input_bytes))
    with zipfile.ZipFile(held) as archive:
        for member in archive.infolist():
            if not member.is_dir():
                name = f"{source.name}!{member.filename}"
                linked = stat.S_ISLNK(member.external_attr >> 16)
                problem = "the member is encrypted" if member.flag_bits & 1 else _problem(member.filename, linked)
                if problem:
                    yield Reading(name, problem=problem)
                else:
                    with archive.open(member) as stream:
                        yield from _read_member(name, cast(BinaryIO, stream), options)


def read_tar(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The members in the archive's order, streaming."""
    with tarfile.open(fileobj=source.stream, mode="r|") as archive:
        for member in archive:
            name = f"{source.name}!{member.name}"
            if member.isdir():
                continue
            problem = _problem(member.name, not member.isreg())
            stream = archive.extractfile(member) if problem is None else None
            if stream is None:
                yield Reading(name, problem=problem or "the member is no file")
            else:
                yield from _read_member(name, cast(BinaryIO, stream), options)


def _problem(name: str, linked: bool) -> str | None:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        return "the member's name leads out of the archive"
    return "the member is a link or a device" if linked else None


def _read_member(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Reading]:
    from extractor.read.formats import read_stream

    if PurePosixPath(name).name.startswith("."):
        return
    if name.count("!") > MAX_DEPTH:
        yield Reading(name, problem=f"archives lie more than {MAX_DEPTH} deep")
    else:
        yield from read_stream(name, stream, options)
