"""False and honest edits of sentences and of whole CVs: the false are stopped, the honest pass."""

from collections.abc import Sequence

from domain.audits import BLIND, audited, cases_of
from domain.edits import BATCHES, HONEST_ENOUGH, SUITES, edits, right
from simulate.table import print_table


def simulate() -> bool:
    """Judge all; return whether all false and nearly all honest ones are judged right."""
    return _sentences() & _whole_cvs()


def _sentences() -> bool:
    """Judge every edit; return whether all false and nearly all honest ones are judged right."""
    rows, held = dict[str, object](), True
    wrong = list[str]()
    for name, path in sorted({**SUITES, **BATCHES}.items()):
        judged = [(edit, right(edit)) for edit in edits(path)]
        false = [is_right for edit, is_right in judged if edit.false]
        honest = [is_right for edit, is_right in judged if not edit.false]
        rows[name] = f"false stopped {_share(false)}, honest passed {_share(honest)}"
        held &= all(false) and sum(honest) >= HONEST_ENOUGH * len(honest)
        wrong += [f"{name}: {edit.text} ({edit.why})" for edit, is_right in judged if not is_right]
    print_table("edits of sentences", rows)
    for line in wrong:
        print(f"  WRONG {line}")
    return held


def _whole_cvs() -> bool:
    """Judge every version of the CVs that are too many for the tests."""
    rows, wrong = dict[str, object](), list[str]()
    for path in BLIND:
        judged = [(one, audited(one.original, one.tailored).ok) for one in cases_of(path)]
        false = [not ok for one, ok in judged if one.kind]
        honest = [ok for one, ok in judged if not one.kind]
        rows[path.stem] = f"false stopped {_share(false)}, honest passed {_share(honest)}"
        wrong += [one.name for one, ok in judged if ok == bool(one.kind)]
    print_table("edits of whole CVs", rows)
    for line in wrong:
        print(f"  WRONG {line}")
    return not wrong


def _share(right_ones: Sequence[bool]) -> str:
    return f"{sum(right_ones)}/{len(right_ones)}"
