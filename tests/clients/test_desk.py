"""The desk in a real browser: an officer's evening, by keyboard, on a telephone, and what it leaves behind."""

import json
import os
import subprocess
import threading
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from wgsched.cli import main
from wgsched.desk import desk
from wgsched.desk.steps import steps_of
from wgsched.editing import History, edit
from wgsched.errors import BadInput
from wgsched.files import programme_of_rows, read_session, session_from
from wgsched.files.typedrows import pins_of

pytestmark = pytest.mark.clients
DRIVER = Path(__file__).with_name("desk.mjs")
FOUNDING = Path("examples/asset-recovery-2009.yaml")
PANEL = Path("examples/group-with-panel.yaml")
GROUPS = Path("examples/week-of-groups-2023.yaml")


@contextmanager
def served(path, published=None):
    """Serve a desk in a thread, and return its address."""
    told, ready, stop = [], threading.Event(), threading.Event()

    def ring(address):
        told.append(address)
        ready.set()

    asked = {"ready": ring, "stop": stop, "published": published}
    thread = threading.Thread(target=desk, args=(path,), kwargs=asked, daemon=True)
    thread.start()
    assert ready.wait(60)
    try:
        yield told[0]
    finally:
        stop.set()
        thread.join(60)
        assert not thread.is_alive()


def seen(path, scenario, *more, published=None):
    with served(path, published) as address:
        command = ["node", str(DRIVER), address, scenario, *more]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [line for line in told["said"] if "409" not in line] == [], "the browser complains of nothing"
    assert [link for link in told["asked"] if not link.startswith((address, "data:"))] == []
    return told["found"]


@pytest.fixture
def copied(tmp_path):
    def copy(example):
        path = tmp_path / "session.yaml"
        path.write_bytes(example.read_bytes())
        return path

    return copy


def files(folder):
    return {str(each.relative_to(folder)): each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_an_officers_evening_leaves_what_the_command_line_gives(copied, tmp_path):
    path = copied(PANEL)
    found = seen(path, "evening")
    assert found["empty"] == 0
    assert len(found["planned"]) == 16
    assert found["dragged"][0] == "breaks"
    assert "Newly broken: " in found["broken"]
    assert found["refused"][0] == "no"
    assert "is cancelled" in found["refused"][1]
    assert found["unchanged"]
    assert "pinned" in found["pinned"]
    assert "Nothing is broken." in found["planned_again"]
    assert found["stays"], "nothing moves under the pointer while the desk looks where a row may go"
    assert found["panel"] == "breaks"
    assert found["panel_moved"].startswith("Moved: “Panel discussion”")
    assert found["arabic"] == "rtl"
    assert found["notices"] == ["ar", "zh", "en", "fr", "ru", "es"]
    assert found["published"].startswith("Publication 1 is in site")
    programme = programme_of_rows(read_session(path))
    assert found["rows"] == [f"{row.meeting} {row.instalment}" for row in _by_day_and_forum(programme)]
    assert "  3:" in path.read_text("utf-8")
    (tmp_path / "other").mkdir()
    assert main(["publish", str(path), str(tmp_path / "other" / "site"), "--moment", "2027-06-01 09:00"]) == 0
    assert files(tmp_path / "site") == files(tmp_path / "other" / "site")
    assert not (tmp_path / ".session.yaml.desk").exists()


def _by_day_and_forum(programme):
    forums = [forum.key for forum in programme.session.forums]
    meetings = sorted(programme.meetings, key=lambda each: (each.date, forums.index(each.forum), each.opens))
    return [row for meeting in meetings for row in programme.rows(meeting)]


def test_many_forums_stand_without_scrolling_sideways(copied):
    found = seen(copied(GROUPS), "lanes")
    assert {name: each["lanes"] for name, each in found.items()} == {
        **dict.fromkeys(("hours 1300", "hours 390"), 4),
        **dict.fromkeys(("forums 1300", "forums 390"), 25),
    }
    assert {(each["sideways"], each["level"]) for each in found.values()} == {(0, True)}


def test_everything_is_done_by_keyboard_alone(copied):
    found = seen(copied(FOUNDING), "keyboard")
    assert [row.rpartition(" ")[2] for row in found["later"]][:3] == ["1a", "2a", "1b"]
    assert found["focus"] == "1b"
    assert found["tray"] == ["1b"]
    assert found["moved"].startswith("Moved: item 1 (b)")
    assert found["several"].startswith("Several changes: ")
    assert found["back"] == "3"


def test_every_action_is_reached_and_done_with_tab_and_keys(copied):
    found = seen(copied(FOUNDING), "every_action")
    assert {name: said[: len(DONE_BY_KEYS[name])] for name, said in found.items()} == DONE_BY_KEYS


DONE_BY_KEYS = {
    "plan": "The rest was planned.",
    "pin": "Pinned: item 3",
    "unpin": "No longer pinned: item 3",
    "undo": "Undone.",
    "redo": "No longer pinned: item 3",
    "split": "Also taken up: item 2 (c)",
    "later": "The meeting of Thursday, 14 May, 10 a.m.–1 p.m. now takes up items 1 (b), 1 (a)",
    "swap": "Exchanged: item 1 (b) and item 1 (a).",
    "take out": "Dropped: item 3",
    "place": "Added: item 3",
    "move": "Moved: item 3",
    "several": "Several changes: ",
    "hours": "Moved: the meeting of Friday, 15 May, 3–6 p.m., now Friday, 15 May, 4–6 p.m.",
    "room": "New room: the meeting of Friday, 15 May, 4–6 p.m., Room C1.",
    "exchange": "Exchanged: the meeting of Friday",
    "cancel": "Cancelled: the meeting of Friday",
    "hold": "Reinstated: the meeting of Friday",
    "help": "",
    "use": "",
    "save": "Saved in session.yaml.",
    "publish": "Publication 1 is in site",
    "done": "The desk has ended.",
}


def test_an_answer_that_fails_or_never_comes_leaves_the_board_as_it_is(copied):
    found = seen(copied(FOUNDING), "failing")
    assert found.pop("after").startswith("Dropped: item 3")
    failed, silent = ["Internal Server Error", True], ["The desk does not answer.", True]
    assert found == {"failed": failed, "failed, dialog": failed, "silent": silent, "silent, dialog": silent}


def test_a_finger_that_rests_on_a_row_drags_it_and_one_that_moves_scrolls(copied):
    found = seen(copied(FOUNDING), "touch")
    assert (found["scrolled"], found["stays"]) == (True, True)
    assert found["marks"] == ["breaks", "breaks", "breaks", ""]
    assert found["over"] == ["plenary-2009-05-15-am"]
    assert found["moved"].startswith("Moved: item 3, ")
    assert found["left"] == 0


def test_axe_finds_no_violation_on_the_page_or_in_its_dialogs(copied):
    found = seen(copied(PANEL), "accessible")
    assert {name: violations for name, violations in found.items() if violations} == {}
    assert len(found) == 36


def test_axe_finds_no_violation_in_any_state_and_each_shows_what_it_is_for(copied, tmp_path):
    path = copied(PANEL)
    assert main(["plan", str(path), "-o", str(tmp_path)]) == 0
    found = seen(path, "states", published=tmp_path / "programme.json")
    assert [found[name] for name in ("rooms", "hours", "broken", "tonight")] == [[], [], [], []]
    assert found["marked"] == "5"
    title, change = "فريق الخبراء المعني بالتعاون الدولي: تغييرات في برنامج العمل", "- لم يدرج: البند 5"
    assert found["notice"].startswith(f"{title}\n\n{change}")
    assert found["lines"] == 4
    assert found["outlook"] == ["Annex, changes marked", "In the feed, by line"]


def test_nothing_is_wider_than_a_telephone_or_a_page_at_400_per_cent(copied):
    assert seen(copied(PANEL), "narrow") == {"phone": True, "zoomed": True}


def test_the_pictures_of_the_tutorial_are_taken(copied, tmp_path):
    """With WGSCHED_PICTURES, in that folder: docs/_static for those that the pages show."""
    folder = Path(os.environ.get("WGSCHED_PICTURES", tmp_path))
    seen(copied(FOUNDING), "pictures", str(folder))
    for name in ("desk-drag.png", "desk-move.png"):
        size, shown = ((each / name).read_bytes()[16:24] for each in (folder, Path("docs/_static")))
        assert size == shown, "width and height of a PNG file"


def pinned(programme):
    """Return the rows that are pinned; a cancelled meeting keeps pins of rows that it has no more."""
    pins = pins_of(programme)
    return {row for row in programme.considerations if (row.meeting, row.instalment) in pins}


def replayed(history, step):
    """Do with the verbs of the library what a page asked for, and return the history and whether it was refused."""
    fields = parse_qsl(step["fields"], keep_blank_values=True)
    try:
        if step["route"] == "do":
            return history.do(edit, steps_of(fields)), False
        return getattr(history, step["route"])(), False
    except BadInput:
        return history, True


def test_page_file_and_programme_stay_the_same_through_five_hundred_edits(copied):
    path = copied(FOUNDING)
    found = seen(path, "random", "500", str(path))
    history = History(programme_of_rows(read_session(FOUNDING), unfinished=True))
    for step in found["steps"]:
        refused = False
        if step["route"] != "save":
            history, refused = replayed(history, step)
        programme = history.programme
        assert (step["status"] == 409) is refused or step["route"] == "save"
        rows = chain.from_iterable(map(programme.rows, programme.meetings))
        pins = pinned(programme)
        assert step["rows"] == [[row.meeting, row.instalment, "yes" if row in pins else ""] for row in rows]
        if "file" in step:
            written = programme_of_rows(session_from(step["file"].encode()), unfinished=True)
            assert written.considerations == programme.considerations
            assert written.meetings == programme.meetings
            assert pinned(written) == pinned(programme)
    done = [step for step in found["steps"] if step["status"] == 200]
    assert len(done) == 500
    assert len(found["steps"]) > 520, "some are refused"
    assert (found["reloaded"], found["same"]) == (10, 10)
    assert {step["act"] for step in done} == ACTS
    assert len([step for step in done if "file" in step]) >= 10


ACTS = {
    *("drag", "away", "pin", "remove", "up", "down", "undo", "redo", "move", "place", "split", "swap", "several"),
    *("unpin", "cancel", "hold", "retime", "room", "exchange", "save"),
}
"""What the browser does at random: all verbs, by pointer, by key and by form."""
