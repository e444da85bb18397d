"""The whole stack in one process: functions, pump, watcher and scheduler on a home folder."""

import logging
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from werkzeug.exceptions import NotFound
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.serving import make_server

from aicvgen import wire
from aicvgen.local.functions import Functions, mount
from aicvgen.local.home import Home, open_home
from aicvgen.local.pump import Pump
from aicvgen.local.recovery import recover
from aicvgen.local.watcher import Watcher
from aicvgen.settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


@contextmanager
def running(settings: Settings) -> Iterator[tuple[Home, Functions]]:
    """Run everything but the HTTP port until the block ends."""
    home = open_home(settings)
    home.reader.warm()
    functions = mount(settings.functions)
    stop = threading.Event()
    pump = Pump(home.bus, functions, home.ports)
    threads = [
        *(threading.Thread(target=pump.run, args=(stop,)) for _ in range(settings.workers)),
        threading.Thread(target=_watch, args=(home, settings, stop)),
        threading.Thread(target=_schedule, args=(home, settings, stop)),
    ]
    recover(home)
    for thread in threads:
        thread.start()
    try:
        yield home, functions
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        home.close()


def serve_http(home: Home, functions: Functions, listener: socket.socket) -> None:
    """Answer HTTP requests to `/<function>/` on a bound socket until interrupted."""
    mounted = DispatcherMiddleware(
        NotFound(), {f"/{name}": app for name, app in functions.apps.items()}
    )

    def site(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return mounted(environ | {wire.PORTS: home.ports}, start_response)

    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # its lines are not JSON
    host, port = listener.getsockname()
    make_server(host, port, site, threaded=True, fd=listener.fileno()).serve_forever()


def _watch(home: Home, settings: Settings, stop: threading.Event) -> None:
    watcher = Watcher(home.path / "inbox", home.bus)
    while not stop.is_set():
        watcher.look()
        stop.wait(settings.watch_seconds)


def _schedule(home: Home, settings: Settings, stop: threading.Event) -> None:
    while not stop.wait(settings.sweep_seconds):
        home.bus.send(wire.TICK, wire.encode_tick())
