import gzip
import hashlib
from datetime import UTC, datetime

import pytest
from serving import FEED, FILES

from wgsched.errors import FolderError
from wgsched.publishing.folder import open_folder
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.server.snapshot import load

NOW = 1_800_000_000


def republished(site, files):
    with open_folder(site) as opened:
        opened.publish(files, {}, datetime(2009, 4, 21, tzinfo=UTC))


def test_all_public_files_and_nothing_else_are_held(site):
    (site / "foreign.txt").write_bytes(b"not published")
    resources = load(site, NOW).resources
    assert {path: resource.body for path, resource in resources.items()} == {
        **{f"/{path}": content for path, content in FILES.items()},
        "/": FILES["index.html"],
        "/en/": FILES["en/index.html"],
    }


def test_a_tag_is_the_hash_of_the_contents(site):
    feed = load(site, NOW).resources["/en/feed.ics"]
    assert feed.plain.tag == f'"{hashlib.sha256(FEED).hexdigest()[:32]}"'
    assert feed.packed.tag == f'"{hashlib.sha256(FEED).hexdigest()[:32]}-gzip"'
    assert gzip.decompress(feed.packed.body) == FEED


def test_what_is_packed_already_or_tiny_is_not_packed_again(site):
    resources = load(site, NOW).resources
    assert [path for path, resource in resources.items() if resource.packable] == [
        "/en/feed.ics",
        "/restricted/k3v9q2mfz7/roster.ics",
    ]


def test_files_that_stayed_are_not_read_again(site):
    before = load(site, NOW)
    republished(site, FILES | {"index.html": b"new"})
    after = load(site, NOW, before)
    assert after.revision == FolderLayout(site).shown()
    assert after.resources["/"].body == b"new"
    assert all(
        after.resources[path] is before.resources[path] for path in before.resources if path not in ("/", "/index.html")
    )


def test_a_change_is_never_said_to_lie_in_the_future(site):
    assert load(site, 1000).resources["/"].modified == 1000
    assert load(site, NOW).resources["/"].modified == int(datetime(2009, 4, 20, 9, tzinfo=UTC).timestamp())


def test_a_folder_never_published_to_is_not_served(tmp_path):
    with pytest.raises(FolderError, match=r"holds nothing published\. Publish to it first"):
        load(tmp_path, NOW)


def test_a_revision_cleared_away_while_it_is_read_is_not_served_in_part(site, monkeypatch):
    shown = FolderLayout.shown
    calls = []

    def shown_meanwhile(place):
        calls.append(place)
        if len(calls) == 2:
            monkeypatch.undo()
            republished(site, {"index.html": b"newer"})
        return shown(place)

    monkeypatch.setattr(FolderLayout, "shown", shown_meanwhile)
    assert {path: resource.body for path, resource in load(site, NOW).resources.items()} == {
        "/": b"newer",
        "/index.html": b"newer",
    }


def test_a_lost_revision_is_said(site):
    for file in FolderLayout(site).shown().path.rglob("*.*"):
        file.unlink()
    with pytest.raises(FolderError, match="has lost what it shows"):
        load(site, NOW)
