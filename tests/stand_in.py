"""What every model that stands in for the real one has in common."""

from typing import Self

from aicvgen.domain.records import Call


class AsksNobody:
    """A model that puts nothing to a service, so that there is nothing to note."""

    def noting(self, calls: list[Call]) -> Self:
        """Return itself."""
        del calls
        return self

    def close(self) -> None:
        """Hold nothing."""
