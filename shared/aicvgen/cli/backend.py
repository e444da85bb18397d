"""The ports of whichever backend the settings name, for commands that work on both."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from aicvgen.local.functions import callers, load_map
from aicvgen.local.home import open_home
from aicvgen.ports import Letter, Letters, Ports
from aicvgen.settings import Settings


class _NoLetters:
    """The queue of the embedded backend never gives a message up; its events do that."""

    def list(self) -> Sequence[Letter]:
        """Return nothing."""
        return ()

    def redrive(self, ids: Collection[str]) -> Sequence[Letter]:
        """Return nothing."""
        del ids
        return ()


@contextmanager
def backend(settings: Settings) -> Iterator[tuple[Ports, Letters]]:
    """Open the backend until the block ends."""
    if settings.backend == "local":
        home = open_home(settings)
        try:
            yield home.ports, _NoLetters()
        finally:
            home.close()
        return
    from aicvgen.cloud.clients import Lazy, publisher_client, subscriber_client  # noqa: PLC0415
    from aicvgen.cloud.instance import open_instance  # noqa: PLC0415
    from aicvgen.cloud.letters import DeadLetters  # noqa: PLC0415

    ports = open_instance(settings)
    functions = sorted(set(callers(load_map(settings.functions)).values()))
    publisher, subscriber = Lazy(publisher_client), Lazy(subscriber_client)
    yield ports, DeadLetters(publisher, subscriber, settings.project, functions)
    ports.flush()
