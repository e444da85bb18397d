"""Property: any CV, written in any format we know, is read back as it was.

`--hypothesis-profile thorough` tries more CVs, others each time: it prints the seed of a failure.
"""

import pytest
from hypothesis import given

from agents.cv_strategies import cvs
from agents.round_trips import WRITERS, differences
from aicvgen.domain.cv import Cv


@pytest.mark.parametrize("writer", WRITERS)
def test_what_is_written_is_read_back(writer: str) -> None:
    """Name, headline, contact and every entry of every section are equal."""

    @given(cvs())
    def holds(cv: Cv) -> None:
        assert not differences(writer, cv)

    holds()
