"""The four sessions of the docs: nothing about order is typed, and each gives a programme that can be circulated."""

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import wgsched as wg
from wgsched.files.nodes import MappingNode
from wgsched.files.source import read_nodes
from wgsched.model.ranks import groups_of, reporting_back

EXAMPLES = Path(__file__).parents[2] / "examples"
QUICK = ("group-with-panel", "treaty-body", "working-group")
SESSIONS = (*QUICK, pytest.param("contact-groups", marks=pytest.mark.long))
ORDERING = {"after", "before", "follows", "sequence", "organization", "rules", "upon conclusion of", "within"}
ORDERING |= {"not before", "concluded by", "prefers", "weights", "waives", "wishes"}

every_session = pytest.mark.parametrize("name", SESSIONS)


@cache
def planned(name):
    return wg.plan(wg.read_session(EXAMPLES / f"{name}.yaml"))


def days(programme, key):
    """Return the day and hour of each row of an item or entry."""
    return [f"{row.opens:%a %H.%M}" for row in programme.of(programme.session.agenda[key])]


def names(node):
    """Yield every key of a file."""
    for key, value in node.entries if isinstance(node, MappingNode) else ():
        yield key.text
        yield from names(value)


@pytest.mark.parametrize("name", [*QUICK, "contact-groups"])
def test_no_order_is_typed(name):
    assert ORDERING & set(names(read_nodes((EXAMPLES / f"{name}.yaml").read_bytes(), name))) == set()


@every_session
def test_it_is_planned_proved_and_nothing_is_broken(name):
    programme = planned(name)
    assert (programme.finding.verdict, list(wg.check(programme))) == (wg.Verdict.BEST, [])


@every_session
def test_it_opens_first_and_ends_in_the_last_meeting_that_is_booked(name):
    programme = planned(name)
    last = programme.session.meetings_of("plenary")[-1]
    assert programme.considerations[0].instalment in ("1", "1a")
    assert programme.rows(last)[-1].instalment == list(programme.session.agenda)[-1].key
    assert all(programme.items(row)[0].role in (wg.Role.REPORT, wg.Role.CLOSURE) for row in programme.rows(last))


@every_session
def test_it_keeps_the_order_of_the_agenda_and_divides_what_must_be(name):
    codes = {line.preference for line in wg.score(planned(name)) if line.cost}
    assert codes <= {"dead-time"}


@every_session
def test_free_time_before_business_ends_is_less_than_an_hour(name):
    assert sum(line.cost for line in wg.score(planned(name)) if line.preference == "dead-time") < 60


@every_session
def test_no_item_is_in_two_places_at_once(name):
    programme = planned(name)
    for first, second in combinations(programme.considerations, 2):
        if set(map(top, programme.items(first))) & set(map(top, programme.items(second))):
            assert not first.window.meets(second.window)


def top(item):
    """Return the item that an entry belongs to, else the item."""
    return item.parent if item.number is None and item.parent else item.key


@every_session
def test_groups_meet_after_their_item_is_introduced_and_before_they_report_back(name):
    programme = planned(name)
    for _, own, groups in groups_of(programme.session):
        for group in groups if own else ():
            assert programme.of(own[0])[0].closes <= programme.of(group)[0].opens
    for _, last, groups in reporting_back(programme.session):
        assert all(programme.of(group)[-1].closes <= programme.of(last)[0].opens for group in groups)


def test_the_panel_is_inside_its_item():
    programme = planned("group-with-panel")
    assert days(programme, "2") == ["Mon 10.40", "Mon 15.00", "Mon 16.30", "Tue 10.00"]
    assert days(programme, "panel") == ["Mon 15.00"]


def test_each_state_has_two_sittings_in_consecutive_meetings():
    programme = planned("treaty-body")
    sittings = {key: days(programme, key) for key in ("angola", "chile", "fiji", "ghana", "latvia", "nepal")}
    assert sittings == {
        "angola": ["Mon 15.00", "Tue 10.00"],
        "chile": ["Tue 15.00", "Wed 10.00"],
        "fiji": ["Wed 15.00", "Thu 10.00"],
        "ghana": ["Thu 15.00", "Fri 10.00"],
        "latvia": ["Fri 15.00", "Mon 10.00"],
        "nepal": ["Mon 15.00", "Tue 10.00"],
    }


def test_a_working_group_has_a_day_to_draft_its_report():
    programme = planned("working-group")
    assert (days(programme, "6"), days(programme, "7")) == (["Thu 10.00"], ["Fri 15.00"])


@pytest.mark.long
def test_each_contact_group_meets_on_three_days_and_none_in_the_last_two():
    programme = planned("contact-groups")
    for entry in (each for each in programme.session.agenda if each.number is None):
        dates = {row.opens.date() for row in programme.of(entry)}
        assert len(dates) == 3
        assert max(dates).day <= 14


@pytest.mark.long
def test_items_are_introduced_and_taken_up_again_in_agenda_order():
    programme = planned("contact-groups")
    introduced = [str(number) for number in range(3, 12)]
    for date, expected in (("2027-06-07", ["1", "2a", "2b"]), ("2027-06-17", [])):
        rows = [row for row in programme.considerations if str(row.opens.date()) == date]
        part = "1" if expected else "2"
        keys = [row.instalment for row in rows]
        assert keys == [
            *expected,
            *(f"{each}.{part}" for each in introduced),
            *([] if expected else ["12", "13", "14"]),
        ]
