"""One grammar for the names of meetings, in the session file and on the command line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wgsched.errors import BadInput
from wgsched.files import read_session
from wgsched.files.sessions import session_from
from wgsched.files.spoken import day_named, meeting_named, meetings_named, moment_named, names_of
from wgsched.model import Session
from wgsched.rules import InMeetings, NotBefore

GROUP = """
body: {en: Group}
place: Vienna
days: Mon 31 Aug - Tue 8 Sep 2026
languages: [en]
original: en
forums:
  plenary: {title: {en: Plenary}}
  informals: {title: {en: Informal consultations}, kind: informal, interpretation: without}
meetings:
  Mon 7 Sep night: {hours: 19-21}
  Tue 1 Sep pm: {hours: 16-18}
agenda:
  1: {is: opening, takes: ~30 min}
  2: {title: {en: Text}, takes: 1 h}
"""


def group(tmp_path, more=""):
    path = tmp_path / "group.yaml"
    path.write_text(GROUP + more)
    return read_session(path)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Mon 7 Sep night", "plenary-2026-09-07-night"),
        ("7 September evening", "plenary-2026-09-07-night"),
        ("informals Wed am", "informals-2026-09-02-am"),
        ("Informal consultations: Wed 15:30", "informals-2026-09-02-pm"),
        ("Wed 2 Sep 10-13", "plenary-2026-09-02-am"),
        ("3rd meeting", "plenary-2026-09-01-am"),
        ("meeting 3", "plenary-2026-09-01-am"),
        ("informals 2nd meeting", "informals-2026-08-31-pm"),
        ("last day am", "plenary-2026-09-08-am"),
        ("informals-2026-09-02-am", "informals-2026-09-02-am"),
    ],
)
def test_the_file_and_the_command_line_know_the_same_names(tmp_path, text, key):
    session = group(
        tmp_path, f"organization:\n  '{text}': [2]\nrules:\n  - in-meetings: {{item: 2, meetings: '{text}'}}\n"
    )
    assert [rows.meeting for rows in session.organization] == [key]
    assert session.rules == (InMeetings("2", (key,)),)
    assert meeting_named(session, session.meetings, text).key == key


def test_an_item_may_stand_at_a_meeting_that_only_the_block_of_meetings_brings(tmp_path):
    session = group(tmp_path, "  3: {is: report, takes: ~1 h, at: Mon 7 Sep night}\n")
    assert session.rules == (InMeetings("3", ("plenary-2026-09-07-night",)),)


def test_an_hour_of_another_forum_fixes_the_hour_too(tmp_path):
    session = group(tmp_path, "  3: {title: {en: Third}, takes: 1 h, forum: informals, at: informals Wed 11:00}\n")
    assert session.rules == (
        InMeetings("3", ("informals-2026-09-02-am",)),
        NotBefore("3", session.moment("2026-09-02 11:00")),
    )


def test_a_meeting_is_named_by_the_hours_at_which_it_sits(tmp_path):
    session = group(tmp_path)
    assert f"{moment_named(session, 'Tue 1 Sep pm'):%H:%M}" == "16:00"
    assert f"{moment_named(session, '3rd meeting'):%d %H:%M}" == "01 10:00"


def test_days_and_moments_of_the_session_need_no_year(tmp_path):
    session = group(tmp_path)
    assert [day_named(text, session) for text in ("Wed", "2 Sep", "Wed 2 Sep", "2026-09-02")] == [session.days[2]] * 4
    texts = ("Wed 18:00", "2 Sep 6 p.m.", "2026-09-02 18:00", "2026-09-02T18:00:00+02:00", "2026-09-02 18:00:00")
    assert {moment_named(session, text) for text in texts} == {session.moment("2026-09-02 18:00")}


def test_a_name_without_a_forum_may_mean_all_that_sit_then(tmp_path):
    session = group(tmp_path)
    keys = [meeting.key for meeting in meetings_named(session, session.meetings, "Wed am")]
    assert keys == ["plenary-2026-09-02-am", "informals-2026-09-02-am"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wed", "'Wed' could be 2 meetings: Wed am, Wed pm"),
        ("Mon am", "'Mon am': 'Mon' could be Mon 31 Aug 2026 or Mon 7 Sep 2026. Write the date too."),
        ("informals Wed night", "'informals Wed night': Wed 2 Sep 2026 has no period 'night'. It has am, pm."),
        (
            "99th meeting",
            "there is no meeting '99th meeting'. The meetings are Mon 31 Aug am, informals Mon 31 Aug am,"
            " Mon 31 Aug pm, informals Mon 31 Aug pm, Tue 1 Sep am, informals Tue 1 Sep am, informals Tue 1 Sep pm,"
            " Tue 1 Sep pm, Wed am, informals Wed am, Wed pm, informals Wed pm, and 17 more.",
        ),
    ],
)
def test_what_names_no_one_meeting_is_refused_with_names_that_can_be_typed(tmp_path, text, told):
    session = group(tmp_path)
    with pytest.raises(BadInput) as caught:
        meeting_named(session, session.meetings, text)
    assert str(caught.value) == told


def _session(days: str, hours: str, extra: str) -> Session:
    text = GROUP.partition("meetings:")[0].replace("Mon 31 Aug - Tue 8 Sep 2026", days)
    agenda = "agenda: {1: {title: {en: One}, takes: 1 h}}"
    return session_from(f"{text}hours: {hours}\n{extra}\n{agenda}\n")


@settings(max_examples=20, deadline=None)
@given(
    days=st.sampled_from(["Mon 31 Aug 2026", "Thu 3 - Fri 4 Sep 2026", "Thu 31 Dec 2026 - Fri 8 Jan 2027"]),
    hours=st.sampled_from(["10-13, 15-18", "9-11, 11:30-12:30, 12:45-14:00, 15-16, 16-17", "20-23"]),
    extra=st.sampled_from(["", "meetings: {informals last day 18:30-20: {room: A}}", "meetings: {first day 7-8: {}}"]),
)
def test_every_meeting_is_found_by_the_name_that_an_error_gives_it(days, hours, extra):
    session = _session(days, hours, extra)
    names = names_of(session, session.meetings)
    assert [names.one(names.typed(meeting)) for meeting in session.meetings] == list(session.meetings)
