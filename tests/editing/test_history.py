import pytest

from tests.editing.samples import founded
from wgsched.editing import History, cancel, move, take_out
from wgsched.errors import BadInput


def test_edits_are_undone_and_made_again_in_order():
    history = History(founded()).do(move, "3", "Fri am").do(cancel, "Thu pm")
    back = history.undo()
    assert back.programme == move(founded(), "3", "Fri am").programme
    assert back.undo().programme == founded()
    assert back.redo() == history
    assert back.undo().redo().redo() == history


def test_after_a_new_edit_nothing_can_be_made_again():
    history = History(founded()).do(move, "3", "Fri am").undo().do(take_out, "3")
    assert [each.sentence.code for each in history.edits] == ["item-dropped"]
    with pytest.raises(BadInput, match="nothing to redo"):
        history.redo()


def test_a_refused_edit_leaves_the_history_as_it_was():
    history = History(founded()).do(move, "3", "Fri am")
    with pytest.raises(BadInput):
        history.do(move, "9", "Fri am")
    assert len(history.edits) == 1


def test_a_programme_as_it_began_cannot_be_undone():
    with pytest.raises(BadInput, match="nothing to undo"):
        History(founded()).undo()
