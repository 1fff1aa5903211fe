"""The night before: a meeting cancelled, moved by hours or to another room, without solving."""

from __future__ import annotations

from dataclasses import dataclass, field

from pendulum import DateTime

from wgsched.editing import cancel as cancel_meeting
from wgsched.editing import hold, retime
from wgsched.editing import room as change_room
from wgsched.errors import BadInput
from wgsched.model import Meeting, Programme


@dataclass(frozen=True)
class Amendment:
    """An amended programme, and the instalments that no meeting takes up any more."""

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
    """Return a programme with one meeting cancelled, restored, in another room, or at other hours.

    A meeting that opens at another hour closes when it was to close unless ``closes`` is given. Items of a cancelled
    meeting are taken up nowhere until the programme is planned again or the meeting is restored; hours of items inside
    a meeting that moves move with it.

    Raises:
        BadInput: nothing is asked for, or the meeting would close before it opens.
        UnknownName: there is no such meeting.
    """
    if not (cancel or restore or room or opens or closes):
        raise BadInput("say what to change: cancel, restore, room, opens or closes")
    amended, key = programme, programme.meeting(meeting).key
    moments = [programme.session.moment(each) if each else None for each in (opens, closes)]
    if any(moments):
        amended = retime(amended, key, *moments).programme
    if room:
        amended = change_room(amended, key, room).programme
    if cancel:
        amended = cancel_meeting(amended, key).programme
    elif restore:
        amended = hold(amended, key).programme
    gone = {row.instalment for row in programme.considerations} - {row.instalment for row in amended.considerations}
    return Amendment(amended, amended.meeting(key), tuple(sorted(gone)))
