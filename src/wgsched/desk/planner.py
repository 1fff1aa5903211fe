"""Planning the rest in a process of its own, so that the page stays quick, and can be stopped with the best so far."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeAlias

from wgsched.errors import WgschedError
from wgsched.files import programme_from_json, session_from
from wgsched.model import Programme
from wgsched.planning.search.progress import Progress

STOP = "stop"


@dataclass(frozen=True)
class PlanRequest:
    """A session file, its name, and the programme file to change as little as possible.

    With ``nearest``, the programme that breaks least is wanted where none keeps all.
    """

    content: bytes
    name: str
    published: bytes | None = None
    nearest: bool = False


Result: TypeAlias = Programme | WgschedError | None
"""What was found, or why there is nothing; None if it was stopped before anything was found."""


@dataclass(frozen=True)
class Planning:
    """Planning that goes on, or has ended: for which version of the board, how far it is, and what came of it.

    ``advice`` says that the result is only shown, as what would help, until somebody asks to use it.
    """

    version: int
    progress: Progress | None = None
    ended: bool = False
    result: Result = None
    advice: bool = False


class Planner:
    """One process, kept warm, that plans one session at a time."""

    def __init__(self) -> None:
        self.planning: Planning | None = None
        self._process: BaseProcess | None = None
        self._wire: Connection | None = None

    def warm(self) -> None:
        """Start the process, which loads the solver, unless it runs."""
        if self._process is not None and self._process.is_alive():
            return
        context = get_context("spawn")
        self._wire, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def busy(self) -> bool:
        """Whether it plans."""
        return self.planning is not None and not self.planning.ended

    def plan(self, job: PlanRequest, version: int, *, advice: bool = False) -> None:
        """Begin to plan; what was found before is forgotten."""
        self.warm()
        self.planning = Planning(version, advice=advice)
        if self._wire:
            self._wire.send(job)
            threading.Thread(target=self._listen, args=(self._wire, version), daemon=True).start()

    def stop(self) -> None:
        """Ask for the best that was found so far."""
        if self.busy and self._wire:
            self._wire.send(STOP)

    def forget(self) -> None:
        """Forget what was found."""
        if not self.busy:
            self.planning = None

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()

    def _listen(self, wire: Connection, version: int) -> None:
        try:
            while isinstance(told := wire.recv(), Progress):
                self.planning = replace(self.planning or Planning(version), progress=told)
        except (EOFError, OSError):
            told = WgschedError("the planning process has ended")
        now = self.planning or Planning(version)
        self.planning = replace(now, ended=True, result=told)


def _serve(wire: Connection) -> None:
    """Plan what comes over a wire, until it is cut. A terminal's Ctrl-C is for the desk alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jobs: list[PlanRequest] = []
    waiting = threading.Semaphore(0)

    def take(job: PlanRequest) -> None:
        jobs.append(job)
        waiting.release()

    threading.Thread(target=_read, args=(wire, take), daemon=True).start()
    with suppress(Exception):  # the first plan would load the solver anyway
        pass
    while waiting.acquire():
        wire.send(_answer(jobs.pop(), wire.send))


def _read(wire: Connection, take: Callable[[PlanRequest], None]) -> None:
    """Read jobs, and the wish to stop; the process ends with its desk."""
    while True:
        try:
            told = wire.recv()
        except (EOFError, OSError):
            os._exit(0)
        if told == STOP:
            os.kill(os.getpid(), signal.SIGINT)
        else:
            take(told)


def _answer(job: PlanRequest, watcher: Callable[[Progress], None]) -> Result:
    from wgsched.planning import plan

    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        before = programme_from_json(job.published) if job.published else None
        session = session_from(job.content, job.name)
        return plan(session, published=before, on_progress=watcher, nearest=job.nearest)
    except WgschedError as refused:
        return refused
    except KeyboardInterrupt:
        return None
    except Exception as failed:  # the page must not wait for ever
        return WgschedError(f"planning failed: {failed!r}")
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
