"""What of a document was not taken for something it says, and why."""

from aicvgen.domain.value import Value


class Dropped(Value):
    """Something that was left out as a document was read, for the person to know of."""

    why: str
    """For example '3 words that cannot be seen'."""
    where: str = ""
    """For example 'page 1' or 'line 14'; empty for the whole document."""
    text: str = ""
    """As it is written, where everybody can see it; what is hidden is counted and not quoted."""
