"""The night before: a meeting cancelled, moved by hours or to another room, without solving."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wgsched.errors import BadInput
from wgsched.model import Consideration, Meeting, Programme

if TYPE_CHECKING:
    from pendulum import DateTime


@dataclass(frozen=True)
class Amendment:
    """A programme as amended, and what it leaves open: the instalments that no meeting takes up any more."""

    programme: Programme
    meeting: Meeting
    left_over: tuple[str, ...] = field(default=())


def amend(
    programme: Programme,
    meeting: str,
    *,
    cancel: bool = False,
    restore: bool = False,
    room: str | None = None,
    opens: str | DateTime | None = None,
    closes: str | DateTime | None = None,
) -> Amendment:
    """Return a programme with one meeting cancelled, put back, in another room, or at other hours.

    A meeting that opens at another hour keeps its length unless ``closes`` is given. Items of a cancelled meeting are
    taken up nowhere until the programme is planned again; hours of items inside a meeting that moves move with it.

    Raises:
        BadInput: nothing is asked for, or the meeting would close before it opens.
        UnknownName: there is no such meeting.
    """
    if not (cancel or restore or room or opens or closes):
        raise BadInput("say what to change: cancel, restore, room, opens or closes")
    old = programme.meeting(meeting)
    new = _timed(programme, old, opens, closes)
    new = replace(new, room=room or old.room, cancelled=cancel or (old.cancelled and not restore))
    rows = tuple(_moved(row, old, new) for row in programme.considerations if not (cancel and row.meeting == old.key))
    meetings = tuple(sorted((new if each is old else each for each in programme.meetings), key=lambda each: each.opens))
    amended = replace(programme, meetings=meetings, considerations=rows)
    gone = {row.instalment for row in programme.considerations} - {row.instalment for row in rows}
    return Amendment(amended, new, tuple(sorted(gone)))


def _timed(programme: Programme, old: Meeting, opens: str | DateTime | None, closes: str | DateTime | None) -> Meeting:
    opening = programme.session.moment(opens) if opens else old.opens
    closing = programme.session.moment(closes) if closes else opening.add(minutes=old.minutes)
    if closing <= opening:
        raise BadInput(f"the meeting {old.key} would close before it opens")
    return replace(old, opens=opening, closes=closing)


def _moved(row: Consideration, old: Meeting, new: Meeting) -> Consideration:
    if row.meeting != old.key or old.opens == new.opens or not (row.opens and row.closes):
        return row
    shift = new.opens - old.opens
    return replace(row, opens=row.opens + shift, closes=row.closes + shift)
