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
    nearest: str | None = None
    """Where nothing supports it, the fact that shares most words with it, or that a model proposes:
    a place to look, no evidence."""


class Asked(Value):
    """One term the ad asks for, in whatever spelling, and where the CV says it."""

    term: str
    """As the ad writes it first."""
    need: Need
    """The heaviest of its needs: must, nice, duty."""
    weight: float
    """What it counts in coverage: 2 for a must, 1 for anything else."""
    places: tuple[str, ...]
    """Ids of the facts and entries that are evidence, in the order of the source."""


class Ranked(Value):
    """How much a fact matters for this ad."""

    fact: str
    score: float
    """0 = says nothing the ad asks for, as far as rules and a model see; comparable only within one
    fit."""
    terms: tuple[str, ...] = ()
    """The ad's terms this fact supports."""


class Fit(Value):
    """The requirement ↔ evidence ledger of one CV and one ad."""

    matches: tuple[Match, ...]
    asked: tuple[Asked, ...]
    """Every term of the ad once, in the order of the ad."""
    ranking: tuple[Ranked, ...]
    """Every fact of the CV, most relevant first; ties in the order of the source."""
    units: tuple[str, ...]
    """What is written separately: entry ids of roles, projects and volunteering, in the order they
    will appear, then `skills`; the summary comes last and is not a unit."""

    @property
    def coverage(self) -> float:
        """Share of the ad's weighted terms with evidence in the CV, 0 to 1; musts weigh double."""
        return share(self.asked, frozenset(ask.term for ask in self.asked if ask.places))


def share(asked: tuple[Asked, ...], found: frozenset[str]) -> float:
    """Return the weighted share of the asked terms that are among those found; 0 of nothing."""
    total = sum(ask.weight for ask in asked)
    return sum(ask.weight for ask in asked if ask.term in found) / total if total else 0.0
