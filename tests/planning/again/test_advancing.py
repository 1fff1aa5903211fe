"""Time that a change frees: named with its choices, or taken up by the next item, held against brute force."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from pendulum import DateTime

from tests.agreement import candidates
from tests.planning.again.test_least_change import to_come, whole
from tests.programmes import timed
from tests.sessions import at, item, meeting, session
from wgsched.checking import ChangeKind, check, compare, record, score
from wgsched.checking.equals import among_equals
from wgsched.errors import UnknownName
from wgsched.files import programme_to_json
from wgsched.model import (
    Consideration,
    Document,
    Gap,
    GapChoice,
    Hindrance,
    Programme,
    ProofLevel,
    Role,
    Session,
    Verdict,
)
from wgsched.planning import plan
from wgsched.planning.again.changes import WEIGHTS, concern
from wgsched.rules import NotBefore

DAYS = (
    meeting("a", 14, 10, 120),
    meeting("b", 14, 15, 120),
    meeting("c", 15, 10, 120),
    meeting("d", 15, 15, 120),
)


def agenda(*items, **given):
    return session(*items, meetings=DAYS, **given)


def opened(programme: Programme) -> dict[str, str]:
    return {row.instalment: f"{row.opens:%d %H:%M}" for row in reversed(programme.considerations)}


def three(*, meetings=DAYS, **second) -> tuple[Session, Programme]:
    """Return a session, and its programme: 1 and 2 in the first two meetings, 3 and 4 after them; then 1 is short."""
    given = session(
        item("1", 120), item("2", 60), item("3", 60, **second), item("4", 60), item("5", 60), meetings=meetings
    )
    rows = {"a": [("1", 120)], "b": [("2", 60), ("3", 60)], "c": [("4", 60)], "d": [("5", 60)]}
    return given, timed(given, rows)


def without(given: Session, *names: str) -> Session:
    kept = tuple(each for each in given.agenda if each.key not in names)
    return replace(given, agenda=replace(given.agenda, items=kept))


# The choices


def test_a_meeting_that_has_no_business_any_more_is_named_with_its_choices():
    given, published = three()
    revised = plan(without(given, "1"), published=published)
    (gap,) = revised.finding.gaps
    assert (gap.meeting, gap.dead, gap.minutes) == ("a", True, 120)
    assert [(each.choice, each.instalment, each.hindrance) for each in gap.offers] == [
        (GapChoice.ADVANCE, "2", None),
        (GapChoice.CANCEL, None, None),
        (GapChoice.KEEP, None, None),
    ]
    assert opened(revised) == {"2": "14 15:00", "3": "14 16:00", "4": "15 10:00", "5": "15 15:00"}


def test_each_choice_says_what_it_changes():
    given, published = three()
    (gap,) = plan(without(given, "1"), published=published).finding.gaps
    advance, cancel, keep = (each.price for each in gap.offers)
    assert (advance.moved, advance.earlier, advance.later, advance.free) == (("2",), ("2", "3"), (), 180)
    assert (cancel.free, keep.free, cancel.moved, keep.moved) == (60, 180, (), ())


def test_a_stretch_of_a_meeting_that_is_freed_is_named_too():
    given, published = three()
    revised = plan(without(given, "2"), published=published)
    assert [(each.meeting, f"{each.opens:%H:%M}", each.minutes, each.dead) for each in revised.finding.gaps] == [
        ("b", "15:00", 60, False)
    ]


def test_what_was_published_empty_is_no_gap():
    given = agenda(item("1", 60), item("2", 60))
    published = timed(given, {"a": [("1", 60)], "c": [("2", 60)]})
    assert plan(given, published=published).finding.gaps == ()


def test_time_after_the_last_business_is_no_gap():
    given = agenda(item("1", 60), item("2", 60), item("3", 60, role=Role.REPORT))
    published = timed(given, {"a": [("1", 60)], "b": [("2", 60)], "d": [("3", 60)]})
    assert plan(without(given, "2"), published=published).finding.gaps == ()


def test_no_says_nothing_of_gaps():
    given, published = three()
    revised = plan(without(given, "1"), published=published, advance="no")
    assert revised.finding.gaps == ()
    assert revised.considerations == plan(without(given, "1"), published=published).considerations


def test_the_session_says_what_is_done_where_nothing_else_is_said():
    given, published = three()
    asked = replace(without(given, "1"), advance="next")
    assert (
        plan(asked, published=published).considerations
        == plan(without(given, "1"), published=published, advance="next").considerations
    )


def test_another_word_is_refused():
    given, published = three()
    with pytest.raises(UnknownName, match="ask, next, no"):
        plan(given, published=published, advance="now")


# Taking up the next item


def test_the_next_item_is_taken_up_in_a_meeting_that_has_no_business_any_more():
    given, published = three()
    revised = plan(without(given, "1"), published=published, advance="next")
    assert opened(revised) == {"2": "14 10:00", "3": "14 15:00", "4": "15 10:00", "5": "15 15:00"}
    assert (revised.finding.dead, revised.finding.later, revised.finding.reversed) == (0, 0, 0)
    assert list(check(revised)) == []
    assert [(each.meeting, each.minutes, each.offers[0].hindrance) for each in revised.finding.gaps] == [
        ("a", 60, Hindrance.GAIN),
        ("b", 60, Hindrance.DAY),
    ]


def test_nothing_is_taken_up_across_days_but_the_choice_is_named():
    given = agenda(item("1", 60), item("2", 60), item("3", 60), item("4", 60))
    published = timed(given, {"a": [("1", 60)], "b": [("2", 60)], "c": [("3", 60), ("4", 60)]})
    revised = plan(without(given, "2"), published=published, advance="next")
    assert opened(revised) == {"1": "14 10:00", "3": "15 10:00", "4": "15 11:00"}
    (gap,) = revised.finding.gaps
    assert (gap.offers[0].instalment, gap.offers[0].hindrance) == ("3", Hindrance.DAY)
    assert gap.offers[0].price.moved == ("3",)


def test_a_meeting_is_not_emptied_to_fill_another():
    given = agenda(item("1", 60), item("2", 60), item("3", 60))
    published = timed(given, {"a": [("1", 60)], "b": [("2", 60)], "c": [("3", 60)]})
    revised = plan(without(given, "1"), published=published, advance="next")
    assert opened(revised) == {"2": "14 15:00", "3": "15 10:00"}


PAPER = Document("A/1", items=("2",))


@pytest.mark.parametrize(
    ("second", "documents", "why"),
    [
        ({"firm": True}, (), Hindrance.FIRM),
        ({"decision": True}, (), Hindrance.DECISION),
        ({"role": Role.OFFICERS}, (), Hindrance.ROLE),
        ({}, (PAPER,), Hindrance.DOCUMENTS),
    ],
)
def test_what_is_never_moved_forward_stays(second, documents, why):
    given = agenda(item("1", 120), item("2", 60, **second), item("3", 60), item("4", 60), documents=documents)
    published = timed(given, {"a": [("1", 120)], "b": [("2", 60), ("3", 60)], "c": [("4", 60)]})
    changed = without(given, "1")
    changed = replace(changed, rules=(NotBefore("2", at(14, 15)),) if second.get("firm") else ())
    revised = plan(changed, published=published, advance="next", now=at(13, 9))
    assert opened(revised)["2"] == "14 15:00"
    (gap,) = revised.finding.gaps
    assert (gap.offers[0].choice, gap.offers[0].hindrance, gap.offers[0].price) == (GapChoice.ADVANCE, why, None)


def test_at_too_short_notice_it_is_asked():
    given, published = three()
    changed = replace(without(given, "1"), notice=24 * 60)
    late = plan(changed, published=published, advance="next", now=at(13, 18))
    early = plan(changed, published=published, advance="next", now=at(13, 9))
    assert (opened(late)["2"], late.finding.gaps[0].offers[0].hindrance) == ("14 15:00", Hindrance.NOTICE)
    assert opened(early)["2"] == "14 10:00"


def test_what_the_rules_do_not_allow_is_said():
    given, published = three()
    changed = without(given, "1").with_rules(NotBefore("2", at(14, 15)))
    (gap,) = plan(changed, published=published).finding.gaps
    assert (gap.offers[0].hindrance, gap.offers[0].price) == (Hindrance.RULES, None)


def test_what_a_record_spares_is_a_gap_until_it_is_planned_again():
    given = agenda(item("1", 240), item("2", 60), item("3", 60))
    published = timed(given, {"a": [("1", 120)], "b": [("1", 120)], "c": [("2", 60)], "d": [("3", 60)]})
    held = record(published, "1", "concluded", "2009-05-14 12:00")
    revised = plan(given, published=held)
    assert [(each.meeting, each.dead) for each in revised.finding.gaps] == [("b", True)]
    assert plan(given, published=revised).finding.gaps == ()


def test_what_is_taken_up_earlier_is_said_so():
    given, published = three()
    revised = plan(without(given, "1"), published=published, advance="next")
    told = [str(each) for each in compare(published, revised).items if each.kind is ChangeKind.ADVANCED]
    assert told == [
        "Taken up earlier than announced: item 2, at the meeting of Thursday, 14 May, 10 a.m.–noon.",
        "Taken up earlier than announced: item 3, at the meeting of Thursday, 14 May, 3–5 p.m.",
    ]
    assert list(compare(revised, revised)) == []


def test_the_same_bytes_with_one_worker_and_two():
    given, published = three()
    changed = without(given, "1")
    for advance in ("ask", "next"):
        found = [plan(changed, published=published, advance=advance, workers=number) for number in (1, 1, 2)]
        assert len({programme_to_json(each) for each in found}) == 1


def test_the_finding_says_down_to_which_level_it_is_proved():
    given, published = three()
    finding = plan(without(given, "1"), published=published, advance="next").finding
    assert (finding.verdict, finding.fewest, finding.level) == (Verdict.BEST, True, ProofLevel.TIE)


# Brute force


def small(dice: random.Random) -> tuple[Session, Programme]:
    """Return a small session, and one of its programmes; its item 0 is dropped afterwards."""
    meetings = (meeting("a", 14, 10, 60), meeting("b", 14, 15, 60), meeting("c", 15, 10, 60), meeting("d", 15, 15, 60))
    dropped = item("0", 60)
    lengths = dice.choice(((30, 30, 30, 30), (30, 30, 30, 60), (30, 30, 60, 60)))  # more would not fit beside it
    items = [
        item(str(number), length, decision=dice.random() < 0.15, firm=dice.random() < 0.1)
        for number, length in enumerate(dice.sample(lengths, 4), start=1)
    ]
    given = session(dropped, *items, meetings=meetings)
    return given, next(orders(dice, given))


def orders(dice: random.Random, given: Session) -> Iterator[Programme]:
    """Yield programmes that take up all items in some order, one after the other, sometimes with time between."""
    minutes = {each.key: given.minutes_of(each) for each in given.agenda.instalments}
    while True:
        keys = dice.sample(sorted(minutes), len(minutes))
        keys.remove("0")
        keys.insert(dice.choice((0, 0, 1)), "0")
        rows: dict[str, list[tuple[str, int]]] = {each.key: [] for each in given.meetings}
        for each in given.meetings:
            while keys and sum(length for _, length in rows[each.key]) + minutes[keys[0]] <= 60:
                rows[each.key].append((keys[0], minutes[keys.pop(0)]))
        if not keys:
            yield timed(given, {key: some for key, some in rows.items() if some})


def early(given: Session, kept: Programme, gap: Gap) -> dict[str, DateTime]:
    """Return what may be opened earlier after a gap, in its meeting or the one before it that day, and since when."""
    found = {}
    for each in given.agenda:
        row = kept.of(each)[0]
        own = kept.meeting(row.meeting)
        places = [own]
        if kept.rows(own)[0].instalment == each.key:
            places += [one for one in given.meetings if one.date == own.date and one.closes <= own.opens]
        opens = [max(one.opens, gap.opens) for one in places if one.closes > gap.opens]
        if opens and min(opens) < row.opens and not each.decision and not each.firm:
            found[each.key] = min(opens)
    return found


def allowed(kept: Programme, rows: Iterable[Consideration], since: dict[str, DateTime]) -> bool:
    """Return whether what may not be opened earlier is as it was, and the rest no later and in no more meetings."""
    for each in kept.session.agenda:
        was, now = kept.of(each), [row for row in rows if row.instalment == each.key]
        opens = min(row.opens for row in now)
        if each.key not in since:
            same = {row.meeting for row in was} == {row.meeting for row in now} and was[0].opens == opens
        else:
            same = since[each.key] <= opens <= was[0].opens and len(now) <= len(was)
        if not same:
            return False
    return True


def ways(kept: Programme, since: dict[str, DateTime]) -> Iterator[Programme]:
    """Yield every programme in half hours that the checker accepts, and in which only what may be is opened earlier."""
    for rows in candidates(kept.session):
        if allowed(kept, rows, since):
            programme = Programme(kept.session, kept.session.meetings, rows)
            if whole(programme) and not check(programme):
                yield programme


def vector(published: Programme, found: Programme, granted: Iterable[str], gap: DateTime) -> tuple:
    """Return what is minimized, in order, counted in plain Python."""
    session_, weight, moved, later = found.session, 0, 0, 0
    for each in session_.agenda.instalments:
        before, after = (to_come(programme, each.key, None) for programme in (published, found))
        was, now = [row.meeting for row in before], [row.meeting for row in after]
        free = each.key in granted
        leaves = not set(now) <= set(was) if free else was != now
        same = was[0] == now[0] and after[0].opens < before[0].opens if free else False
        retimed = before[0].opens != after[0].opens and not same
        later += after[0].opens >= published.meeting(was[0]).closes
        moved += leaves
        weight += concern(session_, each, before, None) * (WEIGHTS["moved"] * leaves + WEIGHTS["retimed"] * retimed)
    business = [row for row in found.considerations if not found.firm(row)]
    last = max(row.closes for row in business)
    had, used = ({row.meeting for row in each.considerations} for each in (published, found))
    dead = sum(gap <= each.opens < last for each in session_.meetings if each.key in had - used)
    promised = {each.key for each in session_.agenda if each.firm}
    shown = [row for row in published.considerations if row.instalment in found.session.agenda]
    order = [row.instalment for row in shown if row.instalment not in promised]
    order = list(dict.fromkeys(order))
    first = {key: to_come(found, key, None)[0].opens for key in order}
    turned = sum(first[two] < first[one] for one, two in pairwise(order))
    return (dead, later, turned, moved, weight, score(found).total, *among_equals(found))


@pytest.mark.parametrize("seed", [*range(5), *(pytest.param(each, marks=pytest.mark.long) for each in range(5, 80))])
def test_nothing_is_less_in_the_order_of_aims_than_what_is_found(seed):
    dice = random.Random(seed)
    given, published = small(dice)
    asked = without(given, "0")
    kept = plan(asked, published=published, advance="ask")
    if not kept.finding.gaps:
        return
    revised = plan(asked, published=published, advance="next")
    opens = kept.finding.gaps[0].opens
    since = early(asked, kept, kept.finding.gaps[0])
    least = min(vector(published, each, since, opens) for each in ways(kept, since))
    assert vector(published, revised, since, opens) == least
