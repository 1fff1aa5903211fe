"""What would help: every edit that is offered was tried, and can be said."""

from __future__ import annotations

from dataclasses import replace

import pendulum
import pytest

from tests.sessions import at, founding, item, meeting, session
from wgsched.errors import NoProgramme
from wgsched.languages import lexicon
from wgsched.model import (
    SIX,
    ConferenceServices,
    Document,
    Duration,
    Forum,
    Holiday,
    InterpretationTeam,
    Participant,
    Takes,
    Text,
)
from wgsched.model.edits import in_parts, with_meetings, with_minutes
from wgsched.planning import plan
from wgsched.planning.why.conflict import conflict
from wgsched.planning.why.explain import no_programme
from wgsched.planning.why.repairs import repairs
from wgsched.rules import ConcludedBy, NotBefore, Precedes, Undivided


def said(whole, language="en"):
    words = lexicon(language, whole)
    return [words.say(repair.sentence, whole) for repair in repairs(whole, conflict(whole))]


def three(*rules):
    return session(item("1", 120), item("2", 120), item("3", 240)).with_rules(*rules)


def short(number=3):
    whole = founding()
    return replace(whole, meetings=tuple(m for place, m in enumerate(whole.meetings) if place != number))


def test_a_meeting_taken_away_can_be_given_back():
    assert said(short()) == [
        "Hold one more meeting: Friday, 15 May, 3–6 p.m.",
        "Give item 2 (b) 150 minutes instead of 330 minutes.",
    ]


def test_where_no_period_is_free_a_day_is_added():
    whole = session(item("1", 400), item("2", 400))
    assert said(whole) == [
        "Give item 1 320 minutes instead of 400 minutes.",
        "Give item 2 320 minutes instead of 400 minutes.",
        "Hold one more meeting: Monday, 18 May, 10 a.m.–1 p.m.",
    ]


def test_two_meetings_are_asked_for_where_one_is_not_enough():
    whole = replace(founding(), meetings=founding().meetings[1:3])
    assert "Hold 2 more meetings: Thursday, 14 May, 10 a.m.–1 p.m. and Friday, 15 May, 3–6 p.m." in said(whole)


def test_where_one_day_more_is_not_enough_as_few_meetings_as_help_are_asked_for():
    whole = session(item("1", 30), item("2", 540), item("3", 360), item("4", 60))
    assert "Hold 2 more meetings: Monday, 18 May, 10 a.m.–1 p.m. and Monday, 18 May, 3–6 p.m." in said(whole)
    [*_, last] = whole.meetings
    monday = [replace(last, key=f"18-{hour}", opens=at(18, hour), closes=at(18, hour + 3)) for hour in (10, 15)]
    assert plan(with_meetings(whole, monday)).rows(monday[1])
    with pytest.raises(NoProgramme):
        plan(with_meetings(whole, monday[:1]))


def test_no_meeting_is_asked_for_on_a_holiday():
    whole = session(item("1", 540), item("2", 300))
    closed = (Holiday(pendulum.date(2009, 5, 18), Text(en="A holiday")),)
    monday_off = replace(whole, place=replace(whole.place, holidays=closed))
    assert "Hold one more meeting: Tuesday, 19 May, 10 a.m.–1 p.m." in said(monday_off)


def test_a_delegation_that_is_needed_twice_is_helped_by_less_time_or_another_meeting():
    whole = session(
        item("1", 240, forums=("a",)),
        item("2", 240, forums=("b",)),
        meetings=tuple(meeting(f"{forum}{hour}", 14, hour, forum=forum) for hour in (10, 15) for forum in "ab"),
        forums=(Forum("a"), Forum("b")),
        services=ConferenceServices(teams=(InterpretationTeam("1"), InterpretationTeam("2"))),
        participants=(Participant("france", Text(en="France"), items=("1", "2")),),
    )
    assert {"Give item 1 120 minutes instead of 240 minutes.", "Give item 2 120 minutes instead of 240 minutes."} <= {
        *said(whole)
    }


def test_no_team_is_asked_to_serve_two_meetings_at_once():
    whole = session(
        item("1", 540, forums=("a",)),
        item("2", 540, forums=("b",)),
        meetings=tuple(
            meeting(f"{forum}{day}{hour}", day, hour, forum=forum, optional=True)
            for day in (14, 15)
            for hour in (10, 15)
            for forum in "ab"
        ),
        forums=(Forum("a"), Forum("b")),
    )
    assert [line for line in said(whole) if "90 minutes between" in line] == []
    assert any(line.startswith("Hold 2 more meetings") for line in said(whole))


def test_a_forum_is_named_where_there_are_several():
    whole = session(
        item("1", 60, forums=("a",)),
        item("2", 340, forums=("b",)),
        meetings=(meeting("x", 14, 10, forum="a"), meeting("y", 15, 10, forum="b")),
        forums=(Forum("a"), Forum("b", Text(en="Committee"))),
    )
    assert said(whole)[:2] == [
        "Hold one more meeting of Committee: Thursday, 14 May, 3–6 p.m.",  # in the morning the one team is busy
        "Hold one more meeting of Committee: Friday, 15 May, 3–6 p.m.",
    ]


def test_the_least_minutes_are_tried_first_of_all():
    flexible = Takes(Duration(420), least=Duration(300))
    whole = session(replace(item("1", 60), takes=flexible), item("2", 360))
    assert said(whole)[:2] == [
        "Give item 1 360 minutes instead of 420 minutes.",
        "Give item 1 only its least time: 300 minutes instead of 420 minutes.",
    ]


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (
            (ConcludedBy("1", at(14, 13)), ConcludedBy("2", at(14, 13))),
            [
                "Let item 1 be concluded by Thursday, 14 May, 4 p.m. instead of Thursday, 14 May, 1 p.m.",
                "Let item 2 be concluded by Thursday, 14 May, 4 p.m. instead of Thursday, 14 May, 1 p.m.",
                "Let items 1 and 2 be concluded by Thursday, 14 May, 4 p.m. instead of Thursday, 14 May, 1 p.m.",
                "Give item 1 60 minutes instead of 120 minutes.",
                "Give item 2 60 minutes instead of 120 minutes.",
                "Do without this: item 1 must be concluded by Thursday, 14 May, 1 p.m.",
                "Do without this: item 2 must be concluded by Thursday, 14 May, 1 p.m.",
            ],
        ),
        (
            (NotBefore("3", at(15, 15)),),
            [
                "Let item 3 be taken up as early as Friday, 15 May, noon instead of Friday, 15 May, 3 p.m.",
                "Give item 3 180 minutes instead of 240 minutes.",
                "Do without this: item 3 must not be taken up before Friday, 15 May, 3 p.m.",
                "Hold one more meeting: Monday, 18 May, 10 a.m.–1 p.m.",
            ],
        ),
        (
            (Undivided("3"),),
            [
                "Take up item 3 in 2 instalments: 120 minutes and 120 minutes.",
                "Give item 3 180 minutes instead of 240 minutes.",
                "Do without this: item 3 must not be divided over meetings.",
            ],
        ),
        (
            (Precedes("1", "2"), Precedes("2", "1")),
            [
                "Do without this: item 2 must wait for the conclusion of item 1.",
                "Do without this: item 1 must wait for the conclusion of item 2.",
            ],
        ),
        (
            (Precedes("1", "2"), Precedes("2", "1"), NotBefore("3", at(15, 17))),
            [
                "Do without all of these: item 3 must not be taken up before Friday, 15 May, 5 p.m. "
                "and item 1 must wait for the conclusion of item 2."
            ],
        ),
    ],
)
def test_a_demand_is_relaxed_as_little_as_helps(rules, expected):
    assert said(three(*rules)) == expected


def test_a_document_is_asked_for_sooner():
    late = Document("A/1", items=("1",), issued=tuple((language, pendulum.date(2009, 5, 16)) for language in SIX))
    whole = session(item("1", 60, decision=True), documents=(late,))
    assert said(whole)[0] == (
        "Issue A/1 in all languages on Friday, 15 May instead of Saturday, 16 May, for a decision on item 1."
    )


def test_a_deadline_that_several_share_is_moved_for_all():
    items = [item(str(n), 60) for n in range(1, 12)]
    whole = session(*items).with_rules(*(ConcludedBy(str(n), at(14, 13)) for n in range(1, 12)))
    assert said(whole)[0] == "Let 11 items be concluded by Friday, 15 May, 5 p.m. instead of Thursday, 14 May, 1 p.m."


def test_the_longest_time_that_fits_is_found_though_less_of_it_does_not_fit():
    half_hours = tuple(meeting(f"{day}-{hour}", day, hour, 60, reserve=30) for day in (14, 15, 16) for hour in (10, 15))
    days = tuple(pendulum.date(2009, 5, day) for day in (14, 15, 16))
    items = item("1", 30), item("2", 60), item("3", 90), item("4", 30)
    whole = replace(session(*items, meetings=half_hours), days=days)
    assert said(whole)[:2] == [
        "Give item 3 60 minutes instead of 90 minutes.",
        "Give item 2 30 minutes instead of 60 minutes.",
    ]
    assert plan(with_minutes(whole, {"3": 60})).considerations
    with pytest.raises(NoProgramme):
        plan(with_minutes(whole, {"3": 55}))


def committees(*items, longest=180):
    """Return a session of two committees, of which only the first has a meeting, of an hour."""
    return session(
        *items,
        meetings=(meeting("x", 14, 10, 60, forum="a"),),
        forums=(Forum("a", Text(en="Committee A")), Forum("b", Text(en="Committee B"))),
        services=ConferenceServices(longest_meeting=longest),
    )


def test_a_forum_without_a_meeting_is_named_and_given_one_or_the_item_goes_elsewhere():
    whole = committees(item("1", 60, forums=("b",)))
    assert [lexicon("en", whole).say(each, whole) for each in conflict(whole).sentences] == [
        "There is no meeting of Committee B in which item 1 may be taken up."
    ]
    assert said(whole) == [
        "Hold one more meeting of Committee B: Thursday, 14 May, 10 a.m.–1 p.m.",
        "Hold one more meeting of Committee B: Thursday, 14 May, 3–6 p.m.",
        "Hold one more meeting of Committee B: Friday, 15 May, 10 a.m.–1 p.m.",
        "Hold one more meeting of Committee B: Friday, 15 May, 3–6 p.m.",
        "Take up item 1 in Committee A.",
    ]


def test_a_meeting_that_may_be_longer_goes_on():
    assert said(committees(item("1", 90, forums=("a",))))[:2] == [
        "Give item 1 60 minutes instead of 90 minutes.",
        "Let the meeting of Committee A on Thursday, 14 May, 10–11 a.m. go on until Thursday, 14 May, 11.30 a.m.",
    ]


def test_where_one_item_is_not_enough_several_are_shortened():
    whole = committees(item("1", 60), item("2", 60), item("3", 60), longest=60)
    assert said(whole)[0] == (
        "Do all of these: give item 1 20 minutes instead of 60 minutes; give item 2 20 minutes instead of 60 minutes; "
        "give item 3 20 minutes instead of 60 minutes."
    )


def test_where_no_single_change_helps_several_are_made():
    whole = committees(item("1", 90, forums=("a",)), item("2", 60, forums=("b",)))
    assert said(whole) == [
        "Do all of these: hold one more meeting of Committee B: Thursday, 14 May, 10 a.m.–1 p.m.; "
        "hold one more meeting of Committee A: Thursday, 14 May, 3–6 p.m."
    ]


SEVERAL = committees(item("1", 90, forums=("a",)), item("2", 60, forums=("b",)))
WITHOUT_A_MEETING = committees(item("1", 90, forums=("b",)))


@pytest.mark.parametrize(
    "whole", [short(0), three(NotBefore("3", at(15, 15))), three(Undivided("3")), SEVERAL, WITHOUT_A_MEETING]
)
@pytest.mark.parametrize("language", SIX)
def test_every_repair_can_be_said_in_every_language(whole, language):
    assert all(len(text) > 10 for text in said(whole, language))


def test_the_answer_that_there_is_no_programme_carries_the_repairs():
    assert no_programme(short()).repairs == repairs(short(), conflict(short()))


@pytest.mark.parametrize(
    "mended",
    [
        with_meetings(short(), founding().meetings[3:]),
        with_minutes(short(), {"2b": 150}),
        in_parts(three(Undivided("3")), three().agenda["3"], (120, 120)),
    ],
)
def test_what_is_mended_can_be_planned(mended):
    assert plan(mended).considerations


def test_with_five_minutes_more_there_is_no_programme():
    with pytest.raises(NoProgramme):
        plan(with_minutes(short(), {"2b": 155}))
