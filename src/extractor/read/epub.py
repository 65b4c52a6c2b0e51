"""EPUB: newspapers as e-books. Each chapter that holds an article's text is an article."""

import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from extractor.errors import InputError, MissingExtra
from extractor.read.reading import Reading, ReadOptions, later

_CONTAINER = "META-INF/container.xml"


def read_epub(archive: zipfile.ZipFile, name: str, options: ReadOptions) -> Iterator[Reading]:
    """The chapters in reading order."""
    package = _package_path(archive, options)
    for path in _chapters(_xml(archive, package, options), dirname(package)):
        where = f"{name}!{path}"
        try:
            yield later(where, "html:parse_page", _member(archive, path, options), options)
        except Exception as error:  # noqa: BLE001 - one broken chapter stops no other
            yield Reading(where, problem=str(error) or type(error).__name__)


def _package_path(archive: zipfile.ZipFile, options: ReadOptions) -> str:
    """Where in the archive the book's package file is. Raises InputError when it is not told."""
    roots = _xml(archive, _CONTAINER, options).xpath("//*[local-name()='rootfile']/@full-path")
    if not roots:
        raise InputError("the EPUB names no package file")
    return str(roots[0])


def _chapters(package: Any, folder: str) -> Iterator[str]:
    """The files of the spine, in order."""
    items = {item.get("id"): item for item in package.xpath("//*[local-name()='item']")}
    for reference in package.xpath("//*[local-name()='itemref']"):
        item = items.get(reference.get("idref"))
        if item is None:
            continue
        if "html" in (item.get("media-type") or ""):
            yield normpath(join(folder, unquote(item.get("href") or "")))


def _xml(archive: zipfile.ZipFile, path: str, options: ReadOptions) -> Any:
    """The tree of an XML file in the archive; entities are not resolved. Raises InputError, MissingExtra."""
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtra("EPUB needs an extra: pip install 'news-event-extractor[html]'") from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    tree = etree.fromstring(_member(archive, path, options), parser)
    if tree is None:
        raise InputError(f"{path} in the EPUB is no XML")
    return tree


def _member(archive: zipfile.ZipFile, path: str, options: ReadOptions) -> bytes:
    """A file of the book. Raises InputError when it is missing or too large."""
    try:
        about = archive.getinfo(path)
    except KeyError:
        raise InputError(f"the EPUB has no file {path}") from None
    if about.file_size > options.max_article_bytes:
        raise InputError(f"{path} is larger than {options.max_article_bytes} bytes (max_article_bytes)")
    return archive.read(about)
