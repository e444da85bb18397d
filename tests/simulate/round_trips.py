"""Drawn CVs, written in every format we know and read back: all that they say is as it was."""

from hypothesis import HealthCheck, Phase, given, seed, settings

from agents.cv_strategies import cvs
from agents.round_trips import WRITERS, differences
from aicvgen.domain.cv import Cv
from simulate.table import print_table

_SEED = 1


def simulate(count: int) -> bool:
    """Draw this many CVs for each writer; return whether all are read back as they were."""
    lost = {writer: _lost(writer, count) for writer in WRITERS}
    rows = {writer: f"{count - len(lines)} of {count}" for writer, lines in lost.items()}
    print_table(f"{count} CVs per format, read back as they were (seed {_SEED})", dict(rows))
    for writer, lines in lost.items():
        for line in lines[:3]:
            print(f"  WRONG {writer}: {line[:300]}")
    return not any(lost.values())


def _lost(writer: str, count: int) -> list[str]:
    """Return what was read back otherwise, for each such CV."""
    lines: list[str] = []

    @seed(_SEED)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(cvs())
    def compare(cv: Cv) -> None:
        lines.extend(differences(writer, cv)[:1])

    compare()
    return lines
