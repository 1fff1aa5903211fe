"""What ``publish`` and ``ledger`` say of feeds that are not for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def restricted_lines(folder: Path) -> list[str]:
    """Return where the restricted feeds of a published folder stand; nothing where there are none."""
    from wgsched.publishing import restricted_feeds

    paths = restricted_feeds(folder)
    lines = [f"- {view} in {language}: {path}" for (view, language), path in paths.items()]
    return ["For those alone who are given the path:", *lines] if lines else []
