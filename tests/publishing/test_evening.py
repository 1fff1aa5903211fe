"""An evening in one go: what a file asks for is done wholly, in order, or not at all."""

from dataclasses import replace

import pytest

from tests.feeds.samples import thin
from tests.programmes import timed
from tests.publishing.chains import published
from tests.sessions import at, item, meeting, session
from wgsched.checking import compare
from wgsched.errors import BadInput
from wgsched.model import LeftOut, Text
from wgsched.publishing import evening


def asked(tmp_path, *lines, moment="Thu 18:00"):
    """Return the path of an evening file."""
    path = tmp_path / "evening.yaml"
    path.write_text("\n".join((f"moment: {moment}", *lines)) + "\n", "utf-8")
    return path


def rows(programme, key):
    return [row.instalment for row in programme.rows(programme.meeting(key))]


def test_all_is_done_in_order(tmp_path):
    path = asked(
        tmp_path,
        "held: {2 (a): {continues: ~1 h}, 1 (a): concluded}",
        "meetings: {Fri pm: cancelled, Fri am: {room: C4, opens: 10:30}}",
        "move: {3: {to: Fri am, before: 2 (b)}}",
        "issue: none",
        "reason: officers-request",
    )
    done = evening(thin(), path)
    assert [(fact.instalment, fact.outcome, fact.moment) for fact in done.programme.actuals] == [
        ("1a", "concluded", at(14, 13)),
        ("2a", "continues", at(14, 18)),
    ]
    friday = done.programme.meeting("15-am")
    assert (friday.room, friday.opens, friday.closes) == ("C4", at(15, 10, 30), at(15, 13))
    assert rows(done.programme, "15-am") == ["3", "2b"]
    assert done.programme.meeting("15-pm").cancelled
    assert (done.moment, done.reason, done.left_over) == (at(14, 18), "officers-request", ("2a", "2c"))


@pytest.mark.parametrize(
    ("said", "remaining"),
    [("{continues: ~2 h}", 120), ("{continues: 1 meeting}", 180)],
)
def test_what_an_item_that_continues_still_needs_is_recorded(tmp_path, said, remaining):
    [fact] = evening(thin(), asked(tmp_path, f"held: {{2 (a): {said}}}")).programme.actuals
    assert (fact.outcome, fact.remaining) == ("continues", remaining)


def test_an_item_was_left_when_it_is_said(tmp_path):
    [fact] = evening(thin(), asked(tmp_path, "held: {2 (a): {continues: ~2 h, at: 17:20}}")).programme.actuals
    assert fact.moment == at(14, 17, 20)


def test_a_meeting_is_restored_with_its_items_before_others_move_there(tmp_path):
    cancelled = evening(thin(), asked(tmp_path, "meetings: {Fri pm: cancelled}")).programme
    back = evening(
        cancelled, asked(tmp_path, "meetings: {Fri pm: restored}", "move: {1 (b): Fri pm}", moment="2009-05-13 18:00")
    )
    assert rows(back.programme, "15-pm") == ["2c", "3", "1b"]


def test_the_document_is_issued_where_it_is_asked(tmp_path):
    given = replace(thin(), session=replace(thin().session, symbol="A/1", languages=("en", "fr")))
    for line, symbol in (
        ("issue: rev", "A/1/Rev.1"),
        ("issue: {corr: [fr]}", "A/1/Corr.1"),
        ("issue: add", "A/1/Add.1"),
    ):
        done = evening(given, asked(tmp_path, line))
        assert [each.symbol for each in done.programme.session.issues] == [symbol]
    assert evening(given, asked(tmp_path, "issue: none")).programme == given
    added = evening(given, asked(tmp_path, "issue: add")).programme
    done = evening(added, asked(tmp_path, "issue: {kind: rev, of: Add.1}"))
    assert done.programme.session.issues[-1].symbol == "A/1/Add.1/Rev.1"


def test_a_corrigendum_is_refused_where_the_evening_changes_the_programme(tmp_path):
    given = replace(thin(), session=replace(thin().session, symbol="A/1", languages=("en", "fr")))
    with pytest.raises(BadInput, match="a corrigendum corrects words alone, and this evening changes the programme"):
        evening(given, asked(tmp_path, "meetings: {Fri pm: cancelled}", "issue: {corr: [fr]}"))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("reason: room-change", "room-change"),
        ("reason: The hall is flooded", Text(en="The hall is flooded")),
        ("reason: {en: Flood, fr: Inondation}", Text(en="Flood", fr="Inondation")),
        ("held: {}", None),
    ],
)
def test_a_reason_is_a_code_or_words(tmp_path, line, reason):
    assert evening(thin(), asked(tmp_path, line)).reason == reason


def test_every_fault_is_told_with_its_place(tmp_path):
    path = asked(
        tmp_path,
        "held: {1 (a): conclude, 9: concluded, 3: concluded}",
        "meetings: {Sat am: cancelled, Fri pm: {room: C4, opens: 19:30}}",
        "move: {2 (b): Sun pm}",
        "issue: rew",
        "venue: other",
    )
    with pytest.raises(BadInput) as refused:
        evening(thin(), path)
    assert [(fault.line, fault.path) for fault in refused.value.faults] == [
        (2, "held.1 (a)"),
        (2, "held.9"),
        (2, "held.3"),
        (3, "meetings.Sat am"),
        (3, "meetings.Fri pm"),
        (4, "move.2 (b)"),
        (5, "issue"),
        (6, "venue"),
    ]


def test_a_moment_is_needed(tmp_path):
    path = tmp_path / "evening.yaml"
    path.write_text("held: {1 (a): concluded}\n", "utf-8")
    with pytest.raises(BadInput, match="say when it is published, such as moment: Tue 18:00"):
        evening(thin(), path)


def test_nothing_asked_is_nothing_changed(tmp_path):
    assert not compare(thin(), evening(thin(), asked(tmp_path)).programme)


def test_an_item_that_was_left_out_and_held_all_the_same_is_taken_in_again(tmp_path):
    whole = session(item("1", 120), item("2", 60, priority=1), meetings=(meeting("14-am", 14, 10, 180),))
    left = replace(timed(whole, {"14-am": [("1", 120)]}), left_out=(LeftOut("2"),))
    held = "held: {1: {outcome: concluded, at: 12:00}, 2: {outcome: concluded, at: 13:00}}"
    done = evening(left, asked(tmp_path, held))
    assert (rows(done.programme, "14-am"), done.programme.left_out) == (["1", "2"], ())
    assert [change.kind for change in compare(left, done.programme)] == ["taken in again"]


@pytest.mark.parametrize(
    ("held", "left_over"),
    [("1: {continues: ~1 h, at: 11:00}", ("1",)), ("2: {continues: ~1 h, at: 12:00}", ()), ("1: concluded", ())],
)
def test_an_item_that_continues_and_has_no_later_row_is_left_without_a_meeting(tmp_path, held, left_over):
    two = session(item("1", 60), item("2", 240))
    planned = timed(two, {"14-am": [("1", 60), ("2", 120)], "15-am": [("2", 120)]})
    assert evening(planned, asked(tmp_path, f"held: {{{held}}}")).left_over == left_over


@pytest.mark.parametrize(
    ("moment", "line", "told"),
    [
        ("Thu 18:00", "held: {}", (1, "", "a publication needs a reason: ")),
        ("Thu 18:00", "reason: whim", (2, "reason", "a publication needs a reason: ")),
        ("2009-05-01 09:00", "reason: correction", (1, "moment", "publication 1 is of 2009-05-01 09:00:00; ")),
    ],
)
def test_what_the_folder_refuses_is_told_with_its_line(tmp_path, moment, line, told):
    site, path = tmp_path / "site", asked(tmp_path, line, "meetings: {Fri am: {room: C4}}", moment=moment)
    published(site, thin(), 1)
    with pytest.raises(BadInput) as refused:
        evening(thin(), path, site)
    [fault] = refused.value.faults
    assert (fault.line, fault.path, fault.message[: len(told[2])]) == told
    assert fault.file == str(path)
