"""The naive oracle of the long runs: it objects to what is made up, and to nothing else."""

import pytest

from simulate.oracle import strange

THERE = "Led 45 engineers at Globex and moved 12,000 users to k8s in 03/2019."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Moved users to Kubernetes in Mar 2019 with 45 engineers of Globex.", ["Mar"]),
        ("Led 5 engineers", ["5"]),
        ("Moved 12,000 users. Engineers led it", []),
        ("Moved 2,000 users to Kafka at Initech", ["2,000", "Kafka", "Initech"]),
        ("AWS: moved users", ["AWS"]),
    ],
)
def test_figures_and_names_must_stand_in_the_source(text: str, found: list[str]):
    """A shorter number is another number; another spelling of a tool is the same."""
    assert list(strange(text, THERE, "en")) == found
