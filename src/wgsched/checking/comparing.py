"""How two programmes differ, from the item's side and from the meeting's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from wgsched.checking.comparison import Change, ChangeKind, Comparison
from wgsched.checking.damage import readable
from wgsched.model import Consideration, Fact, Meeting, Programme, Sentence
from wgsched.model.reading import meetings_of, subject

Happening: TypeAlias = tuple[ChangeKind, str, Sentence]
"""A change before the session that words it is known: its kind, the key that it is about, and the sentence."""


def compare(before: Programme, after: Programme) -> Comparison:
    """Return the changes from one programme to another. Meetings and instalments are matched by key."""
    before, after = readable(before), readable(after)
    happenings = (_of_items(before, after), _of_meetings(before, after))
    return Comparison(*(tuple(Change(*each, session=after.session) for each in some) for some in happenings))


def _of_items(before: Programme, after: Programme) -> Iterator[Happening]:
    """Yield what happened to the instalments of either programme, in the later one's agenda order."""
    agendas = [programme.session.agenda for programme in (after, before)]
    known = {each.key: (agenda, each) for agenda in reversed(agendas) for each in agenda.instalments}
    for key in dict.fromkeys(each.key for agenda in agendas for each in agenda.instalments):
        agenda, instalment = known[key]
        item = subject(agenda.items_of(instalment))
        was, now = meetings_of(before, instalment), meetings_of(after, instalment)
        if change := change_of_meetings(item, was, now):
            yield change[0], key, change[1]
        elif retimed := _retimed(item, before.of(instalment), after.of(instalment), after):
            yield ChangeKind.RETIMED, key, retimed
        else:
            for old, new in zip(was, now, strict=True):
                if old.room != new.room:
                    code = "item-room" if new.room else "item-room-open"
                    yield ChangeKind.ROOM, key, Sentence(code, item=item, meeting=new, room=new.room)


def change_of_meetings(
    item: Fact, was: Sequence[Meeting], now: Sequence[Meeting]
) -> tuple[ChangeKind, Sentence] | None:
    """Return how the meetings that take up an item changed; None if they are the same."""
    if now and not was:
        return ChangeKind.ADDED, Sentence("item-added", item=item, meetings=now)
    if was and not now:
        return ChangeKind.DROPPED, Sentence("item-dropped", item=item, meetings=was)
    if [meeting.key for meeting in was] != [meeting.key for meeting in now]:
        return ChangeKind.MOVED, Sentence("item-moved", item=item, was=was, now=now)
    return None


def _retimed(
    item: object, earlier: tuple[Consideration, ...], later: tuple[Consideration, ...], after: Programme
) -> Sentence | None:
    for was, now in zip(earlier, later, strict=False):
        if was.opens and now.opens and was.opens != now.opens:
            goes_on = now is not later[0] or after.continued(now)
            code = "item-continued-otherwise" if goes_on else "item-retimed"
            return Sentence(code, item=item, was=was.opens, now=now.opens)
        if was.closes and now.closes and was.closes != now.closes:
            return Sentence("item-concluded-otherwise", item=item, was=was.closes, now=now.closes)
    return None


def _of_meetings(before: Programme, after: Programme) -> Iterator[Happening]:
    old, new = ({meeting.key: meeting for meeting in programme.meetings} for programme in (before, after))
    for meeting in sorted({**old, **new}.values(), key=lambda meeting: (meeting.opens, meeting.key)):
        was, now = old.get(meeting.key), new.get(meeting.key)
        sentences = [*_one_meeting(was, now)]
        if was and now and was.sits and now.sits:
            sentences += _rows(before, after, was, now)
        yield from ((kind, meeting.key, sentence) for kind, sentence in sentences)


def _one_meeting(was: Meeting | None, now: Meeting | None) -> Iterator[tuple[ChangeKind, Sentence]]:
    if now and now.cancelled and not (was and was.cancelled):
        yield ChangeKind.CANCELLED, Sentence("meeting-cancelled", meeting=now)
    elif now and now.sits and not (was and was.sits):
        kind = ChangeKind.REINSTATED if was and was.cancelled else ChangeKind.ADDED
        yield kind, Sentence(f"meeting-{kind}", meeting=now)
    elif was and was.sits and not (now and now.sits):
        yield ChangeKind.DROPPED, Sentence("meeting-dropped", meeting=was)
    elif was and now and now.sits:
        if _hours(was) != _hours(now):
            yield ChangeKind.RETIMED, Sentence("meeting-retimed", was=was, now=now)
        if was.room != now.room:
            code = "meeting-room" if now.room else "meeting-room-open"
            yield ChangeKind.ROOM, Sentence(code, meeting=now, room=now.room)


def _hours(meeting: Meeting) -> object:
    """Return when a meeting sits, as it is announced: an estimate is not."""
    return meeting.opening or (meeting.opens, meeting.closes)


def _rows(before: Programme, after: Programme, was: Meeting, now: Meeting) -> Iterator[tuple[ChangeKind, Sentence]]:
    earlier = list(dict.fromkeys(row.instalment for row in before.rows(was)))
    later = list(dict.fromkeys(row.instalment for row in after.rows(now)))
    named = {
        each.key: programme.session.agenda[each.items[0]]
        for programme in (before, after)
        for each in programme.session.agenda.instalments
    }
    if gained := tuple(named[key] for key in later if key not in earlier):
        yield ChangeKind.ADDED, Sentence("meeting-gains", meeting=now, items=gained)
    if lost := tuple(named[key] for key in earlier if key not in later):
        yield ChangeKind.DROPPED, Sentence("meeting-loses", meeting=now, items=lost)
    kept = [key for key in earlier if key in later]
    if kept != [key for key in later if key in earlier]:
        items = tuple(named[key] for key in later)
        yield ChangeKind.REORDERED, Sentence("meeting-reordered", meeting=now, items=items)
