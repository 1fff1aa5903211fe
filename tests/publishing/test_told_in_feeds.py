"""What feeds say of an entry that moved, was cancelled, was left out or came back; each language compared whole."""

from dataclasses import replace

import pytest

from tests.feeds.samples import full, whole
from tests.publishing.chains import feed_of, moved, published, remove
from wgsched.model import SIX, Status
from wgsched.publishing import Ledger, amend


def event(site, name, code="en"):
    """The one event whose identity begins so."""
    feed = feed_of(site, code, "items" if name.startswith("item.") else "all")
    [uid] = [uid for uid in feed if uid.partition("@")[0] == name]
    return feed[uid]


def described(site, name, code="en"):
    return str(event(site, name, code)["DESCRIPTION"]).split("\n")


def first_lines(site, name):
    """The first line of its description in each language."""
    return {code: described(site, name, code)[0] for code in SIX}


def without(programme, instalment, place):
    """The programme in which a meeting, which is kept, takes up one instalment less."""
    meeting = programme.meetings[place].key
    rows = (row for row in programme.considerations if (row.instalment, row.meeting) != (instalment, meeting))
    meetings = tuple(replace(each, kept=each.key == meeting) for each in programme.meetings)
    return replace(programme, meetings=meetings, considerations=tuple(rows))


def test_an_item_that_its_meeting_no_longer_takes_up_says_so_and_not_that_the_meeting_is_cancelled(tmp_path):
    published(tmp_path, whole(), 1)
    published(tmp_path, without(whole(), "2b", 2), 2)
    assert str(event(tmp_path, "item.2b.2")["STATUS"]) == "CANCELLED"
    assert first_lines(tmp_path, "item.2b.2") == {
        "ar": "لم يعد هذا البند مدرجا في هذه الجلسة.",
        "en": "This item is no longer taken up in this meeting.",
        "es": "Este tema ya no se examina en esta sesión.",
        "fr": "Ce point n’est plus examiné à cette séance.",
        "ru": "Этот пункт больше не рассматривается на этом заседании.",
        "zh": "本次会议不再审议此项目。",
    }


def test_it_goes_on_saying_so_when_the_meeting_is_cancelled_later_and_the_ledger_remembers(tmp_path):
    left = without(whole(), "2b", 2)
    published(tmp_path, whole(), 1)
    published(tmp_path, left, 2)
    assert [trace.change.left_out for trace in Ledger.read(tmp_path).memory.traces.values()].count(True) == 1
    published(tmp_path, amend(left, left.meetings[2].key, cancel=True).programme, 3)
    assert described(tmp_path, "item.2b.2")[0] == "This item is no longer taken up in this meeting."


def test_an_item_of_a_cancelled_meeting_says_that_the_meeting_is_cancelled(tmp_path):
    published(tmp_path, whole(), 1)
    published(tmp_path, amend(whole(), whole().meetings[2].key, cancel=True).programme, 2)
    assert first_lines(tmp_path, "item.2b.2") == {
        "ar": "ألغيت هذه الجلسة.",
        "en": "This meeting is cancelled.",
        "es": "Esta sesión se ha cancelado.",
        "fr": "Cette séance est annulée.",
        "ru": "Это заседание отменено.",
        "zh": "本次会议取消。",
    }


def test_an_item_that_is_taken_up_again_says_so(tmp_path):
    published(tmp_path, whole(), 1)
    published(tmp_path, without(whole(), "2b", 2), 2)
    published(tmp_path, whole(), 3)
    assert first_lines(tmp_path, "item.2b.2") == {
        "ar": "سينظر في هذا البند في نهاية المطاف.",
        "en": "This item will be taken up after all.",
        "es": "Finalmente, este tema se examinará.",
        "fr": "Ce point sera finalement examiné.",
        "ru": "Этот пункт все же будет рассмотрен.",
        "zh": "此项目照常审议。",
    }


def test_an_event_that_is_gone_or_back_is_not_called_a_meeting(tmp_path):
    gone = replace(full(), session=replace(full().session, events=()))
    published(tmp_path, full(), 1)
    published(tmp_path, gone, 2)
    assert first_lines(tmp_path, "event.side") == {
        "ar": "ألغيت هذه الفعالية.",
        "en": "This event is cancelled.",
        "es": "Este acto se ha cancelado.",
        "fr": "Cette manifestation est annulée.",
        "ru": "Это мероприятие отменено.",
        "zh": "本次活动取消。",
    }
    published(tmp_path, full(), 3)
    assert first_lines(tmp_path, "event.side")["en"] == "This event will be held after all."


def test_a_cancelled_meeting_says_what_it_was_to_take_up_and_nothing_of_its_services(tmp_path):
    published(tmp_path, full(), 1)
    published(tmp_path, amend(full(), "c", cancel=True).programme, 2)
    assert described(tmp_path, "meeting.c") == [
        "This meeting is cancelled.",
        "3–6 p.m. Vienna time",
        "4–5 p.m.: 2 (b) en title: en title",
        "Proposed, not yet adopted. Updated 2 May 2009.",
    ]


def test_a_meeting_that_is_gone_from_the_programme_is_cancelled(tmp_path):
    published(tmp_path, whole(), 1)
    published(tmp_path, remove(whole(), 3, 0), 2)
    assert first_lines(tmp_path, "meeting.plenary-2009-05-15-pm")["fr"] == "Cette séance est annulée."
    assert first_lines(tmp_path, "item.3.1")["fr"] == "Cette séance est annulée."


MOVED = "meeting.plenary-2009-05-14-pm"


@pytest.fixture(scope="module")
def founding(tmp_path_factory):
    """The founding document's programme with its second meeting an hour later, under a silence procedure."""
    folder = tmp_path_factory.mktemp("site")
    published(folder, whole(), 1)
    later = replace(moved(whole(), whole().meetings[1].key, hours=1), status=Status.SILENCE)
    published(folder, later, 2, silence_until="2009-04-28 18:00")
    return folder


def test_hours_in_running_text_have_no_table_spaces(founding):
    """The founding document spaces the hours of its Chinese table, and only those."""
    lines = described(founding, MOVED, "zh")
    assert lines[:2] == ["原定5月14日，星期四，下午3时。", "第2次会议（暂定），维也纳时间下午4时至7时"]
    assert "默许程序至4月28日，星期二，下午6时，尚未通过。" in lines[-1]
    notice = (founding / "zh/notices/2.txt").read_text().split("\n")
    assert notice[1] == "第2次发布，2009年5月2日，上午9时"
    assert notice[5].startswith("- 5月14日，星期四下午4时至7时，资产追回工作组：")
    assert (
        '<h4><time datetime="2009-05-14T16:00+02:00">下午4时至7时</time></h4>'
        in (founding / "zh/index.html").read_text()
    )


def test_a_moved_meeting_says_from_when_in_every_language(founding):
    assert first_lines(founding, MOVED) == {
        "ar": "كان الموعد السابق: الخميس، 14 أيار/مايو، الساعة 15/00.",
        "en": "Moved from Thursday, 14 May, 3 p.m.",
        "es": "Antes prevista para: jueves, 14 de mayo, 15.00 horas.",
        "fr": "Prévu auparavant\u00a0: jeudi 14 mai, 15 heures.",
        "ru": "Перенесено; прежнее время: четверг, 14 мая, 15:00.",
        "zh": "原定5月14日，星期四，下午3时。",
    }
