"""Rooms and items whose names are longer than a disk can hold are planned, published, linked and served."""

import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import quote, unquote
from urllib.request import urlopen

import pytest

from wgsched.cli import main
from wgsched.feeds import lint
from wgsched.feeds.views import FORUM, ITEM, ROOM, TEAM, View

ROOM_KEY = "Конференц-зал имени Дага Хаммаршёльда, Дворец Наций, Женева, корпус Е"
ITEM_KEY = "联合国维也纳国际中心大会议厅联合国维也纳国际中心大会议厅联合国"
SESSION = f"""\
body: {{en: Body}}
place: Vienna
days: Mon 10 May 2027
original: en
languages: [en]
agenda:
  1: {{is: opening, takes: ~15 min}}
  2: {{title: {{en: X}}, key: {ITEM_KEY}, takes: ~15 min}}
meetings:
  Mon am: {{room: "{ROOM_KEY}"}}
"""
ROOM_FEED = "room-Конференц-зал-имени-Дага-Хаммаршёльда-Двор~fecc67e9e787"
ITEM_PAGE = "联合国维也纳国际中心大会议厅联合国维也纳国际中心大会~f6825065a1d3"
NAMES = {
    f"{ROOM_FEED}.ics",
    f"{ROOM_FEED}.jcal",
    f"item-{ITEM_PAGE}.ics",
    f"item-{ITEM_PAGE}.jcal",
    f"{ITEM_PAGE}.html",
}


class Links(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("long")
    (folder / "session.yaml").write_text(SESSION, "utf-8")
    assert main(["plan", str(folder / "session.yaml"), "-o", str(folder / "out")]) == 0
    at = ["--moment", "2027-04-20 09:00", "--site", "https://example.org/wg", "--papers", "text"]
    assert main(["publish", str(folder / "out" / "programme.json"), str(folder / "site"), *at]) == 0
    return folder / "site"


def long(site):
    return {path for path in (site / "en").rglob("*") if "~" in path.name}


def test_long_names_are_shortened_and_stay_readable(site):
    assert {path.name for path in long(site)} == NAMES


def test_every_link_leads_somewhere(site):
    for page in (path for path in site.rglob("*.html") if path.is_file()):
        local = [link for link in Links(page).found if not link.startswith(("https:", "webcal:", "#", "data:"))]
        assert [link for link in local if not (page.parent / unquote(link.partition("#")[0])).exists()] == []


def test_feeds_name_their_addresses_in_letters_that_every_client_takes(site):
    for path in long(site):
        if path.suffix == ".ics":
            lines = path.read_bytes().replace(b"\r\n ", b"").decode().splitlines()
            address = f"https://example.org/wg/en/{quote(path.name)}"
            assert [line for line in lines if line.startswith("SOURCE")] == [f"SOURCE;VALUE=URI:{address}"]
            assert lint(path.read_bytes()) == []


def test_long_names_are_served(site):
    command = [sys.executable, "-m", "wgsched", "serve", str(site), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            address = server.stderr.readline().split(" at ")[1].split()[0]
            for path in sorted(long(site)):
                with urlopen(address + quote(path.relative_to(site).as_posix())) as reply:
                    assert reply.read() == path.read_bytes()
        finally:
            server.terminate()


def test_publishing_again_changes_nothing(site, capsys):
    again = ["publish", str(site.parent / "out" / "programme.json"), str(site), "--moment", "2027-04-21 09:00"]
    assert main([*again, "--site", "https://example.org/wg", "--papers", "text", "--reason", "officers-request"]) == 0
    assert "Nothing has changed since publication 1" in capsys.readouterr().out


@pytest.mark.parametrize(("kind", "longest"), [(FORUM, 250), (ITEM, 250), (ROOM, 250), (TEAM, 251)])
def test_a_name_that_a_disk_can_hold_is_never_changed(kind, longest):
    most = longest - len(kind) - 1
    assert View(kind, "k" * most).stem == f"{kind}-{'k' * most}"
    assert View(kind, "k" * (most + 1)).stem.startswith(f"{kind}-{'k' * 80}~")
    assert View(kind, "Конференц-зал").stem == f"{kind}-" + "".join(
        "-" if sign == "-" else "".join(f"_{octet:02x}" for octet in sign.encode()) for sign in "Конференц-зал"
    )
