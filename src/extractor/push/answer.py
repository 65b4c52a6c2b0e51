"""What the receiver said: read within bounds, decoded with care, and shown without secrets."""

import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

MAX_BODY = 1 << 20  # bytes of an answer that are read, packed or not; the rest is left unread
MAX_WORDS = 500  # characters of the receiver's words that are kept
# Controls, line and paragraph ends, and the marks that reorder text on a terminal.
_UNPRINTABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
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

    >>> printable("bad token s3cret\\x1b[31m", ["s3cret"])
    'bad token *** [31m'
    """
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= _SHORTEST_SECRET:
            words = words.replace(secret, "***")
    return " ".join(_UNPRINTABLE.sub(" ", words).split())[:MAX_WORDS]


def words_of(answer: Answer, secrets: Iterable[str]) -> str:
    """Status and words of an answer as they may be shown and kept."""
    return printable(f"{answer.status} {answer.body[: 8 * MAX_WORDS].decode('utf-8', 'replace')}", secrets)


def statuses(answer: Answer, collection: str = "events") -> list[EventStatus]:
    """What the body of a 207 says of each event: {"events": [{"id": ..., "status": 201, "error": ...}]}.

    What does not look like that is left out, so that an event without a word stays in the outbox.
    """
    try:
        rows = json.loads(answer.body)[collection]
        return [
            EventStatus(str(row["id"]), int(row["status"]), json.dumps(row, ensure_ascii=False)) for row in list(rows)
        ]
    except (ValueError, TypeError, KeyError, RecursionError):
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
