import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pendulum
import pytest

from tests.feeds.samples import full, thin, whole
from tests.publishing.chains import moved, published
from tests.sessions import at
from wgsched.errors import BadInput, MissingTitles, UnknownName
from wgsched.feeds import feed, lint
from wgsched.files import read_programme
from wgsched.model import SIX, Status
from wgsched.publishing import Ledger, Reason, amend, preview, publish
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.public import for_delegates


def files(site):
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in _paths(site)}


def _paths(site):
    for top in site.iterdir():
        if top.name != ".wgsched":
            yield from [top] if top.is_file() else (path for path in top.rglob("*") if path.is_file())


def test_a_folder_holds_every_view_in_every_language_in_both_forms(tmp_path):
    publication = published(tmp_path, full(), 1)
    assert publication.languages == SIX
    made = files(tmp_path)
    for language in SIX:
        stems = ("all", "items", "forum-plenary", "forum-committee", "item-1", "item-2", "item-2a", "item-2b")
        for stem in (*stems, "room-C1", "room-C2", "room-C3"):
            assert lint(made[f"{language}/{stem}.ics"]) == []
            assert json.loads(made[f"{language}/{stem}.jcal"])[0] == "vcalendar"


def test_what_is_published_can_be_read_back(tmp_path):
    published(tmp_path, whole(), 1)
    circulated = replace(whole(), status=Status.CIRCULATED)
    assert read_programme(tmp_path / "programme.json") == for_delegates(circulated)
    assert Ledger.read(tmp_path).programme(1) == circulated


def test_annexes_are_published_in_the_formats_that_were_asked_for(tmp_path):
    publish(whole(), tmp_path, moment=at(1, 9), papers=("text", "csv"))
    assert {path for path in files(tmp_path) if "/annex" in path} == {
        f"{language}/annex{suffix}" for language in SIX for suffix in (".txt", ".csv")
    }
    assert b"annex.txt" in files(tmp_path)["en/index.html"]


def test_an_unknown_format_is_refused_and_nothing_is_published(tmp_path):
    with pytest.raises(UnknownName):
        publish(whole(), tmp_path, moment=at(1, 9), papers=("papyrus",))
    assert files(tmp_path) == {}
    assert len(Ledger.read(tmp_path)) == 0


def test_a_language_that_was_asked_for_must_be_complete(tmp_path):
    with pytest.raises(MissingTitles):
        published(tmp_path, thin(), 1, languages=("en", "fr"))


def test_an_unchanged_programme_touches_no_file(tmp_path):
    published(tmp_path, thin(), 1)
    before = {path: path.stat().st_mtime_ns for path in _paths(tmp_path)}
    published(tmp_path, thin(), 2)
    assert {path: path.stat().st_mtime_ns for path in _paths(tmp_path)} == before


def test_a_change_touches_only_the_feeds_that_show_it(tmp_path):
    published(tmp_path, full(), 1)
    before = files(tmp_path)
    published(tmp_path, moved(full(), "d", hours=1), 2)
    changed = {
        path for path, content in files(tmp_path).items() if before.get(path) != content and path.endswith(".ics")
    }
    views = ("all", "items", "forum-committee", "item-2", "item-2a")
    assert changed == {f"{language}/{view}.ics" for language in SIX for view in views}


def test_a_new_language_joins_those_that_were_published(tmp_path):
    published(tmp_path, full(), 1, languages=("en",))
    published(tmp_path, full(), 2, languages=("en", "fr"))
    made = files(tmp_path)
    assert b"SEQUENCE:0" in made["fr/all.ics"]
    assert b"DTSTAMP:20090501T070000Z" in made["en/all.ics"]
    assert b"DTSTAMP:20090502T070000Z" in made["fr/all.ics"]


def test_feeds_name_their_addresses_where_they_are_known(tmp_path):
    published(tmp_path, thin(), 1, site="https://example.org/wg")
    assert b"SOURCE;VALUE=URI:https://example.org/wg/en/all.ics" in files(tmp_path)["en/all.ics"]
    assert b"webcal://example.org/wg/en/all.ics" in files(tmp_path)["en/index.html"]


def test_a_feed_can_be_made_with_a_ledgers_memory(tmp_path):
    published(tmp_path, thin(), 1)
    published(tmp_path, moved(thin(), "14-am", hours=1), 2)
    ledger = Ledger.read(tmp_path)
    made = feed(ledger.last.programme, history=ledger.memory)
    assert made.data == files(tmp_path)["en/all.ics"]


def test_two_publications_in_two_folders_are_the_same_octets(tmp_path):
    for name in ("one", "two"):
        published(tmp_path / name, full(), 1)
        published(tmp_path / name, moved(full(), "a", hours=1), 2)
    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.parametrize("moment", ["soon", ""])
def test_a_moment_that_is_none_is_refused(tmp_path, moment):
    with pytest.raises(BadInput):
        publish(thin(), tmp_path, moment=moment, reason=Reason.FIRST, papers=())


def test_a_moment_that_is_not_after_the_last_one_is_refused(tmp_path):
    published(tmp_path, thin(), 2)
    for day in (1, 2):
        with pytest.raises(BadInput):
            published(tmp_path, moved(thin(), "14-am", hours=1), day, reason="correction")


def test_address_papers_and_languages_stay_as_they_were(tmp_path):
    first = published(tmp_path, full(), 1, languages=("en", "zh"), site="https://example.org/wg")
    second = publish(moved(full(), "a", hours=1), tmp_path, moment=at(2, 9), reason="correction")
    assert (second.languages, second.settings) == (first.languages, first.settings)


def test_cancelled_meetings_are_shown_until_their_day(tmp_path):
    cancelled = amend(thin(), "14-am", cancel=True).programme
    published(tmp_path, cancelled, 1, cancelled_until="2009-05-03")
    assert b"STATUS:CANCELLED" in files(tmp_path)["en/all.ics"]
    published(tmp_path, moved(cancelled, "15-am", hours=1), 2)
    assert b"STATUS:CANCELLED" in files(tmp_path)["en/all.ics"]
    published(tmp_path, moved(cancelled, "15-am", hours=1), 4)
    assert b"STATUS:CANCELLED" not in files(tmp_path)["en/all.ics"]


def test_a_silence_procedure_runs_until_a_moment(tmp_path):
    with pytest.raises(BadInput):
        published(tmp_path, thin(), 1, status="silence")
    published(tmp_path, thin(), 1, status="silence", silence_until="2009-05-04 18:00")
    assert "Under a silence procedure until Monday, 4 May, 6 p.m." in (tmp_path / "en/index.html").read_text()
    agreed = published(tmp_path, thin(), 2, status="agreed")
    assert (agreed.programme.status, agreed.programme.silence_until) == (Status.AGREED, None)


@pytest.mark.parametrize("status", ["draft", "dreamt"])
def test_a_published_programme_is_no_draft(tmp_path, status):
    with pytest.raises(BadInput):
        published(tmp_path, thin(), 1, status=status)


def test_a_preview_tells_what_would_be_published_and_writes_nothing(tmp_path):
    published(tmp_path, thin(), 1)
    before, changed = files(tmp_path), moved(thin(), "14-am", hours=1)
    seen = preview(changed, tmp_path, moment=at(2, 9), reason="correction")
    assert files(tmp_path) == before
    published(tmp_path, changed, 2, reason="correction")
    assert seen.feeds == {"en": files(tmp_path)["en/all.ics"]}
    assert seen.notices == {"en": files(tmp_path)["en/notices/2.txt"].decode()}
    assert preview(changed, tmp_path, moment=at(3, 9), reason="correction") is None


def test_a_moment_of_another_zone_is_written_in_that_of_the_session(tmp_path):
    publish(thin(), tmp_path, moment=pendulum.datetime(2009, 5, 1, 7, tz=pendulum.FixedTimezone(0)), papers=())
    assert Ledger.read(tmp_path).last.moment == at(1, 9)
    assert Ledger.read(tmp_path).last.moment.timezone_name == "Europe/Vienna"


def test_a_folder_and_its_ledger_are_the_same_octets_in_every_process(tmp_path):
    script = (
        "import sys; from pathlib import Path; from tests.feeds.samples import full\n"
        "from tests.publishing.chains import moved, published\n"
        "published(Path(sys.argv[1]), full(), 1); published(Path(sys.argv[1]), moved(full(), 'a', hours=1), 2)"
    )
    made = []
    for seed in ("1", "2"):
        folder, environment = tmp_path / seed, os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-c", script, folder], check=True, cwd=Path(__file__).parents[2], env=environment
        )
        made.append((files(folder), FolderLayout(folder).ledger.read_bytes()))
    assert made[0] == made[1]


def test_a_folder_that_was_deleted_is_written_again_as_it_was(tmp_path):
    site = tmp_path / "site"
    published(site, thin(), 1)
    changed = moved(thin(), "14-am", hours=1)
    last = published(site, changed, 2)
    before = files(site)
    shutil.rmtree(site)
    assert published(site, changed, 3) == last
    assert files(site) == before
    assert len(Ledger.read(site)) == 2
    stands = FolderLayout(site).shown()
    assert published(site, changed, 4).number == last.number
    assert FolderLayout(site).shown() == stands
    published(site, thin(), 5)
    assert [each.number for each in Ledger.read(site).publications] == [1, 2, 3]
