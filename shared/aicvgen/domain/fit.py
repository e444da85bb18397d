"""Which facts of the CV answer which requirement of the ad."""

from aicvgen.domain.job import Need
from aicvgen.domain.value import Value


class Match(Value):
    """One requirement and its evidence."""

    requirement: str
    """Requirement id."""
    need: Need
    terms: tuple[str, ...]
    """All terms of the requirement."""
    evidenced: tuple[str, ...]
    """The terms the CV supports."""
    facts: tuple[str, ...]
    """Ids of the facts, or of the entries (skills, degrees, titles), that support them; best
    first."""


class Ranked(Value):
    """How much a fact matters for this ad."""

    fact: str
    score: float
    """0 = says nothing the ad asks for; comparable only within one fit."""
    terms: tuple[str, ...] = ()
    """The ad's terms this fact supports."""


class Fit(Value):
    """The requirement ↔ evidence ledger of one CV and one ad."""

    matches: tuple[Match, ...]
    ranking: tuple[Ranked, ...]
    """Every fact of the CV, most relevant first; ties in the order of the source."""
    coverage: float
    """Share of the ad's weighted terms with evidence in the CV, 0 to 1; musts weigh double."""
    units: tuple[str, ...]
    """What is written separately: entry ids of roles, projects and volunteering, in the order they
    will appear, then `skills`; the summary comes last and is not a unit."""
