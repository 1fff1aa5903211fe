"""Feeds for those only who are given their path: the meetings that a team of interpreters serves."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from wgsched.feeds.views import View
from wgsched.model import Language
from wgsched.publishing.disk import said_plainly
from wgsched.publishing.edition import Edition
from wgsched.publishing.folder import UNCHANGED
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.ledger import Ledger, Publication
from wgsched.publishing.restricted import kept_secret, restricted_path


def restricted_feeds(folder: str | os.PathLike[str]) -> dict[tuple[View, Language], str]:
    """Return the paths of the restricted feeds of a published folder, by view and language.

    They stay the same in later publications. Everybody who knows a path can read the feed.

    Raises:
        FolderError: the folder's secret cannot be read or was damaged.
        LedgerError: the ledger was damaged.
    """
    last = Ledger.read(folder).last
    return _paths(Path(folder), last) if last else {}


def restricted_files(folder: Path, edition: Edition) -> dict[str, bytes]:
    """Return the restricted feeds of a publication in the making by their paths.

    Raises:
        FolderError: the folder's secret cannot be made or was damaged.
    """
    files = {}
    for (view, language), path in _paths(folder, edition.draft).items():
        source = edition.site.at(quote(path)) if edition.site else ""
        files[path] = edition.versions[language].calendars.feed(view, source=source).data
    return files


def _paths(folder: Path, publication: Publication) -> dict[tuple[View, Language], str]:
    views = [View.named(name) for name in publication.settings.get("restricted", ())]
    if not views:
        return {}
    with said_plainly(folder, UNCHANGED):
        secret = kept_secret(FolderLayout(folder).secret)
    return {
        (view, language): restricted_path(secret, f"{language}/{view.stem}.ics")
        for view in views
        for language in publication.languages
    }
