"""Days as ISO dates."""

from datetime import UTC, datetime


def day_of(now: float) -> str:
    """Return the ISO date of a moment (seconds since 1970), in UTC."""
    return datetime.fromtimestamp(now, UTC).date().isoformat()
