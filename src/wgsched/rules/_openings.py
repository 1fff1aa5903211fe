"""Which meetings open upon conclusion of an item, because what they take up first does."""

from __future__ import annotations

from dataclasses import replace

from wgsched.model import Meeting, Opening, Programme
from wgsched.model.gate import instant
from wgsched.rules.upon_conclusion import UponConclusion


def with_openings(programme: Programme) -> Programme:
    """Return a programme whose meetings say upon what they open: as the session says, else as their first items do.

    Committees that meet "upon conclusion of item 9 in plenary" have no hour of their own.
    """
    known = {meeting.key: meeting for meeting in programme.session.meetings}
    meetings = tuple(_opened(programme, each, known.get(each.key, each)) for each in programme.meetings)
    return programme if meetings == programme.meetings else replace(programme, meetings=meetings)


def _opened(programme: Programme, meeting: Meeting, given: Meeting) -> Meeting:
    if given.window != meeting.window:
        return meeting  # it was given an hour since
    opening = given.opening or _upon(programme, meeting)
    return meeting if opening == meeting.opening else replace(meeting, opening=opening)


def _upon(programme: Programme, meeting: Meeting) -> Opening | None:
    """Return the item of another forum upon whose conclusion a meeting opens, while its hours have begun."""
    rows, agenda = programme.rows(meeting), programme.session.agenda
    first = {item.key for item in programme.items(rows[0])} if rows else set()
    for rule in programme.session.rules:
        if not isinstance(rule, UponConclusion) or rule.item not in agenda or rule.after not in agenda:
            continue
        item, after = agenda[rule.item], agenda[rule.after]
        if item.key in first and programme.of(item)[0] == rows[0] and (followed := programme.of(after)):
            last = programme.meeting(followed[-1].meeting)
            concluded = followed[-1].closes or last.closes
            if last.forum != meeting.forum and instant(meeting.opens) < instant(concluded) < instant(meeting.closes):
                return Opening(item=after.key)
            if last.forum != meeting.forum and followed[-1].closes is None and last.window.meets(meeting.window):
                return Opening(item=after.key)
    return None
