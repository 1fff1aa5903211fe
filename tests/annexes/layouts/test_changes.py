"""Changes: marked in the table and told in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annexes.layouts.papers import founding, full, printed
from tests.programmes import timed
from wgsched import annex
from wgsched.annexes.layouts.changes import pages
from wgsched.annexes.layouts.organization_of_work import headline
from wgsched.annexes.layouts.sheet import Sheet
from wgsched.annexes.pages import Heading, Revised
from wgsched.errors import BadInput

BEFORE = founding()
FIRST, SECOND, THIRD, FOURTH = (meeting.key for meeting in BEFORE.meetings)
PARENT = "Implementation of the recommendations of the Working Group: "


def revised(rows, **meetings):
    """Return the founding programme with other rows, and with some meetings changed, by key."""
    changed = tuple(replace(each, **meetings.get(each.key.replace("-", "_"), {})) for each in BEFORE.meetings)
    return replace(timed(BEFORE.session, rows), meetings=changed)


def test_without_a_change_the_table_is_plain():
    lines = printed(pages(BEFORE, "en", since=BEFORE))
    assert (lines[1], [line for line in lines if "{+" in line or "[-" in line]) == ("Nothing has changed.", [])


def test_what_moved_is_marked_where_it_was_and_where_it_is():
    after = revised(
        {
            FIRST: [("1a", 15), ("1b", 15), ("2a", 150)],
            SECOND: [("2a", 30), ("2c", 120)],
            THIRD: [("2b", 180)],
            FOURTH: [("2b", 120), ("3", 60)],
        }
    )
    lines = printed(pages(after, "en", since=BEFORE))
    assert lines[lines.index("Thursday, 14 May") + 1 :] == [
        "10 a.m.–1 p.m. | 1 (a) | Opening of the meeting",
        " | 1 (b) | Adoption of the agenda and organization of work",
        f" | 2 (a) | {PARENT}Developing cumulative knowledge",
        f"3–6 p.m. | 2 (a) | {PARENT}Developing cumulative knowledge (continued)",
        f" | [-2 (b)-] | [-{PARENT}Building confidence and trust-]",
        f" | {{+2 (c)+}} | {{+{PARENT}Technical assistance+}}",
        "Friday, 15 May",
        f"10 a.m.–1 p.m. | [-2 (b)-] | [-{PARENT}Building confidence and trust (continued)-]",
        f" | {{+2 (b)+}} | {{+{PARENT}Building confidence and trust+}}",
        f"3–6 p.m. | [-2 (c)-] | [-{PARENT}Technical assistance-]",
        f" | {{+2 (b)+}} | {{+{PARENT}Building confidence and trust (continued)+}}",
        " | 3 | Adoption of the report",
    ]
    assert lines[1].startswith("1. Moved: item 2 (b), from the meeting of Thursday, 14 May, 3–6 p.m.")


def test_a_cancelled_meeting_is_struck_out_whole_and_new_hours_stand_beside_the_old():
    rows = {FIRST: [("1a", 15), ("1b", 15), ("2a", 150)], SECOND: [("2a", 30), ("2b", 150)]}
    moved = {"opens": BEFORE.meetings[1].opens.add(minutes=30)}
    after = revised(rows, **{SECOND.replace("-", "_"): moved, THIRD.replace("-", "_"): {"cancelled": True}})
    lines = printed(pages(after, "en", since=BEFORE))
    assert f"[-3–6 p.m.-] / {{+3.30–6 p.m.+}} | 2 (a) | {PARENT}Developing cumulative knowledge (continued)" in lines
    assert f"[-10 a.m.–1 p.m.-] | [-2 (b)-] | [-{PARENT}Building confidence and trust (continued)-]" in lines


def test_minutes_inside_a_meeting_that_are_no_promise_are_no_change():
    rows = {FIRST: [("1a", 20), ("1b", 10), ("2a", 150)], SECOND: [("2a", 30), ("2b", 150)]}
    after = revised({**rows, THIRD: [("2b", 180)], FOURTH: [("2c", 120), ("3", 60)]})
    assert printed(pages(after, "en", since=BEFORE))[1] == "Nothing has changed."


def test_a_promised_hour_that_changes_is_told():
    rows = {"14-am": [("1", 30), ("2a", 60), ("panel", 60)], "14-pm": [("2a", 30)], "14-pm-c": [("3", 120)]}
    after = timed(full().session, {**rows, "18-am": [("4", 60)], "18-am-c": [("3", 60)]})
    lines = printed(pages(after, "en", since=full()))
    assert [line for line in lines if "Panel" in line] == [
        "1. Moved: “Panel of ministers”, from Thursday, 14 May, noon to Thursday, 14 May, 11.30 a.m.",
        " |  | [-2-] | [-Panel of ministers (noon–1 p.m.)-]",
        " |  | {+2+} | {+Panel of ministers (11.30 a.m.–12.30 p.m.)+}",
    ]


def test_records_say_what_came_and_went():
    after = revised({FIRST: [("1b", 15), ("1a", 15)]})
    table = next(pages(after, "en", since=BEFORE).tables())
    assert {(row.record["item"], row.record["change"]) for row in table.rows if row.record} >= {
        ("1 (b)", "+"),
        ("1 (b)", "-"),
        ("1 (a)", ""),
        ("2 (a)", "-"),
    }


def test_marks_are_not_colour_alone():
    after = revised({FIRST: [("1a", 15)]})
    (table,) = pages(after, "en", since=BEFORE).tables()
    marks = {run.change for row in table.rows for cell in row.cells for run in cell.inlines}
    assert marks == {None, Revised.DELETED}


def test_it_must_be_said_since_when():
    with pytest.raises(BadInput, match=r"^the layout changes must be given 'since'$"):
        annex(BEFORE, layout="changes")


def test_with_marks_the_annex_is_printed_alone():
    after = replace(BEFORE, considerations=BEFORE.considerations[:-1])
    marked = pages(after, "en", since=BEFORE, marks=True)
    assert next(block.text for block in marked.blocks if isinstance(block, Heading)) == headline(Sheet.of(after, "en"))
    assert [*marked.tables()] == [*pages(after, "en", since=BEFORE).tables()]
    assert marked.has_masthead
