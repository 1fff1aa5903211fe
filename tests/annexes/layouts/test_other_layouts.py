"""By item, day grid, order of the day, journal, documents, services: what stands in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annexes.layouts.papers import GOLDEN, SIX_CODES, founding, founding_without_hours, full, printed
from tests.programmes import timed
from tests.sessions import item, meeting, session
from wgsched.annexes import layouts
from wgsched.annexes.formats import text
from wgsched.annexes.layouts import by_item, day_grid, documents, journal, order_of_the_day, services
from wgsched.annexes.pages import Align, Heading, PageBreak, Shade
from wgsched.errors import BadInput, UnknownName
from wgsched.model import ServiceBasis

EVERY = ("by-item", "day-grid", "order-of-the-day", "journal", "documents", "services")


@pytest.mark.parametrize("layout", EVERY)
@pytest.mark.parametrize("language", SIX_CODES)
def test_every_layout_is_the_golden_one_in_every_language(layout, language):
    page = layouts.find(layout).pages(founding(), language)
    expected = (GOLDEN / f"{layout}.{language}.txt").read_text("utf-8")
    assert text.write([page]).decode() == expected


def test_an_unknown_layout_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match=r"no layout is called 'by-items'\. Did you mean 'by-item'\?"):
        layouts.find("by-items")


def test_by_item_gives_each_item_its_meetings_and_documents():
    first, second = "Thursday, 14 May, 10 a.m.–1 p.m. (Plenary)", "Thursday, 14 May, 3–6 p.m. (Plenary)"
    assert printed(by_item.pages(full(), "en"))[1:] == [
        "Agenda item | Title or description | Date and time | Documents",
        f"1 | Subject 1 | {first} |",
        "2 | Subject 2 |  |",
        f"2 (a) | Subject 2 (a) | {first} / {second} | T/1",
        f"2 (b) | Subject 2 (b) | {first} / {second} |",
        "3 | Subject 3 | Thursday, 14 May, 3–6 p.m. (Committee I) / "
        "Monday, 18 May, 10 a.m.–1 p.m. (Committee I) | T/2 / T/3",
        f" | Panel of ministers | {first} |",
        "4 | Subject 4 | Monday, 18 May, 10 a.m.–1 p.m. (Plenary) | T/4",
    ]


def test_the_day_grid_has_a_column_per_forum_and_a_row_per_event():
    assert printed(day_grid.pages(full(), "en"))[1:] == [
        "Date | Time | Plenary | Committee I",
        "Thursday, 14 May | 10 a.m.–1 p.m. | 1 Subject 1 / 2 (a) and 2 (b) Subject 2: Subject 2 (a) / Subject 2: "
        "Subject 2 (b) / 2 Panel of ministers (noon–1 p.m.) / Conference room A |",
        " | 1–2 p.m. | Tea",
        " | 3–6 p.m. | 2 (a) and 2 (b) Subject 2: Subject 2 (a) / Subject 2: Subject 2 (b) (continued) / "
        "Conference room A | 3 Subject 3 / Conference room B",
        "Friday, 15 May | Official United Nations holiday",
        "Monday, 18 May | 10 a.m.–1 p.m. | 4 Subject 4 / Conference room A | 3 Subject 3 (continued)",
    ]
    assert day_grid.pages(full(), "en").landscape is True


def test_the_order_of_a_day_has_numbers_rooms_and_interpretation():
    page = order_of_the_day.pages(full(), "en", day="2009-05-14")
    assert (page.title, printed(page)) == (
        "Order of the day: 14 May 2009",
        [
            "Order of the day: Thursday, 14 May 2009",
            "Time | Meeting | Agenda item | Title or description | Room | Interpretation",
            "10 a.m.–1 p.m. | Plenary, 1st meeting | 1 | Subject 1 | Conference room A | Six languages",
            " |  | 2 (a) and 2 (b) | Subject 2: Subject 2 (a) / Subject 2: Subject 2 (b) |  |",
            " |  | 2 | Panel of ministers (noon–1 p.m.) |  |",
            "1–2 p.m. |  |  | Tea | Hall |",
            "3–6 p.m. | Plenary, 2nd meeting | 2 (a) and 2 (b) | Subject 2: Subject 2 (a) / Subject 2: Subject 2 (b) "
            "(continued) | Conference room A | Six languages",
            "3–6 p.m. | Committee I, 1st meeting | 3 | Subject 3 | Conference room B | Six languages",
        ],
    )


def test_a_cancelled_meeting_stays_in_the_order_of_the_day_and_has_no_number():
    assert printed(order_of_the_day.pages(full(), "en", day="2009-05-15"))[2:] == [
        "10 a.m.–1 p.m. | Plenary (cancelled) |  |  | To be announced | Six languages"
    ]


def test_without_a_day_every_day_has_its_page():
    blocks = order_of_the_day.pages(full(), "en").blocks
    assert [type(block) for block in blocks].count(PageBreak) == 2
    assert [(b.level, b.text) for b in blocks if isinstance(b, Heading)] == [
        (1, "Order of the day: Thursday, 14 May 2009"),
        (2, "Order of the day: Friday, 15 May 2009"),
        (2, "Order of the day: Monday, 18 May 2009"),
    ]


@pytest.mark.parametrize("layout", [order_of_the_day, journal])
def test_a_day_on_which_nothing_is_held_is_refused(layout):
    with pytest.raises(BadInput, match=r"nothing is held on 2009-05-17; there is something on 2009-05-14, 2009-05-15"):
        layout.pages(full(), "en", day="2009-05-17")
    with pytest.raises(BadInput, match=r"nothing is held on 2009-05-14; there is something on no day$"):
        layout.pages(timed(session(item("1", 30)), {}), "en", day="2009-05-14")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "Six languages"),
        ({"basis": ServiceBasis.WITHOUT}, "None"),
        ({"basis": ServiceBasis.AS_AVAILABLE}, "As available"),
        ({"languages": ("en", "fr")}, "English and French"),
        ({"languages": ("en",)}, "None"),
    ],
)
def test_interpretation_is_said_as_it_is_granted(more, expected):
    programme = timed(session(item("1", 30), meetings=(meeting("a", 14, 10, **more),)), {"a": [("1", 30)]})
    assert printed(order_of_the_day.pages(programme, "en"))[2].rpartition(" | ")[2] == expected


def test_a_journal_entry_lists_the_items_of_each_meeting():
    assert printed(journal.pages(full(), "en", day="2009-05-14")) == [
        "Official meetings: Thursday, 14 May 2009",
        "Tests WG, Plenary, 1st meeting",
        "10 a.m.–1 p.m., Conference room A",
        "1. Subject 1 [1]",
        "2. Subject 2: Subject 2 (a); Subject 2: Subject 2 (b) [2\u00a0(a)\u00a0and\u00a02\u00a0(b)]",
        "3. Panel of ministers (noon–1 p.m.) [2]",
        "Tea",
        "1–2 p.m., Hall",
        "Tests WG, Plenary, 2nd meeting",
        "3–6 p.m., Conference room A",
        "1. Subject 2: Subject 2 (a); Subject 2: Subject 2 (b) (continued) [2\u00a0(a)\u00a0and\u00a02\u00a0(b)]",
        "Tests WG, Committee I, 1st meeting",
        "3–6 p.m., Conference room B",
        "1. Subject 3 [3]",
    ]


def test_a_journal_entry_says_that_a_meeting_is_cancelled_and_lists_nothing():
    assert printed(journal.pages(full(), "en", day="2009-05-15"))[1:] == [
        "Tests WG, Plenary (cancelled)",
        "10 a.m.–1 p.m., Room to be announced",
    ]


def test_the_list_of_documents_says_what_is_out_late_planned_or_missing():
    page = documents.pages(full(), "en")
    assert printed(page)[2:] == [
        "T/1 | 2 (a) | Note | 20 March 2009 (Arabic and Chinese) | Not yet in English, French, Russian and Spanish",
        "T/2 | 3 | Report | 20 March 2009 (all languages) | Out in all languages on 20 March",
        "T/3 | 3 | Addendum | 13 May 2009 (all languages) | Late: out only on 13 May",
        "T/4 | 4 | Draft |  | Planned",
    ]
    (table,) = page.tables()
    assert [(row.cells[-1].shade, row.record["late"]) for row in table.rows] == [
        (Shade.WARNING, True),
        (None, False),
        (Shade.WARNING, True),
        (None, True),
    ]


def test_a_document_without_a_title_in_a_language_is_named_where_it_is_printed():
    symbols = ("T/1", "T/2", "T/3", "T/4")
    lacking = {name: layouts.missing(name, full().session, "fr") for name in ("by-item", "documents")}
    assert lacking["documents"] == (*lacking["by-item"], *symbols)
    assert layouts.missing("documents", full().session, "fr", fill="en") == ()
    assert layouts.missing("provisional-agenda", full().session, "fr")[-4:] == symbols


def test_the_weeks_before_the_opening_are_the_bodys_own():
    assert printed(documents.pages(full(), "en", weeks=0))[4].endswith("Out in all languages on 13 May")


def test_the_use_of_services_counts_meetings_hours_and_teams():
    assert printed(services.pages(full(), "en"))[1:] == [
        "Service | Entitled | Used | Left",
        "Meetings with interpretation | 7 | 5 | 2",
        "Hours of meetings | 21 hours | 15 hours | 6 hours",
        "Meetings served by team 1 | 7 | 5 | 2",
        "Meetings not held |  |  | 2",
        "Hours without an item |  |  | 8 hours",
    ]


def test_numbers_and_what_stands_above_them_stand_at_the_same_side():
    (table,) = services.pages(full(), "ar").tables()
    columns = {tuple(row.cells[column].align for row in (*table.header, *table.rows)) for column in (1, 2, 3)}
    assert columns == {(Align.END,) * (1 + len(table.rows))}


def test_hours_without_an_item_are_not_guessed_where_rows_have_no_hours():
    assert "Hours without an item" not in text.write([services.pages(founding_without_hours(), "en")]).decode()


@pytest.mark.parametrize(("length", "expected"), [(45, "45 minutes"), (60, "1 hour"), (150, "2 hours 30 minutes")])
def test_lengths_are_printed_in_hours_and_minutes(length, expected):
    one = (meeting("a", 14, 10, length),)
    programme = timed(session(item("1", 30), meetings=one), {"a": [("1", 30)]})
    assert printed(services.pages(programme, "en"))[3].split(" | ")[1] == expected


def test_numbers_go_on_from_an_earlier_part_of_the_session():
    programme = full()
    first, *rest = programme.meetings
    later = replace(programme, meetings=(replace(first, number=7), *rest))
    assert "Plenary, 8th meeting" in text.write([order_of_the_day.pages(later, "en")]).decode()


def test_names_of_forums_events_and_rooms_are_filled_visibly_too():
    lines = printed(order_of_the_day.pages(full(), "fr", fill="en", day="2009-05-14"))
    assert [line for line in lines if "Hall" in line or "Committee" in line] == [
        "13 heures-14 heures |  |  | [Tea] | Hall |",
        "15 heures-18 heures | [Committee I], 1re séance | 3 | [Subject 3] | [Conference room B] | Six langues",
    ]
