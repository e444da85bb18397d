"""One delivered CV beside what it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aicvgen.domain.cv import Cv
from aicvgen.domain.source import Source


@dataclass(frozen=True, slots=True)
class Delivered:
    """A tailored CV that a run ended with."""

    name: str
    """Of the pair."""
    source: Source
    """The original as it was read."""
    original: Cv
    pdf: bytes
    page: Source
    """The PDF read back."""
    read: Cv
    told: Mapping[str, Any]
    """The report."""
