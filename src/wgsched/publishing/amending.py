"""The night before: a meeting cancelled, moved by hours or to another room, without solving."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from wgsched.errors import BadInput
from wgsched.model import Consideration, Meeting, Programme
from wgsched.model.gate import instant

if TYPE_CHECKING:
    from pendulum import DateTime


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

    A meeting that opens at another hour keeps its length unless ``closes`` is given. Items of a cancelled meeting are
    taken up nowhere until the programme is planned again; hours of items inside a meeting that moves move with it.

    Raises:
        BadInput: nothing is asked for, or the meeting would close before it opens.
        UnknownName: there is no such meeting.
    """
    if not (cancel or restore or room or opens or closes):
        raise BadInput("say what to change: cancel, restore, room, opens or closes")
    old = programme.meeting(meeting)
    opening = programme.session.moment(opens) if opens else old.opens
    closing = programme.session.moment(closes) if closes else opening.add(minutes=old.minutes)
    if instant(closing) <= instant(opening):
        raise BadInput(f"the meeting {old.key} would close before it opens")
    cancelled = cancel or (old.cancelled and not restore)
    new = replace(old, opens=opening, closes=closing, room=room or old.room, cancelled=cancelled)
    rows = tuple(_moved(row, old, new) for row in programme.considerations if not (cancel and row.meeting == old.key))
    amended = replace(
        programme,
        meetings=tuple(new if each is old else each for each in programme.meetings),
        considerations=rows,
    )
    gone = {row.instalment for row in programme.considerations} - {row.instalment for row in rows}
    return Amendment(amended, new, tuple(sorted(gone)))


def _moved(row: Consideration, old: Meeting, new: Meeting) -> Consideration:
    shift = instant(new.opens) - instant(old.opens)
    if row.meeting != old.key or not shift or not (row.opens and row.closes):
        return row
    return replace(row, opens=row.opens.add(seconds=shift), closes=row.closes.add(seconds=shift))
