"""`extractor push`: stored results to an HTTP API."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from extractor.cli.app import app, examples
from extractor.cli.link import is_store
from extractor.cli.options import Where, chosen

if TYPE_CHECKING:
    from extractor.incidents import Incident
    from extractor.push import EventDocument, Pusher, PushOptions, PushReport


T = TypeVar("T")


@app.command(
    epilog=examples(
        "extractor push run --to https://api.example/events --dry-run",
        "extractor push run --to https://api.example/events --mapping names.toml",
    )
)
def push(
    inputs: Annotated[
        list[Path],
        typer.Argument(help="Result files (JSON Lines), folders of extractor batch, or a store of incidents."),
    ],
    to: Annotated[str, typer.Option("--to", help="Address that takes the events by POST.")],
    outbox: Annotated[Path, typer.Option(help="File that remembers what was sent.")] = Path("outbox.sqlite"),
    mapping: Annotated[Path | None, typer.Option(help="TOML file with the field names of the API.")] = None,
    batch_events: Annotated[int, typer.Option(min=1, help="Events in one request.")] = 50,
    dead_letters: Annotated[Path, typer.Option(help="File for events that are refused.")] = Path("refused.jsonl"),
    retry_refused: Annotated[bool, typer.Option(help="Send events that were refused once more.")] = False,
    proxy: Annotated[str | None, typer.Option(help="Address of a proxy; the environment's are not used.")] = None,
    dry_run: Annotated[bool, typer.Option(help="Print the first request and send nothing.")] = False,
    where: Where = None,
) -> None:
    """Send events, or the incidents of a store, each exactly once, however often this is called.

    An incident that has changed is sent again under its id; one that became part of another says so in merged_into.

    $EXTRACTOR_PUSH_TOKEN is sent as bearer token, or $EXTRACTOR_PUSH_HEADER ("X-Api-Key: 123") as it is.
    """
    from extractor.push import PushOptions
    from extractor.push.mapping import load_mapping

    names = load_mapping(mapping) if mapping else None
    collection: Literal["events", "incidents"] = "incidents" if any(map(is_store, inputs)) else "events"
    options = PushOptions(batch_events=batch_events, mapping=names, proxy=proxy, collection=collection)
    if dry_run:
        _show(inputs, to, options, where)
    else:
        send(inputs, to, outbox, dead_letters, options, retry_refused, where)


def send(
    inputs: list[Path],
    to: str,
    outbox: Path,
    dead_letters: Path,
    options: "PushOptions | None" = None,
    retry_refused: bool = False,
    where: str | None = None,
) -> None:
    """Send the events of stored results and say how many; exit code 1 when some are refused."""
    from extractor.push import Pusher

    events = _events(inputs, where)  # before the outbox is made: an input that cannot be read leaves none behind
    with _retries_are_told(), Pusher(to, outbox, options) as pusher:
        if retry_refused:
            pusher.outbox.retry_refused()
        report = pusher.push(events)
        _write_dead_letters(pusher, dead_letters)
    _report(report, dead_letters)


@contextmanager
def _retries_are_told() -> Iterator[None]:
    """A line for each request that has to be sent again, in the place of stamina's log entries."""
    from extractor.errors import MissingExtra

    try:
        from stamina.instrumentation import RetryDetails, get_on_retry_hooks, set_on_retry_hooks
    except ImportError as error:
        raise MissingExtra("pushing needs an extra: pip install 'news-event-extractor[push]'") from error

    def tell(details: RetryDetails) -> None:
        typer.echo(f"{details.caused_by}: trying again in {details.wait_for:.1f} s", err=True)

    before = get_on_retry_hooks()
    set_on_retry_hooks([tell])
    try:
        yield
    finally:
        set_on_retry_hooks(before)


def _events(inputs: list[Path], where: str | None) -> "Iterator[EventDocument] | Iterator[Incident]":
    """What the inputs hold to send: the incidents of a store, or the events of results."""
    from extractor.errors import InputError
    from extractor.push import documents
    from extractor.read.results import stored_results

    missing = next((path for path in inputs if not path.exists()), None)
    if missing is not None:
        raise InputError(f"there is no file {missing}")
    if any(map(is_store, inputs)):
        if len(inputs) > 1 or where is not None:
            raise InputError("give one store of incidents and nothing else, without --where")
        return _begun(_incidents(inputs[0]))
    return _begun(document for result in chosen(stored_results(inputs), where) for document in documents(result))


def _begun(items: Iterator[T]) -> Iterator[T]:
    """The items, of which the first is there: what cannot be read is an error at once."""
    first = list(islice(items, 1))
    return chain(first, items)


def _incidents(store: Path) -> "Iterator[Incident]":
    from extractor.incidents import IncidentStore

    with IncidentStore(store) as incidents:
        yield from incidents.records()


def _show(inputs: list[Path], to: str, options: "PushOptions", where: str | None) -> None:
    """The first request as it would go over the wire, without what lets us in."""
    from extractor.push import Pusher

    with Pusher(to, Path(":memory:"), options) as pusher:
        pusher.queue(islice(_events(inputs, where), options.batch_events))
        _print_request(pusher, options.batch_events)


def _print_request(pusher: "Pusher", count: int) -> None:
    """Print the next request as it would be sent; the values of headers that may hold secrets are left out."""
    batch = pusher.outbox.next_batch(count)
    if batch is None:
        typer.echo("there is no event to send")
        return
    request = pusher.request(batch)
    typer.echo(f"{request.method} {request.url.path} HTTP/1.1")
    for name, value in request.headers.items():
        shown = value if name in ("content-type", "content-length", "idempotency-key", "host") else "..."
        typer.echo(f"{name}: {shown}")
    typer.echo(f"\n{request.content.decode()}")


def _write_dead_letters(pusher: "Pusher", path: Path) -> None:
    """The refused events with the receiver's words, in a file that its owner alone may read."""
    import json
    import os

    refused = pusher.outbox.refused()
    if not refused and not path.exists():
        return
    lines = [{"id": event.id, "answer": event.answer, "event": json.loads(event.body)} for event in refused]
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        path.chmod(0o600)
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _report(report: "PushReport", dead_letters: Path) -> None:
    """Print what was sent; ends with status 1 when the server refused some."""
    before = report.sent - report.new
    earlier = f" ({before} were sent before)" if before else ""
    typer.echo(f"{report.new} events sent{earlier}, {report.refused} refused", err=True)
    if report.refused:
        typer.echo(f"error: see {dead_letters} for the answers; --retry-refused sends these again", err=True)
        raise typer.Exit(1)
