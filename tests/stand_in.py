"""What every model that stands in for the real one has in common."""

from typing import Self

from aicvgen.model.errand import Errand


class AsksNobody:
    """A model that puts nothing to a service, so that there is nothing to note."""

    def on(self, errand: Errand) -> Self:
        """Return itself."""
        del errand
        return self

    def close(self) -> None:
        """Hold nothing."""
