"""Feeds for those only who are given their path: the meetings that a team of interpreters serves."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from wgsched.feeds.views import View
from wgsched.publishing.disk import said_plainly
from wgsched.publishing.folder import UNCHANGED
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.ledger import Ledger
from wgsched.publishing.restricted import kept_secret, restricted_path

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from wgsched.model import Language
    from wgsched.publishing.edition import Edition
    from wgsched.publishing.ledger import Publication


def restricted_feeds(folder: str | os.PathLike[str]) -> dict[tuple[View, Language], str]:
    """Return the paths in a published folder at which its restricted feeds stand, by view and language.

    They stay from one publication to the next. Whoever knows one can read the feed, so give it to nobody else.

    Raises:
        FolderError: the folder's secret cannot be read or was damaged.
        LedgerError: the ledger was damaged.
    """
    root = Path(folder)
    last = Ledger.read(root).last
    if last is None or "restricted" not in last.settings:
        return {}
    with said_plainly(root, UNCHANGED):
        secret = kept_secret(FolderLayout(root).secret)
    return _paths(last, partial(restricted_path, secret))


def restricted_files(edition: Edition, path: Callable[[str], str]) -> dict[str, bytes]:
    """Return the restricted feeds of a publication in the making; ``path`` makes a path that nobody can guess."""
    return {
        place: edition.versions[language]
        .calendars.feed(view, source=edition.site.at(quote(place)) if edition.site else "")
        .data
        for (view, language), place in _paths(edition.draft, path).items()
    }


def _paths(publication: Publication, path: Callable[[str], str]) -> dict[tuple[View, Language], str]:
    return {
        (view, language): path(f"{language}/{view.stem}.ics")
        for view in map(View.named, publication.settings.get("restricted", ()))
        for language in publication.languages
    }
