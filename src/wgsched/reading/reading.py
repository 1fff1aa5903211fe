"""Reads papers: carriers give blocks, the grammar reads them, the account keeps what became of each."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from wgsched.errors import BadInput, Fault
from wgsched.files import programme_of_rows, session_from
from wgsched.files.sessions import content_of
from wgsched.model import Programme, Session
from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts
from wgsched.reading.assembly.paper import facts_of
from wgsched.reading.blocks import Paper
from wgsched.reading.carriers import carried
from wgsched.reading.form.filled import read_form
from wgsched.reading.writing.session import session_text


@dataclass(frozen=True)
class Reading:
    """What was read: the text of a session file, and the account with what became of every block of the papers."""

    text: str
    account: Account
    facts: Facts

    @cached_property
    def session(self) -> Session:
        """The session."""
        return session_from(self.text)

    @cached_property
    def programme(self) -> Programme | None:
        """The programme as published, or None where the papers hold none."""
        return programme_of_rows(self.session) if self.session.organization else None


def read_paper(
    *paths: str | os.PathLike[str],
    language: str | None = None,
    year: int | None = None,
    place: str | None = None,
    body: str | None = None,
    days: str | None = None,
) -> Reading:
    """Read papers on one session: an agenda, an annex, a table; what they do not say can be given.

    ``place`` is a known duty station, or the name of a time zone; ``days`` are written as in session files.

    Raises:
        BadInput: a file cannot be read, holds no agenda and no programme, or what must be known is not said.
    """
    if (filled := _form_of(paths)) is not None:
        return filled
    papers = [carried(content_of(path), str(path)) for path in paths]
    return reading_of(papers, language=language, year=year, place=place, body=body, days=days)


def _form_of(paths: Sequence[str | os.PathLike[str]]) -> Reading | None:
    """Return what a form says that was filled in; None where the papers are something else."""
    if len(paths) != 1 or Path(paths[0]).suffix.lower() != ".xlsx":
        return None
    filled = read_form(content_of(paths[0]), str(paths[0]))
    return Reading(*filled) if filled else None


def reading_of(
    papers: Sequence[Paper],
    *,
    language: str | None = None,
    year: int | None = None,
    place: str | None = None,
    body: str | None = None,
    days: str | None = None,
) -> Reading:
    """Return what the blocks of papers say.

    Raises:
        BadInput: they hold no agenda and no programme, or what must be known is not said.
    """
    account = Account()
    facts = facts_of(papers, account, language=language, year=year, place=place, body=body, days=days)
    names = ", ".join(Path(paper.file).name for paper in papers)
    reading = Reading(session_text(facts, account, names), account, facts)
    try:
        _ = reading.session
    except BadInput as bad:
        said = "; ".join(fault.message for fault in bad.faults[:3])
        raise BadInput(Fault(f"does not make a session: {said}", names)) from None
    return reading
