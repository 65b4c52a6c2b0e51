"""The receiver's address: checked before anything is sent, and shown without what may be secret."""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from extractor.errors import InputError

if TYPE_CHECKING:
    import httpx

# Names of query parameters that hold a secret. A new secret is the same receiver, so these are no part of its name.
_SECRET_NAME = re.compile(r"key|token|secret|passw|pwd|auth|sig|credential|session", re.IGNORECASE)
_SPACE_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Address:
    """An address to send to.

    url      what is asked for
    shown    scheme, host, port and path: what may stand in messages
    target   the receiver's name in the outbox: `shown`, and a digest of the query without its secrets
    secrets  what must never be shown: user, password, both as a header holds them, and the values of the query
    """

    url: "httpx.URL"
    shown: str
    target: str
    secrets: tuple[str, ...]


def parse_address(text: str) -> Address:
    """Check an address. Raises InputError, which names what is wrong and never repeats a password.

    >>> parse_address("HTTPS://me:pa55@api.example/events?key=1").shown
    'https://api.example/events'
    """
    import httpx

    if _SPACE_OR_CONTROL.search(text.strip()):
        raise InputError("the address holds a space or a line end: write it as one word, with %20 for a space")
    try:
        url = httpx.URL(text.strip())
        host, port = url.host, url.port
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise InputError(
            f"the address cannot be read ({type(error).__name__}): it must look like {_EXAMPLE}"
        ) from error
    if url.scheme not in ("http", "https") or not host:
        raise InputError(f"{_without_user(text)} is no address: it must look like {_EXAMPLE}")
    if not all(0 < len(label) <= _LONGEST_LABEL for label in host.removesuffix(".").split(".")):
        raise InputError(f"the host of the address has an empty part or one of more than {_LONGEST_LABEL} letters")
    if port is not None and not 0 < port < 65536:
        raise InputError(f"the address has port {port}, which is not between 1 and 65535")
    shown = f"{url.scheme}://{_host(host)}{f':{port}' if port else ''}{url.path}"
    return Address(url, shown, shown + _query_digest(url), _secrets(url))


_LONGEST_LABEL = 63  # RFC 1035
_EXAMPLE = "https://api.example/events"


def _host(host: str) -> str:
    """A host as an address writes it: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host


def _without_user(text: str) -> str:
    """A text that is no address, without what stands before an @ or after a question mark."""
    return text.strip().partition("?")[0].rpartition("@")[2][:100]


def _query_digest(url: "httpx.URL") -> str:
    """A mark of the query of an address without what may be secret in it; empty when nothing is left."""
    kept = sorted((name, value) for name, value in url.params.multi_items() if not _SECRET_NAME.search(name))
    return f"#{blake2b(repr(kept).encode(), digest_size=8).hexdigest()}" if kept else ""


def _secrets(url: "httpx.URL") -> tuple[str, ...]:
    """What of an address must not be shown, in each form that a request holds."""
    found = [url.username, url.password]
    found += [value for _, value in url.params.multi_items()]
    if url.username or url.password:  # as the header of a request holds them
        found.append(b64encode(f"{url.username}:{url.password}".encode()).decode())
    return tuple(filter(None, found))
