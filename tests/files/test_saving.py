"""A programme written back into its session file: what is not edited stays as it stands."""

from contextlib import suppress
from dataclasses import replace
from difflib import unified_diff
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editing.edits import keeping_hours, rows_alone
from wgsched.editing import History, cancel, move, pin, place, retime, room, split, take_out
from wgsched.errors import BadInput, WgschedError
from wgsched.files import programme_of_rows, read_session, save_rows, session_from
from wgsched.files.saving import saved_into
from wgsched.files.typedrows import rows_saying
from wgsched.model import Consideration, Programme
from wgsched.planning import plan

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
WITH_ITEMS = [path for path in EXAMPLES if "\nagenda:" in path.read_text("utf-8")]

ASSET_RECOVERY = EXAMPLES[0]

FILE = """\
# The session of the group.
body: "Group"
place: Vienna
days: Thu 14 - Fri 15 May 2009
services: {meetings a day: 2}   # one team
meetings:
  Fri am: {room: C1}  # the small one
  Fri pm:
    room: "C2"
agenda:
  1: {is: opening, takes: 15 min}
  2: {title: Work}
  2 (a): {title: First, takes: 150 min}
  2 (b): {title: Second, takes: [90 min, 195 min]}
  3: {is: report, takes: 60 min}
organization:
  # settled by the bureau
  Thu am: [ "1", 2(a) ]   # the chair opens
  Thu pm:
    # first reading
    - 2 (b) part 1   # short
    # second reading
    - 2 (b) part 2
  Fri am: "2b.2, 3"
  Fri pm: ...   # to be seen
# the end
languages: en
"""


def read(content=FILE):
    return programme_of_rows(session_from(content), unfinished=True)


def changes(*verbs, content=FILE):
    """Return the lines that edits change in the file."""
    history = History(read(content))
    for verb in verbs:
        history = history.do(verb)
    saved = saved_into(content.encode(), "session.yaml", history.programme).decode()
    lines = unified_diff(content.splitlines(), saved.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def test_a_programme_as_it_was_read_changes_nothing():
    assert changes() == []


def test_rows_in_brackets_change_one_by_one():
    assert changes(lambda each: move(each, "3", "Thu am", before="2 (a)")) == [
        '-  Thu am: [ "1", 2(a) ]   # the chair opens',
        '+  Thu am: [ "1", 3, 2(a) ]   # the chair opens',
        '-  Fri am: "2b.2, 3"',
        "+  Fri am: [2 (b) part 2]",
    ]


def test_rows_in_lines_change_line_by_line_and_keep_their_comments():
    assert changes(lambda each: move(each, "2b.1", "Fri pm"), lambda each: place(each, "3", "Thu pm")) == [
        "-    - 2 (b) part 1   # short",
        "+    - ~3",
        "-  Fri pm: ...   # to be seen",
        "+  Fri pm: [2 (b) part 1, ...]   # to be seen",
    ]


def test_a_row_that_was_not_typed_by_hand_is_marked():
    assert changes(lambda each: place(each, "1", "Fri pm", 10)) == [
        "-  Fri pm: ...   # to be seen",
        "+  Fri pm: [~1]   # to be seen",
    ]


def test_meetings_without_an_entry_are_added_at_the_end():
    without = FILE[: FILE.index('  Fri am: "2b')] + FILE[FILE.index("# the end") :]
    assert changes(lambda each: move(each, "1", "Fri pm"), content=without) == [
        '-  Thu am: [ "1", 2(a) ]   # the chair opens',
        "+  Thu am: [ 2(a) ]   # the chair opens",
        "+  Fri pm: [1, ...]",
    ]


def test_a_file_without_rows_gets_them():
    without = FILE[: FILE.index("organization:")] + "languages: en"
    saved = changes(lambda each: place(each, "1", "Thu am"), lambda each: pin(each, "1"), content=without)
    assert saved == ["+organization:", "+  Thu am: [1 for 15 min, ...]"]


def test_minutes_and_hours_are_written_where_they_are_not_the_expected():
    without = FILE[: FILE.index("organization:")]
    verbs = [
        lambda each: place(each, "1", "Thu am"),
        lambda each: place(each, "2 (a)", "Thu am"),
        lambda each: place(each, "3", "Thu am"),
        lambda each: split(each, "2 (a)", "Thu pm", 60),
        lambda each: take_out(each, "1"),
        lambda each: place(each, "1", "Thu am"),
    ]
    assert changes(*verbs, content=without) == [
        "+organization:",
        "+  Thu am: [~2 (a) for 90 min, ~3, ~1]",
        "+  Thu pm: [~2 (a) for 60 min]",
    ]


def test_rooms_hours_and_cancellations_are_written_where_the_meeting_is_described():
    verbs = [
        lambda each: room(each, "Fri am", "D"),
        lambda each: room(each, "Fri pm", None),
        lambda each: retime(each, "Fri pm", "14:30"),
        lambda each: cancel(each, "Thu pm"),
    ]
    assert changes(*verbs) == [
        "-  Fri am: {room: C1}  # the small one",
        "+  Fri am: {room: D}  # the small one",
        '-    room: "C2"',
        "+    room: none",
        '+    hours: "14:30-18:00"',
        "+  Thu pm: {cancelled: yes}",
        "-    - 2 (b) part 1   # short",
        "-    - 2 (b) part 2",
        "+      none",
    ]


def test_an_hour_that_is_set_takes_the_place_of_what_a_meeting_followed():
    for written, kept in (("follows: 2 (a)", "follows: none"), ("opens: to be announced", "opens: none")):
        content = FILE.replace("Fri am: {room: C1}", f"Fri am: {{room: C1, {written}}}")
        assert changes(lambda found: retime(found, "Fri am", "10:30"), content=content) == [
            f"-  Fri am: {{room: C1, {written}}}  # the small one",
            f'+  Fri am: {{room: C1, {kept}, hours: "10:30-13:00"}}  # the small one',
        ]
        again = session_from(content.replace(written, kept))
        assert [each.opening for each in again.meetings] == [None] * 4


def test_a_file_of_another_session_is_refused():
    other = replace(read(), session=replace(read().session, key="other"))
    with pytest.raises(BadInput, match="the programme is of 'other'"):
        saved_into(FILE.encode(), "session.yaml", other)


def test_what_has_no_place_in_the_file_is_refused_and_nothing_is_written(tmp_path):
    path = tmp_path / "session.yaml"
    path.write_text(FILE)
    moved = retime(read_programme(path), "Fri pm", "2009-05-16 18:00").programme
    with pytest.raises(BadInput, match="cannot be written there without changing anything else"):
        save_rows(moved, path)
    assert path.read_text() == FILE


def read_programme(path):
    return programme_of_rows(read_session(path), unfinished=True)


def test_rows_are_written_into_the_file_or_into_a_copy(tmp_path):
    path, copy = tmp_path / "session.yaml", tmp_path / "copy.yaml"
    path.write_text(FILE)
    edited = move(read_programme(path), "3", "Fri pm").programme
    save_rows(edited, path, output=copy)
    assert path.read_text() == FILE
    save_rows(edited, path)
    assert path.read_text() == copy.read_text()
    assert read_programme(path) == edited


def test_line_ends_and_the_byte_order_mark_stay():
    moved = move(read(), "3", "Fri pm").programme
    windows = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    made = saved_into(windows, "session.yaml", moved)
    plain = saved_into(FILE.encode(), "session.yaml", moved)
    assert made == b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")


JSON = """\
{
  "body": "Group", "place": "Vienna", "days": "Thu 14 - Fri 15 May 2009",
  "agenda": {"1": {"takes": "60 min"}, "2": {"takes": "30 min"}}
}
"""


def test_a_file_in_json_stays_json():
    session = session_from(JSON, "session.json")
    history = History(Programme(session, session.meetings, ())).do(place, "1", "Thu am").do(room, "Thu am", "C1")
    saved = saved_into(JSON.encode(), "session.json", history.do(cancel, "Fri am").programme).decode()
    assert saved == JSON.replace(
        '"30 min"}}\n',
        '"30 min"}},\n  "meetings": {"Thu am": {"room": "C1"}, "Fri am": {"cancelled": "yes"}},\n  '
        '"organization": {"Thu am": ["~1 for 60 min"]}\n',
    )


@cache
def planned(path):
    return plan(read_session(path))


def spread(path):
    """Return a programme of a session file with each instalment in a meeting of its forum, one after another."""
    session = read_session(path)
    rows = []
    for number, each in enumerate(session.agenda.instalments):
        here = [meeting for meeting in session.meetings if meeting.forum in session.forums_of(each)]
        rows.append(Consideration(each.key, here[number * len(here) // len(session.agenda.instalments)].key))
    order = {meeting.key: place for place, meeting in enumerate(session.meetings)}
    rows.sort(key=lambda row: order[row.meeting])
    return Programme(session, session.meetings, tuple(rows))


def test_what_a_reader_would_refuse_is_told_in_his_words():
    with pytest.raises(BadInput, match="would be wrong: two meetings of 'plenary' overlap"):
        changes(lambda each: retime(each, "Thu am", closes="15:30"))


@pytest.mark.parametrize("path", WITH_ITEMS, ids=lambda path: path.stem)
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_edits_of_every_example_are_read_back_from_its_file(path, data):
    content, history = path.read_bytes(), History(spread(path))
    for edit in data.draw(st.lists(rows_alone(history.programme), min_size=1, max_size=5)):
        with suppress(WgschedError):
            history = history.do(edit)
    saved = saved_into(content, path.name, history.programme)
    back = programme_of_rows(session_from(saved, path.name), unfinished=True)
    assert back.considerations == history.programme.considerations
    assert back.session.organization == rows_saying(history.programme)
    kept = content.decode().splitlines()
    assert [line for line in saved.decode().splitlines() if line in set(kept)] == kept


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_edits_of_a_file_with_rows_of_every_kind_are_read_back_and_keep_its_comments(data):
    history = History(read())
    for edit in data.draw(st.lists(keeping_hours(history.programme), min_size=1, max_size=6)):
        with suppress(WgschedError):
            history = history.do(edit)
    saved = saved_into(FILE.encode(), "session.yaml", history.programme).decode()
    back = read(saved)
    assert back.considerations == history.programme.considerations
    assert back.meetings == history.programme.meetings
    assert saved_into(saved.encode(), "session.yaml", back).decode() == saved
    alone = [line for line in FILE.splitlines() if line.strip().startswith("#")]
    assert [line for line in saved.splitlines() if line.strip().startswith("#")] == alone


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_edits_of_a_programme_with_hours_are_read_back_with_their_hours(data):
    content, history = ASSET_RECOVERY.read_bytes(), History(planned(ASSET_RECOVERY))
    for edit in data.draw(st.lists(keeping_hours(history.programme), min_size=1, max_size=6)):
        with suppress(WgschedError):
            history = history.do(edit)
    saved = saved_into(content, "session.yaml", history.programme)
    back = programme_of_rows(session_from(saved, "session.yaml"), unfinished=True)
    assert back.considerations == history.programme.considerations
    assert back.meetings == history.programme.meetings
