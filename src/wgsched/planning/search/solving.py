"""Solving in a thread of its own, so that a person can stop it at any moment and keep what was found."""

from __future__ import annotations

from threading import Event, Thread
from typing import Any

from ortools.sat.python import cp_model

from wgsched.planning.search.stopping import Stop

HEED = 0.05
"""Seconds between two looks at whether a person wants to stop."""


class Stoppable(cp_model.CpSolver):
    """A solver that ends at once when it is interrupted.

    With a `Stop`, that is noted there, the best programme yet is kept, and no other solver that shares it begins.
    """

    def __init__(self, stop: Stop | None) -> None:
        super().__init__()
        self._stop = stop
        self.ran = False
        self.parameters.catch_sigint_signal = False

    def solve(self, model: cp_model.CpModel, solution_callback: Any = None) -> Any:
        """Solve as any solver does; where a person has stopped before, answer that nothing is known."""
        if self._stop and self._stop.asked:
            return cp_model.UNKNOWN
        self.ran = True
        found: list[Any] = []
        failed: list[BaseException] = []
        ended = Event()

        def run() -> None:
            try:
                found.append(super(Stoppable, self).solve(model, solution_callback))
            except BaseException as error:  # raised again where solving was asked for
                failed.append(error)
            finally:
                ended.set()

        Thread(target=run, daemon=True).start()
        interrupted = self._waited(ended)
        if failed:
            raise failed[0]
        if interrupted and self._stop is None:
            raise KeyboardInterrupt
        return found[0]

    def _waited(self, ended: Event) -> bool:
        """Wait for the end of the search; return whether a person brought it about.

        An event is waited for, not the thread: Python takes a thread for ended when an interrupt falls into `join`.
        """
        interrupted = False
        while not ended.is_set():
            try:
                ended.wait(HEED)
                if interrupted or (self._stop and self._stop.asked):
                    self.stop_search()
            except KeyboardInterrupt:
                interrupted = True
                if self._stop:
                    self._stop.asked = True
        return interrupted
