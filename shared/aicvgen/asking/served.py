"""The version of a prompt that a run is asked with, as the labels stand."""

import logging
from dataclasses import dataclass, field

from aicvgen.asking.releases import Releases
from aicvgen.domain.release import Labels, served
from aicvgen.model.prompts import Prompt

log = logging.getLogger(__name__)

LABELS_SECONDS = 10.0
"""How long an instance believes the labels that it read."""


@dataclass(slots=True)
class Served:
    """Hands out prompts, and looks the labels up now and then; any thread may ask."""

    releases: Releases
    _read: dict[str, tuple[Labels, float]] = field(default_factory=dict)
    """By task, and until when they are believed."""

    def prompt(self, task: str, run_id: str) -> Prompt:
        """Return the prompt that this run's task is asked with."""
        prompts = self.releases.prompts
        return prompts.prompt(task, served(self._labels(task), run_id))

    def _labels(self, task: str) -> Labels:
        now = self.releases.now()
        read = self._read.get(task)
        if read is None or now >= read[1]:
            (found,) = self.releases.labels([task])
            read = self._read[task] = (self._at_hand(found), now + LABELS_SECONDS)
        return read[0]

    def _at_hand(self, labels: Labels) -> Labels:
        """Return the labels as far as their files came with this program: it may be older."""
        usable = labels.among(self.releases.prompts.versions(labels.task))
        if usable != labels:
            log.warning("a labelled prompt of %s is not here", labels.task)
        return usable
