"""What planning makes as small as it can: changes first, then what the preferences cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wgsched.planning.changes import changes
from wgsched.planning.measures import largest

if TYPE_CHECKING:
    from wgsched.planning.desk import Desk
    from wgsched.planning.places import Expression
    from wgsched.planning.replanning import Task


@dataclass(frozen=True)
class Aim:
    """What is minimized: ``whole`` holds changes, each unit of which is dearer than all that preferences can cost.

    ``factor`` is that price, and ``moved`` how many units an item that changes meetings counts; both are None where
    no programme is changed.
    """

    whole: Expression
    cost: Expression
    factor: int | None = None
    moved: int | None = None


def aim_of(desk: Desk, cost: Expression, asked: Task) -> Aim:
    """Return what is minimized for a task."""
    if asked.published is None:
        return Aim(cost, cost)
    both, moved = changes(desk, asked.published, asked.now).both
    factor = largest(cost) + 1
    return Aim(both * factor + cost, cost, factor, moved)
