"""Damaged papers: a session or a clear answer, never another error."""

import io
import json
import random
import re
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from tests.reading.carriers.test_exports import CONFERENCE, XML
from wgsched import BadInput, annex, write_programme
from wgsched.files.archives import packed
from wgsched.reading import form, lint_paper, read_paper

GOLDEN = Path("tests/golden")
DATA = Path(__file__).parent / "data"
FORMATS = ("docx", "html", "md", "xlsx", "csv", "txt", "pdf")
REAL = ("isc-billfish-peer-review.docx", "floodmaps-agenda.docx", "docling-textbox.docx", "chicago-lihtf.ics",
        "w3c-tpac-groups-grid.html", "isc-billfish-schedule.txt")  # fmt: skip
BATCHES, ROUNDS = 20, 56
"""Together 20,000 damaged papers and more: about 1,000 in each batch."""

RARELY = 8
MOST_SECONDS = 30
"""Of the processor, for one paper."""


SESSIONS = {
    "sessions": [
        {"id": "1", "title": "Talk", "startsAt": "2021-04-16T09:00:00", "endsAt": "2021-04-16T10:00:00", "roomId": 7},
        {"id": "2", "title": "Other", "startsAt": "2021-04-16T09:30:00", "endsAt": "2021-04-16T11:00:00", "roomId": 8},
    ],
    "rooms": [{"id": 7, "name": "Track 1"}, {"id": 8, "name": "Track 2"}],
}
BROKEN = """First Week (4-8 October) |
Monday/Tuesday
-
First Plenary
I. |
Opening (continued)
(8.30-8.35 hours)
Agenda 1. Opening 2. Officers 3. Budget: (a) (b) Finance 4. Report * Distr. GENERAL A/1/2 2 June 2004
Monday 10 May 2027, 11.00 hrs
9:00 Meeting of conveners
1. Dates
THIRD PLENARY MEETING RED ROOM
(Immediately after Plenary)
or later, if required
"""


def mutated(content, dice):
    """Return a file with a few bytes changed, cut out, doubled or put in."""
    damaged = bytearray(content)
    for _ in range(dice.randint(1, 6)):
        place, length = dice.randrange(len(damaged) + 1), dice.choice((1, 1, 3, 20, 200))
        part = dice.choice(
            (b"", bytes(dice.randrange(256) for _ in range(length)), damaged[place : place + length] * 2)
        )
        damaged[place : place + length] = part
    return bytes(damaged)


def inside(content, dice):
    """Return an office file of which one part of XML is damaged: the archive itself is whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice([each for each in parts if each.endswith(".xml")])
    parts[name] = retyped(parts[name], dice)
    return packed(parts)


def retyped(content, dice):
    """Return XML with other words and numbers in it, so that it mostly stays XML."""
    signs = re.findall(rb"[A-Za-z]+|[0-9]+|.", content, re.DOTALL)
    for _ in range(dice.randint(1, 5)):
        place = dice.randrange(len(signs))
        if signs[place].isalnum():
            signs[place] = dice.choice((b"0", b"1", b"99999999999", b"x", b"restart", dice.choice(signs)))
    return b"".join(signs)


def answers(path, *, linted):
    """Read a paper, and check it for what is odd: it becomes a session, or is refused in words, within a bound."""
    begun = time.process_time()
    with suppress(BadInput):  # a clear answer; any other error fails the test
        reading = read_paper(path, year=2009, place="Vienna", body="Body")
        assert reading.programme is None or reading.programme.session == reading.session
    with suppress(BadInput):
        assert not linted or all(oddity.message for oddity in lint_paper(path, year=2009))
    assert time.process_time() - begun < MOST_SECONDS


def made(folder):
    """Return papers of every kind, made in a folder."""
    programme = read_paper(GOLDEN / "food-security-2004/fr.txt", year=2004, place="Rome", body="Body").programme
    for suffix in FORMATS:
        annex(programme, language="fr").save(folder / f"annex.{suffix}")
    write_programme(programme, folder / "programme.json")
    (folder / "form.xlsx").write_bytes(form())
    (folder / "broken.txt").write_text(BROKEN, "utf-8")
    (folder / "founding.txt").write_bytes((GOLDEN / "asset-recovery-2009/source.zh.txt").read_bytes())
    (folder / "schedule.json").write_text(json.dumps({"schedule": {"conference": CONFERENCE}}), "utf-8")
    (folder / "sessionize.json").write_text(json.dumps(SESSIONS), "utf-8")
    (folder / "schedule.xml").write_text(XML, "utf-8")
    for name in REAL:
        (folder / name).write_bytes((DATA / name).read_bytes())
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    return made(tmp_path_factory.mktemp("papers"))


def try_all(papers, folder, seed, rounds):
    """Try so many damaged copies of each paper; every fourth is checked for what is odd in it too."""
    dice = random.Random(seed)
    for number in range(rounds):
        for paper in papers:
            if paper.suffix == ".pdf" and number % RARELY != RARELY - 1:
                continue  # each is read in a process of its own, which takes its time
            office = paper.suffix in (".docx", ".xlsx") and dice.random() < 0.7
            damage = inside if office else retyped if dice.random() < 0.5 else mutated
            path = folder / paper.name
            path.write_bytes(damage(paper.read_bytes(), dice))
            answers(path, linted=number % 4 == 0)


def test_damaged_papers_get_an_answer(papers, tmp_path):
    try_all(papers, tmp_path, "a sample", 2)


@pytest.mark.long
@pytest.mark.parametrize("batch", range(BATCHES))
def test_thousands_of_damaged_papers_get_an_answer(papers, tmp_path, batch):
    try_all(papers, tmp_path, batch, ROUNDS)
