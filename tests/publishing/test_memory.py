from dataclasses import replace

import pytest

from tests.feeds.samples import full, thin
from tests.publishing.traced import AM, PM, by_uid, entry_of, trace_of
from tests.sessions import at
from wgsched.feeds.entries import entries
from wgsched.feeds.history import EntryMark
from wgsched.model import Status, Window
from wgsched.publishing.amending import amend
from wgsched.publishing.memory import Memory, Stamp, place_of, row_of, rows_of


def remembered(*programmes, **more) -> Memory:
    """Return the memory of programmes published one after another, to which nobody put a question yet."""
    traces = {}
    for number, programme in enumerate(programmes, 1):
        traces |= {entry.uid: trace_of(entry, number) for entry in entries(programme)}
    return Memory({**traces, **more}, lambda number: programmes[number - 1])


ROOMED = "meeting.a@test.wgsched"


# Whether an entry is elsewhere


def test_an_entry_that_is_as_it_was_is_not_elsewhere():
    entry = entry_of(thin())
    assert not trace_of(entry).is_elsewhere(entry)


@pytest.mark.parametrize(("opens", "closes"), [(11, 14), (11, 13), (10, 12)])
def test_an_entry_at_another_time_is_elsewhere(opens, closes):
    before = entry_of(thin())
    after = replace(before, window=Window(at(14, opens), at(14, closes)))
    assert trace_of(before).is_elsewhere(after)


@pytest.mark.parametrize(("room", "later"), [(None, "C1"), ("C1", "C2"), ("C1", None)])
def test_an_entry_in_another_room_is_elsewhere(room, later):
    meeting = replace(entry_of(thin()).meeting, room=room)
    before = replace(entry_of(thin()), meeting=meeting)
    after = replace(before, meeting=replace(meeting, room=later))
    assert trace_of(before).is_elsewhere(after)


def test_a_room_that_stays_is_not_elsewhere():
    entry = entry_of(full(), ROOMED)
    assert entry.room == "C1"
    assert not trace_of(entry).is_elsewhere(entry)


def test_other_items_leave_an_entry_where_it_is():
    before = entry_of(thin())
    assert not trace_of(before).is_elsewhere(replace(before, rows=before.rows[1:]))


def test_what_is_cancelled_or_held_after_all_is_elsewhere():
    before = entry_of(thin())
    after = replace(before, rows=(), cancelled=True)
    assert trace_of(before).is_elsewhere(after)
    assert trace_of(after).is_elsewhere(before)
    assert not trace_of(after).is_elsewhere(after)


def test_adoption_and_another_place_count():
    before = entry_of(thin())
    adopted = replace(before, programme=replace(thin(), status=Status.ADOPTED))
    assert trace_of(before).is_elsewhere(adopted)
    assert trace_of(before, place="geneva").is_elsewhere(before)


def test_an_entry_is_about_the_instalments_that_it_takes_up():
    assert rows_of(entry_of(thin())) == ("1a", "1b", "2a")
    assert row_of(entry_of(thin())) is None
    assert row_of(entry_of(thin(), "item.2a.2@test.wgsched")) == ("2a", "14-pm")
    assert place_of(entry_of(thin())) == "vienna"


# All entries together


def test_a_memory_of_nothing_knows_no_programme():
    with pytest.raises(LookupError) as refused:
        Memory().programme(3)
    assert refused.value.args == (3,)
    assert Memory().parts == {}


def test_a_mark_is_what_is_remembered_of_an_entry_in_one_language():
    stamps = {"en": Stamp("cafe", at(1, 9)), "fr": Stamp("f00d", at(2, 9), new=False, changes=("Nouveau.",))}
    memory = Memory({AM: trace_of(entry_of(thin()), sequence=4, stamps=stamps)})
    assert memory.mark(AM, "en") == EntryMark(4, at(1, 9), (), new=True)
    assert memory.mark(AM, "fr") == EntryMark(4, at(2, 9), ("Nouveau.",), new=False)


def test_a_row_of_a_cancelled_meeting_is_the_part_it_was():
    trace = trace_of(entry_of(thin(), "item.2a.1@test.wgsched"), status="CANCELLED", part=("2a", "14-am", 7))
    assert Memory({"item.2a.7@test.wgsched": trace}).parts == {("2a", "14-am"): 7}


def test_of_two_parts_in_one_meeting_the_one_that_is_not_given_up_is_meant():
    entry = entry_of(thin(), "item.2a.1@test.wgsched")
    gone, held = trace_of(entry, status="CANCELLED"), trace_of(entry, part=("2a", "14-am", 2))
    for traces in ({"1": gone, "2": held}, {"2": held, "1": gone}):
        assert Memory({**traces, AM: trace_of(entry_of(thin()))}).parts == {("2a", "14-am"): 2}


def test_a_programme_that_is_published_again_is_complete():
    alive = entries(thin())
    assert remembered(thin()).completed(alive) == alive


def test_what_is_gone_stays_cancelled_in_its_place_in_time():
    alive = tuple(entry for entry in entries(thin()) if entry.uid != PM)
    found = remembered(thin()).completed(alive)
    assert [entry.uid for entry in found] == [entry.uid for entry in entries(thin())]
    assert by_uid(found)[PM] == replace(entry_of(thin(), PM), cancelled=True)
    assert by_uid(found)[PM].programme == thin()


def test_an_item_that_is_gone_is_left_out_where_its_meeting_is_held():
    uid = "item.2c.1@test.wgsched"
    alive = tuple(entry for entry in entries(thin()) if entry.uid != uid)
    gone = by_uid(remembered(thin()).completed(alive))[uid]
    assert (gone.cancelled, gone.left_out) == (True, True)


def test_an_item_that_is_gone_is_cancelled_where_its_meeting_is_too():
    uid = "item.2c.1@test.wgsched"
    after = amend(thin(), "15-pm", cancel=True).programme
    alive = tuple(entry for entry in entries(after) if entry.uid != uid)
    gone = by_uid(remembered(thin()).completed(alive))[uid]
    assert (gone.cancelled, gone.left_out) == (True, False)


def test_a_part_that_is_gone_is_shown_as_the_publication_had_it_that_held_it_last():
    """Which number a row had in its programme alone does not matter: the ledger knows it by its meeting."""
    seventh = trace_of(entry_of(thin(), "item.2a.1@test.wgsched"), part=("2a", "14-am", 7))
    memory = remembered(thin(), **{"item.2a.7@test.wgsched": seventh})
    alive = entries(thin(), {("2a", "14-am"): 1})
    gone = by_uid(memory.completed(alive))["item.2a.7@test.wgsched"]
    assert gone.uid == "item.2a.7@test.wgsched"
    assert (gone.meeting.key, gone.cancelled) == ("14-am", True)


def test_a_cancelled_meeting_keeps_what_it_was_to_take_up():
    after = amend(thin(), "14-am", cancel=True).programme
    assert entry_of(after).rows == ()
    found = by_uid(remembered(thin()).completed(entries(after)))[AM]
    assert (rows_of(found), found.cancelled) == (("1a", "1b", "2a"), True)
    assert found.programme == thin()
    assert found.meeting.cancelled


def test_a_cancelled_meeting_that_still_has_its_items_speaks_of_today():
    meetings = tuple(replace(meeting, cancelled=meeting.key == "14-am") for meeting in thin().meetings)
    after = replace(thin(), meetings=meetings)
    found = by_uid(remembered(thin()).completed(entries(after)))[AM]
    assert (rows_of(found), found.programme) == (("1a", "1b", "2a"), after)


def test_a_cancelled_meeting_that_never_had_items_speaks_of_its_own_programme():
    after = amend(replace(thin(), considerations=()), "14-am", cancel=True).programme
    found = by_uid(remembered(after).completed(entries(after)))[AM]
    assert (found.rows, found.programme) == ((), after)


def test_a_meeting_that_is_held_without_items_is_not_filled_from_the_past():
    rows = tuple(row for row in thin().considerations if row.meeting != "14-am")
    meetings = tuple(replace(each, kept=True) for each in thin().meetings)
    after = replace(thin(), meetings=meetings, considerations=rows)
    assert by_uid(remembered(thin()).completed(entries(after)))[AM].rows == ()


def test_a_cancelled_meeting_without_business_that_nobody_ever_saw_is_not_shown_once_something_is_published():
    cancelled = amend(thin(), "14-am", cancel=True).programme
    unseen = {name: trace for name, trace in remembered(thin()).traces.items() if name != AM}
    memory = replace(remembered(thin()), traces=unseen)
    assert AM not in by_uid(memory.completed(entries(cancelled)))
    assert AM in by_uid(Memory().completed(entries(cancelled)))
    meetings = tuple(replace(meeting, cancelled=meeting.key == "14-am") for meeting in thin().meetings)
    with_business = replace(thin(), meetings=meetings)
    assert rows_of(by_uid(memory.completed(entries(with_business)))[AM]) == ("1a", "1b", "2a")


def test_a_programme_of_the_past_is_read_once():
    asked = []
    programmes = thin(), thin()
    memory = replace(remembered(*programmes), programme=lambda number: asked.append(number) or programmes[number - 1])
    session = next(entry for entry in entries(thin()) if entry.kind == "session")
    assert len(memory.completed((session,))) == len(entries(thin()))
    assert asked == [2]
