"""A job ad as the rules read it: what it asks for, and where that stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aicvgen.domain.job import Job, Need, Requirement
from aicvgen.model.extractive.job.blocks import Block

_FEWEST_ASKED = 3
"""An ad asks for more than two things, or says them in a way that the rules do not know."""
_FEWEST_WORDS = 40
"""What is shorter says no more than the rules read."""


@dataclass(frozen=True, slots=True)
class Ad:
    """An ad as the rules read it."""

    job: Job
    blocks: tuple[Block, ...]
    marked: bool
    """Something is marked as asked for; else the rules take all for asked."""

    @property
    def unsure(self) -> bool:
        """Whether the rules missed what any ad says: a title, a must, a handful of demands."""
        words = sum(len(block.text.split()) for block in self.blocks)
        must = any(one.need is Need.MUST for one in self.job.requirements)
        sure = self.marked and self.job.title and must
        few = asked_in(self.job.requirements) < _FEWEST_ASKED
        return words >= _FEWEST_WORDS and (few or not sure)

    def read(self) -> Iterator["Demand"]:
        """Yield what the rules read, where it stands; nothing if they had to take all."""
        at = start = 0
        for asked in self.job.requirements if self.marked else ():
            found = (n for n, block in enumerate(self.blocks) if asked.text in block.text)
            at = next(found, at)
            start = max(0, self.blocks[at].text.find(asked.text))
            yield Demand(at, start, asked.text, asked.need, asked.terms)


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement and its place: the block and the first character."""

    at: int
    start: int
    text: str
    need: Need
    terms: tuple[str, ...]

    def meets(self, other: "Demand") -> bool:
        """Say whether both share words of the ad."""
        apart = self.start + len(self.text) <= other.start
        return self.at == other.at and not (apart or other.start + len(other.text) <= self.start)


def asked_in(requirements: Sequence[Requirement]) -> int:
    """Return how many requirements ask for something: duties do not."""
    return sum(one.need in {Need.MUST, Need.NICE} for one in requirements)
