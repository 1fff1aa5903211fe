"""Programs that are run by tests, and ended with all that they started."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress


def ended(running: subprocess.Popen[str]) -> None:
    """End a program and all that it started."""
    for stream in (running.stdin, running.stdout):
        if stream:
            with suppress(OSError):
                stream.close()
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(running.pid, number)
        with suppress(subprocess.TimeoutExpired):
            running.wait(10)
