"""Settings → ports: the only module that knows every backend."""

from functools import cache

from aicvgen.loading import loading
from aicvgen.ports import Ports
from aicvgen.settings import load_settings


@cache
def ports() -> Ports:
    """Return this instance's ports, built at the first event and kept.

    The settings say which backend; only that one is loaded.
    """
    settings = load_settings()
    if settings.backend == "cloud":
        with loading():
            from aicvgen.cloud.instance import open_instance  # noqa: PLC0415

        return open_instance(settings)
    from aicvgen.local.home import open_home  # noqa: PLC0415

    return open_home(settings).ports
