"""The best programmes beside each other: what each costs, and how it differs from the first."""

from __future__ import annotations

from collections.abc import Sequence

from wgsched.checking import compare, score
from wgsched.cli.counts import counts
from wgsched.cli.output import bullets
from wgsched.model import Programme


def choice(found: Sequence[Programme]) -> list[str]:
    """Return the programmes as lines, each compared with the first in sentences."""
    lines: list[str] = []
    for number, each in enumerate(found, start=1):
        doubt = "" if each.finding.verdict == "best" else ", not proved to be the next best"
        cost = f"is not as wished in: {counts(each)}{doubt}."
        lines.append(f"Alternative {number} {_moves(each)}{cost}")
        if number > 1:
            lines += bullets(str(change) for change in compare(found[0], each).items)
    return lines


def choice_data(found: Sequence[Programme]) -> list[dict[str, object]]:
    """Return the same as data."""
    return [
        {
            "alternative": number,
            "cost": score(each).total,
            "moved": each.finding.moved,
            "verdict": each.finding.verdict.value,
            "changes": [str(change) for change in compare(found[0], each).items],
        }
        for number, each in enumerate(found, start=1)
    ]


def _moves(programme: Programme) -> str:
    """Say how many items change meetings since the published programme; this counts before the cost."""
    moved = programme.finding.moved
    if moved is None:
        return ""
    return f"changes the meetings of {moved} {'item' if moved == 1 else 'items'} that could stay, and "
