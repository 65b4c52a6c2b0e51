"""Pages over HTTP, with manners: robots.txt is kept, a host is asked once a second at most, and everything has a limit.

Nothing is fetched unless the user gives an address. What an address leads to (a redirect, the entries of a feed) may
be anyone's: it may not lead to a machine of the user's own network, unless the user's address is there too.
"""

import ipaddress
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from extractor._version import __version__
from extractor.errors import InputError, MissingExtra

if TYPE_CHECKING:
    import httpx

AGENT = f"news-event-extractor/{__version__}"
SECONDS = 30.0  # for a whole request
PAUSE = 1.0  # seconds between two requests to one host, where its robots.txt asks for no more
LONGEST_PAUSE = 30.0  # a host that asks for more is not read
MOST_REDIRECTS = 5
MAX_ROBOTS_BYTES = 500_000  # RFC 9309: crawlers read at least that much
_OK, _GONE, _SERVER = 200, 400, 500


def is_address(given: object) -> bool:
    """Whether an input is an address and not a file."""
    return str(given).lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched, and the address that it came from in the end."""

    url: str
    body: bytes


class Fetcher:
    """Fetches pages for one given address and what it leads to; use it with `with`. Raises MissingExtra."""

    def __init__(self, given: str, limit: int, pause: float = PAUSE) -> None:
        try:
            import httpx
            import protego  # noqa: F401

            from extractor.transport import BROKEN, DeadlineTransport
        except ImportError as error:
            raise MissingExtra("addresses need an extra: pip install 'news-event-extractor[web]'") from error
        self._broken = (*BROKEN, httpx.HTTPError, httpx.InvalidURL, UnicodeError)
        self._limit, self._pause = limit, pause
        self._client = httpx.Client(
            transport=DeadlineTransport(SECONDS), headers={"User-Agent": AGENT}, trust_env=False, follow_redirects=False
        )
        self._robots: dict[str, Any] = {}
        self._asked: dict[str, float] = {}
        self._at_home = _is_private(given)

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def page(self, url: str) -> Page:
        """The page at an address. Raises InputError, which says why there is none."""
        for _ in range(MOST_REDIRECTS + 1):
            self._check(url)
            status, headers, body = self._get(url, self._limit)
            if status == _OK:
                return Page(url, body)
            if not (300 <= status < _GONE and headers.get("location")):
                raise InputError(f"{url} answered {status}")
            url = urljoin(url, headers["location"])
        raise InputError(f"more than {MOST_REDIRECTS} redirects lead to {url}")

    def _check(self, url: str) -> None:
        """Raises InputError for what may not be fetched."""
        if not is_address(url) or not _host(url):
            raise InputError(f"{url[:200]} is no address of a page")
        if _is_private(url) and not self._at_home:
            raise InputError(f"{url[:200]} leads into a private network")
        robots = self._robots_of(url)
        if not robots.can_fetch(url, AGENT):
            raise InputError(f"the robots.txt of the host does not allow {url[:200]}")
        delay = robots.crawl_delay(AGENT) or 0.0
        if delay > LONGEST_PAUSE:
            raise InputError(f"the robots.txt of the host asks for {delay:g} seconds between requests: too long")
        self._wait(urlsplit(url).netloc, max(self._pause, delay))

    def _wait(self, host: str, seconds: float) -> None:
        """Wait until a host may be asked again."""
        if host in self._asked:
            time.sleep(max(0.0, self._asked[host] + seconds - time.monotonic()))
        self._asked[host] = time.monotonic()

    def _robots_of(self, url: str) -> Any:
        """The rules of a host: none when it has no robots.txt, all forbidden when it cannot tell (RFC 9309)."""
        from protego import Protego

        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            status, _, body = self._get(f"{host}/robots.txt", MAX_ROBOTS_BYTES)
            rules = "User-agent: *\nDisallow: /" if status >= _SERVER else ""
            self._robots[host] = Protego.parse(body.decode("utf-8", "replace") if status == _OK else rules)
        return self._robots[host]

    def _get(self, url: str, limit: int) -> "tuple[int, httpx.Headers, bytes]":
        """Status, headers and body. Raises InputError."""
        try:
            with self._client.stream("GET", url) as response:
                body = bytearray()
                for piece in response.iter_bytes(1 << 16):
                    body += piece
                    if len(body) > limit:
                        raise InputError(f"{url} is larger than {limit} bytes (max_article_bytes)")
                return response.status_code, response.headers, bytes(body)
        except self._broken as error:
            raise InputError(f"{url[:200]} cannot be fetched: {error or type(error).__name__}") from error


def _host(url: str) -> str:
    """The host of an address, empty when it cannot be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_private(url: str) -> bool:
    """Whether any address of the host is none of the public internet; a host without one is left to the request."""
    host = _host(url)
    try:
        found = {str(info[4][0]).partition("%")[0] for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(address).is_global for address in found)
