"""Papers, publications and evenings from the page are the bytes of the command line."""

import pytest

from tests.desk.browser import opened
from wgsched.annexes import annex
from wgsched.cli import main
from wgsched.files import programme_of_rows, read_programme, read_session
from wgsched.model import SIX

AM = "plenary-2009-05-15-am"
MOMENT = "2009-04-20 09:00"


def files(folder):
    """Return the content of all files of a folder, and of its records, by path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


@pytest.mark.parametrize("language", SIX)
def test_the_preview_is_the_annex_of_the_command_line(browser, session, language):
    reply = browser.get("paper", language=language)
    wanted = annex(programme_of_rows(read_session(session)), language).bytes("html").decode()
    assert reply.text == wanted
    assert reply.headers["content-security-policy"].startswith("sandbox; default-src 'none'")


def test_the_preview_shows_what_is_not_saved_yet(browser):
    before = browser.get("paper", language="en").text
    browser.do("move", item="3", to=AM)
    assert browser.get("paper", language="en").text != before


def test_an_unknown_language_has_no_preview(browser):
    assert browser.get("paper", language="xx").status == 400


@pytest.mark.long
def test_a_publication_is_that_of_the_command_line(browser, session, tmp_path):
    asked = {"folder": "site", "moment": MOMENT, "reason": "", "words": ""}
    looked_at = browser.post("notices", asked).text
    assert [looked_at.count(f'<h3 lang="{language}">') for language in SIX] == [1] * 6
    assert not (tmp_path / "site").exists()
    assert browser.post("publish", asked).said.startswith("Publication 1 is in site, in ")
    (tmp_path / "other").mkdir()
    assert main(["publish", str(session), str(tmp_path / "other" / "site"), "--moment", MOMENT]) == 0
    assert files(tmp_path / "site") == files(tmp_path / "other" / "site")
    assert files(tmp_path / "site.records") == files(tmp_path / "other" / "site.records")


def test_what_is_not_saved_is_not_published(browser, tmp_path):
    browser.do("move", item="3", to=AM)
    reply = browser.post("publish", {"folder": "site", "moment": MOMENT})
    assert (reply.status, reply.refused.startswith("Save first")) == (409, True)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("folder", ["", ".", "..", "../site", "/tmp/site", "site/../.."])
def test_nothing_is_written_outside_the_folder_of_the_session(browser, folder):
    reply = browser.post("publish", {"folder": folder, "moment": MOMENT})
    assert reply.status == 409
    assert "choose a folder below that of the session file" in reply.refused


def test_an_evening_needs_a_published_programme(browser):
    assert "Start the desk with --published" in browser.get("tonight").text
    reply = browser.post("tonight", {"moment": "Thu 18:00", "folder": "site"})
    assert reply.refused.startswith("Start the desk with --published")


FORM = [
    ("folder", "site"),
    ("moment", "Thu 18:00"),
    ("reason", "room-change"),
    ("words", ""),
    ("issue", "none"),
    ("held.item", "1 (a)"),
    ("held.outcome", "concluded"),
    ("held.at", ""),
    ("held.item", ""),
    ("held.outcome", ""),
    ("held.at", ""),
    ("meetings.meeting", AM),
    ("meetings.is", ""),
    ("meetings.room", "C4"),
    ("meetings.opens", ""),
    ("meetings.closes", ""),
]
EVENING = """moment: "Thu 18:00"
held:
  "1 (a)": {outcome: "concluded"}
meetings:
  "plenary-2009-05-15-am": {room: "C4"}
reason: "room-change"
"""


def test_a_form_makes_an_evening_file():
    from wgsched.desk.evenings import evening_file

    assert evening_file(FORM).decode() == EVENING


@pytest.mark.long
def test_an_evening_is_that_of_the_command_line(session, tmp_path):
    folders = [tmp_path / name for name in ("page", "command")]
    for folder in folders:
        folder.mkdir()
        (folder / "session.yaml").write_bytes(session.read_bytes())
        assert main(["plan", str(folder / "session.yaml"), "-o", str(folder)]) == 0
        at = ["--moment", MOMENT, "--papers", "text"]
        assert main(["publish", str(folder / "programme.json"), str(folder / "site"), *at]) == 0
    page, command = folders
    with opened(page / "session.yaml", page / "programme.json") as browser:
        assert "Room C4" in browser.post("evening", FORM).text
        assert browser.post("tonight", FORM).said.startswith("Publication 2 is in site")
        assert browser.board.programme.meeting(AM).room == "C4"
        assert browser.board.published == read_programme(page / "programme.json")
    evening = command / "evening.yaml"
    evening.write_text(EVENING, "utf-8")
    into = ["--into", str(command / "site"), "--yes"]
    assert main(["tonight", str(command / "programme.json"), str(evening), *into]) == 0
    ours = {name: content for name, content in files(page).items() if not name.endswith(".desk")}
    assert ours == files(command)
