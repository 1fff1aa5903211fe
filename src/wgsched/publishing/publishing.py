"""Publishing a programme: what subscribers rely on goes on from the ledger, and the folder changes at one moment."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wgsched.errors import BadInput
from wgsched.files import programme_to_json
from wgsched.languages import complete_languages
from wgsched.model import Status, Text
from wgsched.publishing.edition import Edition
from wgsched.publishing.folder import open_folder
from wgsched.publishing.ledger import Ledger, Publication, fingerprint
from wgsched.publishing.reasons import Reason
from wgsched.publishing.site import site_files

if TYPE_CHECKING:
    from pendulum import DateTime

    from wgsched.model import Language, Programme

FORM = 1
"""Rises when the files of a folder are made otherwise, so that an unchanged programme is published anew."""


@dataclass(frozen=True)
class Settings:
    """How a folder is published. ``site`` is its public address; ``papers`` the formats of the annex, all when None."""

    site: str | None = None
    papers: tuple[str, ...] | None = None

    @property
    def written(self) -> dict[str, Any]:
        """The settings as the ledger writes them."""
        return {"site": self.site, "papers": None if self.papers is None else list(self.papers), "form": FORM}


def publish(
    programme: Programme,
    folder: str | os.PathLike[str],
    *,
    moment: str | DateTime,
    reason: Reason | str | Text | None = None,
    languages: Iterable[Language] | None = None,
    site: str | None = None,
    papers: Iterable[str] | None = None,
) -> Publication:
    """Publish a programme in a folder that any web server can serve, and return the publication.

    A draft is circulated by being published. ``reason`` is a code or a text per language, and may be left out the first
    time. Without ``languages``, all are published in which no title is missing. ``site`` is the address at which the
    folder is served; with it, feeds and pages name their own addresses. ``papers`` are the formats of the annex.
    A programme that is published already, in the same way, is not published again: nothing is touched.

    Raises:
        BadInput: a later publication without a reason, a reason that is none, or a moment that is none.
        FolderError: the disk refuses, or somebody else is publishing; what was shown is still shown.
        LedgerError: the ledger was damaged.
        MissingTitles: a language was asked for in which titles are missing.
    """
    released = replace(programme, status=Status.CIRCULATED) if programme.status is Status.DRAFT else programme
    chosen = complete_languages(released.session) if languages is None else tuple(languages)
    settings = Settings(site, None if papers is None else tuple(papers)).written
    with open_folder(Path(folder)) as opened:
        ledger = Ledger(opened.records)
        text = programme_to_json(released)
        last, found = ledger.last, fingerprint(text)
        if last and (last.fingerprint, last.languages, last.settings) == (found, chosen, settings):
            return last
        when = released.session.moment(moment)
        draft = Publication(
            len(ledger) + 1, when, _why(reason, last), chosen, (), settings, {}, found, lambda: released
        )
        edition = Edition(released, ledger, draft)
        record = ledger.record(edition.publication, text, edition.memory)
        opened.publish(site_files(edition, text), record, when)
        return edition.publication


def _why(reason: Reason | str | Text | None, last: Publication | None) -> Reason | Text:
    if isinstance(reason, Text):
        return reason
    if reason is None and last is None:
        return Reason.FIRST
    codes = [code.value for code in Reason]
    if reason not in codes:
        raise BadInput(f"a publication needs a reason: {', '.join(codes)}, or a text in each language; not {reason!r}")
    return Reason(reason)
