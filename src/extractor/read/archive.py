"""Zip and tar archives: their members are read like files, each alone: what is wrong with one concerns no other."""

import io
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from tarfile import HeaderError
from typing import Any, BinaryIO, Self, cast

from extractor.errors import InputError
from extractor.read.reading import Reading, ReadOptions
from extractor.read.source import Source

MAX_DEPTH = 3  # archives in archives
# Zip files that hold no article, by a member that each of their kind has.
_REFUSED = {
    "xl/workbook.xml": "a spreadsheet (XLSX): save it as CSV",
    "ppt/presentation.xml": "a presentation (PPTX)",
    "AndroidManifest.xml": "an Android package",
    "META-INF/MANIFEST.MF": "a Java archive",
}
_EMPTY = "the archive is empty"
_MOST_END_BYTES = 22 + 65_535  # of the record at the end, with a comment
_TOLD_ELSEWHERE = 0xFFFF  # the count of a larger archive
_SIZE_TOLD_ELSEWHERE = 0xFFFF_FFFF  # the size of its list
MOST_DIRECTORY_BYTES = 64 << 20  # of the list of a zip file's members: 600,000 of them; it is read into memory whole
MOST_HEADER_BYTES = 1 << 20  # of the names and attributes that stand before a member of a tar archive
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


def read_zip(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The members in the archive's order; a document that is a zip file (DOCX, ODT, EPUB) is read as such."""
    with source.seekable(options.max_held_bytes) as held:
        at, end = _end_record(held)
        _check_directory(held, at, end)
        yield from _members(source, held, options, end)


def _members(source: Source, held: BinaryIO, options: ReadOptions, end: bytes) -> Iterator[Reading]:
    """The articles of a zip file that is a document, or of each of its members."""
    with zipfile.ZipFile(held) as archive:
        reader = _document_reader(archive)
        if reader is not None:
            yield from reader(archive, source.name, options)
            return
        files = [member for member in archive.infolist() if not member.is_dir()]
        for member in files:
            yield from _zip_member(archive, member, f"{source.name}!{member.filename}", options)
        if not files:
            raise InputError(_EMPTY)
        _check_count(end, len(archive.infolist()))


def _end_record(held: BinaryIO) -> tuple[int, bytes]:
    """Where the record at the end of a zip file begins, and the record; empty when there is none."""
    held.seek(0, io.SEEK_END)
    first = max(0, held.tell() - _MOST_END_BYTES)
    held.seek(first)
    end = held.read()
    at = end.rfind(b"PK\x05\x06", 0, len(end) - 18)  # of 22 bytes: in its last ones the mark is a number
    return (first + at, end[at:]) if at >= 0 else (0, b"")


def _check_directory(held: BinaryIO, at: int, end: bytes) -> None:
    """Raises InputError when the members' list is too large, by what the record at the end and those before it say."""
    told = int.from_bytes(end[12:16], "little")
    sizes = [*_sizes_of_larger(held, at), *([told] if told != _SIZE_TOLD_ELSEWHERE else [])]
    size = max(sizes, default=told)
    if size > MOST_DIRECTORY_BYTES:
        raise InputError(f"the list of the archive's members is larger than {MOST_DIRECTORY_BYTES} bytes")


def _sizes_of_larger(held: BinaryIO, at: int) -> Iterator[int]:
    """The sizes in the records of a larger archive; the library takes them whatever the record at the end, `at`, says.

    Versions of it look right before the locator, or where that says.
    """
    held.seek(max(0, at - 20))
    told = int.from_bytes(held.read(20)[8:16], "little")
    for place in (at - 76, told):
        held.seek(max(0, min(place, at)))
        record = held.read(48)
        if record.startswith(b"PK\x06\x06"):
            yield int.from_bytes(record[40:48], "little")


def _check_count(end: bytes, listed: int) -> None:
    """Raises InputError when fewer members are listed than the end of the archive says: the library passes over it."""
    told = int.from_bytes(end[10:12], "little") if end else _TOLD_ELSEWHERE
    if told not in (listed, _TOLD_ELSEWHERE):
        raise InputError(f"the archive is damaged: it lists {listed} of its {told} members")


def _document_reader(archive: zipfile.ZipFile) -> Any:
    """The reader of a zip file that is a document; None for an archive. Raises InputError for what is no article.

    `office.read_docx` for a zip file with a member "word/document.xml", None for one of text files.
    """
    from extractor.read import epub, office

    names = set(archive.namelist())
    refused = next((what for name, what in _REFUSED.items() if name in names), None)
    if refused is not None:
        raise InputError(f"no article: it is {refused}")
    for name, reader in {"word/document.xml": office.read_docx, "META-INF/container.xml": epub.read_epub}.items():
        if name in names:
            return reader
    if not {"mimetype", "content.xml"} <= names:
        return None
    mimetype = archive.open("mimetype").read(100).decode("ascii", "replace").strip()
    kind = mimetype.removeprefix(_OPEN_DOCUMENT)
    if kind not in ("text", mimetype):
        raise InputError(f"no article: it is an OpenDocument {kind}")
    return office.read_odt


def _zip_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, options: ReadOptions
) -> Iterator[Reading]:
    """The articles of a member, or what is wrong with it."""
    linked = stat.S_ISLNK(member.external_attr >> 16)
    problem = "the member is encrypted" if member.flag_bits & 1 else _problem(member.filename, linked)
    if problem:
        yield Reading(name, problem=problem)
        return
    try:
        stream = archive.open(member)
    except Exception as error:  # noqa: BLE001 - an unknown method, a header that does not fit: this member only
        yield Reading(name, problem=str(error) or type(error).__name__)
        return
    with stream:
        yield from _read_member(name, cast(io.BufferedReader, stream), options)


_SPARSE = (tarfile.GNUTYPE_SPARSE,)
_ABOUT_THE_NEXT = (
    *(tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE),
    *(tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK),
)


class _Tar(tarfile.TarFile):
    """An archive that remembers what tarfile passes over: damaged headers, and an end without the end mark."""

    damaged, ended = 0, False

    def note(self, error: tarfile.HeaderError) -> None:
        """What a block is that is no header of a member."""
        kind = type(error).__name__
        if kind == "EOFHeaderError":
            self.ended = True
        elif kind == "InvalidHeaderError":
            self.damaged += 1
        elif kind == "TruncatedHeaderError":
            self.ended = False


class _Header(tarfile.TarInfo):
    """A header that is not read into memory when it is very large, and not at all where it is a map of holes."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:  # the parameter is named so in the library
        """The next header; the archive takes note of one that is damaged."""
        try:
            return super().fromtarfile(tarfile)
        except HeaderError as error:
            if isinstance(tarfile, _Tar):
                tarfile.note(error)
            raise

    def _proc_member(self, archive: tarfile.TarFile) -> Any:  # the library's hook for further kinds of members
        """The member of a header. Raises InputError for maps of holes and very large headers."""
        if self.type in _SPARSE:
            raise InputError("the archive holds a sparse file: pack it without --sparse")
        if self.type in _ABOUT_THE_NEXT and self.size > MOST_HEADER_BYTES:
            raise InputError(f"a header in the archive is larger than {MOST_HEADER_BYTES} bytes")
        return super()._proc_member(archive)  # type: ignore[misc]

    def _proc_gnusparse_10(self, *_: Any) -> None:
        raise InputError("the archive holds a sparse file: pack it without --sparse")


def read_tar(source: Source, options: ReadOptions) -> Iterator[Reading]:
    """The members in the archive's order, streaming; a damaged header costs its member only."""
    is_empty = True
    with _Tar.open(fileobj=source.stream, mode="r|", tarinfo=_Header, ignore_zeros=True) as archive:
        while (member := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined] # the library would remember all of them
            archive.ended = False
            if not member.isdir():
                is_empty = False
                yield from _tar_member(archive, member, f"{source.name}!{member.name}", options)
    if archive.damaged:
        raise InputError("the archive is damaged: what began at a damaged header is lost")
    if not archive.ended:
        raise InputError("the archive ends without its end mark: it was cut")
    if is_empty:
        raise InputError(_EMPTY)


def _tar_member(
    archive: tarfile.TarFile, member: tarfile.TarInfo, name: str, options: ReadOptions
) -> Iterator[Reading]:
    """The articles of a member, or what is wrong with it."""
    problem = _problem(member.name, not member.isreg())
    stream = archive.extractfile(member) if problem is None else None
    if stream is None:
        yield Reading(name, problem=problem or "the member is no file")
    else:
        yield from _read_member(name, cast(io.BufferedReader, stream), options)


def _problem(name: str, linked: bool) -> str | None:
    """Why a member is not read: a name that leads out of the archive, a link; None when it is."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        return "the member's name leads out of the archive"
    return "the member is a link or a device" if linked else None


def _read_member(name: str, stream: io.BufferedReader, options: ReadOptions) -> Iterator[Reading]:
    """The articles of a member's bytes; hidden files are passed over, archives may lie in archives."""
    from extractor.read.formats import read_stream

    if PurePosixPath(name).name.startswith("."):
        return
    if name.count("!") > MAX_DEPTH:
        yield Reading(name, problem=f"archives lie more than {MAX_DEPTH} deep")
    else:
        yield from read_stream(name, stream, options)
