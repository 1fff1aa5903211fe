"""Stopping when a person asks for it, at any moment, without losing what was found until then."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ortools.sat.python import cp_model

from wgsched.planning.search.progress import Reporter

_LOG = logging.getLogger(__name__)

LIMITS = ("num_workers", "random_seed", "max_deterministic_time", "max_time_in_seconds", "catch_sigint_signal")
"""What a search that is done again keeps; all else is as the solver has it."""

HEED = 0.05
"""Seconds between two looks at whether a person wants to stop, or is to be told how far it is."""


@dataclass
class Stop:
    """Whether a person has asked to stop: what was found until then is kept, and nothing more is looked for."""

    asked: bool = False


@contextmanager
def stoppable() -> Iterator[Stop]:
    """Take the first keyboard interrupt as a wish to stop, at any moment; the second is raised as usual.

    Between two searches an exception would throw away what the first one found. Nothing changes in a thread other than
    the main one, which gets no interrupts, and if somebody else handles interrupts.
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


class StoppableSolver(cp_model.CpSolver):
    """A solver that ends at once when it is interrupted: it solves in a thread of its own.

    With a `Stop`, that is noted there, the best programme yet is kept, and no other solver that shares it begins.
    """

    def __init__(self, stop: Stop | None, reporter: Reporter) -> None:
        super().__init__()
        self._stop, self._reporter = stop, reporter
        self._dismissed = False
        self.ran = False
        self.parameters.catch_sigint_signal = False  # it would leave the process without a handler of interrupts

    @property
    def work(self) -> float:
        """The solver's deterministic time that was used."""
        return float(self.response_proto.deterministic_time) if self.ran else 0.0

    def dismiss(self) -> None:
        """End this search, or let it not begin: what it looks for is known."""
        self._dismissed = True

    def solve(self, model: cp_model.CpModel, solution_callback: Any = None) -> Any:
        """Solve as any solver does; where a person has stopped before, answer that nothing is known.

        A search that fails is done once more, in the solver's own way and with nobody told, and the log says so.
        """
        if self._dismissed or (self._stop and self._stop.asked):
            return cp_model.UNKNOWN
        try:
            return self._solved(model, solution_callback)
        except Exception as failure:
            _LOG.warning("a search failed; it is done again: %s: %s", type(failure).__name__, failure)
            _LOG.debug("where it failed", exc_info=True)
        self._plainly()
        return self._solved(model, None)

    def _plainly(self) -> None:
        """Search as the solver does by itself, within the same limits."""
        plain = cp_model.CpSolver().parameters
        for name in LIMITS:
            setattr(plain, name, getattr(self.parameters, name))
        self.parameters = plain

    def _solved(self, model: cp_model.CpModel, solution_callback: Any) -> Any:
        """Solve in a thread of its own.

        Raises:
            Exception: what the search raised.
            KeyboardInterrupt: a person stopped it, and nobody else takes note of that.
        """
        statuses: list[Any] = []
        failures: list[BaseException] = []
        ended = threading.Event()

        def run() -> None:
            try:
                statuses.append(super(StoppableSolver, self).solve(model, solution_callback))
            except BaseException as error:  # raised again where solving was asked for
                failures.append(error)
            finally:
                ended.set()

        threading.Thread(target=run, daemon=True).start()
        interrupted = self._wait(ended)
        if failures:
            raise failures[0]
        self.ran = True
        if interrupted and self._stop is None:
            raise KeyboardInterrupt
        return statuses[0]

    def _wait(self, ended: threading.Event) -> bool:
        """Wait for the end of the search; return whether a person brought it about.

        An event is waited for, not the thread: Python takes a thread for ended when an interrupt falls into `join`.
        """
        interrupted = False
        while not ended.is_set():
            try:
                ended.wait(HEED)
                self._reporter.beat()
                if interrupted or self._dismissed or (self._stop and self._stop.asked):
                    self.stop_search()
            except KeyboardInterrupt:
                interrupted = True
                if self._stop:
                    self._stop.asked = True
        return interrupted
