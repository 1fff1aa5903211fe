"""Publications one after another, and the edits between them."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.feeds.samples import events
from tests.sessions import at, meeting
from wgsched.files import programme_to_json
from wgsched.model import Body, Consideration, Programme, Status, Text
from wgsched.publishing import Ledger, Publication, Reason, amend, publish
from wgsched.publishing.edition import Edition
from wgsched.publishing.ledger import fingerprint

SETTINGS = {"site": None, "papers": [], "cancelled": True}


def published(folder, programme: Programme, day: int, reason="officers-request", **more) -> Publication:
    """Publish on a day of May at 9 a.m."""
    return publish(programme, folder, moment=at(day, 9), reason=None if day == 1 else reason, papers=(), **more)


def feed_of(site, language="en", view="all"):
    """Return the events of a published feed by UID."""
    return events((site / language / f"{view}.ics").read_bytes())


def moved(programme: Programme, key: str, *, hours: int) -> Programme:
    """Return the programme with a meeting some hours later."""
    old = programme.meeting(key)
    return amend(programme, key, opens=old.opens.add(hours=hours), closes=old.closes.add(hours=hours)).programme


def renamed(programme: Programme, title: str) -> Programme:
    """Return the programme of a body that is called otherwise."""
    return replace(programme, session=replace(programme.session, body=Body(Text(en=title))))


def pressed(records: list[dict], programme: Programme, day: int, *languages: str) -> tuple[list[dict], Edition]:
    """Publish without a folder: return the ledger's records after it, read back as from a file, and the edition."""
    ledger, text, moment = Ledger(records), programme_to_json(programme), at(1, 0).add(days=day)
    mark, why = fingerprint(text), Reason.PROGRESS_OF_WORK
    load = lambda: programme  # noqa: E731
    draft = Publication(len(records) + 1, moment, why, languages, (), SETTINGS, {}, mark, load)
    edition = Edition(programme, ledger, draft, text)
    record = ledger.record(edition.publication, text, edition.memory)
    return [*records, json.loads(json.dumps(record))], edition


# Edits: each takes a programme and two numbers that choose what is edited and how.


def _meeting_edit(programme: Programme, which: int, **more) -> Programme:
    key = programme.meetings[which % len(programme.meetings)].key
    return amend(programme, key, **more).programme if programme.meetings else programme


def move(programme: Programme, which: int, how: int) -> Programme:
    return moved(programme, programme.meetings[which % len(programme.meetings)].key, hours=how % 5 - 2)


def room(programme: Programme, which: int, how: int) -> Programme:
    return _meeting_edit(programme, which, room=f"C{how % 3}")


def cancel(programme: Programme, which: int, _: int) -> Programme:
    return _meeting_edit(programme, which, cancel=True)


def restore(programme: Programme, which: int, _: int) -> Programme:
    return _meeting_edit(programme, which, restore=True)


def remove(programme: Programme, which: int, _: int) -> Programme:
    if len(programme.meetings) == 1:
        return programme
    gone = programme.meetings[which % len(programme.meetings)].key
    meetings = tuple(meeting for meeting in programme.meetings if meeting.key != gone)
    rows = tuple(row for row in programme.considerations if row.meeting != gone)
    session = replace(programme.session, meetings=meetings)
    return replace(programme, session=session, meetings=meetings, considerations=rows)


def add(programme: Programme, which: int, how: int) -> Programme:
    key = f"new-{which % 4}"
    if key in {meeting.key for meeting in programme.meetings}:
        return programme
    meetings = (*programme.meetings, meeting(key, 16 + how % 3, 10, kept=how % 2 == 0))
    return replace(programme, session=replace(programme.session, meetings=meetings), meetings=meetings)


def shift(programme: Programme, which: int, how: int) -> Programme:
    if not programme.considerations:
        return programme
    row = programme.considerations[which % len(programme.considerations)]
    there = programme.meetings[how % len(programme.meetings)].key
    taken = {(each.instalment, each.meeting) for each in programme.considerations}
    if (row.instalment, there) in taken or programme.meeting(there).cancelled:
        return programme
    return _rows(
        programme, [replace(each, meeting=there) if each is row else each for each in programme.considerations]
    )


def drop(programme: Programme, which: int, _: int) -> Programme:
    rows = programme.considerations
    return _rows(programme, [row for place, row in enumerate(rows) if place != which % max(1, len(rows))])


def take_up(programme: Programme, which: int, how: int) -> Programme:
    instalments = programme.session.agenda.instalments
    row = Consideration(
        instalments[which % len(instalments)].key, programme.meetings[how % len(programme.meetings)].key
    )
    taken = {(each.instalment, each.meeting) for each in programme.considerations}
    if (row.instalment, row.meeting) in taken or programme.meeting(row.meeting).cancelled:
        return programme
    return _rows(programme, [*programme.considerations, row])


def rename(programme: Programme, which: int, _: int) -> Programme:
    return renamed(programme, f"Body {which % 3}")


def restate(programme: Programme, which: int, _: int) -> Programme:
    return replace(programme, status=tuple(Status)[1 + which % 4])


def nothing(programme: Programme, _: int, __: int) -> Programme:
    return programme


def _rows(programme: Programme, rows: list[Consideration]) -> Programme:
    order = {meeting.key: place for place, meeting in enumerate(programme.meetings)}
    return replace(programme, considerations=tuple(sorted(rows, key=lambda row: order[row.meeting])))


EDITS = (move, room, cancel, restore, remove, add, shift, drop, take_up, rename, restate, nothing)
