"""A published folder and its server on loopback, which remembers what it was asked and how it answered."""

from __future__ import annotations

import http.client
import io
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.sessions import at
from wgsched.model import Programme
from wgsched.publishing import publish
from wgsched.publishing.server import serve

_LINE = re.compile(r'"GET (\S+) HTTP/1\.\d" (\d+) ')


class Publisher:
    """Publishes and serves; ``url`` is where."""

    def __init__(self, site: Path, url: str, log: io.StringIO) -> None:
        self._site, self.url, self._log = site, url, log
        self._publications = 1

    def publish(self, programme: Programme) -> None:
        """Publish a programme a day after the one before, and return when it is served."""
        self._publications += 1
        _publish(self._site, programme, self._publications)
        within(60, self._is_served)

    def _is_served(self) -> bool:
        wire = http.client.HTTPConnection(self.url.removeprefix("http://"), timeout=60)
        try:
            wire.request("GET", "/programme.json", headers={"User-Agent": "the test"})
            return wire.getresponse().read() == (self._site / "programme.json").read_bytes()
        finally:
            wire.close()

    def answers(self, path: str) -> list[int]:
        """Return the status of each answer about a path, oldest first."""
        return [int(status) for asked, status in _LINE.findall(self._log.getvalue()) if asked == path]


def _publish(site: Path, programme: Programme, day: int) -> None:
    publish(
        programme,
        site,
        moment=at(1, 9).add(days=day - 1),
        reason=None if day == 1 else "progress-of-work",
        languages=("en", "zh"),
        papers=(),
    )


@contextmanager
def publishing(site: Path, programme: Programme) -> Iterator[Publisher]:
    """Publish a programme and serve it, until the end of the block."""
    _publish(site, programme, 1)
    log, stop, known = io.StringIO(), threading.Event(), threading.Event()
    address: list[str] = []

    def ready(host: str, port: int) -> None:
        address.append(f"http://{host}:{port}")
        known.set()

    thread = threading.Thread(target=serve, args=(site,), kwargs={"port": 0, "log": log, "ready": ready, "stop": stop})
    thread.start()
    try:
        assert known.wait(20)
        yield Publisher(site, address[0], log)
    finally:
        stop.set()
        thread.join(20)
        assert not thread.is_alive()


def within(seconds: float, happened: object) -> None:
    """Wait until a function says yes; fail when it does not in time."""
    end = time.monotonic() + seconds
    while not happened():  # type: ignore[operator]
        assert time.monotonic() < end, f"not within {seconds} seconds"
        time.sleep(0.1)
