from tests.sessions import item, meeting, minutes, session

from wgsched.model import AgendaItem, Forum, ForumKind, Role, Rows
from wgsched.model.ranks import (
    Rank,
    after_groups,
    groups_of,
    neighbours,
    of_rank,
    ranks,
    reporting_back,
    spheres,
    time_said,
)
from wgsched.rules import ConcludedBy, ReportsOn, kind

FORUMS = (Forum("plenary"), Forum("committee"), Forum("group"))
MEETINGS = tuple(meeting(forum.key, 14, 10, forum=forum.key) for forum in FORUMS)


def entry(key, parent=None, forum="plenary", **more):
    return AgendaItem(key, parent=parent, takes=minutes(30), forums=(forum,), **more)


def ranked(*items, **more):
    given = ranks(session(*items, **more))
    return {each.key: rank.name for each, rank in given.items()}


def bound(given, rank, *, first):
    return {each.key: [other.key for other in others] for each, _, others in of_rank(given, rank, first=first)}


def test_the_organization_of_work_between_agenda_and_officers_is_first_business():
    heading = item("2", role=Role.ORGANIZATIONAL_MATTERS)
    below = item("2 (a)", 30, role=Role.AGENDA), item("2 (b)", 30), item("2 (c)", 30, role=Role.OFFICERS)
    assert ranked(item("1", 30, role=Role.OPENING), heading, *below, item("3", 30)) == {
        "1": "OPENING",
        "2a": "BUSINESS",
        "2b": "BUSINESS",
        "2c": "BUSINESS",
        "3": "REST",
    }


def test_statements_after_the_adoption_of_the_agenda_are_no_first_business():
    heading = item("1", role=Role.ORGANIZATIONAL_MATTERS)
    below = item("1 (a)", 30, role=Role.OFFICERS), item("1 (b)", 30, role=Role.AGENDA), item("1 (c)", 30)
    assert ranked(heading, *below) == {"1a": "BUSINESS", "1b": "BUSINESS", "1c": "REST"}


def test_officers_that_the_agenda_lists_late_are_elected_late():
    assert ranked(item("1", 30, role=Role.AGENDA), item("2", 30), item("3", 30, role=Role.OFFICERS)) == {
        "1": "BUSINESS",
        "2": "REST",
        "3": "REST",
    }


def test_an_entry_of_no_item_does_not_end_first_business():
    items = item("1", 30, role=Role.OFFICERS), entry("address"), item("2", 30, role=Role.AGENDA)
    assert ranked(*items) == {"1": "BUSINESS", "address": "REST", "2": "BUSINESS"}


def test_a_session_with_one_opening_is_one_body_led_from_where_it_opens():
    items = item("1", 30, role=Role.OPENING, forums=("committee",)), item("2", 30)
    given = session(*items, forums=FORUMS, meetings=MEETINGS)
    assert [(set(each.lead), len(each.forums)) for each in spheres(given)] == [({"committee"}, 3)]


def test_bodies_that_open_for_themselves_are_apart_and_keep_the_groups_on_their_items():
    forums = (*FORUMS, Forum("joint", joins=("plenary", "committee")), Forum("bureau"))
    items = (
        item("1", 30, role=Role.OPENING),
        item("2", 30, role=Role.OPENING, forums=("committee",)),
        item("3", 30, forums=("committee",)),
        entry("group", "3", "group"),
    )
    one, two = spheres(session(*items, forums=forums, meetings=MEETINGS))
    assert (one.lead, one.forums) == ({"plenary"}, {"plenary", "joint"})
    assert (two.lead, two.forums) == ({"committee"}, {"committee", "group", "joint"})


def test_what_leads_a_body_binds_its_other_forums_and_what_does_not_only_its_own():
    items = (
        item("1", 30, role=Role.OPENING),
        item("2", 30, role=Role.OFFICERS, forums=("committee",)),
        item("3", 30, forums=("committee",)),
        item("4", 30),
        item("5", 30, role=Role.REPORT, forums=("committee",)),
        item("6", 30, role=Role.CLOSURE),
    )
    given = session(*items, forums=FORUMS, meetings=MEETINGS)
    assert bound(given, Rank.OPENING, first=True) == {"1": ["2", "3", "4", "5", "6"]}
    assert bound(given, Rank.BUSINESS, first=True) == {"2": ["3", "5"]}
    assert bound(given, Rank.REPORT, first=False) == {"5": ["2", "3"]}
    assert bound(given, Rank.CLOSURE, first=False) == {"6": ["1", "2", "3", "4", "5"]}


def test_of_a_report_in_parts_the_last_is_bound_by_all():
    given = session(item("1", 30), item("2", role=Role.REPORT, parts=(minutes(30), minutes(30))))
    assert bound(given, Rank.REPORT, first=False) == {"2.2": ["1"]}


def test_each_rank_names_the_rule_that_keeps_it():
    named = [rank for rank in Rank if rank.rule is not None]
    assert named == [Rank.OPENING, Rank.BUSINESS, Rank.REPORT, Rank.CLOSURE]
    assert [kind(rank.rule).rank for rank in named] == named


def test_an_item_has_the_groups_that_meet_on_it_elsewhere():
    items = item("1", 30), entry("panel", "1"), entry("group", "1", "group"), item("2", 30)
    found = [
        (each.key, [part.key for part in own], [part.key for part in groups])
        for each, own, groups in groups_of(session(*items, forums=FORUMS, meetings=MEETINGS))
    ]
    assert found == [("1", ["1"], ["group"]), ("2", ["2"], [])]


def pairs(*items, **more):
    return [(one.key, other.key) for one, other in neighbours(session(*items, **more))]


def test_neighbours_follow_the_agenda_within_a_rank():
    items = item("1", 30, role=Role.OPENING), item("2", 30), item("3", 30), item("4", 30, role=Role.REPORT)
    assert pairs(*items) == [("2", "3")]


def test_a_rank_whose_rule_is_waived_follows_the_agenda():
    items = item("1", 30), item("2", 30), item("3", 30, role=Role.REPORT)
    assert pairs(*items, waives=frozenset({"report-last"})) == [("1", "2"), ("2", "3")]


def test_entries_of_no_item_that_no_rank_binds_follow_the_order_of_business():
    items = item("1", 30, role=Role.OPENING), item("2", 30), entry("talk"), item("3", 30, role=Role.CLOSURE)
    assert pairs(*items) == [("2", "talk"), ("talk", "3")]


GROUPS = (Forum(), Forum("contact", kind=ForumKind.CONTACT_GROUP))


def with_groups():
    twice = {"parts": (minutes(30), minutes(30))}
    items = (
        item("1", **twice),
        entry("one", "1", "contact"),
        item("2", **twice, forums=("plenary",)),
        entry("two", "2", "contact"),
        item("3", 30, role=Role.OTHER_MATTERS),
        item("4", **twice),
    )
    meetings = (meeting("plenary", 14, 10), meeting("contact", 14, 15, forum="contact"))
    return session(*items, forums=GROUPS, meetings=meetings)


def test_groups_report_back_to_the_last_part_of_their_item():
    found = [
        (each.key, last.key, [group.key for group in groups]) for each, last, groups in reporting_back(with_groups())
    ]
    assert found == [("1", "1.2", ["one"]), ("2", "2.2", ["two"])]


def test_what_waits_for_groups_follows_the_agenda_with_other_matters_after_it():
    given = with_groups()
    assert [each.key for each in after_groups(given)] == ["1.2", "2.2", "3"]
    assert [(one.key, other.key) for one, other in neighbours(given)] == [
        ("1.1", "2.1"),
        ("2.1", "4.1"),
        ("one", "two"),
        ("1.2", "2.2"),
        ("2.2", "3"),
    ]


def test_a_session_says_when_a_report_is_taken_up_by_a_rule_or_a_row_but_not_by_what_it_covers():
    parts = (minutes(30), minutes(30))
    report = item("2", role=Role.REPORT, parts=parts)
    for rules, organization, said in (
        ((), (), False),
        ((ReportsOn("2", ("1",)),), (), False),
        ((ConcludedBy("2", "2009-05-14 18:00"),), (), True),
        ((), (Rows("14-am", ("2.2",)),), True),
    ):
        given = session(item("1", 30), report, rules=rules, organization=organization)
        assert time_said(given, given.agenda.instalments[-1]) is said
