"""What rules read from the rows of a programme, beyond when an item was opened and concluded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from operator import attrgetter

from pendulum import DateTime

from wgsched.model.conference import Meeting
from wgsched.model.considerations import Consideration
from wgsched.model.events import Participant
from wgsched.model.gate import instant
from wgsched.model.items import AgendaItem, Instalment, Unit
from wgsched.model.programme import Programme
from wgsched.model.sentence import Fact, Sentence
from wgsched.model.session import Session
from wgsched.model.time import Limits, Window
from wgsched.model.when import latest


def whole_span(session: Session) -> Window:
    """Return from when to when a session can meet, its last meeting included."""
    return Window(session.span.opens, max([session.span.closes, *(meeting.closes for meeting in session.meetings)]))


def every(answers: Iterable[bool | None]) -> bool | None:
    """Return False if one answer is no, else None if one is unknown, else True."""
    distinct = set(answers)
    if False in distinct:
        return False
    return None if None in distinct else True


def planned(session: Session) -> Iterator[tuple[Instalment, tuple[AgendaItem, ...]]]:
    """Yield each instalment with its items, in agenda order."""
    for instalment in session.agenda.instalments:
        yield instalment, session.agenda.items_of(instalment)


def has_begun(session: Session, name: str, begun: Collection[str]) -> bool:
    """Return whether an item, by number or key, has been opened; ``begun`` are the opened instalments, by key."""
    if name not in session.agenda:
        return False
    return any(each.key in begun for each in session.agenda.instalments_of(session.agenda[name])[:1])


def subject(items: tuple[AgendaItem, ...]) -> Fact:
    """Return the subject of a sentence: the item, or all items considered jointly."""
    return items[0] if len(items) == 1 else items


def left_out(programme: Programme) -> Iterator[tuple[AgendaItem, Sentence]]:
    """Yield the items that are left out, in agenda order, each with the sentence that says why."""
    reasons = {each.item: each.reason for each in programme.left_out}
    for item in programme.session.agenda:
        if item.left_out:
            yield item, Sentence("left-out-said", item=item, why=item.left_out)
            continue
        lead = item.jointly or item.key  # what is considered jointly is left out together
        if lead in reasons and programme.spares(item):
            priority = programme.session.agenda[lead].priority
            yield item, Sentence(f"left-out-{reasons[lead]}", item=item, priority=priority)


def minutes_of(rows: Iterable[Consideration]) -> int | None:
    """Return the minutes of these rows together; None if the hours of a row are unknown."""
    total = 0
    for row in rows:
        if row.window is None:
            return None
        total += row.window.minutes
    return total


def meetings_of(programme: Programme, unit: Unit) -> tuple[Meeting, ...]:
    """Return the meetings in which a unit is taken up, in order of time."""
    return tuple(dict.fromkeys(programme.meeting(row.meeting) for row in programme.of(unit)))


def further_meetings(programme: Programme, unit: Unit) -> int:
    """Return in how many meetings after the first a unit is taken up."""
    return max(0, len({row.meeting for row in programme.of(unit)}) - 1)


def fits_one_meeting(programme: Programme, instalment: Instalment) -> bool:
    """Return whether one meeting that is not cancelled, of the forums that take an instalment up, could hold it."""
    rows = programme.of(instalment)
    forums = {programme.meeting(row.meeting).forum for row in rows}
    lengths = (each.usable.minutes for each in programme.meetings if each.forum in forums and not each.cancelled)
    minutes = minutes_of(rows)
    needed = programme.session.minutes_of(instalment) if minutes is None else minutes
    return needed <= max(lengths, default=0)


def with_rows(programme: Programme, meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Return those of these meetings that take up something, or really did, as the programme holds them."""
    busy = programme.with_rows
    return tuple(busy[meeting.key] for meeting in meetings if meeting.key in busy)


def reversed_order(programme: Programme, earlier: Unit, later: Unit) -> Sentence:
    """Return the sentence that says in which meeting the later of two is opened, and the earlier concluded."""
    opened, concluded = programme.of(later)[0], programme.of(earlier)[-1]
    return Sentence(
        "found-order",
        item=subject(programme.items(opened)),
        meeting=programme.meeting(opened.meeting),
        after=subject(programme.items(concluded)),
        other=programme.meeting(concluded.meeting),
    )


def taken_up(programme: Programme, units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units that have a row. `WholeTime` reports the others."""
    return (unit for unit in units if programme.of(unit))


def inside(programme: Programme, row: Consideration, windows: Collection[Limits]) -> bool | None:
    """Return whether a row lies wholly in one of these windows; None if its hours are needed and unknown."""
    if row.window is not None:
        return any(window.holds(row.window) for window in windows)
    whole = programme.meeting(row.meeting).window
    if any(window.holds(whole) for window in windows):
        return True
    return None if any(window.meets(whole) for window in windows) else False


def apart(programme: Programme, first: Consideration, second: Consideration) -> bool | None:
    """Return whether two rows share no time; None when hours are needed to tell."""
    if first.window is not None and second.window is not None:
        return not first.window.meets(second.window)
    meetings = programme.meeting(first.meeting), programme.meeting(second.meeting)
    if meetings[0].forum == meetings[1].forum or not meetings[0].window.meets(meetings[1].window):
        return True
    return None


def counted(programme: Programme, forum: str) -> tuple[Meeting, ...]:
    """Return the meetings of a forum whose time counts, in order of time.

    A cancelled meeting does not, nor one that a joint meeting displaces, nor an optional one without rows.
    """
    joint = {each.key for each in programme.session.forums if forum in each.joins}
    taking = [each for each in programme.meetings if each.forum in joint and programme.rows(each) and each.sits]
    return tuple(
        each
        for each in programme.meetings
        if each.forum == forum
        and not each.cancelled
        and (
            programme.rows(each)
            or (each.sits and not each.optional and not any(each.window.meets(other.window) for other in taking))
        )
    )


def meetings_between(programme: Programme, row: Consideration, following: Consideration) -> int:
    """Return how many meetings whose time counts lie between two rows of a forum; none between two forums."""
    first, second = programme.meeting(row.meeting), programme.meeting(following.meeting)
    if first.forum != second.forum:
        return 0
    return sum(first.opens < each.opens < second.opens for each in counted(programme, first.forum))


def goes_on(
    programme: Programme, row: Consideration, following: Consideration, around: Mapping[str, Window] | None = None
) -> bool | None:
    """Return whether a row follows another in their forum with nothing, and no time free, between them.

    ``around`` are instalments, by key, that may stand between, each at its hours. None when the order of rows allows it
    but hours are needed to tell.
    """
    meeting, resumed = programme.meeting(row.meeting), programme.meeting(following.meeting)
    sat = [each for each in counted(programme, meeting.forum) if meeting.opens <= each.opens <= resumed.opens]
    if meeting.forum != resumed.forum or meeting not in sat or resumed not in sat:
        return False
    rows = [each for one in sat for each in programme.rows(one)]
    first, last = (next(place for place, each in enumerate(rows) if each is end) for end in (row, following))
    run = rows[first : last + 1]
    known = around or {}
    between = [each for each in run[1:-1] if each.instalment != row.instalment]
    if not run or any(each.instalment not in known for each in between):
        return False
    at_its_hours = (None if each.window is None else each.window == known[each.instalment] for each in between)
    return every((*at_its_hours, *(_adjoin(programme, sat, *pair) for pair in pairwise(run))))


def _adjoin(programme: Programme, sat: list[Meeting], row: Consideration, following: Consideration) -> bool | None:
    meeting, resumed = programme.meeting(row.meeting), programme.meeting(following.meeting)
    if meeting.key == resumed.key:
        if row.closes is None or following.opens is None:
            return None
        return instant(row.closes) == instant(following.opens)
    if sat.index(resumed) - sat.index(meeting) > 1:
        return False
    if row.closes is None or following.opens is None:
        return None
    ended = instant(row.closes) == instant(meeting.usable.closes)
    return ended and instant(following.opens) == instant(resumed.opens)


def awaited(programme: Programme, meeting: Meeting) -> tuple[Consideration, ...]:
    """Return the rows upon whose conclusion a meeting opens: of the item, or of the meeting, that it follows."""
    opening, session = meeting.opening, programme.session
    if opening and opening.item and opening.item in session.agenda:
        return programme.of(session.agenda[opening.item])
    followed = [each for each in programme.meetings if opening and each.key == opening.meeting and each.sits]
    return tuple(row for each in followed for row in programme.rows(each))


def awaited_until(programme: Programme, meeting: Meeting) -> DateTime | None:
    """Return the moment at which a meeting can open: its hour, or the conclusion of what it follows if that is later.

    None where the hours of what it follows are not known.
    """
    return latest([meeting.opens, *(row.closes for row in awaited(programme, meeting))])


def sitting(programme: Programme, meeting: Meeting) -> Window:
    """Return from when to when a meeting sits; of one that opens upon something else, as far as can be estimated.

    It closes at its hour, unless what it follows is not concluded by then: it then keeps its length.
    """
    opens = awaited_until(programme, meeting) if meeting.opening else None
    if opens is None or opens == meeting.opens:
        return meeting.window
    late = instant(opens) >= instant(meeting.closes)
    return Window(opens, opens.add(minutes=meeting.minutes) if late else meeting.closes)


def named(programme: Programme, row: Consideration) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return those who present the items of a row and those who chair them, of the people whose names are printed.

    Those who chair all that its forum takes up are not among them, unless this forum alone meets and is not named.
    """
    printed = tuple(filter(attrgetter("printed"), programme.session.participants))
    if not printed:
        return (), ()
    keys = {item.key for item in programme.items(row)}
    forum = programme.meeting(row.meeting).forum
    tracks = [each for each in printed if forum in each.tracks]
    beside = () if not tracks or _several_meet(programme) else tracks
    return (
        tuple(each for each in printed if not keys.isdisjoint(each.items)),
        tuple(each for each in printed if not keys.isdisjoint(each.chairs) or each in beside),
    )


def chairs_of(programme: Programme, forum: str) -> tuple[Participant, ...]:
    """Return those who chair all that a forum takes up, to name them where it is named, if their names are printed."""
    printed = filter(attrgetter("printed"), programme.session.participants)
    tracks = tuple([each for each in printed if forum in each.tracks])
    return tracks if tracks and _several_meet(programme) else ()


def speakers(programme: Programme, row: Consideration) -> tuple[Participant, ...]:
    """Return those whom papers name for a row: who presents its items, who chairs them, who chairs all of its forum."""
    if not programme.session.participants:
        return ()
    presenting, chairing = named(programme, row)
    forum = chairs_of(programme, programme.meeting(row.meeting).forum)
    return tuple(dict.fromkeys((*presenting, *chairing, *forum)))


def _several_meet(programme: Programme) -> bool:
    """Return whether more forums than one meet."""
    return len({each.forum for each in programme.meetings if programme.takes_place(each)}) > 1


def concerns(programme: Programme, participant: Participant, row: Consideration) -> bool:
    """Return whether a participant presents, chairs or would like to attend an item of a row, or chairs its forum."""
    theirs = {*participant.items, *participant.chairs, *participant.attends}
    forum = programme.meeting(row.meeting).forum
    return forum in participant.tracks or any(item.key in theirs for item in programme.items(row))
