"""A programme published again and again, and what a delegate's calendar must show after each publication.

What is expected is written here by hand, and never read from a feed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.feeds.samples import EXAMPLE, whole
from tests.sessions import at, meeting
from wgsched.files.sessions import session_from
from wgsched.model import Consideration, Programme, Room, Session, Status, Text
from wgsched.planning import plan
from wgsched.publishing import amend

HOST = "cac-cosp-wg-2-2009-1.wgsched"
FIRST, SECOND, THIRD, FOURTH = (f"plenary-2009-05-{each}" for each in ("14-am", "14-pm", "15-am", "15-pm"))
NIGHT = "night"

BODIES = {"en": "Working Group on Asset Recovery", "zh": "资产追回工作组"}
PLACES = {"en": "Vienna", "zh": "维也纳"}
ROOMS = {
    None: {"en": "Room to be announced", "zh": "会议室待定"},
    "C1": {"en": "Room C1", "zh": "C1会议室"},
    "C2": {"en": "Room C2", "zh": "C2会议室"},
}
SUMMARIES = {"en": ("{}: {}", ", ", "{} (continued)", "Cancelled: {}"), "zh": ("{}：{}", "、", "{}（续）", "取消：{}")}
LABELS = {"1a": "1 (a)", "1b": "1 (b)", "2a": "2 (a)", "2b": "2 (b)", "2c": "2 (c)", "3": "3"}
OLD_TITLE = {"en": "Building confidence and trust", "zh": "建立信心和信任"}
NEW_TITLE = {"en": "Confidence-building; trust, and “all that”", "zh": "建立信任；以及“其他”，等等"}
TITLES = (OLD_TITLE, NEW_TITLE)


@dataclass(frozen=True)
class Sitting:
    """A meeting as a calendar shows it: hours in May 2009 in Vienna, and which part of which items is taken up."""

    key: str
    day: int
    opens: tuple[int, int]
    closes: tuple[int, int]
    items: tuple[tuple[str, int], ...]
    room: str | None = None
    cancelled: bool = False


@dataclass(frozen=True)
class State:
    """What the calendars show: the sittings, the title of item 2 (b), and whether the programme is adopted.

    ``span`` are the first day of the session and the day after its last.
    """

    sittings: dict[str, Sitting]
    title: dict[str, str]
    adopted: bool = False
    span: tuple[str, str] = ("20090514", "20090516")

    def but(self, key: str, **more: object) -> State:
        """Return the state with one sitting different, or new."""
        return replace(self, sittings={**self.sittings, key: replace(self.sittings[key], **more)})


@dataclass(frozen=True)
class Step:
    """One publication: what was done, the programme, and what calendars then show."""

    name: str
    programme: Programme
    state: State


PUBLISHED = State(
    {
        FIRST: Sitting(FIRST, 14, (10, 0), (13, 0), (("1a", 1), ("1b", 1), ("2a", 1))),
        SECOND: Sitting(SECOND, 14, (15, 0), (18, 0), (("2a", 2), ("2b", 1))),
        THIRD: Sitting(THIRD, 15, (10, 0), (13, 0), (("2b", 2),)),
        FOURTH: Sitting(FOURTH, 15, (15, 0), (18, 0), (("2c", 1), ("3", 1))),
    },
    OLD_TITLE,
)


def steps() -> list[Step]:
    """Return the publications in order; each is made from the one before."""
    first = replace(whole(), session=_with_rooms(whole().session))
    story = [Step("published", first, PUBLISHED)]

    def then(name: str, programme: Programme, state: State) -> None:
        story.append(Step(name, programme, state))

    night = Sitting(NIGHT, 15, (19, 0), (21, 0), (("2c", 2),))
    added = replace(PUBLISHED, sittings={**PUBLISHED.sittings, NIGHT: night})
    then("a meeting added", _with_night(first), added)
    programme = amend(story[-1].programme, THIRD, opens=at(14, 19)).programme
    then("a meeting moved", programme, added.but(THIRD, day=14, opens=(19, 0), closes=(22, 0)))
    programme = amend(programme, SECOND, room="C1").programme
    then("a room announced", programme, story[-1].state.but(SECOND, room="C1"))
    programme = amend(programme, SECOND, room="C2").programme
    then("another room", programme, story[-1].state.but(SECOND, room="C2"))
    programme = _with_1b_in_the_second(programme)
    then("an item moved", programme, _state_with_1b_in_the_second(story[-1].state))
    programme = _renamed(programme)
    then("an item renamed", programme, replace(story[-1].state, title=NEW_TITLE))
    then(
        "a meeting cancelled",
        amend(programme, THIRD, cancel=True).programme,
        story[-1].state.but(THIRD, cancelled=True),
    )
    then("held after all", programme, story[-1].state.but(THIRD, cancelled=False))
    programme = _without_night(programme)
    then("a meeting removed", programme, story[-1].state.but(NIGHT, cancelled=True))
    then("adopted", replace(programme, status=Status.ADOPTED), replace(story[-1].state, adopted=True))
    return story


def postponed() -> list[Step]:
    """Return two publications: the second is planned again from the session file, whose second day is put off."""
    first = replace(whole(), session=_with_rooms(whole().session))
    text = EXAMPLE.read_text("utf-8").replace("Thu 14 - Fri 15 May 2009", "Thu 14 May 2009, Mon 18 May 2009")
    later = plan(_with_rooms(session_from(text, EXAMPLE.name)), published=first)
    state = replace(PUBLISHED.but(THIRD, day=18).but(FOURTH, day=18), span=("20090514", "20090519"))
    return [Step("published", first, PUBLISHED), Step("a day postponed", later, state)]


def _with_rooms(session: Session) -> Session:
    return replace(session, services=replace(session.services, rooms=(Room("C1"), Room("C2"))))


def _with_night(programme: Programme) -> Programme:
    meetings = (*programme.meetings, meeting(NIGHT, 15, 19, 120))
    rows = (*programme.considerations, Consideration("2c", NIGHT))
    session = replace(programme.session, meetings=meetings)
    return replace(programme, session=session, meetings=meetings, considerations=rows)


def _with_1b_in_the_second(programme: Programme) -> Programme:
    rows = (replace(row, meeting=SECOND) if row.instalment == "1b" else row for row in programme.considerations)
    return replace(programme, considerations=tuple(rows))


def _state_with_1b_in_the_second(state: State) -> State:
    without = state.but(FIRST, items=(("1a", 1), ("2a", 1)))
    return without.but(SECOND, items=(("1b", 1), ("2a", 2), ("2b", 1)))


def _without_night(programme: Programme) -> Programme:
    meetings = tuple(each for each in programme.meetings if each.key != NIGHT)
    rows = tuple(row for row in programme.considerations if row.meeting != NIGHT)
    session = replace(programme.session, meetings=tuple(m for m in programme.session.meetings if m.key != NIGHT))
    return replace(programme, session=session, meetings=meetings, considerations=rows)


def _renamed(programme: Programme) -> Programme:
    agenda = programme.session.agenda
    items = tuple(
        replace(item, title=Text({**item.title, **NEW_TITLE})) if item.key == "2b" else item for item in agenda
    )
    session = replace(programme.session, agenda=replace(agenda, items=items))
    return replace(programme, session=session)
