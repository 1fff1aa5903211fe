"""Papers become sessions: the founding document whole, what is not said asked for, what is odd told."""

from dataclasses import replace
from pathlib import Path

import pytest

from wgsched import BadInput, Duration, annex, plan, read_session
from wgsched.reading import Fate, lint_paper, read_paper

FOUNDING = Path("tests/golden/asset-recovery-2009/source.zh.txt")
EXAMPLE = Path("examples/asset-recovery-2009.yaml")

ANNEX = """Annex

Proposed organization of work

Date and time | Agenda item | Title or description
Thursday, 14 May
10 a.m.–1 p.m. | 1 | Opening of the session
 | 2 | Budget
3–6 p.m. | 2 | Budget (continued)
"""


@pytest.fixture
def paper(tmp_path):
    def written(text, name="paper.txt"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return written


def test_the_founding_document_is_read_whole():
    session, example = read_paper(FOUNDING).session, read_session(EXAMPLE)
    assert session.body.title["zh"] == example.body.title["zh"]
    assert session.body.parent.title["zh"] == example.body.parent.title["zh"]
    assert (session.days, session.place.key, session.issued) == (example.days, "Vienna", example.issued)
    assert (session.original, session.kind) == ("en", example.kind)
    assert [(item.number, item.role, item.title["zh"]) for item in session.agenda] == [
        (item.number, item.role, item.title["zh"]) for item in example.agenda
    ]
    assert [each.symbol for each in session.documents] == ["CAC/COSP/WG.2/2009/2"]
    assert session.documents[0].title["zh"] == example.documents[0].title["zh"]
    assert session.mandates[0].title["zh"] == "资产追回"
    assert [text.text["zh"] for text in session.agenda["1 (b)"].annotations] == [
        text.text["zh"] for text in example.agenda["1 (b)"].annotations
    ]
    assert session.services.meetings_a_day == 2


def test_its_table_becomes_a_programme_and_its_doubled_rows_are_told():
    reading = read_paper(FOUNDING)
    table = annex(reading.programme, language="zh", inside=True).text.splitlines()[4:]
    assert table == [
        "日期和时间 | 议程项目 | 标题或说明",
        "5月14日，星期四",
        "上午10时至下午1时 | 1 (a) | 会议开幕",
        " | 1 (b) | 通过议程和工作安排",
        "下午3时至6时 | 2 (a) | 工作组各项建议的实施情况：积累知识",
        " | 2 (b) | 工作组各项建议的实施情况：建立信心和信任",
        "5月15日，星期五",
        "上午10时至下午1时 | 2 (b) | 工作组各项建议的实施情况：建立信心和信任（续）",
        "下午3时至6时 | 2 (c) | 工作组各项建议的实施情况：技术援助",
        " | 3 | 通过报告",
    ]
    assert [entry.place for entry in reading.account.of(Fate.REFUSED)] == ["line 115", "line 117"]
    assert reading.account.of(Fate.LEFT_OVER) == ()


def test_every_block_of_a_paper_is_in_the_ledger(paper):
    reading = read_paper(paper(f"{ANNEX}\nA stray line.\n"), year=2009, place="Vienna", body="Body")
    assert [str(entry) for entry in reading.account.of(Fate.LEFT_OVER)] == ["line 11: “A stray line.”"]


def test_what_a_paper_does_not_say_is_asked_for_at_once(paper):
    path = paper(ANNEX)
    with pytest.raises(BadInput) as bad:
        read_paper(path)
    assert [fault.message for fault in bad.value.faults] == [
        "which year? The paper does not say",
        "which place? The paper does not say",
        "which body? The paper does not say",
    ]
    assert "2009, 2015, 2020" in bad.value.faults[0].hint


def test_a_place_may_be_the_name_of_a_time_zone(paper):
    session = read_paper(paper(ANNEX), year=2009, place="Asia/Qatar", body="Body").session
    assert session.zone == "Asia/Qatar"


def test_an_unknown_place_is_refused(paper):
    with pytest.raises(BadInput, match="'Nowhere' is neither a known duty station nor a time zone"):
        read_paper(paper(ANNEX), year=2009, place="Nowhere", body="Body")


def test_the_year_in_the_head_of_the_paper_holds_for_all_its_days(paper):
    head = "Committee on Examples\nVienna, 14 and 15 May 2009\n\n"
    session = read_paper(paper(head + ANNEX)).session
    assert [str(day) for day in session.days] == ["2009-05-14", "2009-05-15"]
    assert session.body.title["en"] == "Committee on Examples"


def test_a_weekday_that_does_not_agree_with_its_date_is_told(paper):
    reading = read_paper(paper(ANNEX), year=2010, place="Vienna", body="Body")
    assert [str(entry) for entry in reading.account.of(Fate.REFUSED)] == [
        "line 7: 2010-05-14 is a Friday, not a Thursday"
    ]


def test_an_agenda_and_its_annex_may_be_two_files(paper):
    agenda = paper("Provisional agenda\n\n1. Opening of the session.\n2. Budget:\n(a) Income;\n", "agenda.txt")
    session = read_paper(agenda, paper(ANNEX), year=2009, place="Vienna", body="Body").session
    assert [str(item.number) for item in session.agenda] == ["1", "2", "2 (a)"]
    assert session.agenda["2 (a)"].title["en"] == "Income"


def test_items_share_the_minutes_of_their_meetings_equally(paper):
    session = read_paper(paper(ANNEX), year=2009, place="Vienna", body="Body").session
    assert [session.agenda[number].takes.expected for number in ("1", "2")] == [
        Duration(90),
        Duration(270),
    ]


def test_hours_without_a_half_of_the_day_are_put_in_order(paper):
    text = "Day | Title\n14 May 2009\n11.30-12.30 | Budget\n1.00-1.45 | Reports\n"
    programme = read_paper(paper(text), place="Vienna", body="Body").programme
    assert [f"{meeting.opens:%H:%M}" for meeting in programme.meetings] == ["11:30", "13:00"]


def test_a_paper_without_agenda_or_programme_is_refused(paper):
    with pytest.raises(BadInput, match="holds neither a programme nor an agenda"):
        read_paper(paper("Dear colleague,\nI shall be late.\n"))


def test_a_language_that_is_not_read_is_refused(paper):
    with pytest.raises(BadInput, match="papers in 'de' are not read; known: ar, en, es, fr, ru, zh"):
        read_paper(paper(ANNEX), language="de")


def test_hours_that_run_backwards_are_refused_with_their_place(paper):
    text = ANNEX.replace("3–6 p.m.", "18:00–15:00")
    reading = read_paper(paper(text), year=2009, place="Vienna", body="Body")
    assert [str(entry) for entry in reading.account.of(Fate.REFUSED)] == [
        "line 9: “Budget”: the hours 18:00-15:00 run backwards"
    ]


def test_a_break_is_an_event_and_a_holiday_a_holiday(paper):
    text = ANNEX + "6–6.30 p.m. |  | Reception\nFriday, 15 May | Official United Nations holiday\n"
    session = read_paper(paper(text), year=2009, place="Vienna", body="Body").session
    assert [event.title["en"] for event in session.events] == ["Reception"]
    assert "2009-05-15" in [str(holiday.date) for holiday in session.place.holidays]


def test_half_a_day_without_hours_has_those_of_the_place(paper):
    text = "Date | Title\n14 May 2009, morning | Budget\nAfternoon | Reports\n"
    reading = read_paper(paper(text), place="Rome", body="Body")
    assert [f"{each.opens:%H:%M}-{each.closes:%H:%M}" for each in reading.programme.meetings] == [
        "09:30-12:30",
        "14:30-17:30",
    ]
    assert "the paper names half a day" in str(reading.account.of(Fate.INFERRED)[0])


ORDER_OF_THE_DAY = """CL 129/OD/2

Council

Rome, 16 – 18 November 2005

ORDER OF THE DAY

Thursday, 17 November 2005

MORNING
(09.30-12.30 hours)
THIRD PLENARY MEETING
Item 4 Programme of work
AFTERNOON
(14.30- 17.30 hours
or later, if required)
Item 9 Report of the Committee
Item 12 Other matters
"""


def test_an_order_of_the_day_in_lines_has_its_items_below_its_hours(paper):
    reading = read_paper(paper(ORDER_OF_THE_DAY))
    assert (reading.session.symbol, reading.session.body.title["en"]) == ("CL 129/OD/2", "Council")
    assert [[row.numbers for row in each.rows] for each in reading.facts.sittings] == [[("4",)], [("9",), ("12",)]]
    assert [f"{each.opens:%H:%M}" for each in reading.programme.meetings] == ["09:30", "14:30"]
    told = {entry.text: entry.meaning for entry in reading.account}
    assert told["or later, if required)"] == "the hours, which may become later"
    assert told["THIRD PLENARY MEETING"] == "the name of a meeting"


def test_a_paper_without_a_day_is_of_the_only_day_that_is_given(paper):
    text = "上午\n9:00 召集人会议\n下午\n13:30-14:30 会议报到\n14:30-15:30 主席会议\n"
    reading = read_paper(paper(text), days="8 March 2012", place="Asia/Shanghai", body="常委会")
    assert [str(each.window.opens)[:16] for each in reading.programme.meetings] == [
        "2012-03-08 09:00",
        "2012-03-08 14:30",
    ]
    assert [event.title["zh"] for event in reading.session.events] == ["会议报到"]


def test_the_day_of_a_table_without_one_is_asked_for(paper):
    with pytest.raises(BadInput, match="which day"):
        read_paper(paper("Time | Title\n10-13 | Budget\n15-18 | Reports\n"), place="Vienna", body="Body")


def test_the_hours_of_days_in_the_head_give_the_days_of_an_agenda(paper):
    head = "Draft agenda for 16–17 October, 2023\nMonday, 16October,2023  13:30 – 17:00 UTC\n"
    text = f"{head}Tuesday, 17October,2023  13:30 – 17:00 UTC\n1. Opening\n1.1 Roll call\n"
    session = read_paper(paper(text), place="Geneva", body="Body").session
    assert [str(day) for day in session.days] == ["2023-10-16", "2023-10-17"]
    assert [str(item.number) for item in session.agenda] == ["1", "1.1"]


def mended():
    """Return the founding document with what its table has lost: where the afternoon begins, and a row."""
    text = FOUNDING.read_text("utf-8")
    first, doubled = (
        "\t2 (a)\t工作组各项建议的实施情况：积累知识\n",
        "\t2 (b)\t工作组各项建议的实施情况：建立信心和信任\n",
    )
    hours = "下午 3 时至 6 时"
    text = text.replace(f"{hours}{first}\t", f"{first}{hours}\t")
    return text.replace(doubled * 2, doubled)


def test_its_oddities_are_named_and_its_annex_has_a_shorter_title():
    assert [str(oddity) for oddity in lint_paper(FOUNDING)] == [
        "line 115: “工作组各项建议的实施情况：积累知识”: the meeting has this row already; they are taken as one",
        "line 117: “工作组各项建议的实施情况：建立信心和信任”: the meeting has this row already; they are taken as one",
        "line 121: item 3 is “通过报告” here, and “通过工作组会议报告” on the agenda",
    ]


def test_with_its_lost_cells_mended_it_plans_to_the_table_of_the_example(paper):
    reading = read_paper(paper(mended()))
    assert reading.account.of(Fate.REFUSED) == ()
    planned = plan(replace(reading.session, organization=()))
    assert (
        rows_by_meeting(planned) == rows_by_meeting(reading.programme) == rows_by_meeting(plan(read_session(EXAMPLE)))
    )


def rows_by_meeting(programme):
    return [
        (str(meeting.opens), [str(programme.items(row)[0].number) for row in programme.rows(meeting)])
        for meeting in programme.meetings
    ]
