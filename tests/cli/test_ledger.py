"""``wgsched ledger``: the list of publications, and a programme taken out of it."""

import pytest
from tests.feeds.samples import whole
from tests.publishing.chains import moved, published

from wgsched.cli import main
from wgsched.files import read_programme
from wgsched.model import Status, Text
from wgsched.publishing import Ledger


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    published(folder, whole(), 1, languages=("en",))
    published(folder, moved(whole(), whole().meetings[1].key, hours=1), 2, status="agreed")
    published(folder, whole(), 3, Text(en="The wrong file was published"))
    return folder


def ran(*arguments):
    return main([str(each) for each in arguments])


def test_publications_are_listed_with_moment_status_and_reason(site, capsys):
    assert ran("ledger", site) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1  2009-05-01 09:00  circulated  first-publication",
        "2  2009-05-02 09:00  agreed  officers-request",
        "3  2009-05-03 09:00  circulated  The wrong file was published",
        "The ledger is sound. Publications: 3.",
    ]


def test_a_programme_is_taken_out_as_it_was_published(site, tmp_path, capsys):
    assert ran("ledger", site, "--take", 2, "-o", tmp_path / "again.json") == 0
    assert read_programme(tmp_path / "again.json") == Ledger.read(site).programme(2)
    assert read_programme(tmp_path / "again.json").status is Status.AGREED


def test_what_is_not_there_or_asked_by_halves_is_refused(site, tmp_path, capsys):
    assert ran("ledger", site, "--take", 4, "-o", tmp_path / "again.json") == 2
    assert ran("ledger", site, "--take", 1) == 2
    assert not (tmp_path / "again.json").exists()
    assert "--take NUMBER and -o FILE go together" in capsys.readouterr().err


def test_a_damaged_ledger_is_named_with_its_line(site, capsys):
    ledger = site.with_name("site.records") / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b'"officers-request"', b'"officers-requesT"'))
    assert ran("ledger", site) == 2
    assert "ledger.jsonl:2: this record was changed after it was written" in capsys.readouterr().err
