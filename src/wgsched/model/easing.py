"""How a rule can ask a little less: edited sessions, the mildest first, as data that planning tries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from pendulum import DateTime

from wgsched.model.sentence import Sentence
from wgsched.model.session import Session

T = TypeVar("T")

AN_HOUR = 5
"""The cost of moving a moment by an hour of clock time."""

GRAIN = 15
"""A limit can be moved in steps of this many minutes."""


@dataclass(frozen=True)
class Ease:
    """A session that asks less, the sentence that says what to change, and its cost."""

    session: Session
    sentence: Sentence
    cost: int


class Ladder(Sequence[Ease], Generic[T]):
    """Eases step by step, the mildest first; each is made only when it is looked at.

    Each step asks less than the one before. If one step makes a programme possible, so do all later ones.
    """

    def __init__(self, steps: Sequence[T], ease: Callable[[T], Ease]) -> None:
        self._steps, self._ease = steps, ease

    def __len__(self) -> int:
        """Return how many steps there are."""
        return len(self._steps)

    @overload
    def __getitem__(self, place: int) -> Ease: ...

    @overload
    def __getitem__(self, place: slice) -> Ladder[T]: ...

    def __getitem__(self, place: int | slice) -> Ease | Ladder[T]:
        """Return the ease of one step, or the ladder of some."""
        if isinstance(place, slice):
            return Ladder(self._steps[place], self._ease)
        return self._ease(self._steps[place])


def moments(session: Session) -> list[DateTime]:
    """Return the moments of meetings to which a limit can be moved, in order of time."""
    limits: set[DateTime] = set()
    for meeting in session.meetings:
        usable = meeting.usable
        limits.update(usable.opens.add(minutes=each) for each in range(0, usable.minutes, GRAIN))
        limits.add(usable.closes)
    return sorted(limits)


def cost_of_moving(was: DateTime, moment: DateTime) -> int:
    """Return the cost of replacing one moment by another, at least 1."""
    return max(1, round(abs((moment - was).total_seconds()) / 3600 * AN_HOUR))
