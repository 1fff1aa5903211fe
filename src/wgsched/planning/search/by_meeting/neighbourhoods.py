"""Which meetings are planned anew while all others stay: of some hours, or of some forums, as many as can be solved."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import cycle

from wgsched.planning.search.by_meeting.whole_desk import WholeDesk

IDLE = 40
"""After so many that bring nothing, others hardly will."""


class Neighbourhoods:
    """Chooses meetings by chance, the same for the same seed; their number grows while they are soon solved."""

    def __init__(self, whole: WholeDesk, seed: int) -> None:
        hours: dict[object, set[str]] = defaultdict(set)
        forums: dict[str, set[str]] = defaultdict(set)
        for key in whole.taking:
            meeting = whole.session.meeting(key)
            hours[meeting.opens].add(key)
            forums[meeting.forum].add(key)
        self._kinds = [list(hours.values()), list(forums.values())]
        self._sizes = [2.0, max(2.0, len(forums) / 6)]
        self._random = random.Random(seed)  # noqa: S311  (no secret is made of it)
        self._turns, self._kind, self._vain = cycle((0, 1)), 0, 0

    def choose(self) -> set[str]:
        """Return the next meetings, by key: of some hours and of some forums in turn."""
        self._kind = next(self._turns)
        groups = self._kinds[self._kind]
        return set().union(*self._random.sample(groups, min(len(groups), round(self._sizes[self._kind]))))

    def learn(self, *, better: bool, done: bool) -> None:
        """Note what came of the last: whether it was better, and whether nothing in it can be."""
        self._vain = 0 if better else self._vain + 1
        if not better:
            most = len(self._kinds[self._kind])
            self._sizes[self._kind] = min(most, max(2.0, self._sizes[self._kind] * (1.1 if done else 0.95)))

    @property
    def idle(self) -> bool:
        """Whether nothing has been better for a while."""
        return self._vain >= IDLE

    def begin(self) -> None:
        """Count anew what brings nothing."""
        self._vain = 0
