"""The suite of edits: nothing untrue passes, and honest rewriting is left alone."""

from collections import Counter
from collections.abc import Sequence

import pytest

from domain.edits import Edit, edits, findings, judge, right

HONEST_ENOUGH = 0.97
SUITE = tuple(edits())


def _report(chosen: Sequence[Edit], passed: Sequence[Edit]) -> str:
    """Return the share per class, for the reader of a failure."""
    total = Counter(edit.kind for edit in chosen)
    good = Counter(edit.kind for edit in passed)
    return ", ".join(f"{kind} {good[kind]}/{count}" for kind, count in sorted(total.items()))


def test_suite_is_as_large_as_promised():
    """At least 300 edits of each sort over at least 12 trades in two languages."""
    assert sum(edit.false for edit in SUITE) >= 300
    assert sum(not edit.false for edit in SUITE) >= 300
    assert {edit.cv.language for edit in SUITE} == {"en", "de"}


@pytest.mark.parametrize("edit", [edit for edit in SUITE if edit.false], ids=lambda e: e.text)
def test_false_edit_is_stopped(edit: Edit):
    """Both `verify` and the audit find something in every false edit."""
    assert right(edit), f"{edit.why}: {edit.text}"


def test_honest_edits_pass():
    """Of the honest edits at most three in a hundred are stopped by either."""
    honest = [edit for edit in SUITE if not edit.false]
    passed = [edit for edit in honest if right(edit)]
    stopped = [(edit.text, judge(edit)) for edit in honest if edit not in passed]
    assert len(passed) >= HONEST_ENOUGH * len(honest), (_report(honest, passed), stopped)


@pytest.mark.parametrize(
    ("case", "start", "claim", "looked_for"),
    [
        ("en-nurse-ward", "Led the roll-out", "Led", ""),
        ("de-pflege-intensiv", "Praxisanleiterin seit", "Praxisanleiterin", "Vertretung"),
    ],
)
def test_finding_says_what_and_where(case: str, start: str, claim: str, looked_for: str):
    """A finding names the claim, and what it looked for where that is not the claim itself."""
    edit = next(edit for edit in SUITE if edit.case == case and edit.text.startswith(start))
    found = findings(edit)
    assert any(claim in finding.claim for finding in found)
    assert any(looked_for in finding.looked_for for finding in found)
    assert all(finding.looked_in == edit.cites for finding in found)
