"""The verdict names the meetings that are not needed, and says until when they can be released."""

import pytest

from wgsched.cli.released import released
from wgsched.files import session_from
from wgsched.model import Advance, Consideration, Programme

WEEK = """
body: Council
place: Vienna
days: Mon 20 - Fri 24 Sep 2010
"""
ONE = "agenda: {1: {takes: 2 meetings}, 2: {takes: 1 meeting}}\n"


def programme(text, *rows, now=None):
    """Return a programme with these rows, an item in a meeting by its place in time, as of a moment."""
    session = session_from(WEEK + text)
    taken = tuple(Consideration(item, session.meetings[place].key) for item, place in rows)
    return Programme(session, session.meetings, taken, as_of=session.moment(now) if now else None)


def all_but(*free):
    return [("1", place) for place in range(10) if place not in free]


def test_meetings_that_take_up_nothing_can_be_released():
    given = programme(ONE, *all_but(8, 9))
    assert list(released(given)) == [
        "8 of 10 meetings used; Friday a.m. and p.m. can be released, with interpretation."
    ]


def test_where_a_forum_meets_twice_in_a_morning_hours_are_said():
    given = programme("hours: 10-11, 11-12, 15-16\nagenda: {1: {takes: 13 meetings}}\n", *(("1", n) for n in range(13)))
    assert list(released(given)) == [
        "13 of 15 meetings used; Friday 11 a.m.–noon and 3–4 p.m. can be released, with interpretation."
    ]


def test_nothing_is_said_where_all_are_used_or_kept():
    assert list(released(programme(ONE, *all_but()))) == []
    kept = "meetings: {Fri am: {kept: yes}, Fri pm: {cancelled: yes}}\n"
    assert list(released(programme(ONE + kept, *all_but(8, 9)))) == []


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (None, "Wednesday p.m., Friday p.m. can be released until 24 hours before, with interpretation."),
        ("2010-09-21 15:00", "Wednesday p.m., Friday p.m. can be released until 24 hours before, with interpretation."),
        (
            "2010-09-21 15:01",
            "Friday p.m. can be released until 24 hours before, with interpretation; it is too late to release "
            "Wednesday p.m. (24 hours before).",
        ),
        ("2010-09-22 18:00", "Friday p.m. can be released until 24 hours before, with interpretation."),
    ],
)
def test_notice_is_needed_and_what_is_too_late_or_over_is_told_apart(now, said):
    given = programme(ONE + "release notice: 24 h\n", *all_but(5, 9), now=now)
    assert list(released(given)) == [f"8 of {9 if now == '2010-09-22 18:00' else 10} meetings used; {said}"]


def test_forums_are_named_where_there_are_several_and_interpretation_where_there_is_some():
    text = ONE + (
        "forums: {plenary: {title: {en: Plenary}}, a: {title: {en: Committee A}, days: Fri},"
        " informals: {title: {en: Informals}, days: Fri, hours: 19-21, interpretation: without},"
        " optional: {title: {en: Contact group}, optional: yes}}\n"
    )
    session = session_from(WEEK + text)
    plenary = [place for place, each in enumerate(session.meetings) if each.forum == "plenary"]
    given = programme(text, *[("1", place) for place in plenary[:8]])
    assert list(released(given)) == [
        "8 of 13 meetings used; Friday a.m. and p.m. (Plenary, Committee A) can be released, with interpretation; "
        "Friday night (Informals) can be released."
    ]


def test_days_are_dated_where_their_name_is_not_enough_and_not_all_are_listed():
    text = "agenda: {1: {takes: 1 meeting}}\nhours: 10-13\n"
    session = session_from(text + WEEK.replace("Mon 20 - Fri 24 Sep 2010", "Mon 20 Sep - Fri 1 Oct 2010"))
    given = Programme(session, session.meetings, (Consideration("1", session.meetings[0].key),))
    assert list(released(given)) == [
        "1 of 10 meetings used; Tuesday 21 September a.m., Wednesday 22 September a.m., Thursday 23 September a.m., "
        "Friday 24 September a.m., Monday 27 September a.m., Tuesday 28 September a.m. and 3 more days can be "
        "released, with interpretation."
    ]


def test_an_agency_has_its_notice_and_a_session_another(tmp_path):
    (tmp_path / "house.yaml").write_text("release notice: 48 h\n", "utf-8")
    for more, minutes in (("", 2880), ("release notice: 90 min\n", 90)):
        file = tmp_path / "session.yaml"
        file.write_text(WEEK + ONE + "agency: house.yaml\n" + more, "utf-8")
        assert session_from(file.read_text("utf-8"), str(file)).release_notice == minutes


def test_an_agency_says_what_becomes_of_freed_time_and_a_session_otherwise(tmp_path):
    (tmp_path / "house.yaml").write_text("advance: next\nnotice: 24 h\n", "utf-8")
    own, theirs = (Advance.NO, 90), (Advance.NEXT, 1440)
    for more, said in (("", theirs), ("advance: no\nnotice: 90 min\n", own)):
        file = tmp_path / "session.yaml"
        file.write_text(WEEK + ONE + "agency: house.yaml\n" + more, "utf-8")
        read = session_from(file.read_text("utf-8"), str(file))
        assert (read.advance, read.notice) == said
