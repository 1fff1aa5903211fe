"""Prints what a changed programme would look like: its annex with the changes marked, its notice, its feeds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wgsched.cli.output import say

if TYPE_CHECKING:
    from pathlib import Path

    from pendulum import DateTime

    from wgsched.model import Programme, Text
    from wgsched.publishing.outlook import OutlookPart


def show_annex(before: Programme, after: Programme) -> None:
    """Print the annex with its changes marked, in the original language or the first complete one."""
    from wgsched.publishing.outlook import annex_outlook

    _show(annex_outlook(before, after))


def show_publication(after: Programme, folder: Path, moment: DateTime, reason: str | Text | None) -> None:
    """Print the notice in each language, and the changes of the page and the changed lines of the feed in one."""
    from wgsched.publishing.outlook import publication_outlook

    parts = list(publication_outlook(after, folder, moment, reason))
    if not parts:
        say("", f"Nothing would change in {folder}.")
    _show(parts)


def _show(parts: Iterable[OutlookPart]) -> None:
    for part in parts:
        say("", f"--- {part.kind}, {part.language}", *part.lines)
