"""What the checker and the score say of the programmes that a page shows, each asked once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from wgsched.checking import Report, Score, check, score
from wgsched.model import Programme

KEPT = 8


@dataclass(frozen=True)
class Judged:
    """A programme, what the checker finds in it, and what it costs."""

    programme: Programme

    @cached_property
    def report(self) -> Report:
        """All that the checker finds."""
        return check(self.programme)

    @cached_property
    def score(self) -> Score:
        """What it costs, line by line."""
        return score(self.programme)


class Judgements:
    """The last programmes that were judged."""

    def __init__(self) -> None:
        self._known: dict[int, Judged] = {}
        self._turn = Lock()  # several requests are answered at once

    def of(self, programme: Programme) -> Judged:
        """Return what is said of a programme."""
        with self._turn:
            judged = self._known.pop(id(programme), None)
            if judged is None or judged.programme is not programme:
                judged = Judged(programme)
            self._known[id(programme)] = judged
            while len(self._known) > KEPT:
                del self._known[next(iter(self._known))]
            return judged
