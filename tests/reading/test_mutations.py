"""Damaged papers: a session or a clear answer, never another error."""

import io
import json
import random
import re
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from tests.reading.carriers.test_exports import CONFERENCE, XML
from wgsched import BadInput, annex
from wgsched.files.archives import packed
from wgsched.reading import read_paper

GOLDEN = Path("tests/golden")
DATA = Path(__file__).parent / "data"
FORMATS = ("docx", "html", "md", "xlsx", "csv", "txt")


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


def answers(path):
    with suppress(BadInput):  # a clear answer; any other error fails the test
        reading = read_paper(path, year=2009, place="Vienna", body="Body")
        assert reading.programme is None or reading.programme.session == reading.session


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    programme = read_paper(GOLDEN / "food-security-2004/fr.txt", year=2004, place="Rome", body="Body").programme
    for suffix in FORMATS:
        annex(programme, language="fr").save(folder / f"annex.{suffix}")
    (folder / "founding.txt").write_bytes((GOLDEN / "asset-recovery-2009/source.zh.txt").read_bytes())
    (folder / "real.docx").write_bytes((DATA / "isc-billfish-peer-review.docx").read_bytes())
    (folder / "calendar.ics").write_bytes((DATA / "chicago-lihtf.ics").read_bytes())
    (folder / "schedule.json").write_text(json.dumps({"schedule": {"conference": CONFERENCE}}), "utf-8")
    (folder / "schedule.xml").write_text(XML, "utf-8")
    return sorted(folder.iterdir())


def try_all(papers, tmp_path, count):
    dice = random.Random(count)
    for paper in papers:
        content = paper.read_bytes()
        for _ in range(count):
            path = tmp_path / paper.name
            office = paper.suffix in (".docx", ".xlsx") and dice.random() < 0.7
            damage = inside if office else retyped if dice.random() < 0.5 else mutated
            path.write_bytes(damage(content, dice))
            answers(path)


def test_a_hundred_damaged_papers_get_an_answer(papers, tmp_path):
    try_all(papers, tmp_path, 10)


@pytest.mark.long
def test_twenty_thousand_damaged_papers_get_an_answer(papers, tmp_path):
    try_all(papers, tmp_path, 2_500)
