"""Loading without the garbage collector."""

import gc

import pytest

from aicvgen.loading import loading


def test_the_collector_rests_only_while_something_is_loaded() -> None:
    """Also after what cannot be loaded it works again, and leaves alone what is there."""
    frozen = gc.get_freeze_count()

    with pytest.raises(ImportError, match="collects: False"), loading():
        raise ImportError(f"collects: {gc.isenabled()}")

    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen
