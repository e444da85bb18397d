"""How many sentences a verification looked at, and how many of them it did not find supported."""

from collections.abc import Iterable, Iterator

from aicvgen.domain.draft import Finding, Part
from aicvgen.domain.value import Value


class Tally(Value):
    """What one verification counted in one unit of the draft."""

    rewrites: int
    """Of the run before this verification: which text of the unit it was."""
    unit: str
    sentences: int
    unsupported: int


def tallies(parts: Iterable[Part], findings: Iterable[Finding], rewrites: int) -> Iterator[Tally]:
    """Yield what was counted in each of these parts; several findings may be about one sentence."""
    bad = {(finding.unit, finding.sentence) for finding in findings}
    for part in parts:
        wrong = sum((part.unit, sentence.text) in bad for sentence in part.sentences)
        yield Tally(
            rewrites=rewrites, unit=part.unit, sentences=len(part.sentences), unsupported=wrong
        )
