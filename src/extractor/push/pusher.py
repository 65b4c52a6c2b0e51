"""`Pusher`: sends what waits in the outbox in batches, and finds the one bad event of a batch that was refused."""

import json
import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from extractor.errors import MissingExtra, PushFailed
from extractor.incidents.records import Incident
from extractor.push.document import EventDocument
from extractor.push.mapping import apply
from extractor.records import Record

if TYPE_CHECKING:
    import httpx

    from extractor.push.answer import Answer
    from extractor.push.outbox import QueuedBatch, QueuedEvent

# Answers that mean "not now". All other 4xx mean "not this", but for those that mean "not you" or "not here".
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_STOP = frozenset({401, 403, 404, 405, 407, 410})
_MULTI_STATUS = 207


class PushOptions(BaseModel):
    """Options of pushing.

    batch_events  events in one request
    attempts      tries for one request
    wait          seconds before the second try; doubled with jitter for each further one, at most `max_wait`
    max_wait      also the longest that a Retry-After is obeyed, in seconds
    timeout       seconds for one request, from its first byte to the last of its answer
    proxy         address of a proxy; those of the environment are not used, as they would get the token
    mapping       names of another API, see `extractor.push.mapping`
    collection    "events", or "incidents": the name of the list in a request and in a 207
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    batch_events: int = Field(default=50, ge=1)
    attempts: int = Field(default=8, ge=1)
    wait: float = Field(default=0.5, ge=0)
    max_wait: float = Field(default=60.0, ge=0)
    timeout: float = Field(default=30.0, gt=0)
    proxy: str | None = None
    mapping: dict[str, Any] | None = None
    collection: Literal["events", "incidents"] = "events"


class PushReport(BaseModel):
    """How many events the receiver has, refuses, and still has to get; `new` of those it has came in this call."""

    model_config = ConfigDict(frozen=True)

    sent: int
    refused: int
    waiting: int
    new: int = 0


class _Later(Exception):
    """The receiver could not take a request now."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class _Refused(Exception):
    """The receiver does not take this request."""


class Pusher:
    """Sends events to `url`. The bearer token or a header is taken from the environment and never shown.

    Raises InputError for an address, a credential or an outbox that cannot be used, before anything is sent, and
    PushFailed when the receiver cannot be reached or does not let us in; nothing is lost, the same call goes on.

    >>> with Pusher("https://api.example/events", Path("outbox.sqlite")) as pusher:  # doctest: +SKIP
    ...     pusher.push(documents(result))
    PushReport(sent=3, refused=0, waiting=0, new=3)
    """

    def __init__(self, url: str, outbox: Path, options: PushOptions | None = None) -> None:
        try:
            import httpx

            from extractor.push.address import parse_address
            from extractor.push.credentials import credentials
            from extractor.push.outbox import Outbox
            from extractor.transport import DeadlineTransport
        except ImportError as error:
            raise MissingExtra("pushing needs an extra: pip install 'news-event-extractor[push]'") from error
        self.options = options or PushOptions()
        self.address = parse_address(url)
        headers = credentials(os.environ)
        proxy = parse_address(self.options.proxy) if self.options.proxy else None
        hidden = (*self.address.secrets, *(proxy.secrets if proxy else ()))
        self._secrets = (*hidden, *(value.removeprefix("Bearer ") for value in headers.values()))
        is_events = self.options.collection == "events"
        target = self.address.target if is_events else f"{self.address.target} {self.options.collection}"
        self.outbox = Outbox(outbox, target, former=url if is_events else None)
        self._client = httpx.Client(
            transport=DeadlineTransport(self.options.timeout, str(proxy.url) if proxy else None),
            headers=headers,
            trust_env=False,
        )
        self._new = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self.outbox.close()

    def push(self, events: Iterable[EventDocument] | Iterable[Incident]) -> PushReport:
        """Put events, or incidents, into the outbox and send all that waits there, batch by batch. Raises PushFailed.

        What was sent before is sent again when it has changed.
        """
        self._new = 0
        coming: Iterator[EventDocument | Incident] = iter(events)
        while some := list(islice(coming, self.options.batch_events)):
            self.queue(some)
            self._send_waiting(at_least=self.options.batch_events)
        self._send_waiting(at_least=1)
        sent, refused, waiting = (self.outbox.count(state) for state in ("sent", "refused", "waiting"))
        return PushReport(sent=sent, refused=refused, waiting=waiting, new=self._new)

    def queue(self, documents: Iterable[EventDocument | Incident]) -> None:
        """Put events, or incidents, into the outbox."""
        self.outbox.add((document.id, self.body_of(document)) for document in documents)

    def body_of(self, document: Record) -> str:
        """The JSON of one event, under the names of the mapping if there is one."""
        if self.options.mapping is None:
            return document.model_dump_json()
        return json.dumps(apply(self.options.mapping, document.model_dump(mode="json")), ensure_ascii=False)

    def request(self, batch: "QueuedBatch") -> "httpx.Request":
        """The request that carries a batch."""
        body = f'{{"{self.options.collection}":[' + ",".join(event.body for event in batch.events) + "]}"
        headers = {"Content-Type": "application/json", "Idempotency-Key": batch.key}
        return self._client.build_request("POST", self.address.url, content=body.encode(), headers=headers)

    def _send_waiting(self, at_least: int) -> None:
        """Send what waits in the outbox, while there are so many."""
        while batch := self.outbox.next_batch(self.options.batch_events, at_least):
            self._deliver(batch)

    def _deliver(self, batch: "QueuedBatch") -> None:
        """Send a batch; a refused one in halves, until the bad event is alone."""
        try:
            self._send(batch)
        except _Refused as refusal:
            if len(batch.events) == 1:
                self.outbox.mark(batch.events, "refused", str(refusal))
                return
            middle = len(batch.events) // 2
            halves = [self.outbox.begin(half) for half in (batch.events[:middle], batch.events[middle:])]
            for half in halves:
                self._deliver(half)

    def _send(self, batch: "QueuedBatch") -> None:
        """Send a batch, again and again while the server asks to wait. Raises PushFailed after the last try."""
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
                    self._try(batch)
        except _Later as error:
            raise PushFailed(
                f"{self.address.shown}: {error} ({self.options.attempts} tries); the events wait in the outbox",
                retry_after=error.retry_after,
            ) from None  # the cause may hold a header's value

    def _backoff(self, error: Exception) -> bool | float:
        """Whether to try again after an error, or the seconds that the server asks to wait, up to the limit."""
        if not isinstance(error, _Later):
            return False
        if error.retry_after is None:
            return True
        return min(error.retry_after, self.options.max_wait)

    def _try(self, batch: "QueuedBatch") -> None:
        """Send a batch once and note what became of it. Raises PushFailed, or _Later where trying again may help."""
        from extractor.push.answer import printable, read_answer
        from extractor.transport import BROKEN

        try:
            response = self._client.send(self.request(batch), stream=True)
        except BROKEN as error:
            raise _Later(printable(f"{type(error).__name__} {error}", self._secrets)) from None
        self._judge(read_answer(response, BROKEN), batch)

    def _judge(self, answer: "Answer", batch: "QueuedBatch") -> None:
        """Mark what is acknowledged. Raises _Later, _Refused or PushFailed for the rest."""
        from extractor.push.answer import words_of

        if answer.status == _MULTI_STATUS:
            self._judge_each(answer, batch)
            return
        if 200 <= answer.status < 300:
            self._acknowledge(batch.events)
            return
        words = words_of(answer, self._secrets)
        if answer.status in _LATER:
            raise _Later(words, answer.retry_after)
        if answer.status in _STOP or not 400 <= answer.status < 500:
            from extractor.push.credentials import HEADER, TOKEN

            raise PushFailed(f"{self.address.shown} answered {words}: check the address and ${TOKEN} or ${HEADER}")
        raise _Refused(words)

    def _judge_each(self, answer: "Answer", batch: "QueuedBatch") -> None:
        """A 207 tells of each event by itself; those it does not mention, or wants later, go in a new batch."""
        from extractor.push.answer import printable, statuses

        told = {status.id: status for status in statuses(answer, self.options.collection)}
        left = []
        for event in batch.events:
            status = told.get(event.id)
            if status is not None and 200 <= status.status < 300:
                self._acknowledge([event])
            elif status is None or status.status < 400 or status.status in _LATER:
                left.append(event)
            else:
                self.outbox.mark([event], "refused", printable(status.words, self._secrets))
        if left:
            self.outbox.begin(left)
        if len(left) == len(batch.events):
            raise _Later("207 without a word on any event of the batch", answer.retry_after)

    def _acknowledge(self, events: "list[QueuedEvent]") -> None:
        self.outbox.mark(events, "sent")
        self._new += len(events)
