"""The search for cyclic garbage waits in a block, and stays off where it was off."""

import gc

import pytest

from extractor.collector import collector_waits


def test_it_waits_until_the_end_of_the_block() -> None:
    with collector_waits():
        assert not gc.isenabled()
        with collector_waits():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), collector_waits():
        raise ValueError("broken")
    assert gc.isenabled()
