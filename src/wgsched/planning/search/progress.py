"""What a watcher is told while planning goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Progress:
    """Where planning stands: the cost of the best programme yet (None without one), the proved bound, the seconds.

    ``moved`` is how many items that programme moves to other meetings than were published; None where none were.
    """

    objective: int | None
    bound: int
    seconds: float
    moved: int | None = None


Watcher: TypeAlias = Callable[[Progress], None]
