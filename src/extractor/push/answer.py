"""What the receiver said: read within bounds, decoded with care, and shown without secrets."""

import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from html.entities import codepoint2name
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

MAX_BODY = 1 << 20  # bytes of an answer that are read, packed or not; the rest is left unread
MAX_WORDS = 500  # characters of the receiver's words that are kept
# Controls, line and paragraph ends, and the marks that reorder text on a terminal.
_UNPRINTABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LONGEST_FORM = 14  # characters that one of a secret may be written with: "&#x000010ffff;"
_NAMED = codepoint2name | {ord("'"): "apos"}
_SHORTEST_SECRET = 4  # characters; replacing shorter ones would garble the words and hide nothing


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, body (at most MAX_BODY bytes, unpacked) and the wait in seconds that a Retry-After asks for."""

    status: int
    body: bytes
    retry_after: float | None


@dataclass(frozen=True, slots=True)
class EventStatus:
    """What a 207 says of one event."""

    id: str
    status: int
    words: str


def read_answer(response: "httpx.Response", broken: tuple[type[Exception], ...]) -> Answer:
    """Read an answer. A body that breaks off or is packed wrongly is as good as it came: the status is what counts."""
    raw = bytearray()
    try:
        for piece in response.iter_raw():
            raw += piece
            if len(raw) > MAX_BODY:
                break
    except broken:
        pass
    finally:
        response.close()
    body = _unpacked(bytes(raw[:MAX_BODY]), response.headers.get("Content-Encoding", ""))
    return Answer(response.status_code, body, retry_after(response.headers.get("Retry-After")))


def _unpacked(raw: bytes, encoding: str) -> bytes:
    """At most MAX_BODY bytes of a packed body; one that cannot be unpacked is nothing."""
    if encoding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        return raw
    try:
        return zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress(raw, MAX_BODY)
    except zlib.error:
        return b""


def printable(words: str, secrets: Iterable[str] = ()) -> str:
    """The receiver's words on one line, without control characters and secrets, cut at MAX_WORDS characters.

    >>> printable("bad token s3/cret\\x1b[31m", ["s3/cret"]), printable("not s3%2Fcret", ["s3/cret"])
    ('bad token *** [31m', 'not ***')
    """
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= _SHORTEST_SECRET:
            words = _forms(secret).sub("***", words)
    whole = words.encode("utf-8", "replace").decode()  # a surrogate without its other half cannot be stored
    return " ".join(_UNPRINTABLE.sub(" ", whole).split())[:MAX_WORDS]


@lru_cache(maxsize=64)
def _forms(secret: str) -> re.Pattern[str]:
    """A secret as it stands, or escaped as JSON, HTML or an address escape characters: "a/b", "a&#47;b", "a%2Fb"."""
    return re.compile("".join(map(_forms_of, secret)), re.IGNORECASE)


def _forms_of(char: str) -> str:
    """A pattern for the ways to write a character: plain, escaped, as a percent code or an entity."""
    code = ord(char)
    percent = "".join(f"%{byte:02x}" for byte in char.encode("utf-8", "surrogatepass"))
    forms = [re.escape(char), rf"\\{re.escape(char)}", percent, rf"\\u{code:04x}", rf"\\x{code:02x}"]
    forms += [f"&#0{{0,4}}{code};?", f"&#x0{{0,4}}{code:x};?"]
    named = _NAMED.get(code)
    if named:
        return f"(?:{'|'.join(forms)}|&{named};)"
    return f"(?:{'|'.join(forms)})"


def words_of(answer: Answer, secrets: Iterable[str]) -> str:
    """Status and words of an answer as they may be shown and kept."""
    hidden = list(secrets)
    body = answer.body.decode("utf-8", "replace")
    if len(answer.body) >= MAX_BODY:  # a secret may be cut at its end
        body = body[: -_LONGEST_FORM * max(map(len, hidden), default=0) or None]
    return printable(f"{answer.status} {body}", hidden)


def statuses(answer: Answer, collection: str = "events") -> list[EventStatus]:
    """What the body of a 207 says of each event: {"events": [{"id": ..., "status": 201, "error": ...}]}.

    What does not look like that is left out, so that an event without a word stays in the outbox.
    """
    try:
        rows = json.loads(answer.body)[collection]
        return [
            EventStatus(str(row["id"]), int(row["status"]), json.dumps(row, ensure_ascii=False)) for row in list(rows)
        ]
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return []


def retry_after(given: str | None, now: datetime | None = None) -> float | None:
    """The seconds of a Retry-After header, which holds seconds or a date; None when there is none or it is neither.

    A date without a zone is taken for UTC.

    >>> retry_after("120")
    120.0
    """
    if given is None:
        return None
    try:
        return max(0.0, float(given))
    except ValueError:
        pass
    try:
        then = parsedate_to_datetime(given)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - (now or datetime.now(UTC))).total_seconds())
