"""What a changed programme would look like: its annex with the changes marked, its notices, its page, its feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from pendulum import DateTime

from wgsched.annexes import annex
from wgsched.languages import complete_languages
from wgsched.model import Language, Programme, Text
from wgsched.publishing.publishing import preview


@dataclass(frozen=True)
class OutlookPart:
    """A part of an outlook in one language: ``annex``, ``notice``, ``page`` or ``feed``."""

    kind: str
    language: Language
    lines: tuple[str, ...]


def annex_outlook(before: Programme, after: Programme) -> Iterator[OutlookPart]:
    """Yield the annex with its changes marked, in the original language or the first complete one."""
    languages, original = complete_languages(after.session), after.session.original
    for language in [original] if original in languages else languages[:1]:
        text = annex(after, language, "changes", since=before).text.rstrip()
        yield OutlookPart("annex", language, tuple(text.split("\n")))


def publication_outlook(
    after: Programme, folder: Path, moment: DateTime, reason: str | Text | None
) -> Iterator[OutlookPart]:
    """Yield the notice in each language, and the changes of the page and of the feed in one; nothing if none changes.

    Raises:
        BadInput, Incomplete, LedgerError, MissingTitles: as `publish`.
    """
    publication = preview(after, folder, moment=moment, reason=reason)
    if publication is None:
        return
    for language, notice in publication.notices.items():
        yield OutlookPart("notice", language, tuple(notice.rstrip().split("\n")))
    original = after.session.original
    language = original if original in publication.feeds else next(iter(publication.feeds))
    yield OutlookPart("page", language, publication.page[language])
    shown = folder / language / "all.ics"
    old = shown.read_bytes() if shown.is_file() else b""
    yield OutlookPart("feed", language, tuple(_different(old, publication.feeds[language])))


def _different(old: bytes, new: bytes) -> Iterator[str]:
    """Yield the removed and the added lines of a feed, unfolded."""
    before, after = (data.replace(b"\r\n ", b"").decode().splitlines() for data in (old, new))
    for line in [*unified_diff(before, after, n=0, lineterm="")][2:]:
        if not line.startswith("@@"):
            yield line
