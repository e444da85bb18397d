"""What people do in a schedule, and what is wrong with the world."""

import random
from dataclasses import dataclass, replace
from enum import Enum

from aicvgen.domain import events
from aicvgen.domain.run import Options, Review
from aicvgen.flow.start import Submission

from .chaos import MODES, Faults
from .example import upload_ad, upload_cv, upload_nothing


class Draft(Enum):
    """How the model writes."""

    HONEST = "honest"
    CARELESS = "careless"
    STUBBORN = "stubborn"


@dataclass(frozen=True, slots=True)
class Poison:
    """An event that no attempt survives."""

    event: str
    kills: bool
    """The process dies of it; else it raises."""
    mended: bool = False
    """Somebody mends the cause once the event is dead, and drives it again."""


@dataclass(frozen=True, slots=True)
class Content:
    """What decides the result, whatever happens on the way."""

    revision: int = 1
    readable: bool = True
    draft: Draft = Draft.HONEST
    review: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """One schedule's story."""

    content: Content = Content()
    processes: int = 1
    twins: int = 1
    """How many upload the same at once."""
    late_twins: int = 0
    """How many upload the same again later."""
    revised: bool = False
    halts: int = 0
    halts_all: bool = False
    poison: Poison | None = None

    @property
    def final(self) -> Content:
        """What decides the last result."""
        revision = 2 if self.revised else 1
        return Content(revision, self.content.readable, self.content.draft, self.content.review)


def submission(content: Content) -> Submission:
    """Return what is uploaded; all contents are of the same run."""
    return Submission(
        owner="ops",
        source="inbox/ops/one/job.txt",
        cv=upload_cv(content.revision) if content.readable else upload_nothing(),
        job=upload_ad(),
        options=Options(review=Review.REQUIRED if content.review else Review.NEVER),
        destination="outbox/ops/one/job",
    )


_POISONS = (
    Poison(events.CV_RECEIVED, kills=True),
    Poison(events.SECTION_REQUESTED, kills=True),
    Poison(events.DRAFT_APPROVED, kills=True),
    Poison(events.DOCUMENTS_PARSED, kills=False),
    Poison(events.DRAFT_COMPLETED, kills=False),
    Poison(events.DRAFT_COMPLETED, kills=True),
    Poison(events.RUN_SETTLED, kills=False),
)


def draw(rng: random.Random, certain: int = -1) -> tuple[Scenario, Faults]:
    """Return a story and its disturbances; `certain` names a call that surely is hit."""
    content = Content(
        readable=rng.random() > 0.05,
        draft=rng.choices(list(Draft), weights=(6, 3, 1))[0],
        review=rng.random() < 0.25,
    )
    scenario = Scenario(
        content=content,
        processes=rng.randint(1, 3),
        twins=rng.randint(1, 3),
        late_twins=rng.randint(0, 2),
        revised=content.readable and rng.random() < 0.25,
        halts=rng.choices((0, 1, 2), weights=(6, 2, 1))[0],
        halts_all=rng.random() < 0.3,
        poison=_poison(rng) if rng.random() < 0.16 else None,
    )
    faults = Faults(
        rate=rng.choice((0.0, 0.005, 0.02, 0.05)),
        budget=rng.randint(0, 12),
        certain=certain,
        mode=rng.choice(MODES),
        duplicates=rng.choice((0.0, 0.2, 0.6)),
        jumps=rng.choice((0.0, 0.0, 0.01, 0.03)),
    )
    return scenario, faults


def _poison(rng: random.Random) -> Poison:
    return replace(rng.choice(_POISONS), mended=rng.random() < 0.5)
