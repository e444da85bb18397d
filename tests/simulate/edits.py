"""False and honest edits of CV sentences, all suites: the false are stopped, the honest pass."""

from collections.abc import Sequence

from domain.edits import BATCHES, HONEST_ENOUGH, SUITES, edits, right
from simulate.table import print_table


def simulate() -> bool:
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


def _share(right_ones: Sequence[bool]) -> str:
    return f"{sum(right_ones)}/{len(right_ones)}"
