from dataclasses import replace

import pytest

from tests.programmes import FOUNDING, timed, typed
from tests.sessions import at, founding, item, meeting, session
from wgsched.checking import ChangeKind, compare
from wgsched.checking.comparison import sentences
from wgsched.languages import lexicon
from wgsched.model import Body, Document, Event, Forum, ForumKind, LeftOut, Meeting, Programme, ServiceBasis, Text


def before() -> Programme:
    return timed(founding(), FOUNDING)


def with_meeting(programme: Programme, key: str, **changes: object) -> Programme:
    meetings = tuple(replace(each, **changes) if each.key == key else each for each in programme.meetings)
    return replace(programme, meetings=meetings)


def test_equal_programmes_compare_as_nothing():
    found = compare(before(), before())
    assert (bool(found), str(found)) == (False, "")


def test_an_item_that_moves_is_said_once_and_not_from_the_side_of_the_meetings_too():
    after = timed(founding(), {**FOUNDING, "15-am": [("2c", 120)], "15-pm": [("2b", 180), ("3", 60)]})
    assert str(compare(before(), after)) == (
        "Moved: item 2 (b), from the meeting of Friday, 15 May, 10 a.m.–1 p.m. "
        "to the meeting of Friday, 15 May, 3–6 p.m.\n"
        "Moved: item 2 (c), from the meeting of Friday, 15 May, 3–6 p.m. to the meeting of Friday, 15 May, "
        "10 a.m.–1 p.m."
    )


def test_an_item_that_takes_longer_in_its_meeting_is_retimed():
    two = session(item("1", 30), item("2", 30))
    found = compare(timed(two, {"14-am": [("1", 30)]}), timed(two, {"14-am": [("1", 40)]}))
    assert [(each.kind, each.key, each.sentence.code) for each in found.estimates] == [
        (ChangeKind.RETIMED, "1", "item-concluded-otherwise")
    ]
    assert not found


def test_an_item_that_opened_in_an_earlier_meeting_is_continued_at_another_hour():
    rows = {"14-am": [("2a", 180)], "14-pm": [("2b", 30), ("2a", 60)]}
    after = timed(founding(), {**rows, "14-pm": [("2b", 60), ("2a", 60)]})
    assert [str(each) for each in compare(timed(founding(), rows), after).estimates] == [
        "Retimed: item 2 (a), continued Thursday, 14 May, 4 p.m. instead of Thursday, 14 May, 3.30 p.m.",
        "Retimed: item 2 (b), concluded Thursday, 14 May, 4 p.m. instead of Thursday, 14 May, 3.30 p.m.",
    ]


def test_items_added_and_no_longer_placed_are_named():
    two = session(item("1", 30), item("2", 30))
    found = compare(typed(two, {"14-am": ["1"]}), typed(two, {"14-am": ["2"]}))
    assert [(each.kind, each.key) for each in found.items] == [(ChangeKind.NOT_PLACED, "1"), (ChangeKind.ADDED, "2")]


def test_an_item_that_loses_a_meeting_is_shortened_and_one_that_gains_one_is_extended():
    one = session(item("1", 60))
    long, short = typed(one, {"14-am": ["1"], "14-pm": ["1"]}), typed(one, {"14-am": ["1"]})
    assert [each.kind for each in compare(long, short).items] == [ChangeKind.SHORTENED]
    assert [each.kind for each in compare(short, long).items] == [ChangeKind.EXTENDED]


def test_an_item_of_an_older_agenda_is_dropped():
    older, newer = session(item("1", 30), item("2", 30)), session(item("1", 30))
    found = compare(typed(older, {"14-am": ["1", "2"]}), typed(newer, {"14-am": ["1"]}))
    assert str(found) == ("Dropped: item 2, formerly at the meeting of Thursday, 14 May, 10 a.m.–1 p.m.")


def test_another_order_in_a_meeting_is_said_from_its_side():
    two = session(item("1", 30), item("2", 30))
    found = compare(typed(two, {"14-am": ["1", "2"]}), typed(two, {"14-am": ["2", "1"]}))
    assert str(found) == "The meeting of Thursday, 14 May, 10 a.m.–1 p.m. now takes up items 2 and 1, in this order."


def test_a_change_of_room_alone_is_no_change_of_time():
    roomed = with_meeting(before(), "15-am", room="C2")
    assert str(compare(before(), roomed)) == ("New room: the meeting of Friday, 15 May, 10 a.m.–1 p.m., Room C2.")
    assert [each.sentence.code for each in compare(roomed, before())] == ["meeting-room-open"]


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ({}, {"cancelled": True}, ChangeKind.CANCELLED),
        ({"cancelled": True}, {}, ChangeKind.REINSTATED),
        ({"held": False}, {}, ChangeKind.ADDED),
        ({}, {"held": False}, ChangeKind.DROPPED),
    ],
)
def test_a_meeting_cancelled_reinstated_added_or_dropped_is_said_once(was, now, kind):
    one = typed(session(item("1", 30)), {"14-am": ["1"]})
    kept = with_meeting(one, "15-am", kept=True)
    found = compare(with_meeting(kept, "15-am", **was), with_meeting(kept, "15-am", **now))
    assert [(each.kind, each.key) for each in found] == [(kind, "15-am")]
    assert not compare(with_meeting(one, "15-am", **was), with_meeting(one, "15-am", **now))


def test_a_meeting_that_is_emptied_and_then_removed_is_told_once_and_one_that_is_filled_again_is_told():
    two = session(item("1", 30), item("2", 30))
    full, emptied = typed(two, {"14-am": ["1"], "14-pm": ["2"]}), typed(two, {"14-am": ["1", "2"]})
    gone = replace(emptied, meetings=tuple(each for each in emptied.meetings if each.key != "14-pm"))
    there = "the meeting of Thursday, 14 May, 3–6 p.m."
    assert [str(each) for each in compare(full, emptied).meetings] == [f"No longer held: {there}"]
    assert compare(emptied, gone).meetings == ()
    assert [str(each) for each in compare(gone, full).meetings] == [f"Added: {there}"]
    assert [str(each) for each in compare(emptied, full).meetings] == [f"Added: {there}"]


def test_a_meeting_that_opens_at_another_hour_is_moved():
    one = typed(session(item("1", 30)), {"14-am": ["1"]})
    old: Meeting = one.meeting("14-am")
    later = with_meeting(one, "14-am", opens=old.opens.add(hours=1), closes=old.closes.add(hours=1))
    assert str(compare(one, later)) == (
        "Moved: the meeting of Thursday, 14 May, 10 a.m.–1 p.m., now Thursday, 14 May, 11 a.m.–2 p.m."
    )
    assert compare(one, later).items == ()


@pytest.mark.parametrize(("hours", "said"), [(-1, "earlier"), (1, "later")])
def test_a_meeting_that_only_closes_at_another_hour_is_not_moved(hours, said):
    one = typed(session(item("1", 30)), {"14-am": ["1"]})
    changed = with_meeting(one, "14-am", closes=one.meeting("14-am").closes.add(hours=hours))
    until = {"earlier": "noon", "later": "2 p.m."}[said]
    assert str(compare(one, changed)) == (
        f"Closes {said}: the meeting of Thursday, 14 May, 10 a.m.–1 p.m., now 10 a.m.–{until}" + "." * (hours < 0)
    )


def test_other_numbers_of_later_meetings_are_one_line():
    one = typed(session(item("1", 30), item("2", 30), item("3", 30)), {"14-am": ["1"], "14-pm": ["2"], "15-am": ["3"]})
    found = compare(one, with_meeting(one, "14-am", cancelled=True))
    assert [str(each) for each in found.meetings] == [
        "Cancelled: the meeting of Thursday, 14 May, 10 a.m.–1 p.m.",
        "Meetings renumbered: from the meeting of Thursday, 14 May, 3–6 p.m. on.",
    ]


def test_a_promised_hour_moves_with_its_hours_and_an_estimate_tells_nobody():
    panel = session(item("1", 30), item("2", 60, firm=True))
    was = timed(panel, {"14-am": [("1", 30), ("2", 60)]})
    assert str(compare(was, timed(panel, {"14-am": [("1", 60), ("2", 60)]}))) == (
        "Moved: item 2, from Thursday, 14 May, 10.30 a.m. to Thursday, 14 May, 11 a.m."
    )
    assert str(compare(was, timed(panel, {"14-am": [("1", 30)], "14-pm": [("2", 60)]}))) == (
        "Moved: item 2, from Thursday, 14 May, 10.30 a.m. to Thursday, 14 May, 3 p.m.\n"
        "Added: the meeting of Thursday, 14 May, 3–6 p.m."
    )
    assert str(compare(was, timed(panel, {"14-am": [("1", 30), ("2", 90)]}))) == (
        "Retimed: item 2, concluded Thursday, 14 May, noon instead of Thursday, 14 May, 11.30 a.m."
    )


def test_a_title_is_told_in_the_languages_that_see_another_one():
    was = session(item("1", 30, title=Text(en="Waters", fr="Eaux")))
    now = session(item("1", 30, title=Text(en="Waters", fr="Eaux douces")))
    (change,) = compare(typed(was, {"14-am": ["1"]}), typed(now, {"14-am": ["1"]}))
    assert (change.kind, change.seen_in, change.touches) == (
        ChangeKind.RENAMED,
        frozenset({"fr"}),
        frozenset({("item", "1"), ("meeting", "14-am")}),
    )
    for code, said in (("en", []), ("fr", ["Nouveau titre\u00a0: le point 1, Eaux douces."])):
        assert [sentence for _, sentence in sentences((change,), lexicon(code, now))] == said


def test_names_documents_interpretation_events_and_dates_are_told():
    side = Event("side", Text(en="Side event"), at(14, 13, 15), at(14, 14, 45), room="C2")
    was = typed(session(item("1", 30), events=(side,)), {"14-am": ["1"]})
    later = replace(side, title=Text(en="Exhibition"), closes=at(14, 14), room=None)
    now = replace(
        was.session,
        body=Body(Text(en="New body")),
        documents=(Document("A/1", items=("1",)),),
        events=(later,),
        days=(*was.session.days, was.session.days[-1].add(days=1)),
    )
    after = with_meeting(replace(was, session=now), "14-am", basis=ServiceBasis.WITHOUT)
    assert str(compare(was, after)) == (
        "Documents added to item 1: A/1.\n"
        "Interpretation changed: the meeting of Thursday, 14 May, 10 a.m.–1 p.m.\n"
        "Closes earlier: “Side event”, Thursday, 14 May, 1.15–2.45 p.m., now 1.15–2 p.m.\n"
        "Room to be announced: “Exhibition”, Thursday, 14 May, 1.15–2 p.m.\n"
        "New name: New body, formerly Tests WG.\n"
        "New name: Exhibition, formerly Side event.\n"
        "New dates: Thursday, 14 May, to Saturday, 16 May."
    )
    assert str(compare(after, was)).startswith("Documents removed from item 1: A/1.\n")
    gone = replace(was, session=replace(was.session, events=()))
    assert [str(compare(*pair)) for pair in ((was, gone), (gone, was))] == [
        "No longer held: “Side event”, Thursday, 14 May, 1.15–2.45 p.m.",
        "Added: “Side event”, Thursday, 14 May, 1.15–2.45 p.m.",
    ]


def test_an_item_is_said_to_be_left_out_and_to_be_taken_in_again():
    three = session(item("1", 60), item("2", 60, priority=1))
    all_taken = timed(three, {"14-am": [("1", 60), ("2", 60)]})
    without = replace(timed(three, {"14-am": [("1", 60)]}), left_out=(LeftOut("2"),))
    [gone], [back] = compare(all_taken, without), compare(without, all_taken)
    assert (gone.kind, back.kind) == (ChangeKind.LEFT_OUT, ChangeKind.TAKEN_IN)
    assert str(gone) == "Left out: item 2, formerly at the meeting of Thursday, 14 May, 10 a.m.–1 p.m."
    assert str(back) == "Taken in again: item 2, at the meeting of Thursday, 14 May, 10 a.m.–1 p.m."


def test_an_item_that_the_session_leaves_out_for_a_reason_is_said_to_be_left_out():
    one = item("1", 60)
    before = timed(session(one, item("2", 60)), {"14-am": [("1", 60), ("2", 60)]})
    after = timed(session(one, item("2", None, left_out=Text(en="no speaker"))), {"14-am": [("1", 60)]})
    assert [each.kind for each in compare(before, after)] == [ChangeKind.LEFT_OUT]
    assert [each.kind for each in compare(after, before)] == [ChangeKind.TAKEN_IN]


def test_a_forum_that_is_gone_is_named_as_it_was():
    informals = Forum("informals", Text(en="Friends of the Chair"), ForumKind.INFORMAL)
    held = (meeting("14-am", 14, 10), meeting("14-inf", 14, 15, forum="informals"))
    was = session(item("1", 30), item("2", 30), meetings=held, forums=(Forum(), informals))
    now = session(item("1", 30), item("2", 30), meetings=held[:1])
    assert str(compare(typed(was, {"14-am": ["2"], "14-inf": ["1"]}), typed(now, {"14-am": ["2", "1"]}))) == (
        "Moved: item 1, from the meeting of Friends of the Chair on Thursday, 14 May, 3–6 p.m. "
        "to the meeting of the plenary on Thursday, 14 May, 10 a.m.–1 p.m.\n"
        "No longer held: the meeting of Friends of the Chair on Thursday, 14 May, 3–6 p.m."
    )
