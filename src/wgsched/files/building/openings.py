"""When meetings open that have no hour of their own: upon conclusion of an item, after a meeting, or not known yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from wgsched.files.building.context import Context, item_named
from wgsched.files.faults import suggestion
from wgsched.files.grammar import Wrong
from wgsched.files.grammar.days import said
from wgsched.files.meetingnames import MeetingNames
from wgsched.files.shape import SessionShape
from wgsched.files.shape.conference import MeetingShape
from wgsched.model import Agenda, Meeting, Opening

NONE = "none"
"""The word for a meeting that followed something, and has an hour now."""


def opened(shape: SessionShape, names: MeetingNames, agenda: Agenda, context: Context) -> tuple[Meeting, ...]:
    """Return the meetings, those that open upon something else with what that is."""
    openings = dict(_openings(shape, names, agenda, context))
    _tell_circles(openings, names, context)
    return tuple(replace(each, opening=openings.get(each.key)) for each in names.meetings)


def _openings(
    shape: SessionShape, names: MeetingNames, agenda: Agenda, context: Context
) -> Iterator[tuple[str, Opening]]:
    for written, given in shape.meetings.items():
        if given is None or given.follows == NONE or not (given.follows or given.opens):
            continue
        path = ("meetings", written, "follows" if given.follows else "opens")
        if given.follows and given.opens:
            context.faults.at(path, "the meeting follows something, so its time is not to be announced")
        key = given.key or written
        meeting = context.attempt(path[:2], names.one, key, default=None) if context.calendar.days else None
        if meeting:
            opening = context.attempt(path, _opening, given, meeting, names, agenda, default=None)
            if opening:
                yield meeting.key, opening


def _opening(given: MeetingShape, meeting: Meeting, names: MeetingNames, agenda: Agenda) -> Opening:
    """Return what a meeting opens upon.

    Raises:
        Wrong: what it follows is neither an item nor a meeting of that day.
    """
    if not given.follows:
        return Opening()
    try:
        return Opening(item=item_named(given.follows, agenda))
    except Wrong:
        return Opening(meeting=_followed(given.follows, meeting, names).key)


def _followed(text: str, meeting: Meeting, names: MeetingNames) -> Meeting:
    """Return the meeting that a text names, or the last one of the forum that it names, up to a meeting of that day.

    Raises:
        Wrong: there is none.
    """
    forums = {name.lower(): each.key for each in names.forums for name in (each.key, *each.title.values())}
    forum = forums.get(text.strip().lower())
    if forum is None:
        return _named(text, meeting, names, forums)
    earlier = [each for each in names.meetings if each.forum == forum and each.date == meeting.date]
    earlier = [each for each in earlier if each.opens <= meeting.opens and each.key != meeting.key]
    if not earlier:
        raise Wrong(f"{text!r} does not meet before it on {said(meeting.date)}")
    return earlier[-1]


def _named(text: str, meeting: Meeting, names: MeetingNames, forums: Mapping[str, str]) -> Meeting:
    try:
        followed = names.one(text)
    except Wrong as wrong:
        if wrong.message.startswith("there is no meeting") or "could be" not in wrong.message:
            known = suggestion(text, [*forums]) or "Expected for example 9, plenary or plenary Fri am."
            raise Wrong(f"{text!r} is neither an agenda item, a forum nor a meeting", known) from None
        raise
    if followed.key == meeting.key or followed.date != meeting.date or followed.opens > meeting.opens:
        raise Wrong(f"{text!r} is not a meeting that opens before it on the same day")
    return followed


def _tell_circles(openings: Mapping[str, Opening], names: MeetingNames, context: Context) -> None:
    """Tell of meetings that follow each other."""
    for key in openings:
        after = openings[key].meeting
        if after and (other := openings.get(after)) and other.meeting == key and key < after:
            said_of = " and ".join(names.typed(each) for each in names.meetings if each.key in (key, after))
            context.faults.at(("meetings",), f"two meetings follow each other: {said_of}")
