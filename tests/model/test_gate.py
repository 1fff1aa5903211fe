"""What enters the model is in order and on the clock of the place, or is refused in the words of the file reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pendulum
import pytest
from tests.sessions import at, item, meeting, session

from wgsched.checking import check
from wgsched.errors import BadInput
from wgsched.files import programme_from_json, programme_to_json
from wgsched.model import (
    Actual,
    Agenda,
    AgendaItem,
    ConferenceServices,
    Consideration,
    Duration,
    Event,
    Forum,
    InterpretationTeam,
    Meeting,
    Outcome,
    Participant,
    Period,
    Place,
    Programme,
    Room,
    Session,
    Takes,
    Text,
    Window,
)
from wgsched.planning import plan
from wgsched.rules import ConcludedBy, NotBefore

NAIVE = pendulum.naive(2009, 5, 14, 10)
PLACE = Place("vienna", Text(en="Vienna"), "Europe/Vienna")


def with_meetings(*meetings: Meeting, **more: object) -> Session:
    return session(item("1", 30), meetings=meetings, **more)


REFUSED: dict[str, tuple[Callable[[], object], list[str]]] = {
    "negative minutes": (
        lambda: Duration(-30),
        ["minutes: '-30 min' is not between one minute and sixty days"],
    ),
    "half a minute": (lambda: Duration(1.5), ["minutes: 1.5 is not a whole number of minutes"]),  # type: ignore[arg-type]
    "the least above the expected": (
        lambda: Takes(Duration(30), least=Duration(60)),
        ["the expected time is not between the least and the most"],
    ),
    "the most below the expected": (
        lambda: Takes(Duration(30), most=Duration(20)),
        ["the expected time is not between the least and the most"],
    ),
    "minutes where a length of time belongs": (
        lambda: AgendaItem("1", takes=30),  # type: ignore[arg-type]
        ["takes.0: 30 is no length of time"],
    ),
    "an hour without a length": (
        lambda: Period("am", pendulum.time(10), pendulum.time(10)),
        ["closes: 'am' opens when it closes"],
    ),
    "a meeting backwards": (
        lambda: Meeting("m", "plenary", at(14, 10), at(14, 9)),
        ["closes: the meeting closes before it opens"],
    ),
    "a reserve as long as the meeting": (
        lambda: meeting("m", 14, 10, 60, reserve=60),
        ["reserve: the reserve leaves no time for items"],
    ),
    "a meeting without a zone": (
        lambda: Meeting("m", "plenary", NAIVE, NAIVE.add(hours=3)),
        [
            "opens: 2009-05-14 10:00 has no time zone. "
            'Name the zone, as in pendulum.datetime(2009, 5, 14, 10, tz="Europe/Vienna").'
        ],
    ),
    "a row without a zone": (
        lambda: Consideration("1", "m", NAIVE),
        [
            "opens: 2009-05-14 10:00 has no time zone. "
            'Name the zone, as in pendulum.datetime(2009, 5, 14, 10, tz="Europe/Vienna").'
        ],
    ),
    "a text for a moment": (
        lambda: Actual("1", "m", Outcome.CONCLUDED, "2009-05-14 10:00"),  # type: ignore[arg-type]
        ["moment: '2009-05-14 10:00' is not a moment. Give a datetime with a time zone."],
    ),
    "an unknown zone": (
        lambda: Place("v", Text(en="Vienna"), "Europe/Wien"),
        ["zone: 'Europe/Wien' is not the name of a time zone. Expected for example Europe/Vienna."],
    ),
    "a list for a zone": (
        lambda: Place("v", Text(en="Vienna"), ["Europe/Vienna"]),  # type: ignore[arg-type]
        ["zone: ['Europe/Vienna'] is not the name of a time zone. Expected for example Europe/Vienna."],
    ),
    "meetings of one key, out of order": (
        lambda: with_meetings(meeting("m", 14, 15), meeting("m", 14, 10)),
        ["meetings.1.key: another meeting has the key 'm'"],
    ),
    "two periods of one key": (
        lambda: replace(PLACE, periods=(Period("am", pendulum.time(9), pendulum.time(10)),) * 2),
        ["periods.1.key: another period has the key 'am'"],
    ),
    "an event without an end": (
        lambda: Event("tea", Text(en="Tea"), at(14, 10), at(14, 10)),
        ["closes: the event closes when it opens"],
    ),
    "hours in which nobody can come": (
        lambda: Participant("m", Text(en="M"), windows=(Window(at(14, 13), at(14, 10)),)),
        ["windows.0: these hours close before they open"],
    ),
    "two teams of one key": (
        lambda: ConferenceServices(teams=(InterpretationTeam("a"), InterpretationTeam("a"))),
        ["teams.1.key: another team has the key 'a'"],
    ),
    "fewer than no seats": (lambda: Room("I", seats=-1), ["seats: -1 is too small; it must be at least 0"]),
    "two items of one key": (
        lambda: Agenda((AgendaItem("1"), AgendaItem("1"))),
        ["items.1.key: another item has the key '1'"],
    ),
    "two items of one number": (
        lambda: Agenda((item("1"), replace(item("1"), key="x"))),
        ["items.1.number: item 1 is here a second time", "items.0.key: the key '1' is the number of another item"][:1],
    ),
    "the number of another item for a key": (
        lambda: Agenda((item("2"), replace(item("1"), key="x"), AgendaItem("1"))),
        ["items.2.key: the key '1' is the number of another item"],
    ),
    "an item below itself": (
        lambda: Agenda((AgendaItem("1", parent="1"),)),
        [
            "items.0.parent: item '1' does not stand above '1'. "
            "A parent stands before its sub-items, and never below itself."
        ],
    ),
    "a circle of parents": (
        lambda: Agenda((AgendaItem("1", parent="2"), AgendaItem("2", parent="1"))),
        [
            "items.0.parent: item '2' does not stand above '1'. "
            "A parent stands before its sub-items, and never below itself."
        ],
    ),
    "an item below one that is not there": (
        lambda: Agenda((AgendaItem("1"), AgendaItem("2", parent="9"))),
        ["items.1.parent: there is no agenda item above it '9'"],
    ),
    "a class where an item belongs": (
        lambda: Agenda((AgendaItem,)),  # type: ignore[arg-type]
        ["items.0: the class AgendaItem itself is no agenda item. Make one: AgendaItem(...)."],
    ),
    "a class where a rule belongs": (
        lambda: with_meetings(meeting("m", 14, 10), rules=(ConcludedBy,)),
        ["rules.0: the class ConcludedBy itself is no rule. Make one: ConcludedBy(...)."],
    ),
    "a text where a preference belongs": (
        lambda: with_meetings(meeting("m", 14, 10), wishes=("dead-time",)),
        ["wishes.0: 'dead-time' is no preference"],
    ),
    "no day and no forum": (
        lambda: replace(with_meetings(), days=(), forums=()),
        ["days: a session has at least one day", "forums: a session has at least one forum"],
    ),
    "two meetings of one key, in a forum that is not there": (
        lambda: with_meetings(meeting("m", 14, 10), meeting("m", 14, 15, forum="plenery")),
        [
            "meetings.1.key: another meeting has the key 'm'",
            "meetings.1.forum: there is no forum 'plenery'. Did you mean 'plenary'?",
        ],
    ),
    "an item in a forum that is not there": (
        lambda: session(item("1", 30, forums=("committee",))),
        ["agenda.items.0.forums: there is no forum 'committee'"],
    ),
    "two events of one key": (
        lambda: session(item("1", 30), events=(Event("tea", Text(en="Tea"), at(14, 13), at(14, 14)),) * 2),
        ["events.1.key: another event has the key 'tea'"],
    ),
    "a programme with two meetings of one key": (
        lambda: Programme(session(item("1", 30)), (meeting("m", 14, 10), meeting("m", 14, 15)), ()),
        ["meetings.1.key: another meeting has the key 'm'"],
    ),
}


@pytest.mark.parametrize("made", REFUSED)
def test_a_noun_refuses_what_the_reader_of_files_refuses(made):
    constructor, words = REFUSED[made]
    with pytest.raises(BadInput) as refused:
        constructor()
    assert [str(fault) for fault in refused.value.faults] == words


def test_an_item_may_take_no_time_at_all_and_is_then_not_planned():
    assert Agenda((AgendaItem("1", takes=Takes(Duration())),)).instalments == ()


def test_another_expected_length_moves_the_least_and_the_most():
    takes = Takes(Duration(60), Duration(30), Duration(90))
    assert takes.expecting(Duration(20)) == Takes(Duration(20), Duration(20), Duration(90))
    assert takes.expecting(Duration(100)) == Takes(Duration(100), Duration(30), Duration(100))


def test_days_meetings_and_events_are_put_in_order_of_time():
    tea = Event("tea", Text(en="Tea"), at(15, 13), at(15, 14))
    given = session(
        item("1", 30),
        meetings=(meeting("late", 15, 10), meeting("early", 14, 10)),
        events=(tea, replace(tea, key="first", opens=at(14, 13))),
    )
    assert [each.key for each in given.meetings] == ["early", "late"]
    assert [each.key for each in given.events] == ["first", "tea"]
    backwards = replace(given, days=(*given.days[::-1], given.days[0]))
    assert backwards.days == given.days


@pytest.mark.parametrize(
    "zone",
    [
        ZoneInfo("Asia/Tokyo"),
        ZoneInfo("Europe/Vienna"),
        UTC,
        timezone(timedelta(hours=2)),
        pendulum.timezone("America/New_York"),
    ],
    ids=str,
)
def test_any_moment_that_knows_its_zone_is_put_on_the_clock_of_the_place(zone):
    opens, closes = (datetime.fromtimestamp(at(14, hour).timestamp(), zone) for hour in (10, 13))
    given = with_meetings(
        Meeting("m", "plenary", opens, closes),  # type: ignore[arg-type]
        events=(Event("tea", Text(en="Tea"), opens, closes),),  # type: ignore[arg-type]
        participants=(Participant("p", Text(en="P"), windows=(Window(opens, closes),)),),  # type: ignore[arg-type]
    )
    (one,), (tea,), (who,) = given.meetings, given.events, given.participants
    moments = [one.opens, one.closes, tea.opens, tea.closes, who.windows[0].opens, who.windows[0].closes]
    assert [str(moment) for moment in moments] == ["2009-05-14 10:00:00+02:00", "2009-05-14 13:00:00+02:00"] * 3
    assert {type(moment) for moment in moments} == {pendulum.DateTime}
    assert str(given.moment(opens)) == "2009-05-14 10:00:00+02:00"


def test_a_programme_puts_its_meetings_in_order_and_all_moments_on_the_clock_of_the_place():
    given = session(item("1", 30))
    utc = at(14, 10).in_timezone("UTC")
    made = Programme(
        given,
        given.meetings[::-1],
        (Consideration("1", "14-am", utc, utc.add(minutes=30)),),
        as_of=utc,
        actuals=(Actual("1", "14-am", Outcome.CONCLUDED, utc, utc),),
        silence_until=utc,
    )
    row, fact = made.considerations[0], made.actuals[0]
    assert made.meetings == given.meetings
    moments = [row.opens, made.as_of, made.silence_until, fact.moment, fact.opened]
    assert {str(moment) for moment in moments} == {"2009-05-14 10:00:00+02:00"}


def test_a_session_built_in_another_zone_is_planned_on_the_clock_of_its_place_and_read_back_equal():
    opens = pendulum.datetime(2009, 5, 13, 22, 30)
    built = with_meetings(Meeting("m", "plenary", opens, opens.add(hours=2)))
    made = plan(built)
    read = programme_from_json(programme_to_json(made))
    assert read == made
    assert [str(row.opens) for row in made.considerations] == ["2009-05-14 00:30:00+02:00"]
    assert str(read.meetings[0].opens) == str(made.meetings[0].opens)


def test_meetings_that_are_given_out_of_order_are_planned_as_if_in_order():
    ordered = (meeting("a", 14, 10), meeting("b", 15, 10))
    first, second = (plan(session(item("1", 200), item("2", 100), meetings=some)) for some in (ordered, ordered[::-1]))
    assert second == first
    assert list(check(second)) == []


def test_two_forums_may_meet_at_once_in_the_order_in_which_they_are_given():
    forums = (Forum("plenary"), Forum("committee"))
    both = (meeting("c", 14, 10, forum="committee"), meeting("p", 14, 10))
    assert [each.key for each in with_meetings(*both, forums=forums).meetings] == ["c", "p"]


def test_a_rule_is_added_as_an_object():
    given = session(item("1", 30))
    with pytest.raises(BadInput, match="the class NotBefore itself is no rule"):
        given.with_rules(NotBefore)  # type: ignore[arg-type]


def test_each_value_of_another_class_is_refused_though_those_beside_it_fit():
    good = NotBefore("1", at(14, 10))
    with pytest.raises(BadInput) as refused:
        session(item("1", 30), rules=(good, "x", good, NotBefore, "y"))
    assert [fault.path for fault in refused.value.faults] == ["rules.1", "rules.3", "rules.4"]
