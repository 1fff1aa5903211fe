"""What feeds say of an entry that moved, was cancelled, was left out or came back; each language compared whole."""

from dataclasses import replace

import pytest

from tests.feeds.samples import full, whole
from tests.publishing.chains import feed_of, moved, published, remove
from wgsched.model import SIX, Status
from wgsched.publishing import amend


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
        "ar": "لم يعد يُنظر: البند 2 (ب)، جلسة الجمعة، 15 أيار/مايو، \u200f10/00\u200f–\u200f13/00\u200f.",
        "en": "No longer taken up: item 2 (b), at the meeting of Friday, 15 May, 10 a.m.–1 p.m.",
        "es": "Ya no se examina: el tema 2 b), la sesión del viernes, 15 de mayo, 10.00 a 13.00 horas.",
        "fr": "N’est plus examiné\u00a0: le point 2 b), la séance du vendredi 15 mai, 10 heures-13 heures.",
        "ru": "Больше не рассматривается: пункт 2 b), заседание (пятница, 15 мая, 10:00–13:00).",
        "zh": "不再审议：议程项目2 (b)，5月15日，星期五上午10时至下午1时的会议。",
    }


def test_it_goes_on_saying_so_when_the_meeting_is_cancelled_later(tmp_path):
    left = without(whole(), "2b", 2)
    published(tmp_path, whole(), 1)
    published(tmp_path, left, 2)
    published(tmp_path, amend(left, left.meetings[2].key, cancel=True).programme, 3)
    assert described(tmp_path, "item.2b.2")[0].startswith("No longer taken up: item 2 (b)")


def test_an_item_of_a_cancelled_meeting_says_what_became_of_it_and_that_the_meeting_is_cancelled(tmp_path):
    published(tmp_path, whole(), 1)
    published(tmp_path, amend(whole(), whole().meetings[2].key, cancel=True).programme, 2)
    assert described(tmp_path, "item.2b.2")[:2] == [
        "No longer taken up: item 2 (b), at the meeting of Friday, 15 May, 10 a.m.–1 p.m.",
        "Cancelled: the meeting of Friday, 15 May, 10 a.m.–1 p.m.",
    ]
    assert first_lines(tmp_path, "meeting.plenary-2009-05-15-am") == {
        "ar": "أُلغيت: جلسة الجمعة، 15 أيار/مايو، \u200f10/00\u200f–\u200f13/00\u200f.",
        "en": "Cancelled: the meeting of Friday, 15 May, 10 a.m.–1 p.m.",
        "es": "Cancelación: la sesión del viernes, 15 de mayo, 10.00 a 13.00 horas.",
        "fr": "Annulation\u00a0: la séance du vendredi 15 mai, 10 heures-13 heures.",
        "ru": "Отменено: заседание (пятница, 15 мая, 10:00–13:00).",
        "zh": "取消：5月15日，星期五上午10时至下午1时的会议。",
    }


def test_an_item_that_is_taken_up_again_says_so(tmp_path):
    published(tmp_path, whole(), 1)
    published(tmp_path, without(whole(), "2b", 2), 2)
    published(tmp_path, whole(), 3)
    assert first_lines(tmp_path, "item.2b.2") == {
        "ar": "يُنظر أيضا: البند 2 (ب)، جلسة الجمعة، 15 أيار/مايو، \u200f10/00\u200f–\u200f13/00\u200f.",
        "en": "Also taken up: item 2 (b), at the meeting of Friday, 15 May, 10 a.m.–1 p.m.",
        "es": "Se examina también: el tema 2 b), la sesión del viernes, 15 de mayo, 10.00 a 13.00 horas.",
        "fr": "Également examiné\u00a0: le point 2 b), la séance du vendredi 15 mai, 10 heures-13 heures.",
        "ru": "Рассматривается также: пункт 2 b), заседание (пятница, 15 мая, 10:00–13:00).",
        "zh": "增加审议：议程项目2 (b)，5月15日，星期五上午10时至下午1时的会议。",
    }


def test_an_event_that_is_gone_or_back_is_not_called_a_meeting(tmp_path):
    gone = replace(full(), session=replace(full().session, events=()))
    published(tmp_path, full(), 1)
    published(tmp_path, gone, 2)
    assert first_lines(tmp_path, "event.side") == {
        "ar": "لم تعد تُعقد: ”ar title“، الخميس، 14 أيار/مايو، \u200f13/15\u200f–\u200f14/45\u200f.",
        "en": "No longer held: “en title”, Thursday, 14 May, 1.15–2.45 p.m.",
        "es": "Ya no se celebra: “es title”, jueves, 14 de mayo, 13.15 a 14.45 horas.",
        "fr": "N’aura plus lieu\u00a0: «\u00a0fr title\u00a0», jeudi 14 mai, 13 h 15-14 h 45.",
        "ru": "Больше не проводится: «ru title», четверг, 14 мая, 13:15–14:45.",
        "zh": "不再举行：“zh title”，5月14日，星期四，下午1时15分至2时45分。",
    }
    published(tmp_path, full(), 3)
    assert first_lines(tmp_path, "event.side")["en"] == "Added: “en title”, Thursday, 14 May, 1.15–2.45 p.m."


def test_a_cancelled_meeting_says_what_it_was_to_take_up_and_nothing_of_its_services(tmp_path):
    published(tmp_path, full(), 1)
    published(tmp_path, amend(full(), "c", cancel=True).programme, 2)
    assert described(tmp_path, "meeting.c") == [
        "Cancelled: the meeting of en title on Thursday, 14 May, 3–6 p.m.",
        "Not placed: item 2 (b), formerly at the meeting of en title on Thursday, 14 May, 3–6 p.m.",
        "3–6 p.m. Vienna time",
        "4–5 p.m.: 2 (b) en title: en title",
        "Proposed, not yet adopted. Updated 2 May 2009.",
    ]


def test_a_meeting_that_is_gone_from_the_programme_is_cancelled(tmp_path):
    published(tmp_path, whole(), 1)
    published(tmp_path, remove(whole(), 3, 0), 2)
    meeting = "la séance du vendredi 15 mai, 15 heures-18 heures"
    assert first_lines(tmp_path, "meeting.plenary-2009-05-15-pm")["fr"] == f"N’aura plus lieu\u00a0: {meeting}."
    assert [described(tmp_path, "item.3.1", "fr")[place] for place in (0, 1)] == [
        f"Non programmé\u00a0: le point 3, auparavant {meeting}.",
        f"N’aura plus lieu\u00a0: {meeting}.",
    ]


MOVED = "meeting.plenary-2009-05-14-pm"
MOVED_IN_CHINESE = "改期：5月14日，星期四下午3时至6时的会议改为5月14日，星期四，下午4时至7时。"


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
    assert lines[:2] == [MOVED_IN_CHINESE, "第2次会议（暂定），维也纳时间下午4时至7时"]
    assert "默许程序至4月28日，星期二，下午6时，尚未通过。" in lines[-1]
    notice = (founding / "zh/notices/2.txt").read_text().split("\n")
    assert notice[3:6] == [f"- {MOVED_IN_CHINESE}", "", "第2次发布，2009年5月2日，上午9时"]
    assert (
        '<h4><time datetime="2009-05-14T16:00+02:00">下午4时至7时</time></h4>'
        in (founding / "zh/index.html").read_text()
    )


def test_a_moved_meeting_says_from_when_in_every_language(founding):
    assert first_lines(founding, MOVED) == {
        "ar": "نُقلت: جلسة الخميس، 14 أيار/مايو، \u200f15/00\u200f–\u200f18/00\u200f؛"
        " الآن الخميس، 14 أيار/مايو، \u200f16/00\u200f–\u200f19/00\u200f.",
        "en": "Moved: the meeting of Thursday, 14 May, 3–6 p.m., now Thursday, 14 May, 4–7 p.m.",
        "es": "Cambio de fecha u hora: la sesión del jueves, 14 de mayo, 15.00 a 18.00 horas;"
        " ahora: jueves, 14 de mayo, 16.00 a 19.00 horas.",
        "fr": "Déplacement\u00a0: la séance du jeudi 14 mai, 15 heures-18 heures\u00a0;"
        " désormais\u00a0: jeudi 14 mai, 16 heures-19 heures.",
        "ru": "Перенесено: заседание (четверг, 14 мая, 15:00–18:00); теперь: четверг, 14 мая, 16:00–19:00.",
        "zh": MOVED_IN_CHINESE,
    }
