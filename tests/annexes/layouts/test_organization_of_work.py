"""The annex: the founding document's table, and all that others print in theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annexes.layouts.papers import GOLDEN, en, founding, founding_without_hours, full, printed
from tests.programmes import timed, typed
from tests.sessions import item, session
from wgsched.annexes.formats import text
from wgsched.annexes.layouts.organization_of_work import pages
from wgsched.annexes.pages import Footnote, Heading
from wgsched.errors import MissingTitles
from wgsched.model import SIX, AgendaItem, Text


def test_the_chinese_annex_has_the_rows_of_the_founding_document():
    assert printed(pages(founding(), "zh", inside=True)) == [
        "附件",
        "拟议工作安排",
        "日期和时间 | 议程项目 | 标题或说明",
        "5月14日，星期四",
        "上午 10 时至下午 1 时 | 1 (a) | 会议开幕",
        " | 1 (b) | 通过议程和工作安排",
        " | 2 (a) | 工作组各项建议的实施情况：积累知识",
        "下午 3 时至 6 时 | 2 (a) | 工作组各项建议的实施情况：积累知识 (续)",
        " | 2 (b) | 工作组各项建议的实施情况：建立信心和信任",
        "5月15日，星期五",
        "上午 10 时至下午 1 时 | 2 (b) | 工作组各项建议的实施情况：建立信心和信任 (续)",
        "下午 3 时至 6 时 | 2 (c) | 工作组各项建议的实施情况：技术援助",
        " | 3 | 通过报告",
    ]


@pytest.mark.parametrize("language", SIX)
def test_the_annex_is_the_golden_one_in_every_language(language):
    assert text.write([pages(founding(), language)]).decode() == (GOLDEN / f"{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("language", SIX)
def test_rows_typed_without_hours_print_alike(language):
    assert pages(founding_without_hours(), language) == pages(founding(), language)


def test_the_time_cell_is_merged_over_its_items_and_the_date_row_over_the_table():
    (table,) = pages(founding(), "en").tables()
    assert [[(cell.rowspan, cell.colspan) for cell in row.cells] for row in table.rows] == [
        [(1, 3)],
        [(3, 1), (1, 1), (1, 1)],
        [(1, 1)] * 2,
        [(1, 1)] * 2,
        [(2, 1), (1, 1), (1, 1)],
        [(1, 1)] * 2,
        [(1, 3)],
        [(1, 1)] * 3,
        [(2, 1), (1, 1), (1, 1)],
        [(1, 1)] * 2,
    ]


def test_forums_joint_items_promised_hours_events_and_holidays_have_their_places():
    assert printed(pages(full(), "en", inside=True))[2:] == [
        "Date and time | Forum | Agenda item | Title or description",
        "Thursday, 14 May",
        "10 a.m.–1 p.m. | Plenary | 1 | Subject 1",
        " |  | 2 (a) and 2 (b) | Subject 2: Subject 2 (a) / Subject 2: Subject 2 (b)",
        " |  | 2 | Panel of ministers (noon–1 p.m.)",
        "1–2 p.m. |  |  | Tea",
        "3–6 p.m. | Plenary | 2 (a) and 2 (b) | Subject 2: Subject 2 (a) / Subject 2: Subject 2 (b) (continued)",
        " | Committee I | 3 | Subject 3",
        "Friday, 15 May | Official United Nations holiday",
        "Monday, 18 May",
        "10 a.m.–1 p.m. | Plenary | 4 | Subject 4",
        " | Committee I | 3 | Subject 3 (continued)",
    ]


def test_an_entry_that_fills_its_meeting_has_no_hours_of_its_own():
    panel = AgendaItem("panel", title=en("Panel"), takes=item("9", 180).takes, firm=True)
    assert printed(pages(timed(session(panel), {"14-am": [("panel", 180)]}), "en"))[-1] == "10 a.m.–1 p.m. |  | Panel"


def test_every_row_carries_its_record_and_date_rows_none():
    (table,) = pages(full(), "en").tables()
    records = [dict(row.record) for row in table.rows if row.record]
    assert [(each["date"], each["kind"], each.get("item"), each.get("continued")) for each in records] == [
        ("2009-05-14", "item", "1", False),
        ("2009-05-14", "item", "2 (a); 2 (b)", False),
        ("2009-05-14", "entry", "", False),
        ("2009-05-14", "event", None, None),
        ("2009-05-14", "item", "2 (a); 2 (b)", True),
        ("2009-05-14", "item", "3", False),
        ("2009-05-15", "holiday", None, None),
        ("2009-05-18", "item", "4", False),
        ("2009-05-18", "item", "3", True),
    ]
    assert records[2] == {
        "date": "2009-05-14",
        "opens": "2009-05-14T10:00+02:00",
        "closes": "2009-05-14T13:00+02:00",
        "kind": "entry",
        "item": "",
        "title": "Panel of ministers",
        "continued": False,
        "forum": "plenary",
        "room": "A",
        "meeting": "14-am",
        "instalment": "panel",
        "from": "2009-05-14T12:00+02:00",
        "to": "2009-05-14T13:00+02:00",
    }


def test_hours_that_are_no_promise_are_in_no_record():
    (table,) = pages(founding(), "en").tables()
    assert {(row.record["from"], row.record["to"]) for row in table.rows if row.record} == {("", "")}


def test_an_item_resumed_in_the_same_meeting_is_not_marked_as_continued():
    whole = session(item("1", 30), AgendaItem("talk", title=en("Talk"), takes=item("9", 30).takes))
    programme = typed(whole, {"14-am": ["1", "talk", "1"], "14-pm": ["1"]})
    assert printed(pages(programme, "en", inside=True))[4:] == [
        "10 a.m.–1 p.m. | 1 | Subject 1",
        " |  | Talk",
        " | 1 | Subject 1",
        "3–6 p.m. | 1 | Subject 1 (continued)",
    ]


def test_a_body_that_never_prints_the_mark_has_none():
    programme = founding()
    silent = replace(programme.session, phrases={"en": {"continued": ""}})
    assert [line for line in printed(pages(replace(programme, session=silent), "en")) if "ontinued" in line] == []


def test_a_missing_title_is_an_error_or_visibly_filled():
    programme = typed(session(item("1", 30, title=Text(en="Trade"))), {"14-am": ["1"]})
    with pytest.raises(MissingTitles):
        pages(programme, "fr")
    assert printed(pages(programme, "fr", fill="en"))[-1] == "10 heures-13 heures | 1 | [Trade]"


def test_the_symbol_stands_in_the_header_and_a_note_hangs_on_the_heading():
    page = pages(founding(), "en", note="Subject to change.")
    assert (page.header, page.symbol, page.moment.isoformat()) == (
        "CAC/COSP/WG.2/2009/1",
        "CAC/COSP/WG.2/2009/1",
        "2009-03-20T00:00:00+00:00",
    )
    assert [b.inlines[-1] for b in page.blocks if isinstance(b, Heading)] == [Footnote("Subject to change.")]
