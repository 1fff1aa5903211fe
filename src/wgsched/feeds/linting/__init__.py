"""The strict linter of calendar files: what would go wrong in some reader, with the section that says so."""

from __future__ import annotations

from wgsched.feeds.linting import octets, structure, subscriptions, times, values, zones  # noqa: F401  # they add kinds
from wgsched.feeds.linting.kind import KINDS, Defect
from wgsched.feeds.linting.source import read

__all__ = ["KINDS", "Defect", "lint"]


def lint(data: bytes) -> list[Defect]:
    """Return all that is wrong in an iCalendar file, in the order of its lines; any octets can be judged."""
    source = read(data)
    return sorted(defect for kind in KINDS for defect in kind.defects(source))
