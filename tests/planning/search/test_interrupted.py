"""Items left for others and resumed: planned where the session waives the rule, else offered as a repair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.benchmarks import instances
from tests.sessions import at, item, meeting, session
from wgsched.checking import check, score
from wgsched.errors import NoProgramme
from wgsched.languages import lexicon
from wgsched.model import Forum, Participant, Session, Text, Unique, Verdict, Window
from wgsched.planning import plan
from wgsched.planning.again.task import task_of
from wgsched.planning.search.effort import Effort
from wgsched.planning.search.planner import best_solution
from wgsched.planning.search.verifying import checked_programme
from wgsched.planning.why.conflict import conflict
from wgsched.planning.why.repairs import repairs
from wgsched.rules import AgendaOrder, InMeetings, Precedes

WAIVED = frozenset({"uninterrupted"})
DAYS = tuple(meeting(f"{day}-{half}", day, hour) for day in (14, 15) for half, hour in (("am", 10), ("pm", 15)))


def mornings(**more: object) -> Session:
    """Return a session with an item of two mornings whose minister can come in the mornings only."""
    windows = tuple(Window(at(day, 10), at(day, 13)) for day in (14, 15))
    minister = Participant("minister", Text(en="the Minister"), ("1",), windows)
    return session(item("1", 360), item("2", 120), meetings=DAYS, participants=(minister,), **more)


def rows(found):
    return [(row.instalment, row.meeting, row.opens, row.closes) for row in found.considerations]


def test_two_mornings_hold_an_item_that_may_be_interrupted():
    found = plan(mornings(waives=WAIVED))
    assert rows(found) == [
        ("1", "14-am", at(14, 10), at(14, 13)),
        ("2", "14-pm", at(14, 15), at(14, 17)),
        ("1", "15-am", at(15, 10), at(15, 13)),
    ]
    assert (list(check(found)), found.finding.verdict, found.finding.unique) == ([], Verdict.BEST, Unique.YES)


def test_where_it_may_not_two_instalments_are_offered():
    whole = mornings()
    with pytest.raises(NoProgramme) as refused:
        plan(whole)
    words = lexicon("en", whole)
    assert "Take up item 1 in 2 instalments: 180 minutes and 180 minutes." in [
        words.say(repair.sentence, whole) for repair in refused.value.repairs
    ]


def test_what_an_interruption_costs_is_what_the_score_says():
    found = plan(mornings(waives=WAIVED))
    continued = sum(line.cost for line in score(found) if line.preference == "parts-near")
    assert (continued, found.finding.objective) == (100, score(found).total)


def test_no_item_is_interrupted_without_need():
    free = session(item("1", 120), item("2", 60), item("3", 90), item("4", 90), meetings=DAYS, waives=WAIVED)
    whole = replace(free, waives=frozenset())
    assert score(plan(free)).total <= score(plan(whole)).total
    assert [len({row.meeting for row in plan(free).of(each)}) for each in free.agenda.instalments] == [1, 1, 1, 1]


def test_its_parts_lie_in_the_meetings_of_one_forum_held_or_not():
    meetings = (
        DAYS[0],
        replace(DAYS[1], optional=True),
        DAYS[2],
        meeting("c", 14, 10, forum="committee"),
        meeting("d", 15, 10, forum="committee"),
    )
    items = (item("1", 240, forums=("plenary", "committee")), item("2", 150), item("3", 180, forums=("committee",)))
    found = plan(
        session(
            *items,
            meetings=meetings,
            forums=(Forum(), Forum("committee")),
            waives=WAIVED | {"pause-between", "meetings-a-day"},
        ).with_rules(Precedes("1", "2", gap=60), InMeetings("2", ("14-am", "15-am")))
    )
    forums = {found.meeting(row.meeting).forum for row in found.of(found.session.agenda["1"])}
    assert (list(check(found)), len(forums), found.finding.objective) == ([], 1, score(found).total)


def test_several_forums_are_planned_with_items_that_may_be_interrupted(monkeypatch):
    monkeypatch.setitem(instances.SIZES, "2f24", instances.Size(3, 24, forums=2, teams=2, delegations=3))
    task = task_of(replace(instances.instance("2f24-s1"), waives=WAIVED), None)
    found = checked_programme(task, *best_solution(task, Effort(work=0.2)))
    assert (list(check(found)), found.finding.objective) == ([], score(found).total)


def test_why_nothing_helps_is_said_of_items_that_may_be_interrupted():
    whole = session(item("1", 400), item("2", 330), meetings=DAYS, waives=WAIVED).with_rules(AgendaOrder())
    found = conflict(whole)
    words = lexicon("en", whole)
    assert [words.say(each, whole) for each in found.sentences] == [
        "Items 1 and 2 need 730 minutes, but the meetings from Thursday, 14 May, 10 a.m. to Friday, 15 May, 6 p.m. "
        "have only 720 minutes."
    ]
    short = mornings(waives=WAIVED)
    short = replace(short, agenda=replace(short.agenda, items=(item("1", 365), item("2", 120))))
    assert [words.say(each, short) for each in conflict(short).sentences] == [
        "Item 1 must be taken up while the Minister can be there: Thursday, 14 May, 10 a.m.–1 p.m. and "
        "Friday, 15 May, 10 a.m.–1 p.m.",
        "Item 1 must be given 365 minutes in all.",
    ]
    assert repairs(short, conflict(short))


def test_a_published_programme_with_interruptions_changes_least():
    whole = mornings(waives=WAIVED)
    found = plan(whole)
    assert plan(whole, published=found).considerations == found.considerations
    later = whole.with_rules(InMeetings("2", ("15-pm",)))
    changed = plan(later, published=found)
    assert [row.meeting for row in changed.of(whole.agenda["1"])] == ["14-am", "15-am"]
