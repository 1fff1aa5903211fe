"""Re-planning: what was published changes least, what is locked or over stays, and brute force finds nothing better."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.benchmarks.instances import instance
from tests.enumerating import programmes
from tests.programmes import timed, typed
from tests.sessions import at, founding, item, meeting, session
from wgsched.checking import check, compare, record, score
from wgsched.errors import BadInput, NoProgramme
from wgsched.files import read_session
from wgsched.model import Consideration, Forum, Participant, Programme, Session, Text, Unique, Verdict
from wgsched.model.reading import meetings_of
from wgsched.planning import plan
from wgsched.planning.again.changes import concern
from wgsched.planning.model.posting import demands, desk_with
from wgsched.planning.search import planner
from wgsched.preferences import PreferredDay
from wgsched.publishing import amend
from wgsched.rules import ConcludedBy, KeptFree, NotBefore


def rows(programme: Programme) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for row in programme.considerations:
        found.setdefault(row.meeting, []).append((row.instalment, row.window.minutes))
    return found


def late() -> Session:
    return founding().with_rules(
        ConcludedBy("2 (c)", "2009-05-14 18:00", why="the panel can only come on Thursday"),
    )


def moved(before: Programme, after: Programme) -> set[str]:
    agenda = before.session.agenda
    return {
        each.key
        for each in agenda.instalments
        if [m.key for m in meetings_of(before, each)] != [m.key for m in meetings_of(after, each)]
    }


def test_the_founding_session_with_technical_assistance_by_thursday_evening():
    published = plan(founding())
    revised = plan(late(), published=published)
    assert rows(revised) == {
        "14-am": [("1a", 15), ("1b", 15), ("2a", 150)],
        "14-pm": [("2a", 30), ("2c", 120), ("2b", 30)],
        "15-am": [("2b", 180)],
        "15-pm": [("2b", 120), ("3", 60)],
    }
    assert moved(published, revised) == {"2b", "2c"}
    assert (revised.finding.verdict, list(check(revised))) == (Verdict.BEST, [])


def test_its_number_of_changes_is_the_least_of_all_programmes():
    published = plan(founding())
    every = programmes(desk_with(late(), demands(late())))
    assert len(moved(published, plan(late(), published=published))) == min(
        len(moved(published, each)) for each in every
    )


def test_nothing_changes_where_nothing_must():
    published = plan(founding())
    assert list(compare(published, plan(founding(), published=published))) == []


def test_a_wish_never_moves_what_was_published():
    published = plan(founding())
    wishing = founding().with_wishes(PreferredDay("2 (c)", "2009-05-14"))
    assert list(compare(published, plan(wishing, published=published))) == []


def test_an_item_that_takes_longer_is_kept_where_it_can_be():
    given = session(item("1", 60), item("2", 60), item("3", 60))
    published = timed(given, {"14-pm": [("1", 60)], "15-am": [("2", 60)], "15-pm": [("3", 60)]})
    longer = session(item("1", 60), item("2", 90), item("3", 60))
    assert rows(plan(longer, published=published)) == {"14-pm": [("1", 60)], "15-am": [("2", 90)], "15-pm": [("3", 60)]}


def test_rows_published_without_hours_keep_their_order():
    given = session(item("1", 60), item("2", 60), item("3", 60))
    published = typed(given, {"14-pm": ["3", "1", "2"]})
    assert [row.instalment for row in plan(given, published=published).considerations] == ["3", "1", "2"]


# What stays


def test_an_item_that_is_kept_keeps_its_hours():
    published = plan(founding())
    revised = plan(late().with_rules(), published=published, keep=["2 (a)"])
    assert [row for row in revised.considerations if row.instalment == "2a"] == [
        row for row in published.considerations if row.instalment == "2a"
    ]


@pytest.mark.parametrize("name", ["15-pm", "Fri pm", "15 May 15:30"])
def test_a_meeting_that_is_kept_keeps_its_rows(name):
    published = plan(founding())
    with pytest.raises(NoProgramme) as refused:
        plan(late(), published=published, keep=[name])
    assert "The meeting of Friday, 15 May, 3–6 p.m. must stay as it was published." in str(refused.value)


def test_a_day_that_is_kept_keeps_its_rows():
    given = session(item("1", 60), item("2", 60), item("3", 60))
    published = timed(given, {"14-am": [("1", 60)], "15-am": [("2", 60)], "15-pm": [("3", 60)]})
    fewer = given.with_rules(KeptFree(("14-am",)))
    assert rows(plan(fewer, published=published, keep=["2009-05-15"])) == {
        "14-pm": [("1", 60)],
        "15-am": [("2", 60)],
        "15-pm": [("3", 60)],
    }


def test_what_is_kept_and_cannot_be_is_said_with_what_would_help():
    with pytest.raises(NoProgramme) as refused:
        plan(late(), published=plan(founding()), keep=["2 (c)"])
    assert str(refused.value).splitlines() == [
        "Item 2 (c) must be concluded by Thursday, 14 May, 6 p.m. (the panel can only come on Thursday).",
        "Item 2 (c) must stay at the meeting of Friday, 15 May, 3–6 p.m., as published.",
    ]
    assert "repair-without" in {repair.sentence.code for repair in refused.value.repairs}


def test_all_names_that_are_nothing_are_told_at_once():
    with pytest.raises(BadInput) as refused:
        plan(founding(), published=plan(founding()), keep=["9 (z)", "2009-06-01"])
    assert len(refused.value.faults) == 2


# What is over


def test_what_is_over_stays_as_it_was():
    published = plan(founding())
    revised = plan(
        founding().with_rules(NotBefore("2 (a)", at(15, 10)), ConcludedBy("2 (c)", at(15, 13))),
        published=published,
        now="2009-05-14 18:00",
    )
    assert rows(revised) == {
        "14-am": [("1a", 15), ("1b", 15), ("2a", 150)],
        "14-pm": [("2a", 30), ("2b", 150)],
        "15-am": [("2c", 120), ("2b", 60)],
        "15-pm": [("2b", 120), ("3", 60)],
    }
    assert list(check(revised)) == []


def test_an_item_that_goes_on_now_is_one_row():
    published = plan(founding())
    revised = plan(founding(), published=published, now="2009-05-14 12:00")
    assert revised.considerations == published.considerations
    assert (revised.finding.objective, revised.as_of) == (score(published).total, at(14, 12))


def test_a_meeting_that_is_over_gives_no_room():
    published = plan(founding())
    with pytest.raises(NoProgramme):
        plan(late(), published=published, now="2009-05-14 17:00")


def test_a_team_that_served_this_morning_has_worked():
    services = replace(founding().services, meetings_a_day=1)
    pair = (meeting("a", 14, 10, 60), meeting("b", 14, 15, 60), meeting("c", 15, 10, 60))
    given = session(item("1", 60), item("2", 60), meetings=pair)
    published = timed(given, {"a": [("1", 60)], "b": [("2", 60)]})
    revised = plan(replace(given, services=services), published=published, now=at(14, 12))
    assert rows(revised) == {"a": [("1", 60)], "c": [("2", 60)]}


def test_a_meeting_cancelled_the_night_before_is_not_used():
    given = session(item("1", 60), item("2", 60))
    published = timed(given, {"14-am": [("1", 60)], "14-pm": [("2", 60)]})
    cancelled = amend(published, "14-pm", cancel=True).programme
    revised = plan(given, published=cancelled)
    assert (rows(revised)["14-am"], revised.meeting("14-pm").cancelled) == ([("1", 60), ("2", 60)], True)


def test_a_room_given_the_night_before_is_kept():
    given = session(item("1", 60))
    published = amend(timed(given, {"14-am": [("1", 60)]}), "14-am", room="C2").programme
    assert plan(given, published=published).meeting("14-am").room == "C2"


# Which changes are dearer


def test_the_change_for_which_there_is_more_notice_is_made():
    given = session(item("1", 120), item("2", 60), item("3", 60), meetings=(
        meeting("a", 14, 10, 120), meeting("b", 15, 10, 120), meeting("c", 15, 15, 60)))  # fmt: skip
    published = timed(given, {"a": [("1", 120)], "b": [("2", 60), ("3", 60)]})
    instalment = {each.key: each for each in given.agenda.instalments}
    weights = [concern(given, instalment[key], published.of(instalment[key]), at(14, 9)) for key in ("1", "2")]
    assert weights == [4, 3]


def test_a_firm_entry_and_those_who_must_be_there_make_a_change_dearer():
    given = session(
        item("1", 60, firm=True),
        item("2", 60),
        item("3", 60),
        participants=(Participant("minister", Text(en="Minister"), items=("2",)),),
    )
    published = timed(given, {"14-am": [("1", 60), ("2", 60), ("3", 60)]})
    assert [concern(given, each, published.of(each), None) for each in given.agenda.instalments] == [4, 2, 1]


def test_of_two_that_could_move_the_one_that_concerns_fewer_people_does():
    hours = [meeting("a", 14, 10, 60), meeting("b", 14, 15, 60)]
    there = [replace(each, key=f"committee-{each.key}", forum="committee") for each in hours]
    minister = Participant("minister", Text(en="Minister"), items=("2",))
    given = session(
        replace(item("1", 60), forums=("plenary",)),
        replace(item("2", 60), forums=("committee",)),
        meetings=(*hours, *there),
        forums=(Forum("plenary"), Forum("committee")),
        participants=(minister,),
    )
    published = timed(given, {"a": [("1", 60)], "committee-a": [("2", 60)]})
    both = Participant("delegation", Text(en="Delegation"), items=("1", "2"))
    shared = replace(given, participants=(minister, both))
    assert moved(published, plan(shared, published=published)) == {"1"}


def test_the_minimum_is_proved_on_a_week():
    given = instance("5x25-s1")
    published = plan(given)
    lost = published.considerations[-8].meeting
    fewer = given.with_rules(KeptFree((lost,)))
    revised = plan(fewer, published=published)
    assert revised.finding.verdict is Verdict.BEST
    assert list(check(revised)) == []
    assert revised.finding.unique in (Unique.YES, Unique.NO)


def test_that_nothing_changes_less_is_known_though_the_rest_was_cut(monkeypatch):
    published = plan(founding())
    monkeypatch.setattr(
        planner,
        "all_together",
        lambda desk, forums, first, moved: (first, planner.fallback_finding(desk, first, 0), 0.0),
    )
    cut = plan(late(), published=published).finding
    assert (cut.moved, cut.fewest, cut.verdict) == (2, True, Verdict.FOUND)


def test_an_item_that_loses_one_of_its_meetings_is_not_held_to_the_other():
    given = session(item("1", 300), item("2", 60))
    published = timed(given, {"14-am": [("1", 180)], "14-pm": [("1", 120), ("2", 60)]})
    fewer = replace(given, meetings=given.meetings[1:])
    assert moved(published, plan(fewer, published=published)) == {"1"}


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(each, marks=pytest.mark.long) for each in range(6, 60))])
def test_whatever_is_recorded_the_rest_can_be_planned_and_judged(seed):
    dice = random.Random(seed)
    given = instance(f"{dice.choice(('2x8', '2x8', '5x25'))}-s{dice.randint(1, 10)}")
    given = replace(given, rules=())
    shown = plan(given)
    last = given.meetings[-1]
    night = replace(last, key="night", opens=last.opens.add(hours=5), closes=last.closes.add(hours=8))
    given = replace(given, meetings=(*given.meetings, night), services=replace(given.services, longest_meeting=360))
    given = replace(given, services=replace(given.services, meetings_a_day=3))
    shown = replace(shown, session=given, meetings=(*shown.meetings, night))
    facts = shown
    for row in [row for row in shown.considerations if row.closes <= shown.considerations[3].closes]:
        outcome = dice.choice(("concluded", "concluded", "continues", "adjourned"))
        try:
            facts = record(facts, row.instalment, outcome, row.closes.subtract(minutes=dice.choice((0, 5, 10))))
        except BadInput:
            continue
    revised = plan(given, published=facts)
    assert list(check(revised)) == []
    assert revised.actuals == facts.actuals
    held = [row for row in facts.considerations if any(row.closes == fact.moment for fact in facts.actuals)]
    assert [row for row in held if not stands(row, revised)] == []


def stands(row: Consideration, revised: Programme) -> bool:
    """Return whether a row that was held is in a programme, perhaps gone on with at once."""
    same = (each for each in revised.considerations if (each.instalment, each.meeting) == (row.instalment, row.meeting))
    return any(each.opens == row.opens and each.closes >= row.closes for each in same)


def test_an_item_that_is_left_for_a_panel_inside_it_stays_where_it_was_published():
    given = read_session("tests/inputs/panel-inside-its-item.yaml")
    published = plan(given)
    assert all(row.opens for row in published.of(given.agenda["2"]))
    assert rows(published) == rows(plan(given, published=published))
