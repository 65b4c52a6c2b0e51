"""The search for cyclic garbage waits while much is made that lives on, all of which it would look through again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_waits() -> Iterator[None]:
    """No search for cyclic garbage meanwhile, in any thread."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
