"""Trying edits: does a programme keep all the rules of an edited session?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wgsched.model import Session
from wgsched.planning.model.posting import Demand, demands
from wgsched.planning.why.probing import Probe

T = TypeVar("T")


@dataclass
class Bench:
    """Tries edits, each by a solve; after so many tries everything is refused, so that an answer comes in time."""

    tries: int = 80
    work: float = 1.0

    def fits(self, session: Session, given: Sequence[Demand] | None = None) -> bool:
        """Return whether a programme was found that keeps these demands (by default, all that the session makes)."""
        if self.tries <= 0:
            return False
        self.tries -= 1
        return self._fits(session, given)

    def _fits(self, session: Session, given: Sequence[Demand] | None = None) -> bool:
        probe = Probe(session, work=self.work)
        return probe.fits(demands(session) if given is None else given) and probe.sure

    def first(self, candidates: Iterable[T], edited: Callable[[T], Session]) -> T | None:
        """Return the first candidate with which it fits."""
        return next((each for each in candidates if self.fits(edited(each))), None)

    def soonest(self, candidates: Sequence[T], edited: Callable[[T], Session], near: int = 0) -> T | None:
        """Return the first candidate with which it fits, where with every later one it fits as well.

        What is looked for mostly stands near the beginning, so the steps are small at first. Where it may fit, then not
        fit with up to ``near`` candidates less one, then fit again, those before what was found are tried as well;
        these tries are not counted, so that nothing else goes unsaid for them.
        """
        if not candidates or not self.fits(edited(candidates[-1])):
            return None
        low, high, step = 0, len(candidates) - 1, 1
        while low < high:
            middle = min(low + step - 1, (low + high) // 2)
            if self.fits(edited(candidates[middle])):
                high, step = middle, len(candidates)
            else:
                low, step = middle + 1, 2 * step
        while (sooner := self._sooner(candidates[max(0, high - near) : max(0, high - 1)], edited)) is not None:
            high = max(0, high - near) + sooner
        return candidates[high]

    def _sooner(self, candidates: Sequence[T], edited: Callable[[T], Session]) -> int | None:
        return next((place for place, each in enumerate(candidates) if self._fits(edited(each))), None)
