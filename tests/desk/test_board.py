"""What is written: every edit into the draft, the rows into the session file, and nothing over anybody's work."""

import os

import pytest

from tests.desk.browser import opened
from tests.desk.conftest import EXAMPLE
from wgsched.checking import record
from wgsched.desk.board import Board
from wgsched.errors import BadInput
from wgsched.files import programme_of_rows, read_session, write_programme

MOVED = {"item": "3", "meeting": "plenary-2009-05-15-pm", "to": "plenary-2009-05-15-am"}
MOVE = {"verb": "move", **MOVED}


def test_saved_rows_are_read_again_and_all_else_stays(browser, session):
    before = session.read_bytes()
    assert browser.do("pin", item="2c").status == 200
    assert browser.post("do", MOVE).status == 200
    assert browser.post("save").said == "Saved in session.yaml."
    lines = dict(zip(before.splitlines(), session.read_bytes().splitlines(), strict=True))
    changed = {old.decode(): new.decode() for old, new in lines.items() if old != new}
    assert changed == {
        "  Fri am: [~2 (b) for 180 min]": "  Fri am: [~2 (b) for 180 min, ~3]",
        "  Fri pm: [~2 (c) for 120 min, ~3]": "  Fri pm: [2 (c) for 120 min, ...]",
    }
    assert programme_of_rows(read_session(session)).considerations == browser.board.programme.considerations


def test_an_edit_that_was_not_saved_is_there_after_a_kill(session):
    board = Board(session, _held(session), None)
    board.do([{"move": MOVED}])
    after = board.programme.considerations
    board.draft.close(keep=True)  # as the system does it when a process is killed
    with opened(session) as browser:
        assert browser.board.programme.considerations == after
        assert browser.board.recovered == 1
        assert "not saved, back from the draft: 1." in browser.get("").text


def test_a_line_that_a_kill_cut_is_forgotten_and_the_draft_goes_on(session):
    draft = _held(session)
    board = Board(session, draft, None)
    board.do([{"move": MOVED}])
    draft.close(keep=True)
    with draft.path.open("ab") as file:
        file.write(b'{"edits": [{"mov')
    with Board.opened(session) as board:
        assert board.recovered == 1
        board.do([{"take_out": {"item": "2c"}}])
        after = board.programme.considerations
    with Board.opened(session) as board:
        assert board.recovered == 2
        assert board.programme.considerations == after


def test_what_was_undone_stays_undone_after_a_kill(session):
    with Board.opened(session) as board:
        board.do([{"move": MOVED}])
        board.save()
        board.undo()
        after = board.programme.considerations
    with Board.opened(session) as board:
        assert board.programme.considerations == after
        assert board.unsaved


@pytest.mark.parametrize("written", [False, True])
def test_a_kill_while_saving_loses_nothing(session, written):
    from wgsched.desk.draft import digest

    with Board.opened(session) as board:
        board.do([{"move": MOVED}])
        made, after = board.as_saved(), board.programme.considerations
        board.draft.add({"saving": digest(made)})
        if written:
            session.write_bytes(made)
    with Board.opened(session) as board:
        assert board.programme.considerations == after
        assert board.unsaved is not written


def test_a_draft_without_edits_is_not_left_behind(session):
    with Board.opened(session) as board:
        assert board.draft.path.exists()
    assert [each.name for each in session.parent.iterdir()] == ["session.yaml"]


def test_a_second_desk_is_refused(session):
    with Board.opened(session), pytest.raises(BadInput, match="another desk has it open"), Board.opened(session):
        pass


def test_a_file_that_was_changed_is_not_written_over(browser, session):
    browser.post("do", MOVE)
    theirs = session.read_bytes() + b"\n# from somebody else\n"
    session.write_bytes(theirs)
    refused = browser.post("save")
    assert refused.status == 409
    assert "was changed by somebody else" in refused.refused
    assert session.read_bytes() == theirs
    assert 'id="changed-on-disk"' in browser.get("board").text


def test_the_rows_go_into_the_changed_file_if_that_is_wanted(browser, session):
    browser.post("do", MOVE)
    session.write_bytes(session.read_bytes() + b"\n# from somebody else\n")
    assert browser.post("save", {"changed": "yes"}).status == 200
    assert session.read_bytes().endswith(b"Fri pm: [~2 (c) for 120 min]\n\n# from somebody else\n")


def test_a_draft_of_a_file_that_was_changed_is_kept_and_told_of(session):
    with Board.opened(session) as board:
        board.do([{"move": MOVED}])
    session.write_bytes(session.read_bytes() + b"\n# from somebody else\n")
    with pytest.raises(BadInput, match="holds edits of a session file that was changed since"), Board.opened(session):
        pass
    assert board.draft.path.exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{}}\n", "is not a draft of the desk"),
        (b"[1]\n", "is not a draft of the desk"),
        (b'{"edits": [{"move": {"item": "99", "to": "Fri am"}}]}\n', "holds an edit that cannot be made again"),
        (b'{"other": 1}\n', "holds an edit that cannot be made again"),
    ],
)
def test_a_draft_that_cannot_be_read_is_told_of_and_kept(session, line, said):
    draft = session.with_name(".session.yaml.desk")
    draft.write_bytes(line)
    with pytest.raises(BadInput, match=said), Board.opened(session):
        pass
    assert draft.read_bytes() == line


def test_a_session_without_rows_begins_with_those_that_were_published(session, tmp_path):
    published = tmp_path / "programme.json"
    programme = programme_of_rows(read_session(session))
    write_programme(record(programme, "1 (a)", "concluded", "2009-05-14 10:15"), published)
    session.write_bytes(EXAMPLE.read_bytes())
    with Board.opened(session, published) as board:
        assert board.programme.considerations == programme.considerations
        assert not board.unsaved
        with pytest.raises(BadInput, match="what was held cannot be moved"):
            board.do([{"take_out": {"item": "1 (a)"}}])


def test_a_full_disk_refuses_an_edit_and_changes_nothing(browser, monkeypatch):
    def full(handle, data):
        raise OSError(28, "No space left on device")

    before = browser.board.programme
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        refused = browser.post("do", MOVE)
    assert refused.status == 409
    assert "the disk is full" in refused.refused
    assert browser.board.programme is before
    assert browser.post("do", MOVE).status == 200


def test_a_session_file_that_is_wrong_leaves_no_draft(tmp_path):
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("agenda: {1: {}}\n", "utf-8")
    with pytest.raises(BadInput), Board.opened(wrong):
        pass
    assert [each.name for each in tmp_path.iterdir()] == ["wrong.yaml"]


def _held(session):
    from wgsched.desk.draft import Draft

    return Draft(session)
