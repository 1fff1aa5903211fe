"""Phases: items that fill a stretch of the session, such as a general debate of two weeks.

Papers print them by their days alone. How long they take is what the meetings of their forum leave there: beside what
is asked to be taken up there too, and beside what opens the session.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from wgsched.files.building.context import Context
from wgsched.files.meetingnames import MeetingNames
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.agenda import ItemShape
from wgsched.model import Agenda, AgendaItem, Duration, Meeting, Role, Takes, Window

_FIRST = frozenset({Role.OPENING, Role.OFFICERS, Role.AGENDA, Role.ORGANIZATIONAL_MATTERS})

LEAST = 30
"""Minutes that a phase keeps where what comes beside it takes more than expected."""


def with_phases(
    shape: SessionShape, agenda: Agenda, keys: Mapping[Path, str], meetings: MeetingNames, context: Context
) -> Agenda:
    """Return the agenda in which every phase takes what is left of its stretch."""
    given = {keys[path]: (path, each) for path, _, each in shape.blocks() if path in keys}
    filled = dict(_filled(agenda, given, meetings, context))
    return Agenda(tuple(replace(each, takes=filled.get(each.key, each.takes)) for each in agenda)) if filled else agenda


def _filled(
    agenda: Agenda, given: Mapping[str, tuple[Path, ItemShape]], meetings: MeetingNames, context: Context
) -> Iterator[tuple[str, Takes]]:
    usual = meetings.forums[0].key
    for item in agenda:
        path, asked = given[item.key]
        if not asked.fills:
            continue
        if asked.takes or asked.within:
            known = "takes" if asked.takes else "within"
            context.faults.at((*path, "fills"), f"what fills a stretch has no {known!r}", "Leave one of the two out.")
            continue
        windows = _windows(asked.fills, context)
        forum = (*item.forums, usual)[0]
        own = [each for each in meetings.meetings if each.forum == forum and each.sits]
        there = sum(_shared(each, window) for each in own for window in windows)
        length = max((each.minutes for each in own), default=180)
        beside = sum(
            part.expected.in_minutes(length)
            for other in agenda
            if not given[other.key][1].fills and (*other.forums, usual)[0] == forum
            if _is_there(other, given[other.key][1], windows, own, context)
            for part in (other.parts or ((other.takes,) if other.takes else ()))
        )
        if windows and there <= beside:
            context.faults.at((*path, "fills"), f"no meeting of the {forum} has time for it there")
        elif windows:
            minutes = there - beside
            yield item.key, Takes(Duration(minutes), Duration(min(LEAST, minutes)), None, estimate=True)


def _windows(texts: Sequence[str], context: Context) -> list[Window]:
    """Return the stretches; what is wrong with a text is told where the demand itself is read."""
    return [stretch.window for text in texts if (stretch := context.quietly(text))]


def _shared(meeting: Meeting, window: Window) -> int:
    opens, closes = max(meeting.usable.opens, window.opens), min(meeting.usable.closes, window.closes)
    return Window(opens, closes).minutes if opens < closes else 0


def _is_there(
    item: AgendaItem, asked: ItemShape, windows: Sequence[Window], meetings: Sequence[Meeting], context: Context
) -> bool:
    """Return whether an item is asked to be taken up in these stretches, or opens the session there."""
    if item.role in _FIRST:
        return bool(meetings) and any(_shared(meetings[0], window) for window in windows)
    own = _windows((*asked.at, *asked.within), context)
    return bool(own) and all(any(window.holds(each) for window in windows) for each in own)
