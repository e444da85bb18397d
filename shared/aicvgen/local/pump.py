"""The pump: takes queued deliveries and posts them to the functions as Pub/Sub would."""

import threading
from collections.abc import Callable
from http import HTTPStatus

from werkzeug.test import Client

from aicvgen import wire
from aicvgen.domain.errors import Unavailable
from aicvgen.local.bus import Delivery, QueueBus
from aicvgen.local.functions import Functions
from aicvgen.ports import Ports

_IDLE_SECONDS = 0.5


class Pump:
    """Delivers what is due; 2xx is an acknowledgement, anything else comes again later.

    A server tries for ever. With `patience`, so many tries of one message at something that is
    unavailable raise `Unavailable`: a person at a command line rather hears that the disk is full.
    """

    def __init__(
        self, bus: QueueBus, functions: Functions, ports: Ports, *, patience: int | None = None
    ) -> None:
        self._bus = bus
        self._patience = patience
        self.trouble = ""
        """What was last unavailable, in a sentence."""
        self._functions = functions
        self._ports = ports
        self._clients = {name: Client(app) for name, app in functions.apps.items()}

    def deliver_one(self) -> bool:
        """Deliver the next due message; False if none is due."""
        delivery = self._bus.take()
        if delivery is None:
            return False
        self._deliver(delivery)
        return True

    def run_until(self, done: Callable[[], bool]) -> None:
        """Deliver until `done`, which is asked before every delivery."""
        while not done():
            if not self.deliver_one():
                self._bus.wait(_IDLE_SECONDS)

    def run(self, stop: threading.Event) -> None:
        """Deliver until `stop` is set."""
        self.run_until(stop.is_set)

    def _deliver(self, delivery: Delivery) -> None:
        client = self._clients[self._functions.topics[delivery.topic]]
        response = client.post(
            "/",
            data=delivery.body,
            content_type="application/json",
            environ_overrides={wire.PORTS: self._ports},
        )
        if 200 <= response.status_code < 300:  # noqa: PLR2004  the class of success
            return
        if response.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
            self.trouble = response.get_data(as_text=True)
            if self._patience is not None and delivery.attempt >= self._patience:
                raise Unavailable(self.trouble, retry_after=0)
        after = response.headers.get("Retry-After")
        self._bus.again(delivery, float(after) if after else None)
