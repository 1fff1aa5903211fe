"""What is served holds nothing but what is meant for delegates; the ledger, with the rest, lies elsewhere."""

import io
import os
import shutil
import zipfile
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pypdf
import pytest

from tests.feeds.samples import thin
from tests.publishing.chains import moved, published
from tests.sessions import at
from wgsched.errors import FolderError, LedgerError
from wgsched.files import programme_of_rows, read_session
from wgsched.publishing import Ledger, publish
from wgsched.publishing.layout import FolderLayout

MARKED = """
symbol: A/AC.1/2027/1
body: {en: Working Group}
place: Vienna
days: Mon 10 - Tue 11 May 2027
original: en
languages: [en]
services:
  interpretation: [en, fr]
  teams: {zz-team: [en, fr], zz-other: [en, fr]}
  rooms:
    C1: {title: Room One, seats: 847153, features: [zz-screen], changeover: 71 min}
    C2: {title: Room Two, seats: 847163}
forums:
  plenary: {title: Plenary, room: [C1, C2], seats: 847173, features: [zz-screen], audience: 847183}
agenda:
  1: {is: opening, takes: ~15 min, why: zz-opening}
  2: {title: {en: Text}, takes: 1 h, not before: Mon 11:00, why: {en: zz-minister is ill}}
  3: {title: {en: Other}, takes: 1 h, prefers: Tue am, why: zz-wish, priority: 847123, weight: 847133, strength: should}
  4: {title: {en: Wide}, takes: 30 min, seats: 847193, features: [zz-screen], not before: Mon 11:00, why: zz-wide}
events:
  zz-bureau: {title: {en: zz-bureau}, at: Mon 13:15-14:00, in: []}
participants:
  zz-person:
    name: {en: zz-name}
    items: [2]
    can come: Mon 11-13
    zone: America/Lima
    office hours: 7-19
    chairs: [3]
    attends: [4]
    pause: 37 min
    features: [zz-screen]
    weight: 847143
    strength: should
meetings:
  Mon am: {team: zz-team}
rules:
  - precedes: {earlier: 2, later: 3, why: {en: zz-before}}
wishes:
  - same-days: {items: [2, 3], weight: 847203}
weights: {divided: 847113}
organization:
  Mon am: [1, 2]
  Tue am: [3, 4]
"""


WEIGHTS = tuple(str(number).encode() for number in range(847113, 847204, 10))
PAPERS = ("html", "text", "json", "csv", "markdown", "docx", "xlsx", "pdf")


def everything(root):
    """Return every byte below a folder, with the names; of packed files, all that is in them."""
    for folder, _, names in os.walk(root, followlinks=True):
        for name in names:
            yield from unpacked(Path(folder) / name, (Path(folder) / name).read_bytes())


def unpacked(path, data):
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from ((path / each, packed.read(each)) for each in packed.namelist())
    elif path.suffix == ".pdf":
        pages = pypdf.PdfReader(io.BytesIO(data))
        yield path, " ".join((*(page.extract_text() for page in pages.pages), str(pages.metadata))).encode()
    elif path.suffix == ".eml":
        message = message_from_bytes(data, policy=default)
        yield path, str(message.items()).encode()
        for part in message.walk():
            content = part.get_payload(decode=True) or b""
            yield from unpacked(path / (part.get_filename() or "text"), content)
    else:
        yield path, data


def test_no_published_byte_holds_what_is_not_for_delegates(tmp_path):
    (tmp_path / "session.yaml").write_text(MARKED)
    programme = programme_of_rows(read_session(tmp_path / "session.yaml"))
    site = tmp_path / "site"
    publish(programme, site, moment=at(1, 9), papers=PAPERS)
    publish(moved(programme, programme.meetings[0].key, hours=-1), site, moment=at(2, 9), reason="officers-request")
    hidden = (b"zz-", *WEIGHTS, b"Lima")
    assert [path for path, data in everything(site) if any(mark in data for mark in hidden)] == []
    records = b"".join(data for _, data in everything(tmp_path / "site.records"))
    texts = ["minister", "before", "wish", "wide", "name", "team", "bureau", "screen"]
    marks = (*(f"zz-{text}".encode() for text in texts), *WEIGHTS, b"Lima")
    assert [mark for mark in marks if mark not in records] == []


def test_the_records_may_lie_where_one_likes_and_are_found_again(tmp_path):
    site, records = tmp_path / "site", tmp_path / "private" / "records"
    published(site, thin(), 1, records=records)
    published(site, moved(thin(), "14-am", hours=1), 2)
    assert len(Ledger.read(site)) == 2
    assert [path.name for path in records.iterdir()] == ["ledger.jsonl"]
    assert not (tmp_path / "site.records").exists()


def test_the_records_of_a_folder_published_long_ago_move_out_of_it(tmp_path):
    site = tmp_path / "site"
    published(site, thin(), 1)
    shutil.move(tmp_path / "site.records" / "ledger.jsonl", site / ".wgsched" / "ledger.jsonl")
    assert len(Ledger.read(site)) == 1
    published(site, moved(thin(), "14-am", hours=1), 2)
    assert not (site / ".wgsched" / "ledger.jsonl").exists()
    assert len(Ledger.read(site)) == 2


def test_records_move_to_another_place_when_it_is_named(tmp_path):
    site, other = tmp_path / "site", tmp_path / "other"
    published(site, thin(), 1)
    published(site, moved(thin(), "14-am", hours=1), 2, records=other)
    assert FolderLayout(site).ledger.resolve() == other / "ledger.jsonl"
    assert [path.name for path in (tmp_path / "site.records").iterdir()] == []
    assert len(Ledger.read(site)) == 2


def test_the_records_of_another_folder_are_left_alone(tmp_path):
    published(tmp_path / "one", thin(), 1)
    with pytest.raises(FolderError, match="holds the records of another folder"):
        published(tmp_path / "two", thin(), 1, records=tmp_path / "one.records")


def test_only_their_owner_can_read_the_records(tmp_path):
    published(tmp_path / "site", thin(), 1)
    assert (tmp_path / "site.records").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_was_copied_takes_the_records_that_are_named(tmp_path):
    published(tmp_path / "site", thin(), 1)
    shutil.copytree(tmp_path / "site", tmp_path / "copy", symlinks=True)
    shutil.copytree(tmp_path / "site.records", tmp_path / "kept")
    later = moved(thin(), "14-am", hours=1)
    with pytest.raises(LedgerError):
        published(tmp_path / "copy", later, 2)
    published(tmp_path / "copy", later, 2, records=tmp_path / "kept")
    assert (len(Ledger.read(tmp_path / "copy")), len(Ledger.read(tmp_path / "site"))) == (2, 1)
