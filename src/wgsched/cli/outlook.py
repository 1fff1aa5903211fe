"""What a changed programme would look like: its annex with the changes marked, its notice, its feeds."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

from wgsched.cli.output import say

if TYPE_CHECKING:
    from pathlib import Path

    from pendulum import DateTime

    from wgsched.model import Programme, Text


def show_annex(before: Programme, after: Programme) -> None:
    """Print the annex with its changes marked, in the original language or the first complete one."""
    from wgsched.annexes import annex
    from wgsched.languages import complete_languages

    languages = complete_languages(after.session)
    original = after.session.original
    for language in [original] if original in languages else languages[:1]:
        say("", f"--- annex, {language}", annex(after, language, "changes", since=before).text.rstrip())


def show_publication(after: Programme, folder: Path, moment: DateTime, reason: str | Text | None) -> None:
    """Print the notice in each language, and the changes of the page and the changed lines of the feed in one."""
    from wgsched.publishing import preview

    publication = preview(after, folder, moment=moment, reason=reason)
    if publication is None:
        say("", f"Nothing would change in {folder}.")
        return
    for language, notice in publication.notices.items():
        say("", f"--- notice, {language}", notice.rstrip())
    language = after.session.original if after.session.original in publication.feeds else next(iter(publication.feeds))
    say("", f"--- page, {language}", *publication.page[language])
    shown = folder / language / "all.ics"
    old = shown.read_bytes() if shown.is_file() else b""
    say("", f"--- feed, {language}", *_different(old, publication.feeds[language]))


def _different(old: bytes, new: bytes) -> Iterator[str]:
    """Yield the removed and the added lines of a feed, unfolded."""
    before, after = (data.replace(b"\r\n ", b"").decode().splitlines() for data in (old, new))
    for line in [*unified_diff(before, after, n=0, lineterm="")][2:]:
        if not line.startswith("@@"):
            yield line
