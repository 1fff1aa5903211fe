"""What other packages bring: rules and preferences, found by their entry points."""

from __future__ import annotations

import importlib.metadata
from functools import cache
from importlib.metadata import EntryPoint
from typing import Any


def entry_points(*, group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group; those of all groups are read at once, for that takes milliseconds."""
    return tuple(_installed().select(group=group))


@cache
def _installed() -> Any:
    return importlib.metadata.entry_points()
