"""What happened to the meetings and events of a programme: cancelled, moved, in another room, in another order."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.checking.comparison import Change, ChangeKind, SubjectKey
from wgsched.model import Event, Meeting, Programme, Sentence

Happening = tuple[ChangeKind, Sentence]


def meetings_changed(before: Programme, after: Programme) -> Iterator[Change]:
    """Yield what happened to the meetings of either programme, in order of time."""
    old, new = ({meeting.key: meeting for meeting in programme.meetings} for programme in (before, after))
    for meeting in sorted({**old, **new}.values(), key=lambda meeting: (meeting.opens, meeting.key)):
        was, now = old.get(meeting.key), new.get(meeting.key)
        held = was is not None and before.takes_place(was), now is not None and after.takes_place(now)
        happened = [*_one_meeting(was, now, *held)]
        if was and now and all(held):
            if (was.basis, was.languages) != (now.basis, now.languages):
                happened.append((ChangeKind.SERVICES, Sentence("meeting-services", meeting=now)))
            happened += _order(before, after, was, now)
        yield from _changes(("meeting", meeting.key), happened, None if now else before)
    yield from _renumbered(before, after)


def events_changed(before: Programme, after: Programme) -> Iterator[Change]:
    """Yield what happened to the events that are shown, in order of time."""
    old, new = ({each.key: each for each in its.session.events if each.shown} for its in (before, after))
    for event in sorted({**old, **new}.values(), key=lambda event: (event.opens, event.key)):
        was, now = old.get(event.key), new.get(event.key)
        if was and now:
            happened = [*moved(was, now), *_room(was, now)]
        elif now:
            happened = [(ChangeKind.ADDED, Sentence("meeting-added", meeting=now))]
        else:
            happened = [(ChangeKind.DROPPED, Sentence("meeting-dropped", meeting=was))]
        yield from _changes(("event", event.key), happened, None if now else before)


def moved(was: Meeting | Event, now: Meeting | Event) -> Iterator[Happening]:
    """Yield how the hours changed: moved if it opens at another time, else closing earlier or later.

    Hours that are an estimate are not announced: what counts are the words in their place.
    """
    words = tuple(each.opening if isinstance(each, Meeting) else None for each in (was, now))
    if any(words):
        if words[0] != words[1]:
            yield ChangeKind.RETIMED, Sentence("meeting-retimed", was=was, now=now)
    elif was.opens != now.opens:
        yield ChangeKind.RETIMED, Sentence("meeting-retimed", was=was, now=now)
    elif was.closes != now.closes:
        code = "meeting-closes-earlier" if now.closes < was.closes else "meeting-closes-later"
        yield ChangeKind.RETIMED, Sentence(code, was=was, now=now)


def _changes(about: SubjectKey, happened: list[Happening], programme: Programme | None) -> Iterator[Change]:
    session = programme.session if programme else None
    yield from (Change(kind, about, sentence, session=session) for kind, sentence in happened)


def _one_meeting(was: Meeting | None, now: Meeting | None, was_held: bool, is_held: bool) -> Iterator[Happening]:  # noqa: FBT001
    """Yield what became of a meeting. One that takes up nothing is as good as none: nobody is told of it."""
    if was_held and not is_held:
        kind = ChangeKind.CANCELLED if now and now.cancelled else ChangeKind.DROPPED
        yield kind, Sentence(f"meeting-{kind}", meeting=was)
    elif is_held and not was_held:
        kind = ChangeKind.REINSTATED if was and was.cancelled else ChangeKind.ADDED
        yield kind, Sentence(f"meeting-{kind}", meeting=now)
    elif was and now and is_held:
        yield from moved(was, now)
        yield from _room(was, now)


def _room(was: Meeting | Event, now: Meeting | Event) -> Iterator[Happening]:
    if was.room != now.room:
        code = "meeting-room" if now.room else "meeting-room-open"
        yield ChangeKind.ROOM, Sentence(code, meeting=now, room=now.room)


def _order(before: Programme, after: Programme, was: Meeting, now: Meeting) -> Iterator[Happening]:
    """Yield that the items which a meeting keeps are in another order; those it gains and loses moved."""
    earlier = list(dict.fromkeys(row.instalment for row in before.rows(was)))
    later = list(dict.fromkeys(row.instalment for row in after.rows(now)))
    if [key for key in earlier if key in later] != [key for key in later if key in earlier]:
        items = tuple(after.session.agenda.items_in(key)[0] for key in later)
        yield ChangeKind.REORDERED, Sentence("meeting-reordered", meeting=now, items=items)


def _renumbered(before: Programme, after: Programme) -> Iterator[Change]:
    """Yield one line for each forum whose meetings have other numbers, from the first of them on."""
    told: set[str] = set()
    old = {meeting.key: before.number(meeting) for meeting in before.meetings}
    for meeting in after.meetings:
        was, now = old.get(meeting.key), after.number(meeting)
        if was and now and was != now and meeting.forum not in told:
            told.add(meeting.forum)
            sentence = Sentence("meetings-renumbered", meeting=meeting)
            yield Change(ChangeKind.RENUMBERED, ("session", meeting.forum), sentence)
