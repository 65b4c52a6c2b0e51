"""`Pusher`: sends what waits in the outbox in batches, and finds the one bad event of a batch that was refused."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict

from extractor.errors import InputError, MissingExtra, PushFailed
from extractor.push.document import EventDocument
from extractor.push.mapping import apply
from extractor.push.outbox import Letter, Outbox

if TYPE_CHECKING:
    import httpx

TOKEN, HEADER = "EXTRACTOR_PUSH_TOKEN", "EXTRACTOR_PUSH_HEADER"
# Answers that mean "not now". All other 4xx mean "not this", but for those that mean "not you" or "not here".
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_STOP = frozenset({401, 403, 404, 405, 407, 410})
MAX_ANSWER = 500  # characters of the receiver's words that are kept


class PushOptions(BaseModel):
    """Options of pushing.

    batch_events  events in one request
    attempts      tries for one request
    wait          seconds before the second try; doubled with jitter for each further one, at most `max_wait`
    max_wait      also the longest that a Retry-After is obeyed
    timeout       seconds for one answer
    mapping       names of another API, see `extractor.push.mapping`
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    batch_events: int = 50
    attempts: int = 8
    wait: float = 0.5
    max_wait: float = 60.0
    timeout: float = 30.0
    mapping: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class PushReport:
    """How many events the receiver has, refuses, and still has to get."""

    sent: int
    refused: int
    waiting: int


class _Later(Exception):
    """The receiver could not take a request now."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class _Refused(Exception):
    """The receiver does not take this request."""


class Pusher:
    """Sends events to `url`. The bearer token or a header is taken from the environment and never shown.

    Raises PushFailed when the receiver cannot be reached or does not let us in; nothing is lost, the same call goes on.

    >>> with Pusher("https://api.example/events", Path("outbox.sqlite")) as pusher:  # doctest: +SKIP
    ...     pusher.push(documents(result))
    PushReport(sent=3, refused=0, waiting=0)
    """

    def __init__(self, url: str, outbox: Path, options: PushOptions | None = None) -> None:
        try:
            import httpx
        except ImportError as error:
            raise MissingExtra("pushing needs an extra: pip install 'news-event-extractor[push]'") from error
        if not url.startswith(("http://", "https://")) or not url.partition("://")[2].strip("/"):
            raise InputError(f"{url} is no address: give one that begins with https://")
        self.url, self.options = url, options or PushOptions()
        self.outbox = Outbox(outbox, url)
        self._client = httpx.Client(timeout=self.options.timeout, headers=credentials(os.environ))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self.outbox.close()

    def push(self, events: Iterable[EventDocument]) -> PushReport:
        """Put events into the outbox and send all that waits there, batch by batch. Raises PushFailed."""
        coming = iter(events)
        while some := list(islice(coming, self.options.batch_events)):
            self.outbox.add((document.id, self.body_of(document)) for document in some)
            self._send_waiting(at_least=self.options.batch_events)
        self._send_waiting(at_least=1)
        return PushReport(*(self.outbox.count(state) for state in ("sent", "refused", "waiting")))

    def body_of(self, document: EventDocument) -> str:
        """The JSON of one event, under the names of the mapping if there is one."""
        if self.options.mapping is None:
            return document.model_dump_json()
        return json.dumps(apply(self.options.mapping, document.model_dump(mode="json")), ensure_ascii=False)

    def request(self, letters: list[Letter]) -> "httpx.Request":
        """The request that carries some letters. The same letters have the same idempotency key."""
        key = blake2b("".join(letter.id + letter.digest for letter in letters).encode(), digest_size=16).hexdigest()
        body = '{"events":[' + ",".join(letter.body for letter in letters) + "]}"
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        return self._client.build_request("POST", self.url, content=body.encode(), headers=headers)

    def _send_waiting(self, at_least: int) -> None:
        while len(letters := self.outbox.waiting(self.options.batch_events)) >= at_least and letters:
            self._deliver(letters)

    def _deliver(self, letters: list[Letter]) -> None:
        """Send a batch; a refused one in halves, until the bad event is alone."""
        try:
            self._send(letters)
        except _Refused as refusal:
            if len(letters) == 1:
                self.outbox.mark(letters, "refused", str(refusal))
                return
            middle = len(letters) // 2
            self._deliver(letters[:middle])
            self._deliver(letters[middle:])
        else:
            self.outbox.mark(letters, "sent")

    def _send(self, letters: list[Letter]) -> None:
        import stamina

        tries = stamina.retry_context(
            on=self._backoff,
            attempts=self.options.attempts,
            timeout=None,
            wait_initial=self.options.wait,
            wait_max=self.options.max_wait,
            wait_jitter=self.options.wait,
        )
        try:
            for attempt in tries:
                with attempt:
                    self._try(letters)
        except _Later as error:
            raise PushFailed(
                f"{self._shown_url()}: {error} ({self.options.attempts} tries); the events wait in the outbox",
                retry_after=error.retry_after,
            ) from error

    def _backoff(self, error: Exception) -> bool | float:
        if not isinstance(error, _Later):
            return False
        if error.retry_after is None:
            return True
        return min(error.retry_after, self.options.max_wait)

    def _try(self, letters: list[Letter]) -> None:
        import httpx

        try:
            answer = self._client.send(self.request(letters))
        except httpx.TransportError as error:
            raise _Later(f"{type(error).__name__} {error}".strip()) from error
        if answer.is_success:
            return
        words = f"{answer.status_code} {' '.join(answer.text.split())[:MAX_ANSWER]}".strip()
        if answer.status_code in _LATER:
            raise _Later(words, retry_after(answer.headers.get("Retry-After")))
        if answer.status_code in _STOP or not answer.is_client_error:
            raise PushFailed(f"{self._shown_url()} answered {words}: check the address and ${TOKEN} or ${HEADER}")
        raise _Refused(words)

    def _shown_url(self) -> str:
        """The address without user, password and query, which may hold secrets."""
        import httpx

        url = httpx.URL(self.url)
        port = f":{url.port}" if url.port else ""
        return f"{url.scheme}://{url.host}{port}{url.path}"


def credentials(environment: Mapping[str, str]) -> dict[str, str]:
    """The header that lets us in: a bearer token, or another header ("X-Api-Key: 123"). Raises InputError."""
    if token := environment.get(TOKEN):
        return {"Authorization": f"Bearer {token}"}
    if header := environment.get(HEADER):
        name, colon, value = header.partition(":")
        if not colon or not name.strip() or not value.strip():
            raise InputError(f"${HEADER} must look like 'X-Api-Key: 123'")
        return {name.strip(): value.strip()}
    return {}


def retry_after(given: str | None, now: datetime | None = None) -> float | None:
    """The seconds of a Retry-After header, which holds seconds or a date; None when there is none.

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
    except ValueError:
        return None
    return max(0.0, (then - (now or datetime.now(UTC))).total_seconds())
