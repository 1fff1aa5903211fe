"""Several changes by hand are one edit: all are made, or none."""

from functools import partial

import pytest

from tests.editing.samples import founded, rows
from wgsched.editing import History, move, take_out, together
from wgsched.errors import BadInput


def test_several_changes_are_made_and_undone_as_one():
    history = History(founded()).do(together, [partial(take_out, item="3"), partial(move, item="2c", to="Fri am")])
    meetings = [each.key for each in history.programme.meetings]
    assert rows(history.programme, meetings[3]) == ""
    assert rows(history.programme, meetings[2]).endswith("2c 13:00-15:00")
    assert str(history.edits[0]) == (
        "Several changes: dropped: item 3, formerly at the meeting of Friday, 15 May, 3–6 p.m. and moved: item 2 (c), "
        "from the meeting of Friday, 15 May, 3–6 p.m. to the meeting of Friday, 15 May, 10 a.m.–1 p.m."
    )
    assert history.undo().programme == founded()


def test_one_change_alone_says_what_it_says():
    programme = founded()
    assert together(programme, [partial(take_out, item="3")]) == take_out(programme, "3")


def test_if_one_is_refused_none_is_made():
    with pytest.raises(BadInput, match="is not taken up"):
        together(founded(), [partial(take_out, item="3"), partial(take_out, item="3")])
