"""One route: its address, what answers it, what it takes and returns."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from flask import Response

from aicvgen.domain.value import Value


@dataclass(frozen=True, slots=True)
class Route:
    """One address, what answers it, and what it takes and returns."""

    method: str
    rule: str
    view: Callable[..., Response]
    status: HTTPStatus
    returns: type[Value] | None
    """None: a document, or the description itself."""
    errors: tuple[HTTPStatus, ...] = ()
    takes: type[Value] | None = None

    @property
    def name(self) -> str:
        """Return what the route is called in the description."""
        return self.view.__name__
