"""Repairs that change a meeting, a room, where an item is taken up, or the time of several items at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pendulum import DateTime

from wgsched.model import Ease, Instalment, Meeting, Minutes, Sentence, Session
from wgsched.model.easing import GRAIN as STEP
from wgsched.model.edits import in_forum, with_meeting, with_minutes
from wgsched.model.reading import subject
from wgsched.model.sentence import MANY
from wgsched.planning.why.more_time import FEW, GRAIN, SHORTEST, cost_of_minutes
from wgsched.planning.why.probing import Trials

A_LONGER_MEETING = 120
"""What it costs to let a meeting go on; each minute of it costs one more."""

ANOTHER_FORUM = 400
"""What it costs to take up an item in another forum."""

A_ROOM, ROOMS = 240, 3
"""What it costs to open a room in hours in which it cannot be used, and how many rooms are tried."""


def longer_meetings(session: Session, trials: Trials, parts: Iterable[Instalment]) -> Iterator[Ease]:
    """Let one meeting go on, as short a time as helps, where it is shorter than meetings may be."""
    forums = {forum for part in parts for forum in session.forums_of(part)}
    short = [each for each in session.meetings if each.forum in forums and not each.cancelled and _later(session, each)]
    for meeting in short[-FEW:]:

        def until(closes: DateTime, meeting: Meeting = meeting) -> Session:
            return with_meeting(session, replace(meeting, closes=closes))

        closes = trials.soonest(_later(session, meeting), until)
        if closes is not None:
            sentence = Sentence("repair-longer", meeting=meeting, moment=closes)
            more = (closes - meeting.closes).total_minutes()
            yield Ease(until(closes), sentence, A_LONGER_MEETING + round(more))


def _later(session: Session, meeting: Meeting) -> list[DateTime]:
    """Return until when a meeting could go on: before the next one of its forum, and no longer than meetings may be."""
    following = [each.opens for each in session.meetings_of(meeting.forum) if each.opens >= meeting.closes]
    latest = min([*following, meeting.opens.add(minutes=session.services.longest_meeting)])
    minutes = int((latest - meeting.closes).total_minutes())
    return [meeting.closes.add(minutes=more) for more in range(STEP, minutes + 1, STEP)]


def another_forum(session: Session, trials: Trials, parts: Iterable[Instalment]) -> Iterator[Ease]:
    """Take up one item in a forum that it does not name."""
    items = dict.fromkeys(session.agenda[part.items[0]] for part in parts)
    for item in list(items)[:FEW] if len(session.forums) > 1 else ():
        for forum in session.forums:
            if forum.key not in session.forums_for(item) and session.meetings_of(forum.key):
                edited = in_forum(session, item, forum.key)
                if trials.fits(edited):
                    yield Ease(edited, Sentence("repair-forum", item=item, forum=forum), ANOTHER_FORUM)


def more_rooms(session: Session, trials: Trials) -> Iterator[Ease]:
    """Open one of the rooms that cannot always be used, at all hours."""
    rooms = session.services.rooms
    for room in [room for room in rooms if room.available][:ROOMS]:
        opened = tuple(replace(each, available=()) if each is room else each for each in rooms)
        edited = replace(session, services=replace(session.services, rooms=opened))
        if trials.fits(edited):
            yield Ease(edited, Sentence("repair-room", room=room.key), A_ROOM)


def all_shorter(session: Session, trials: Trials, parts: Sequence[Instalment]) -> Iterator[Ease]:
    """Give several items less time, each the same share less: the largest share that fits."""
    some = sorted((part for part in parts if session.minutes_of(part) > SHORTEST), key=lambda part: part.key)
    if not 2 <= len(some) <= MANY:
        return
    cuts = list(
        dict.fromkeys(tuple(_cut(session.minutes_of(part), share) for part in some) for share in range(95, 0, -5))
    )

    def edited(minutes: Sequence[int]) -> Session:
        return with_minutes(session, {part.key: each for part, each in zip(some, minutes, strict=True)})

    if (minutes := trials.soonest(cuts, edited)) is not None:
        each = zip(some, minutes, strict=True)
        cost = sum(cost_of_minutes(session, part, left) for part, left in zip(some, minutes, strict=True))
        yield Ease(edited(minutes), all_of([_shorter(session, *one) for one in each]), cost)


def _cut(minutes: int, share: int) -> int:
    return max(SHORTEST, minutes * share // 100 // GRAIN * GRAIN)


def _shorter(session: Session, part: Instalment, minutes: int) -> Sentence:
    was = Minutes(session.minutes_of(part))
    return Sentence("repair-shorter", item=subject(session.agenda.items_of(part)), minutes=Minutes(minutes), was=was)


def all_of(sentences: Sequence[Sentence]) -> Sentence:
    """Return the sentence that asks for all of these changes together; for one, that one."""
    last, *before = sentences[::-1]
    for each in before:
        last = Sentence("one-and-others", sentence=each, others=last)
    return Sentence("repair-all", sentences=last) if before else last
