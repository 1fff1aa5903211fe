"""Evolution's data server, in a home and a D-Bus session of its own."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from tests.clients.desktops.processes import ended
from tests.clients.readers import SYSTEM_PYTHON

HERE = Path(__file__).parent
ANSWER_SECONDS = 120


class Evolution:
    """Asks the helper that speaks with the data server."""

    def __init__(self, running: subprocess.Popen[str], complaints: Path) -> None:
        self._running, self._complaints = running, complaints
        self._answers: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._listen, args=(running.stdout,), daemon=True).start()

    def _listen(self, stream: IO[str]) -> None:
        for line in stream:
            self._answers.put(line)
        self._answers.put("")

    def _ask(self, *request: object) -> object:
        assert self._running.stdin
        with suppress(BrokenPipeError):
            self._running.stdin.write(json.dumps(request) + "\n")
            self._running.stdin.flush()
        answer = self._answers.get(timeout=ANSWER_SECONDS)
        assert answer, self._complaints.read_text()[-3000:]
        return json.loads(answer)

    def subscribe(self, name: str, url: str) -> None:
        """Subscribe to a feed under a name."""
        parts = urlsplit(url)
        self._ask("subscribe", name, parts.hostname, parts.port, parts.path)

    def refresh(self, name: str) -> None:
        """Ask for a feed again."""
        self._ask("refresh", name)

    def events(self, name: str) -> list[dict[str, object]]:
        """Return the events that are held."""
        return self._ask("events", name)  # type: ignore[return-value]


@contextmanager
def evolution(home: Path) -> Iterator[Evolution]:
    """Run the data server until the end of the block; nothing of it is left."""
    folders = {"HOME": home, "XDG_RUNTIME_DIR": home / "run"}
    folders |= {f"XDG_{kind}_HOME": home / kind.lower() for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    quiet = {"GIO_USE_NETWORK_MONITOR": "base", "GSETTINGS_BACKEND": "memory", "GIO_USE_VFS": "local", "TZ": "UTC"}
    known = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, HERE / "in_evolution.py"]
    with (home / "complaints").open("w") as complaints:
        running = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            env={**known, **{name: str(folder) for name, folder in folders.items()}, **quiet},
            start_new_session=True,
        )
    try:
        yield Evolution(running, home / "complaints")
    finally:
        ended(running)
