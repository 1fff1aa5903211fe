"""Phases: what fills a stretch of the session takes the time that is left there."""

from __future__ import annotations

import pytest

from wgsched import check, plan
from wgsched.errors import BadInput
from wgsched.files import session_from

HEAD = """
body: Committee
place: New York
days: Mon 4 - Fri 8 Oct 2027
languages: en
agenda:
  1: {is: opening, takes: ~30 min}
  2: {title: Disarmament, takes: ~2 meetings}
  3: {is: report, takes: ~1 meeting}
"""


def debate(fills, more=""):
    return session_from(f"{HEAD}entries:\n  debate: {{is: general-debate, before: 2, fills: {fills}}}\n{more}")


def minutes(session):
    return session.agenda["debate"].takes.expected.minutes


def test_a_phase_takes_what_its_meetings_leave_beside_the_opening():
    assert minutes(debate("Mon 4 - Tue 5 Oct")) == 4 * 180 - 30
    assert minutes(debate("Tue 5 Oct")) == 2 * 180


def test_it_may_fill_several_stretches():
    assert minutes(debate("[Mon am, Tue pm]")) == 2 * 180 - 30


def test_what_is_asked_to_be_taken_up_there_takes_its_own():
    more = "  panel: {title: Panel, at: Tue 5 Oct 15:00-16:30}\n  talk: {title: Talk, takes: 30 min, within: Tue pm}\n"
    assert minutes(debate("Mon 4 - Tue 5 Oct", more)) == 4 * 180 - 30 - 90 - 30


def test_the_meetings_of_other_forums_do_not_count():
    session = session_from(
        HEAD
        + "forums: {plenary: {}, committee: {days: Tue 5 Oct}}\n"
        + "entries:\n  debate: {is: general-debate, forum: committee, fills: Mon 4 - Wed 6 Oct}\n"
    )
    assert minutes(session) == 2 * 180


def test_it_is_planned_into_its_stretch_after_the_opening_and_fills_it():
    programme = plan(debate("Mon 4 - Tue 5 Oct"))
    rows = [row for row in programme.considerations if row.instalment == "debate"]
    assert [str(programme.meeting(row.meeting).date) for row in rows] == [*["2027-10-04"] * 2, *["2027-10-05"] * 2]
    assert sum(row.window.minutes for row in rows) == 4 * 180 - 30
    assert programme.considerations[0].instalment == "1"
    assert not check(programme)


@pytest.mark.parametrize(
    ("fills", "message"),
    [
        ("Mon 4 - Tue 5 Oct, takes: 2 h", "entries.debate.fills: what fills a stretch has no 'takes'"),
        ("Mon 4 Oct, within: Mon am", "entries.debate.fills: what fills a stretch has no 'within'"),
        ("Sat 9 Oct", "entries.debate.fills: "),
        ("nonsense", "entries.debate.fills: "),
    ],
)
def test_what_cannot_be_filled_is_told_at_its_place(fills, message):
    with pytest.raises(BadInput) as refused:
        debate(fills)
    (fault,) = refused.value.faults
    assert f"{fault.path}: {fault.message}".startswith(message)


def test_a_stretch_that_is_full_is_told():
    with pytest.raises(BadInput, match="no meeting of the plenary has time for it there"):
        debate("Mon am", "  panel: {title: Panel, at: Mon 4 Oct 10:00-13:00}\n")
