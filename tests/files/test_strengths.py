"""What counts most, as an officer writes it: strengths, weights, people, priorities, and items held again."""

from __future__ import annotations

import pytest

import wgsched as wg
from wgsched.checking import check, score
from wgsched.errors import BadInput
from wgsched.files import programme_from_json, programme_of_rows, programme_to_json, session_from
from wgsched.model import AgendaItem, Grades, Leaving, LeftOut, Role, Strength, Wish
from wgsched.model.reading import left_out
from wgsched.rules import NoShortPart, rulebook

HALL = """
symbol: T/1
body: {en: Test}
place: {title: {en: X}, zone: Etc/UTC}
original: en
languages: [en]
"""
TWO = HALL + "forums: {a: {title: A, interpretation: without}, b: {title: B, interpretation: without}}\n"
ONE = HALL + "forums: {a: {title: A, interpretation: without}}\n"

SOFT_CONFLICT = (
    TWO
    + """
days: Mon 10 May 2027
hours: 10-11
agenda:
  1: {title: A, takes: 60 min, forum: [a, b]}
  2: {title: B, takes: 60 min, forum: [a, b]}
participants:
  x: {name: "conflict 3", items: [1, 2], weight: 3}
"""
)
WEIGHTS = (
    ONE
    + """
days: Mon 10 May 2027
hours: 10-11, 11-12
weights: {dead-time: 0, agenda-order-kept: 0}
agenda:
  1: {title: A, takes: 60 min}
  2: {title: B, takes: 60 min}
wishes:
  - preferred-meeting: {item: 1, meetings: ["a Mon 10 May 10-11"], weight: 30}
  - preferred-meeting: {item: 2, meetings: ["a Mon 10 May 10-11"], weight: 10}
  - preferred-meeting: {item: 2, meetings: ["a Mon 10 May 10-11"], weight: 10}
"""
)
TOO_MANY = (
    ONE
    + """
days: Mon 10 May 2027
hours: 10-12
agenda:
  1: {title: A, takes: 60 min, priority: high}
  2: {title: B, takes: 60 min}
  3: {title: C, takes: 60 min, priority: low}
"""
)
DROP = (
    ONE
    + """
days: Mon 10 May 2027
hours: 10-12
agenda:
  1: {title: A, takes: 60 min}
  2: {title: B, takes: 60 min}
  3: {title: C, left out: no speaker}
"""
)
REPEAT = (
    TWO
    + """
days: Mon 10 May 2027
hours: 10-11, 11-12
agenda:
  1: {title: Workshop, takes: 60 min, times: 2, forum: [a, b]}
  2: {title: Talk, takes: 60 min, forum: a, at: Mon 10-11}
"""
)
WALK = (
    TWO
    + """
days: Mon 10 May 2027
hours: 10-11, 11-12, 13-14
agenda:
  1: {title: A, takes: 60 min, forum: a}
  2: {title: B, takes: 60 min, forum: b}
participants:
  ann: {name: Ann, items: [1, 2], pause: 15 min}
"""
)
SAME_DAYS = (
    ONE
    + """
days: Mon 10 - Wed 12 May 2027
hours: 10-12
agenda:
  1: {title: deep dive, takes: 60 min, at: Mon am}
  2: {title: filler, takes: 90 min}
  3: {title: talk, takes: 60 min}
participants:
  ann: {name: Ann, items: [1, 3]}
wishes:
  - same-days: {items: [1, 3]}
"""
)


def planned(text: str):
    return wg.plan(session_from(text, "session.yaml"))


def hours(programme):
    return [(row.instalment, row.meeting[-2:], f"{row.opens:%H:%M}") for row in programme.considerations]


def test_soft_conflict():
    found = planned(SOFT_CONFLICT)
    assert score(found).total == 3
    assert not check(found)
    assert programme_from_json(programme_to_json(found)) == found


def test_weights():
    assert planned(WEIGHTS).considerations[0].instalment == "1"
    assert planned(WEIGHTS.replace("weight: 30", "weight: 19")).considerations[0].instalment == "2"


def test_too_many():
    found = planned(TOO_MANY)
    assert [(each.item, each.reason) for each in found.left_out] == [("3", "no-time")]
    assert wg.annex(found, language="en").bytes("text").decode().count("Item 3 is left out") == 1


def test_drop():
    found = planned(DROP)
    assert {row.instalment for row in found.considerations} == {"1", "2"}
    assert "Item 3 is left out (no speaker)." in wg.annex(found, language="en").bytes("text").decode()


def test_repeat():
    found = planned(REPEAT)
    first, second = (row for row in found.considerations if row.instalment != "2")
    assert first.closes <= second.opens
    assert "continued" not in wg.annex(found, language="en").bytes("text").decode()


def test_walk():
    first, second = planned(WALK).considerations
    assert (second.opens - first.closes).total_minutes() >= 15


def test_same_days():
    days = {row.instalment: row.opens.day for row in planned(SAME_DAYS).considerations}
    assert days["1"] == days["3"]


def test_a_strength_stands_beside_any_demand():
    text = TOO_MANY.replace(", priority: low", ", before: 1, strength: should, weight: 2")
    [wish] = session_from(text, "session.yaml").wishes
    assert (wish.code, wish.strength, wish.weight) == ("precedes", Strength.SHOULD, 2)
    text = TOO_MANY + "rules:\n  - concluded by: {item: 1, moment: Mon 11:00, strength: nice}\n"
    [wish] = session_from(text, "session.yaml").wishes
    assert isinstance(wish, Wish)
    assert (wish.code, wish.strength, wish.weight) == ("concluded-by", Strength.NICE, 1)


def test_a_must_is_what_a_rule_is_without_a_strength():
    text = TOO_MANY + "rules:\n  - precedes: {earlier: 1, later: 2, strength: must}\n"
    given = session_from(text, "session.yaml")
    assert ([each.code for each in given.rules], given.wishes) == (["precedes"], ())


def test_a_must_takes_a_weight_for_the_nearest_programme_and_keeps_it_in_the_programme_file():
    text = TOO_MANY + "rules:\n  - precedes: {earlier: 2, later: 1, strength: must, weight: 5}\n"
    given = session_from(text, "session.yaml")
    [rule] = given.rules
    assert (rule.code, rule.weight, given.wishes) == ("precedes", 5, ())
    assert programme_from_json(programme_to_json(wg.plan(given))).session.rules == (rule,)


FAULTY = {
    "  - precedes: {earlier: 1, later: 2, strength: must, weight: 0}": "0 is too small; it must be at least 1",
    "  - opening first: {strength: must, weight: 2}": "opening-first is never broken: a weight says nothing",
    "  - opening first: {strength: nice}": "opening-first is never a wish: it must hold in every programme",
    "  - precedes: {earlier: 1, later: 2, strength: strong}": "unknown word 'strong'",
    "  - precedes: {earlier: 1, later: 2, strength: nice, weight: 0}": "0 is too small; it must be at least 1",
}


@pytest.mark.parametrize(("line", "message"), FAULTY.items())
def test_a_strength_that_cannot_be_is_refused_at_its_place(line, message):
    with pytest.raises(BadInput) as refused:
        session_from(f"{TOO_MANY}rules:\n{line}\n", "session.yaml")
    [fault] = refused.value.faults
    assert fault.message.startswith(message.partition("'")[0])
    assert fault.line == 16


@pytest.mark.parametrize("times", ["0", "-1", "100000000", "two"])
def test_a_number_of_times_that_cannot_be_is_refused(times):
    with pytest.raises(BadInput):
        session_from(REPEAT.replace("times: 2", f"times: {times}"), "session.yaml")


@pytest.mark.parametrize("priority", ["0", "-3", "urgent"])
def test_a_priority_that_cannot_be_is_refused(priority):
    with pytest.raises(BadInput):
        session_from(TOO_MANY.replace("priority: low", f"priority: {priority}"), "session.yaml")


def test_grades_are_written_to_the_programme_file():
    found = planned(SOFT_CONFLICT.replace("weight: 3", "strength: should"))
    assert programme_from_json(programme_to_json(found)).finding.grades == Grades(should=1)


@pytest.mark.parametrize("asked", ["rules:\n  - room fits:", "wishes:\n  - room fits:", "rules:\n  - no short part:"])
def test_a_wish_is_read_again_as_what_it_was_where_a_rule_and_a_preference_share_a_code(asked):
    found = planned(TOO_MANY + f"{asked} {{strength: should}}\n")
    assert programme_from_json(programme_to_json(found)) == found


def test_a_standing_rule_that_is_asked_for_as_a_wish_need_not_be_kept():
    whole = session_from(TOO_MANY, "session.yaml")
    codes = [rule.code for rule in rulebook(whole)]
    wished = whole.with_wishes(Wish(NoShortPart(), Strength.NICE))
    assert [rule.code for rule in rulebook(wished)] == [code for code in codes if code != "no-short-part"]


def agenda_of(*lines: str):
    text = ONE + "days: Mon 10 May 2027\nhours: 10-12\nagenda:\n" + "".join(f"  {line}\n" for line in lines)
    return session_from(text, "session.yaml")


def test_a_priority_is_also_that_of_the_items_below():
    given = agenda_of(
        "1: {title: A, priority: low}", "1 (a): {title: B}", "1 (b): {title: C, priority: high}", "2: {title: D}"
    )
    assert [item.priority for item in given.agenda] == [1, 1, 100, None]


def test_the_opening_and_the_closure_are_never_left_out():
    with pytest.raises(BadInput) as refused:
        agenda_of("1: {is: opening, priority: low}", "2: {is: closure, priority: 7}")
    assert [(fault.line, fault.message) for fault in refused.value.faults] == [
        (11, "the opening is never left out: it has no priority"),
        (12, "the closure is never left out: it has no priority"),
    ]
    given = agenda_of("1: {is: organizational-matters, priority: low}", "1 (a): {is: opening}")
    assert [item.priority for item in given.agenda] == [1, None]
    with pytest.raises(BadInput, match="the opening is never left out"):
        AgendaItem("1", role=Role.OPENING, priority=1)


def test_what_is_said_to_be_left_out_is_not_planned_whatever_else_is_said_of_it():
    given = agenda_of("1: {title: A, takes: 2 h}", "2: {title: B, takes: 1 h, left out: withdrawn, before: 1}")
    assert [row.instalment for row in wg.plan(given).considerations] == ["1"]


def test_items_that_are_considered_jointly_are_left_out_together():
    given = agenda_of(
        "1: {title: A, takes: 2 h}", "2: {title: B, takes: 1 h, priority: low}", "3: {title: C, jointly with: 2}"
    )
    assert [item.key for item, _ in left_out(wg.plan(given))] == ["2", "3"]


def test_of_rows_that_are_typed_whole_what_may_be_left_out_and_has_no_row_is_left_out():
    text = TOO_MANY.replace(", priority: high", "") + "organization:\n  Mon am: [1, 2]\n"
    typed = programme_of_rows(session_from(text, "session.yaml"))
    assert typed.left_out == (LeftOut("3", Leaving.NO_MEETING),)
    assert not check(typed)
    needed = programme_of_rows(session_from(text.replace(", priority: low", ""), "session.yaml"))
    assert ([each.rule for each in check(needed)], needed.left_out) == (["whole-time"], ())


TRACKS = (
    TWO
    + """
days: Mon 10 May 2027
hours: 10-11
agenda:
  1: {title: A, takes: 30 min, forum: a}
  a: {title: B, takes: 30 min, forum: b}
participants:
  x: {chairs: CHAIRS}
"""
)


@pytest.mark.parametrize(
    ("chairs", "items", "forums"),
    [("b", (), ("b",)), ("[b, 1]", ("1",), ("b",)), ("[a]", ("a",), ()), ("[b, b]", (), ("b",))],
)
def test_who_chairs_names_items_and_forums_and_a_name_of_both_is_that_of_the_item(chairs, items, forums):
    session = session_from(TRACKS.replace("CHAIRS", chairs))
    [who] = session.participants
    assert (who.chairs, who.tracks) == (items, forums)


def test_a_name_that_nothing_has_is_no_item_and_no_forum():
    with pytest.raises(BadInput, match=r"participants\.x\.chairs: there is no agenda item or forum 'c'"):
        session_from(TRACKS.replace("CHAIRS", "[1, c]"))


def test_a_programme_file_keeps_who_chairs_a_track():
    planned = wg.plan(session_from(TRACKS.replace("CHAIRS", "b")))
    assert programme_from_json(programme_to_json(planned)).session.participants == planned.session.participants
