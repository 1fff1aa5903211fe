"""Rows of a session file: pinned, placed (``~``), and with minutes and hours."""

import pytest

from tests.sessions import at
from wgsched.annexes import annex
from wgsched.checking import check
from wgsched.errors import BadInput
from wgsched.files import programme_from_json, programme_of_rows, programme_to_json, session_from
from wgsched.model import RowHours, Rows
from wgsched.planning import plan

HEAD = """\
body: Group
place: Vienna
days: Thu 14 - Fri 15 May 2009
services: {meetings a day: 2}
agenda:
  1: {is: opening, takes: 15 min}
  2: {title: Work}
  2 (a): {title: First, takes: 150 min}
  2 (b): {title: Second, takes: 285 min}
  3: {is: report, takes: 60 min}
entries:
  panel for women: {title: Panel, takes: 30 min}
organization:
"""


def read(rows):
    return session_from(HEAD + rows)


def typed(rows):
    return read(rows).organization


def hours(programme):
    return [f"{row.instalment} {row.opens:%a %H:%M}-{row.closes:%H:%M}" for row in programme.considerations]


def test_a_wave_marks_a_row_that_may_move():
    (rows,) = typed("  Thu am: [1, ~2 (a), 3, ~2(b) part 1]")
    assert rows == Rows("plenary-2009-05-14-am", ("1", "2a", "3", "2b"), placed=("2a", "2b"))
    assert (rows.pinned, rows.leading, rows.admits) == (("1", "3"), ("1",), True)


def test_a_row_states_its_minutes_and_its_hour():
    (rows,) = typed("  Thu am: [1 for 20 min, ~2 (a) at 11:00 for 1 h 30 min, 2 (b) for 1/3 meeting]")
    assert rows.placed == ("2a",)
    assert rows.hours == (RowHours("1", 20), RowHours("2a", 90, at(14, 11)), RowHours("2b", 60))


def test_a_name_with_the_word_for_stays_a_name():
    (rows,) = typed("  Thu am: [panel for women, ~panel for women for 20 min]")
    assert (rows.instalments, rows.hours) == (("panel for women",) * 2, (RowHours("panel for women", 20),))


def test_an_hour_past_midnight_is_of_the_next_day():
    night = HEAD.replace("organization:", "hours: {night: 22-2}\norganization:")
    (rows,) = session_from(night + "  Thu night: [1 at 1:30 for 10 min]").organization
    assert rows.hours[0].opens == at(15, 1, 30)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1 for ever", "'ever' is not a length of time"),
        ("1 at ten for 10 min", "'ten' is not a time of day"),
        ("1 for 0 min", "a row has at least one minute"),
        ("9 for 10 min", "there is no agenda item '9'"),
        ("~9", "there is no agenda item '9'"),
        ("~...", "there is no agenda item '...'"),
    ],
)
def test_a_row_that_makes_no_sense_is_told_with_its_place(row, why):
    with pytest.raises(BadInput) as error:
        typed(f"  Thu am: [{row}]")
    assert why in str(error.value)
    assert "14:12: organization.Thu am.1" in str(error.value)


def test_rows_are_read_as_typed_whether_they_may_move_or_not():
    rows = "  Thu am: [{0}1, {0}2 (a)]\n  Thu pm: [{0}2 (b)]\n  Fri am: [{0}2 (b), panel for women]\n  Fri pm: [{0}3]"
    pinned, placed = (programme_of_rows(read(rows.format(mark))) for mark in ("", "~"))
    assert pinned.considerations == placed.considerations
    assert all(row.window is None for row in placed.considerations)
    assert not check(placed)


def test_stated_minutes_give_the_rows_of_the_meeting_their_hours():
    programme = programme_of_rows(
        read("  Thu am: [1, 2 (a) for 120 min]\n  Thu pm: [2 (a) for 30 min]\n  Fri am: [3 at 11:00 for 60 min]")
    )
    assert hours(programme) == [
        "1 Thu 10:00-10:15", "2a Thu 10:15-12:15", "2a Thu 15:00-15:30", "3 Fri 11:00-12:00",
    ]  # fmt: skip


def test_rows_without_minutes_share_what_the_item_takes_beside_the_stated_minutes():
    programme = programme_of_rows(
        read("  Thu am: [2 (b) for 45 min]\n  Thu pm: [1 for 15 min, 2 (b)]\n  Fri am: [1 for 5 min, 2 (b)]")
    )
    assert [row.window.minutes for row in programme.considerations if row.instalment == "2b"] == [45, 120, 120]


def test_unfinished_rows_make_a_programme_where_it_is_asked_for():
    session = read("  Thu am: [1, ...]")
    assert [row.instalment for row in programme_of_rows(session, unfinished=True).considerations] == ["1"]
    with pytest.raises(BadInput, match="not all typed by hand"):
        programme_of_rows(session)


def test_a_programme_that_a_tool_wrote_is_whole_also_if_a_meeting_admits_others():
    rows = "  Thu am: [1, 2 (a), ...]\n  Thu pm: [~2 (b)]\n  Fri am: [2 (b), panel for women]\n"
    assert len(programme_of_rows(read(rows + "  Fri pm: [3, ...]")).considerations) == 6
    for left in (rows, rows.replace("~", "") + "  Fri pm: [3, ...]"):
        with pytest.raises(BadInput, match="not all typed by hand"):
            programme_of_rows(read(left))


def test_papers_are_the_same_whether_rows_may_move_or_not():
    rows = "  Thu am: [{0}1, {0}2 (a)]\n  Thu pm: [{0}2 (b)]\n  Fri am: [{0}2 (b), panel for women]\n  Fri pm: [{0}3]"
    pinned, placed = (annex(programme_of_rows(read(rows.format(mark)))).text for mark in ("", "~"))
    assert pinned == placed


def test_planning_keeps_pinned_rows_and_may_move_the_others():
    typed_late = "  Thu am: [~3, ~1]\n  Fri am: [~1, 2 (a)]\n"
    planned = plan(read(typed_late))
    assert not check(planned)
    assert "2a" in {row.instalment for row in planned.rows(planned.meeting("plenary-2009-05-15-am"))}
    assert planned.considerations[0].instalment == "1"
    assert planned.considerations[-1].instalment == "3"


def test_a_programme_file_keeps_which_rows_may_move_and_their_minutes():
    programme = programme_of_rows(read("  Thu am: [1, ~2 (a) at 11:00 for 90 min]"))
    assert programme_from_json(programme_to_json(programme)) == programme
