"""Why there is no programme: what is returned cannot hold, and all of it is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.planning.why.conflicts import crowded, plant
from tests.sessions import at, founding, item, meeting, session
from wgsched.errors import NoProgramme
from wgsched.languages import lexicon
from wgsched.model import SIX, ConferenceServices, Forum, Holiday, InterpretationTeam, Participant, Text
from wgsched.planning import plan
from wgsched.planning.model.posting import demands
from wgsched.planning.why.conflict import conflict
from wgsched.planning.why.explain import no_programme
from wgsched.planning.why.probing import Probe
from wgsched.rules import ConcludedBy, NotBefore, Precedes, Undivided


def said(found, whole, language="en"):
    return [lexicon(language, whole).say(sentence, whole) for sentence in found.sentences]


def is_smallest(whole, found):
    """Return whether the demands cannot all hold, and any others of them can, each by a solve of its own."""
    # of the ground alone, an item whose time is not asked for has a few minutes, and not the shortest part
    probe = Probe(whole, tick=None if found.ground else 5)
    every = found.demands
    fits = [probe.fits([*found.ground, *every[:place], *every[place + 1 :]]) for place in range(len(every))]
    return (probe.fits([*found.ground, *every]), fits, probe.sure) == (False, [True] * len(every), True)


def without(whole, number):
    """Return the session without one of its meetings."""
    return replace(whole, meetings=tuple(m for place, m in enumerate(whole.meetings) if place != number))


@pytest.mark.parametrize(
    ("number", "hours"),
    [
        (0, "Thursday, 14 May, 3 p.m. to Friday, 15 May, 6 p.m."),
        (1, "Thursday, 14 May, 10 a.m. to Friday, 15 May, 6 p.m."),
        (3, "Thursday, 14 May, 10 a.m. to Friday, 15 May, 1 p.m."),
    ],
)
def test_without_a_meeting_the_founding_session_has_too_few_minutes(number, hours):
    short = without(founding(), number)
    assert said(conflict(short), short) == [
        "Items 1 (a), 1 (b), 2 (a), 2 (b), 2 (c) and 3 need 720 minutes, "
        f"but the meetings from {hours} have only 540 minutes."
    ]


def test_planning_raises_the_same_answer():
    short = without(founding(), 3)
    with pytest.raises(NoProgramme, match=r"need 720 minutes, but the meetings from .* have only 540 minutes"):
        plan(short)
    assert no_programme(short).conflict == conflict(short).sentences


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (
            (NotBefore("1", at(15, 10)), ConcludedBy("1", at(14, 18))),
            [
                "Item 1 must not be taken up before Friday, 15 May, 10 a.m.",
                "Item 1 must be concluded by Thursday, 14 May, 6 p.m.",
            ],
        ),
        (
            (Precedes("1", "2"), Precedes("2", "1")),
            ["Item 2 must wait for the conclusion of item 1.", "Item 1 must wait for the conclusion of item 2."],
        ),
        (
            (Precedes("1", "2"), NotBefore("1", at(15, 10)), ConcludedBy("2", at(15, 12))),
            [
                "Item 2 must wait for the conclusion of item 1.",
                "Item 1 must not be taken up before Friday, 15 May, 10 a.m.",
                "Item 2 must be concluded by Friday, 15 May, noon.",
                "Items 1 and 2 need 240 minutes, but the meetings from Friday, 15 May, 10 a.m. "
                "to Friday, 15 May, noon have only 120 minutes.",
            ],
        ),
        (
            (ConcludedBy("1", at(14, 13)), ConcludedBy("2", at(14, 13))),
            [
                "Item 1 must be concluded by Thursday, 14 May, 1 p.m.",
                "Item 2 must be concluded by Thursday, 14 May, 1 p.m.",
                "Items 1 and 2 need 240 minutes, but the meetings from Thursday, 14 May, 10 a.m. "
                "to Thursday, 14 May, 1 p.m. have only 180 minutes.",
            ],
        ),
        ((Undivided("3"),), ["Item 3 must not be divided over meetings.", "Item 3 must be given 240 minutes in all."]),
    ],
)
def test_only_what_is_needed_is_said(rules, expected):
    whole = session(item("1", 120), item("2", 120), item("3", 240)).with_rules(*rules)
    found = conflict(whole)
    assert (said(found, whole), is_smallest(whole, found), found.minimal) == (expected, True, True)


def test_a_holiday_is_named_when_it_takes_the_time():
    closed = founding()
    may_15 = closed.days[1]
    closed = replace(closed, place=replace(closed.place, holidays=(Holiday(may_15, Text(en="Staff day")),)))
    found = conflict(closed)
    assert said(found, closed)[0] == "Nothing may be taken up on Friday, 15 May, a holiday (Staff day)."
    assert is_smallest(closed, found)


def test_meetings_that_the_team_cannot_serve_are_not_counted():
    thirds = tuple(meeting(f"{day}-{hour}", day, hour) for day in (14, 15) for hour in (9, 13, 17))
    crowd = session(item("1", 400), item("2", 400), meetings=thirds, services=ConferenceServices(pause=60))
    found = conflict(crowd)
    assert said(found, crowd) == [
        "Interpretation team 1 may serve at most 2 meetings on Thursday, 14 May.",
        "Interpretation team 1 may serve at most 2 meetings on Friday, 15 May.",
        "Items 1 and 2 need 800 minutes, but the meetings that may be held from Thursday, 14 May, 9 a.m. "
        "to Friday, 15 May, 8 p.m. have only 720 minutes.",
    ]
    assert is_smallest(crowd, found)


def test_items_that_need_a_language_are_counted_against_the_meetings_that_have_it():
    spoken = tuple(
        meeting(f"{day}-{hour}", day, hour, languages=("en",) if hour == 10 else ("en", "fr"))
        for day in (14, 15)
        for hour in (10, 15)
    )
    whole = session(*(item(str(n), 90, languages=("fr",)) for n in range(1, 6)), meetings=spoken)
    found = conflict(whole)
    assert said(found, whole) == [
        *(f"Item {n} may be taken up only in meetings with French." for n in range(1, 6)),
        "Items 1, 2, 3, 4 and 5 need 450 minutes, but the meetings open to them from Thursday, 14 May, 3 p.m. "
        "to Friday, 15 May, 6 p.m. have only 360 minutes.",
    ]
    assert is_smallest(whole, found)


def test_a_report_that_must_be_over_early_takes_all_else_with_it():
    whole = founding().with_rules(ConcludedBy("3", at(14, 13)))
    found = conflict(whole)
    assert said(found, whole) == [
        "Item 3 must come after everything except the closure.",
        "Item 3 must be concluded by Thursday, 14 May, 1 p.m.",
        "Items 1 (a), 1 (b), 2 (a), 2 (b), 2 (c) and 3 need 720 minutes, but the meetings from Thursday, 14 May, "
        "10 a.m. to Thursday, 14 May, 1 p.m. have only 180 minutes.",
    ]
    assert is_smallest(whole, found)


def test_what_only_the_solver_can_tell_is_found_as_well():
    two = (meeting("14-am", 14, 10), meeting("14-pm", 14, 15))
    packed = session(item("1", 120), item("2", 120), item("3", 120), item("4", 0), meetings=two)
    packed = packed.with_rules(Undivided("1"), Undivided("2"), Undivided("3"), Precedes("1", "2"))
    found = conflict(packed)
    assert (said(found, packed), found.minimal, is_smallest(packed, found)) == (
        [f"Item {n} must not be divided over meetings." for n in (1, 2, 3)],
        True,
        True,
    )


def test_a_delegation_that_cannot_be_in_two_places_is_named():
    at_once = (meeting("a", 14, 10, forum="a"), meeting("b", 14, 10, forum="b"))
    whole = session(
        item("1", 120, forums=("a",)),
        item("2", 120, forums=("b",)),
        meetings=at_once,
        forums=(Forum("a"), Forum("b")),
        participants=(Participant("x", Text(en="Country X"), items=("1", "2")),),
        waives=frozenset({"pause-between"}),
        services=ConferenceServices(teams=(InterpretationTeam("1"), InterpretationTeam("2"))),
    )
    found = conflict(whole)
    assert said(found, whole) == [
        "Country X cannot be at two meetings at once (items 1 and 2).",
        "For item 1 there is only this time: Thursday, 14 May, 10 a.m.–1 p.m.",
        "For item 2 there is only this time: Thursday, 14 May, 10 a.m.–1 p.m.",
    ]
    assert is_smallest(whole, found)


def test_when_nothing_else_is_left_what_makes_a_programme_one_is_named():
    either = ("a", "b")
    whole = session(
        *(item(str(n), 120, forums=either) for n in (1, 2, 3)),
        meetings=(meeting("x", 14, 10, forum="a"), meeting("y", 15, 10, forum="b")),
        forums=(Forum("a", Text(en="Committee A")), Forum("b", Text(en="Committee B"))),
    )
    found = conflict(whole)
    assert said(found, whole) == [
        *(f"Item {n} must be given 120 minutes in all." for n in (1, 2, 3)),
        "Committee A may take up only one item at a time.",
        "Committee B may take up only one item at a time.",
    ]
    assert (found.ground, is_smallest(whole, found)) == ((), True)


def test_a_question_that_was_left_open_is_not_called_settled():
    probe = Probe(founding(), work=0.0)
    assert (probe.fits(demands(founding())), probe.sure, probe.programme()) == (True, False, None)


def test_a_session_without_meetings_says_so():
    empty = session(item("1", 60), meetings=())
    assert said(conflict(empty), empty) == ["There is no meeting in which item 1 may be taken up."]


@pytest.mark.parametrize("language", SIX)
def test_the_answer_can_be_said_in_every_language(language):
    short = without(founding(), 0)
    assert [text for text in said(conflict(short), short, language) if "720" in text and "540" in text]


@pytest.mark.parametrize("seed", range(24))
def test_of_a_planted_conflict_all_is_needed(seed):
    whole = plant(crowded(2 + seed % 3, 2, 8 + seed % 5, seed, cases=6), seed)
    found = conflict(whole)
    assert (is_smallest(whole, found), found.minimal) == (True, True)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 600))
def test_of_500_planted_conflicts_all_is_needed(seed):
    whole = plant(crowded(2 + seed % 4, 2 + seed % 2, 8 + seed % 12, seed, cases=seed % 20), seed)
    found = conflict(whole)
    assert (is_smallest(whole, found), found.minimal) == (True, True)
