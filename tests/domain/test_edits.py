"""The suites of edits: nothing untrue passes, and honest rewriting is left alone."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

import pytest

from domain.edits import HONEST_ENOUGH, SUITES, Edit, edits, findings, judge, right

_NAMES = sorted(SUITES)


@cache
def _suite(name: str) -> tuple[Edit, ...]:
    return tuple(edits(SUITES[name]))


def _report(chosen: Sequence[Edit], passed: Sequence[Edit]) -> str:
    """Return the share per class, for the reader of a failure."""
    total = Counter(edit.kind for edit in chosen)
    good = Counter(edit.kind for edit in passed)
    return ", ".join(f"{kind} {good[kind]}/{count}" for kind, count in sorted(total.items()))


def test_suites_are_as_large_as_promised():
    """At least 300 edits of each sort in two languages, a third of them kept aside."""
    every = [edit for name in _NAMES for edit in _suite(name)]
    aside = _suite("aside")
    for false in (True, False):
        count = sum(edit.false is false for edit in every)
        assert count >= 300
        assert 3 * sum(edit.false is false for edit in aside) >= 300
    assert {edit.cv.language for edit in every} == {"en", "de"}


@pytest.mark.parametrize("name", _NAMES)
def test_false_edits_are_stopped(name: str):
    """Both `verify` and the audit find something in every false edit."""
    passed = [edit for edit in _suite(name) if edit.false and not right(edit)]
    assert not passed, [(edit.case, edit.text, edit.why) for edit in passed]


@pytest.mark.parametrize("name", _NAMES)
def test_honest_edits_pass(name: str):
    """Of the honest edits at most three in a hundred are stopped by either."""
    honest = [edit for edit in _suite(name) if not edit.false]
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
    suite = _suite("open")
    edit = next(edit for edit in suite if edit.case == case and edit.text.startswith(start))
    found = findings(edit)
    assert any(claim in finding.claim for finding in found)
    assert any(looked_for in finding.looked_for for finding in found)
    assert all(finding.looked_in == edit.cites for finding in found)
