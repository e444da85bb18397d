"""One checkable statement inside a sentence."""

from typing import NamedTuple

from aicvgen.domain.draft import FindingKind


class Claim(NamedTuple):
    """One checkable statement inside a sentence."""

    kind: FindingKind
    words: str
    """As the sentence says it."""
    key: str
    """The same for every way to say the same: `50000` for 50K, 50,000 and fifty thousand."""
    looked_for: str = ""
    """What would have supported it, where that is not the words themselves."""
    nearest: str = ""
    """The text that comes closest."""
