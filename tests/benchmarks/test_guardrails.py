"""What a call of a model costs beside the model, counted where time would depend on the machine."""

from benchmarks import guardrails, prompts
from benchmarks.guardrails import GUARDRAILS, KEPT, LABELS, LEASED


def test_every_part_of_a_call_is_in_the_figures() -> None:
    """Nothing but leases and labels comes now and then; the target stands beside the sum."""
    told = guardrails.measured(20)
    assert all({*GUARDRAILS, KEPT} <= one.keys() for one in told)
    assert sum(LEASED in one for one in told) == 4, "one call in five leases turns"
    assert sum(LABELS in one for one in told) <= 1, "labels are believed for ten seconds"
    assert "target <= 100" in guardrails.figures(20)["guardrails, a call"]


def test_no_request_says_a_text_of_the_cv_twice() -> None:
    """From one request to the next it may: the service remembers nothing."""
    (run,) = prompts.spoken(cvs=1, ads=1)
    assert {one.task for one in run.requests} >= {"write-section", "write-summary"}
    assert all(one.twice == 0 for one in run.requests)
