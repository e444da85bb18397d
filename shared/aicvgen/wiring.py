"""Settings → ports: the only module that knows every backend."""

from functools import cache

from aicvgen.ports import Ports
from aicvgen.settings import load_settings


@cache
def ports() -> Ports:
    """Return this instance's ports, built at the first event and kept."""
    from aicvgen.local.home import open_home  # noqa: PLC0415  backends load only where used

    return open_home(load_settings()).ports
