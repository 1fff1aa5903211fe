"""Stopping when a person asks for it, without losing what was found until then."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Stop:
    """Whether a person has asked to stop: what was found until then is kept, and nothing more is looked for."""

    asked: bool = False


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Take the first keyboard interrupt for a wish to stop, wherever it falls; the second is raised as ever.

    Between two searches an exception would throw away what the first one found. Where interrupts do not come here,
    in another thread than the main one, or where someone else handles them, nothing is changed.
    """
    stop = Stop()
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield stop
        return

    def ask(*_: object) -> None:
        stop.asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
