"""The founding document's session file says what the document says."""

from pathlib import Path

import pytest

from wgsched.files import read_session
from wgsched.model import SIX, Role, SessionKind

EXAMPLE = Path(__file__).parents[2] / "examples" / "asset-recovery-2009.yaml"


@pytest.fixture(scope="module")
def session():
    return read_session(EXAMPLE)


def test_it_has_the_two_days_and_four_meetings(session):
    assert [str(day) for day in session.days] == ["2009-05-14", "2009-05-15"]
    assert [(m.key, m.opens.isoformat(), m.minutes) for m in session.meetings] == [
        ("plenary-2009-05-14-am", "2009-05-14T10:00:00+02:00", 180),
        ("plenary-2009-05-14-pm", "2009-05-14T15:00:00+02:00", 180),
        ("plenary-2009-05-15-am", "2009-05-15T10:00:00+02:00", 180),
        ("plenary-2009-05-15-pm", "2009-05-15T15:00:00+02:00", 180),
    ]


def test_the_estimates_fill_its_meetings_exactly(session):
    minutes = {each.key: session.minutes_of(each) for each in session.agenda.instalments}
    assert minutes == {"1a": 15, "1b": 15, "2a": 180, "2b": 330, "2c": 120, "3": 60}
    assert all(each.takes.estimate for each in session.agenda.instalments)


def test_agenda_and_annex_titles_are_there_in_all_six_languages(session):
    for item in session.agenda:
        assert sorted(item.title) == sorted(SIX)
    assert sorted(session.agenda["3"].annex) == sorted(SIX)
    assert session.agenda["3"].annex["zh"] == "通过报告"


def test_chinese_is_as_printed_and_never_to_be_reviewed(session):
    for item in session.agenda:
        assert "zh" not in item.title.to_review
        assert all("zh" not in paragraph.text.to_review for paragraph in item.annotations)
    assert "可供使用的的时间" in session.agenda["1 (b)"].annotations[1].text["zh"]


def test_the_header_is_that_of_the_document(session):
    assert (session.symbol, session.kind, session.ordinal) == ("CAC/COSP/WG.2/2009/1", SessionKind.MEETING, 3)
    assert str(session.issued) == "2009-03-20"
    assert session.body.masthead["zh"].splitlines() == ["资产追回问题不限成员名额", "政府间工作组"]
    assert session.body.parent.title["zh"] == "联合国反腐败公约缔约国会议"
    assert session.agenda.having(Role.OPENING)[0].key == "1a"


def test_no_rule_of_its_own_and_no_agenda_order_is_demanded(session):
    assert session.rules == ()
    assert session.wishes == ()
    assert session.waives == frozenset()


def test_mandates_and_recommendations_are_cited_where_they_are_printed(session):
    assert [len(mandate.functions) for mandate in session.mandates] == [0, 6]
    assert [len(each.points) for each in session.recommendations] == [5, 3]
    assert session.agenda["2"].annotations[1].mandate == "1/4"
    assert session.documents_of(session.agenda["2"])[0].symbol == "CAC/COSP/WG.2/2009/2"


def test_every_chinese_text_stands_in_the_document(session):
    founding_document = (Path(__file__).parent / "asset-recovery-2009.zh.txt").read_text(encoding="utf-8")
    for item in session.agenda:
        printed = [item.title["zh"], *(paragraph.text["zh"] for paragraph in item.annotations)]
        assert [text for text in printed if text not in founding_document] == []
    points = [point["zh"] for each in session.recommendations for point in each.points]
    points += [point["zh"] for mandate in session.mandates for point in mandate.functions]
    assert [text for text in points if text not in founding_document] == []
