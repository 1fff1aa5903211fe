"""A process that publishes one revision after another until it is killed, but not without end if nobody does it."""

import os
import signal
import sys
from datetime import UTC, datetime
from itertools import count

from wgsched.publishing.folder import open_folder

STEPS = frozenset({"os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate"})
"""What Python tells of before it changes a folder."""


def changes(event, details):
    """Return whether what Python is about to do changes a file or folder."""
    return event in STEPS or (event == "open" and bool(details[2] & (os.O_WRONLY | os.O_RDWR)))


def expected(number):
    """Return the files of a revision: some that change, come and go, and some that never do."""
    body = f"revision {number}\n".encode()
    changing = {f"{tongue}/{view}.ics": body * 200 for tongue in ("en", "zh") for view in range(number % 5, 6)}
    steady = {f"steady/{name}.txt": b"steady" for name in range(10)}
    return changing | steady | {"index.html": body, f"only-{number}.txt": body}


def publish(root, number, word):
    """Publish a thousand times once there is a word to begin, which tells before which step to be killed, if any."""
    word.send("ready")
    step, steps = word.recv(), count(1)

    def stop(event, details):
        if changes(event, details) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    if step:
        sys.addaudithook(stop)
    for _ in range(1000):
        with open_folder(root) as site:
            number = max([number, *(record["number"] for record in site.records)]) + 1
            record = {"number": number, "events": ["x" * 20_000]}
            site.publish(expected(number), record, datetime(2009, 4, 20, tzinfo=UTC))
