"""The files of a published folder, by their paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgsched.publishing.edition import Edition


def site_files(edition: Edition, text: bytes) -> dict[str, bytes]:
    """Return every file of a publication; ``text`` is the programme's own file."""
    found = {"programme.json": text}
    for language in edition.languages:
        calendars = edition.calendars(language)
        for view in edition.views:
            feed = calendars.feed(view)
            found[f"{language}/{view.stem}.ics"] = feed.data
            found[f"{language}/{view.stem}.jcal"] = feed.jcal
    return found
