"""The example sessions, what was published of them, and what we plan."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.cases.durations import PUBLISHED, Piece, pieces, published
from wgsched.files import read_session
from wgsched.model import Consideration, Instalment, Meeting, Programme, Session
from wgsched.model.reading import meetings_of
from wgsched.planning import plan

EXAMPLES = Path(__file__).parents[2] / "examples"
SLUGS = tuple(sorted(path.stem for path in PUBLISHED.glob("*.json")))


@cache
def session_of(slug: str) -> Session:
    """Return an example session."""
    return read_session(EXAMPLES / f"{slug}.yaml")


@cache
def planned(slug: str) -> Programme:
    """Return our programme of an example."""
    return plan(session_of(slug))


@cache
def as_published(slug: str, *, hours: bool = True) -> Programme:
    """Return the programme of an example as it was published: typed rows, with the hours of the equal split or none."""
    session = session_of(slug)
    rows: list[Consideration] = []
    parts: dict[str, int] = {}
    last: dict[str, str] = {}
    for piece in pieces(published(slug)):
        if last.get(piece.forum) != piece.name:
            parts[piece.name] = parts.get(piece.name, 0) + 1
        last[piece.forum] = piece.name
        _add(rows, _row(session, piece, parts[piece.name]))
    if not hours:
        rows = [replace(row, opens=None, closes=None) for row in rows]
    return Programme(session, session.meetings, tuple(rows))


def instalment_of(session: Session, name: str, part: int = 1) -> Instalment:
    """Return the instalment of an item or entry, or of items considered jointly ("II & III")."""
    key = session.agenda[name.split(" & ", maxsplit=1)[0]].key
    own = [each for each in session.agenda.instalments if key in each.items]
    return own[part - 1]


def same_meetings(slug: str) -> tuple[list[Instalment], list[Instalment]]:
    """Return what we take up in exactly the meetings of the published programme, and what we do not."""
    ours, theirs = planned(slug), as_published(slug)
    same: list[Instalment] = []
    other: list[Instalment] = []
    for each in session_of(slug).agenda.instalments:
        keys = [[meeting.key for meeting in meetings_of(programme, each)] for programme in (ours, theirs)]
        (same if keys[0] == keys[1] else other).append(each)
    return same, other


def _row(session: Session, piece: Piece, part: int) -> Consideration:
    meeting = _meeting(session, piece)
    midnight = meeting.opens.start_of("day")
    opens = midnight.set(hour=piece.opens // 60, minute=piece.opens % 60)
    closes = midnight.set(hour=piece.closes // 60, minute=piece.closes % 60)
    return Consideration(instalment_of(session, piece.name, part).key, meeting.key, opens, closes)


def _meeting(session: Session, piece: Piece) -> Meeting:
    for meeting in session.meetings_of(piece.forum):
        opening = meeting.opens.hour * 60 + meeting.opens.minute
        if str(meeting.date) == piece.date and opening <= piece.opens and piece.closes <= opening + meeting.minutes:
            return meeting
    raise LookupError(f"{session.key} has no meeting for {piece}")


def _add(rows: list[Consideration], row: Consideration) -> None:
    """Add a row, or lengthen the last one when it goes on in the same meeting."""
    last = rows[-1] if rows else None
    if last and (last.instalment, last.meeting, last.closes) == (row.instalment, row.meeting, row.opens):
        rows[-1] = replace(last, closes=row.closes)
    else:
        rows.append(row)
