"""What ``publish`` and ``ledger`` say of private feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def restricted_lines(folder: Path) -> list[str]:
    """Return the paths of the restricted feeds of a published folder; nothing where there are none."""
    from wgsched.publishing import restricted_feeds

    paths = restricted_feeds(folder)
    lines = [f"- {view} in {language}: {path}" for (view, language), path in paths.items()]
    return ["Private feeds: only people with the link can read them.", *lines] if lines else []
