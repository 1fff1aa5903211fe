"""Feeds of teams are published at paths that only those learn who are given them, and the paths stay."""

from __future__ import annotations

import re
from dataclasses import replace

import icalendar
import pytest

from tests.feeds.samples import events, full, octets
from tests.publishing.chains import moved, published
from wgsched.cli import main
from wgsched.errors import BadInput, UnknownName
from wgsched.feeds import View, lint
from wgsched.files import write_programme
from wgsched.model import SIX, InterpretationTeam
from wgsched.publishing import Ledger, restricted_feeds
from wgsched.publishing.layout import FolderLayout


def two_teams():
    """Return a session in which the second team serves the meeting b by name."""
    made = full()
    meetings = tuple(replace(each, team="2" if each.key == "b" else None) for each in made.meetings)
    services = replace(made.session.services, teams=(InterpretationTeam("1"), InterpretationTeam("2")))
    return replace(made, meetings=meetings, session=replace(made.session, meetings=meetings, services=services))


def public(site):
    return b"".join(path.read_bytes() for top in SIX for path in (site / top).rglob("*") if path.is_file())


def test_a_teams_feed_has_a_path_of_its_own_in_each_language_that_nothing_public_names(tmp_path):
    published(tmp_path, two_teams(), 1, restricted=("team:2",))
    paths = restricted_feeds(tmp_path)
    assert list(paths) == [(View("team", "2"), language) for language in SIX]
    assert len({path.split("/")[1] for path in paths.values()}) == len(SIX)
    for (_, language), path in paths.items():
        assert re.fullmatch(rf"restricted/[a-z2-7]{{32}}/{language}/team-2\.ics", path)
        data = (tmp_path / path).read_bytes()
        assert set(events(data)) == {"session@test.wgsched", "meeting.b@test.wgsched"}
        assert octets(data) <= octets((tmp_path / language / "all.ics").read_bytes())
        assert lint(data) == []
    assert b"restricted/" not in public(tmp_path)


def test_it_names_its_own_address_and_none_in_another_language(tmp_path):
    published(tmp_path, two_teams(), 1, restricted=("team:2",), site="https://example.org/wg/")
    path = restricted_feeds(tmp_path)[View("team", "2"), "fr"]
    calendar = icalendar.Calendar.from_ical((tmp_path / path).read_bytes())
    assert calendar["SOURCE"] == f"https://example.org/wg/{path}"
    assert "X-WGSCHED-TRANSLATION" not in calendar


def test_it_stays_where_it_is_until_it_is_taken_away(tmp_path):
    published(tmp_path, two_teams(), 1, restricted=("team:2", "team:2", "team:1"))
    first = restricted_feeds(tmp_path)
    published(tmp_path, moved(two_teams(), "b", hours=1), 2)
    assert restricted_feeds(tmp_path) == first
    assert all((tmp_path / path).is_file() for path in first.values())
    published(tmp_path, moved(two_teams(), "b", hours=1), 3, restricted=())
    assert restricted_feeds(tmp_path) == {}
    assert not (tmp_path / "restricted").exists()


def test_a_team_that_is_dropped_leaves_a_calendar_without_meetings(tmp_path):
    published(tmp_path, two_teams(), 1, restricted=("team:2",))
    published(tmp_path, full(), 2)
    data = (tmp_path / restricted_feeds(tmp_path)[View("team", "2"), "en"]).read_bytes()
    assert set(events(data)) == {"session@test.wgsched"}
    assert lint(data) == []


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("forum:plenary", BadInput, "everybody can see this already; only team:KEY can be restricted"),
        ("team:9", UnknownName, "9"),
        ("teams", BadInput, "is not a view"),
    ],
)
def test_what_cannot_be_restricted_is_refused_and_nothing_is_published(tmp_path, name, error, message):
    with pytest.raises(error, match=message):
        published(tmp_path, two_teams(), 1, restricted=("team:2", name))
    assert len(Ledger.read(tmp_path)) == 0


def test_a_folder_without_restricted_feeds_has_no_secret(tmp_path):
    assert restricted_feeds(tmp_path) == {}
    published(tmp_path, full(), 1)
    assert restricted_feeds(tmp_path) == {}
    assert not FolderLayout(tmp_path).secret.exists()


def test_the_command_line_says_where_they_are_at_once_and_later(tmp_path, capsys):
    file, site = tmp_path / "programme.json", tmp_path / "site"
    write_programme(two_teams(), file)
    asked = ["publish", str(file), str(site), "--moment", "2009-05-01 09:00", "--papers", "", "--languages", "en,fr"]
    assert main([*asked, "--restricted", "team:2"]) == 0
    paths = restricted_feeds(site)
    said = [
        "Private feeds: only people with the link can read them.",
        *(f"- team:2 in {language}: {paths[View('team', '2'), language]}" for language in ("en", "fr")),
    ]
    assert capsys.readouterr().out.splitlines()[1:] == said
    assert main(["ledger", str(site)]) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == said
