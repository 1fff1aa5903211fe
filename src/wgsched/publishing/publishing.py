"""Publishing a programme: what subscribers rely on goes on from the ledger, and the folder changes at one moment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pendulum import DateTime

from wgsched.errors import Incomplete
from wgsched.feeds import View
from wgsched.files import programme_to_json
from wgsched.model import Language, Programme, Text
from wgsched.publishing.edition import Edition
from wgsched.publishing.folder import open_folder
from wgsched.publishing.ledger import Ledger, Publication
from wgsched.publishing.notices import notice
from wgsched.publishing.order import PublishingOrder
from wgsched.publishing.pages.cards import changed_cards
from wgsched.publishing.reasons import Reason
from wgsched.publishing.restricted_feeds import restricted_files
from wgsched.publishing.site import site_files


def publish(
    programme: Programme,
    folder: str | os.PathLike[str],
    *,
    moment: str | DateTime,
    reason: Reason | str | Text | None = None,
    records: str | os.PathLike[str] | None = None,
    **more: Any,
) -> Publication:
    """Publish a programme in a folder that any web server can serve, and return the publication.

    The folder holds what delegates may read. The ledger, with the whole programmes, lies in ``records``: by default
    where it lay before, else beside the folder (``site.records``).

    Publishing a draft makes it circulated. ``reason`` is a code or a text per language, and may be left out the first
    time. ``more`` are the other fields of a `PublishingOrder`: ``languages``, ``site`` (the address at which the folder
    is served; with it, feeds and pages name their own), ``papers`` (the formats of the annex), ``restricted`` (private
    feeds, see `restricted_feeds`), ``status``, ``silence_until``, ``cancelled_until``; what is left out stays as it was
    the last time. ``strict`` refuses to leave out a paper that cannot be written.
    A programme that is published already, in the same way, is not published again: nothing is touched. If the folder
    was deleted and its records were not, it is written again as it was.

    Raises:
        BadInput: a later publication has no reason; the reason, status or moment is unknown; the moment is not
            after that of the publication before.
        FolderError: the disk refuses, or somebody else is publishing; what was shown is still shown.
        LedgerError: the ledger was damaged.
        Incomplete: no ``languages`` are given, and titles are missing in a language of the session; or it is
            ``strict``, and some paper cannot be written.
        MissingTitles: a language was asked for in which titles are missing.
    """
    order = PublishingOrder(programme, moment, reason, **more)
    with open_folder(Path(folder), None if records is None else Path(records)) as opened:
        ledger = Ledger(opened.records)
        edition = order.edition(ledger)
        if edition is not None:
            record = ledger.record(edition.publication, edition.text, edition.memory)
        elif opened.revision is None:
            edition = _last_edition(ledger)
            record = {"again": edition.publication.number}
        else:
            return ledger.publications[-1]
        files, left_out = site_files(edition)
        if order.strict and left_out:
            raise Incomplete(left_out)
        opened.publish(files | restricted_files(Path(folder), edition), record, edition.publication.moment)
        return replace(edition.publication, left_out=left_out)


def _last_edition(ledger: Ledger) -> Edition:
    """Return the last publication in the making once more, for a folder that was deleted."""
    last = ledger.publications[-1]
    return Edition(last.programme, ledger.before_last, last, programme_to_json(last.programme))


@dataclass(frozen=True)
class Preview:
    """What a publication would be: its notice in each language, the feeds of the whole programme, and on the page.

    ``page`` are the meetings and events that the page shows as changed, in each language, a line for each change.
    """

    publication: Publication
    notices: Mapping[Language, str]
    feeds: Mapping[Language, bytes]
    page: Mapping[Language, tuple[str, ...]]


def preview(
    programme: Programme,
    folder: str | os.PathLike[str],
    *,
    moment: str | DateTime,
    reason: Reason | str | Text | None = None,
    **more: Any,
) -> Preview | None:
    """Return what `publish` would do, or None when it would touch nothing; nothing is written.

    Raises:
        BadInput, Incomplete, LedgerError, MissingTitles: as `publish`.
    """
    edition = PublishingOrder(programme, moment, reason, **more).edition(Ledger.read(Path(folder)))
    if edition is None:
        return None
    return Preview(
        edition.publication,
        {language: notice(version, version.latest).decode() for language, version in edition.versions.items()},
        {language: version.calendars.feed(View()).data for language, version in edition.versions.items()},
        {language: tuple(changed_cards(version)) for language, version in edition.versions.items()},
    )
