"""Meetings and parts of an edited session file keep the keys that were published."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.feeds.samples import events
from wgsched.checking import compare
from wgsched.files.sessions import session_from
from wgsched.files.spoken import instalments_named
from wgsched.planning import plan
from wgsched.planning.again.identity import matched
from wgsched.publishing import publish
from wgsched.rules import InMeetings

FILE = """
key: short
body: {{en: Short}}
place: Geneva
days: {days}
languages: [en]
original: en
{more}
agenda:
  1: {{title: A, takes: {first}}}
  2: {{title: {second}, takes: 3 h}}
  3: {{title: C, takes: 90 min}}
"""


@cache
def session(days="Mon 10 May 2027", more="", first="~1 h", second="B"):
    return session_from(FILE.format(days=days, more=more, first=first, second=second), "short.yaml")


def keys(before, after, forum="plenary"):
    """Return when each meeting of an edited session sits, by its published key without the forum."""
    found = matched(after, before).session
    return {each.key.removeprefix(f"{forum}-2027-05-"): f"{each.opens:%d %H}" for each in found.meetings_of(forum)}


def test_a_postponed_day_is_the_same_day():
    assert keys(session(), session("Tue 11 May 2027")) == {"10-am": "11 10", "10-pm": "11 15"}


def test_of_several_days_that_are_postponed_none_takes_the_place_of_another():
    found = keys(session("Mon 10 - Tue 11 May 2027"), session("Tue 11 - Wed 12 May 2027"))
    assert found == {"10-am": "11 10", "10-pm": "11 15", "11-am": "12 10", "11-pm": "12 15"}


def test_days_that_are_postponed_over_a_weekend_stay_in_order():
    found = keys(session("Thu 13 - Fri 14 May 2027"), session("Fri 14 May 2027, Mon 17 May 2027"))
    assert found == {"13-am": "14 10", "13-pm": "14 15", "14-am": "17 10", "14-pm": "17 15"}


def test_a_day_that_stays_is_the_same_beside_one_that_is_replaced():
    found = keys(session("Mon 10 - Wed 12 May 2027"), session("Mon 10 May 2027, Wed 12 May 2027, Fri 14 May 2027"))
    assert found == {
        "10-am": "10 10", "10-pm": "10 15", "12-am": "12 10", "12-pm": "12 15", "11-am": "14 10", "11-pm": "14 15",
    }  # fmt: skip


def test_a_meeting_with_other_hours_and_one_alone_of_its_day_are_the_same():
    before = session(more="meetings: {Mon 10 May 18:30-20: {room: A}}")
    after = session(more="meetings: {Mon 10 May 19-21: {room: A}, Mon am: {hours: 9-12}}")
    assert keys(before, after) == {"10-am": "10 09", "10-pm": "10 15", "10-1830": "10 19"}


def test_a_typed_key_says_which_meeting_it_is():
    before = session(more="meetings: {Mon am: {key: opening}}")
    after = session("Mon 10 - Tue 11 May 2027", more="meetings: {Tue am: {key: opening}}")
    assert keys(before, after) == {"10-am": "10 10", "10-pm": "10 15", "opening": "11 10", "11-pm": "11 15"}


def test_what_is_new_never_gets_a_key_that_another_meeting_has():
    moved = matched(session("Tue 11 May 2027"), session()).session
    assert keys(moved, session("Mon 10 - Tue 11 May 2027")) == {
        "10-am": "11 10", "10-pm": "11 15", "10-am-2": "10 10", "10-pm-2": "10 15",
    }  # fmt: skip


def test_what_became_of_a_day_may_be_doubtful_and_is_settled_by_saying_so():
    before, after = session("Mon 10 - Tue 11 May 2027"), session("Tue 11 - Thu 13 May 2027")
    found = matched(after, before)
    assert [each.key[-5:] for each in found.gone] == ["10-am", "10-pm"]
    assert [each.key[-5:] for each in found.come] == ["12-am", "12-pm", "13-am", "13-pm"]
    settled = matched(after, before, {"plenary-2027-05-13-am": "plenary-2027-05-10-am"})
    assert settled.session.meeting("plenary-2027-05-10-am").opens.day == 13


def test_rules_and_typed_rows_go_on_to_name_their_meetings():
    more = "rules: [in-meetings: {{item: 3, meetings: {day} pm}}]\norganization: {{{day} am: [1]}}"
    before, after = session(more=more.format(day="Mon")), session("Tue 11 May 2027", more=more.format(day="Tue"))
    found = matched(after, before).session
    assert (found.rules, found.organization) == (before.rules, before.organization)
    assert found.rules == (InMeetings("3", ("plenary-2027-05-10-pm",)),)


@pytest.mark.parametrize(
    ("was", "now", "known"),
    [
        ("1 h", "[1 h, 30 min]", ["1", "1.2"]),
        ("[1 h, 30 min]", "1 h", ["1.1"]),
        ("[1 h, 30 min]", "[1 h, 30 min, 30 min]", ["1.1", "1.2", "1.3"]),
    ],
)
def test_the_first_part_of_an_item_keeps_its_identity(was, now, known):
    found = matched(session(first=now), session(first=was)).session
    assert [each.key for each in found.agenda.instalments if each.items == ("1",)] == known
    again = matched(session(first=now), found).session
    assert again == found


def test_a_second_part_is_added_and_the_first_stays():
    before = plan(session())
    after = plan(session(first="[1 h, 30 min]"), published=before)
    assert [str(change) for change in compare(before, after).items if change.key == "1"] == []
    assert "1.2" in {row.instalment for row in after.considerations}


def test_a_postponed_day_is_one_event_that_moved(tmp_path):
    before = plan(session())
    publish(before, tmp_path, moment="2027-05-01 09:00", papers=())
    known = events((tmp_path / "en/all.ics").read_bytes())
    after = plan(session("Tue 11 May 2027"), published=before)
    publish(after, tmp_path, moment="2027-05-02 09:00", reason="officers-request")
    found = events((tmp_path / "en/all.ics").read_bytes())
    assert set(found) == set(known)
    event = found["meeting.plenary-2027-05-10-am@short.wgsched"]
    assert (event["SEQUENCE"], event["STATUS"]) == (1, "TENTATIVE")
    assert str(event["DESCRIPTION"]).startswith(
        "Moved: the meeting of Monday, 10 May, 10 a.m.–1 p.m., now Tuesday, 11 May, 10 a.m.–1 p.m."
    )


EDITS = st.lists(
    st.fixed_dictionaries(
        {
            "days": st.sampled_from(
                ["Mon 10 - Tue 11 May 2027", "Tue 11 - Wed 12 May 2027", "Thu 13 - Fri 14 May 2027"]
            ),
            "first": st.sampled_from(["~1 h", "[1 h, 30 min]", "[1 h, 30 min, 30 min]"]),
            "second": st.sampled_from(["B", "Renamed"]),
            "more": st.sampled_from(
                [
                    "",
                    "forums: {plenary: {}, informals: {interpretation: without}}",
                    "meetings: {first day am: {room: A}}",
                ]
            ),
        }
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=30, deadline=None)
@given(EDITS)
def test_through_any_edits_of_the_file_meetings_and_items_keep_their_keys(edits):
    first = session("Mon 10 - Tue 11 May 2027")
    shown = first
    for edit in edits:
        shown = matched(session(**edit), shown).session
        assert [each.key for each in shown.meetings_of("plenary")] == [each.key for each in first.meetings]
        assert {each.key for each in first.agenda.instalments} <= {each.key for each in shown.agenda.instalments}
        assert matched(session(**edit), shown).session == shown


def test_typed_rows_go_on_to_name_the_parts_that_were_published():
    before = session(first="[1 h, 30 min]")
    after = matched(session(first="1 h", more="organization: {Mon am: [1 for 30 min, ~2]}"), before).session
    [rows] = after.organization
    assert (rows.instalments, rows.placed) == (("1.1", "2"), ("2",))
    assert [each.instalment for each in rows.hours] == ["1.1"]


def test_items_that_changed_their_numbers_are_told():
    before = session()
    assert matched(session(second="Renamed"), before).renumbered == ()
    assert matched(session(second="C"), before).renumbered == ()  # two items have this title now
    [(earlier, item)] = matched(inserted(), before).renumbered
    assert (earlier.key, item.key) == ("3", "4")


def inserted(title="C", number=4):
    """The session with a new item 3, so that the old one has another number."""
    added = "  3: {title: New, takes: 30 min}\n"
    text = FILE.format(days="Mon 10 - Tue 11 May 2027", more="", first="~1 h", second="B")
    last = "  3: {title: C, takes: 90 min}\n"
    return session_from(text.replace(last, f"{added}  {number}: {{title: {title}, takes: 90 min}}\n"), "short.yaml")


def test_an_item_under_another_number_keeps_its_identity_and_the_new_one_gets_its_own():
    before = session("Mon 10 - Tue 11 May 2027")
    found = matched(inserted(), before).session
    assert [(str(found.agenda[each.items[0]].number), each.key) for each in found.agenda.instalments] == [
        ("1", "1"),
        ("2", "2"),
        ("3", "3-2"),
        ("4", "3"),
    ]
    assert matched(inserted(), found).session == found
    assert matched(found, before).session == found


def test_what_is_planned_of_it_says_that_it_is_renumbered_and_no_more():
    before = plan(session("Mon 10 - Tue 11 May 2027"))
    changes = compare(before, plan(inserted(), published=before))
    assert [str(change) for change in changes if change.about[0] == "session"] == ["Renumbered: item 3, now item 4."]
    assert [change.key for change in changes.items if change.kind == "renamed"] == []


def test_an_item_with_another_number_and_title_is_in_doubt_until_it_is_said():
    before = session("Mon 10 - Tue 11 May 2027")
    doubt = matched(inserted("Renamed", 5), before)
    assert [item.key for item in (*doubt.lost, *doubt.found)] == []  # item 3 is the same by its number
    later = session_from(
        FILE.format(days="Mon 10 May 2027", more="", first="~1 h", second="B").replace(
            "  3: {title: C,", "  5: {title: Renamed,"
        ),
        "short.yaml",
    )
    doubt = matched(later, before)
    assert ([item.key for item in doubt.lost], [item.key for item in doubt.found]) == (["3"], ["5"])
    settled = matched(later, before, items={"5": "3"})
    assert (settled.lost, settled.found) == ((), ())
    assert [each.key for each in settled.session.agenda.instalments] == ["1", "2", "3"]


def test_a_number_names_the_item_that_has_it_now():
    found = matched(inserted(), session("Mon 10 - Tue 11 May 2027")).session
    assert [each.key for each in instalments_named(found, "3")] == ["3-2"]
    assert [each.key for each in instalments_named(found, "4")] == ["3"]
