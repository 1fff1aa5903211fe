"""Edited papers come back into their session: their rows are placed in its meetings, and all else stays."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wgsched.errors import BadInput, Fault
from wgsched.files import programme_of_rows
from wgsched.files.nodes import MappingNode, plain_text
from wgsched.files.programmes import programme_from_json
from wgsched.files.saving import saved_into
from wgsched.files.sessions import content_of, session_from
from wgsched.files.source import read_nodes
from wgsched.model import Programme, Session
from wgsched.reading.account import Account, Fate
from wgsched.reading.assembly.asking import usual_hours
from wgsched.reading.assembly.dating import set_dates
from wgsched.reading.assembly.paper import gathered
from wgsched.reading.assembly.sittings import settle
from wgsched.reading.blocks import Paper
from wgsched.reading.carriers import carried
from wgsched.reading.matching import PaperRows


@dataclass(frozen=True)
class Returned:
    """A session file with the rows of papers: its content before and after, its programme before and after.

    ``account`` says what became of every block of the papers.
    """

    was: bytes
    content: bytes
    before: Programme
    after: Programme
    account: Account


def read_into(*paths: str | os.PathLike[str], session: str | os.PathLike[str], language: str | None = None) -> Returned:
    """Read the rows of edited papers, or of a programme file, back into their session file; nothing is written.

    Rows are placed (``~``); those that were pinned and did not move stay pinned, and so is one with ``!`` before its
    title. Comments, and all else of the file, stay.

    Raises:
        BadInput: a file cannot be read, or a row is of no meeting or item of the session, or could be of several.
    """
    name = str(session)
    content = content_of(session)
    known = session_from(content, name)
    before = programme_of_rows(known, unfinished=True)
    account = Account()
    after = _of_programme(paths, known)
    if after is None:
        papers = [carried(content_of(path), str(path)) for path in paths]
        after = rows_of_papers(papers, before, account, language)
    return Returned(content, saved_into(content, name, after), before, after, account)


def _of_programme(paths: Sequence[str | os.PathLike[str]], session: Session) -> Programme | None:
    """Return the programme of a programme file, whose rows are placed; None where papers are other files."""
    if len(paths) != 1 or not str(paths[0]).lower().endswith(".json"):
        return None
    content, name = content_of(paths[0]), str(paths[0])
    root = read_nodes(content, name)
    if not isinstance(root, MappingNode) or plain_text(root.get("wgsched")) != "programme":
        return None
    programme = programme_from_json(content, name)
    if programme.session.key != session.key:
        raise BadInput(Fault(f"is of the session {programme.session.key!r}, not of {session.key!r}", name))
    return replace(programme, session=replace(programme.session, organization=session.organization))


def rows_of_papers(papers: Sequence[Paper], before: Programme, account: Account, language: str | None) -> Programme:
    """Return the programme with the rows of papers.

    Raises:
        BadInput: all rows that cannot be placed, each with where it stands.
    """
    session = before.session
    facts, words, papers = gathered(papers, account, language=language)
    file = papers[0].file
    set_dates(facts, account, file, year=session.days[0].year)
    settle(facts, words, account, usual_hours(session.place.key or ""), known=True)
    if not facts.sittings:
        raise BadInput(Fault("holds no rows of a programme", file))
    rows = PaperRows(before, facts, words)
    after = rows.programme()
    faults = [Fault(message, f"{file}: {place}" if place else file) for place, message in rows.conflicts]
    faults += [Fault(str(entry), file) for entry in account.of(Fate.REFUSED)]
    if faults:
        raise BadInput(*faults)
    for paper in papers:
        for block in paper.texts():
            account.left_over(block)
    return after
