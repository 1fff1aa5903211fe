"""The rows of the founding document's annex, read back from every format, in six languages."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import html

from tests.annexes.layouts.papers import GOLDEN, SIX_CODES, founding
from wgsched import annex


def golden(language):
    """Return the rows of the golden text; a merged cell is said once."""
    table = (GOLDEN / f"{language}.txt").read_text("utf-8").strip().split("\n\n")[-1]
    return [line.removeprefix(" | ").split(" | ") for line in table.split("\n")]


def from_docx(content):
    (table,) = docx.Document(io.BytesIO(content)).tables
    rows = []
    for row in table._tbl.tr_lst:
        cells = [cell for cell in row.tc_lst if cell.vMerge != "continue"]
        rows.append(["".join(text.text for text in cell.iter(qn("w:t"))) for cell in cells])
    return rows


def from_html(content):
    return [[cell.text_content().strip() for cell in row] for row in html.fromstring(content.decode()).iter("tr")]


def from_xlsx(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    printed = [[str(value) for value in row if value] for row in sheet.iter_rows(values_only=True)]
    return [row for row in printed if row]


def from_markdown(content):
    lines = [line for line in content.decode().split("\n") if line.startswith("|") and "---" not in line]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [[re.sub(r"\\([^\w\s])", r"\1", cell.strip("*")) for cell in row if cell] for row in cells]


@pytest.mark.parametrize("language", SIX_CODES)
@pytest.mark.parametrize(("name", "read"), [("docx", from_docx), ("html", from_html), ("markdown", from_markdown)])
def test_the_same_rows_are_read_back(language, name, read):
    assert read(annex(founding(), language=language).bytes(name)) == golden(language)


@pytest.mark.parametrize("language", SIX_CODES)
def test_the_same_rows_are_in_the_workbook(language):
    found = from_xlsx(annex(founding(), language=language).bytes("xlsx"))
    assert [row for row in found if row in golden(language)] == golden(language)


@pytest.mark.parametrize("language", SIX_CODES)
def test_csv_and_json_have_a_record_per_row(language):
    paper = annex(founding(), language=language)
    records = list(csv.DictReader(io.StringIO(paper.bytes("csv").decode("utf-8-sig"))))
    found = [(each["date"], each["opens"], each["item"], each["continued"]) for each in records]
    first, second = "2009-05-14", "2009-05-15"
    assert found == [
        (first, f"{first}T10:00+02:00", "1 (a)", "false"),
        (first, f"{first}T10:00+02:00", "1 (b)", "false"),
        (first, f"{first}T10:00+02:00", "2 (a)", "false"),
        (first, f"{first}T15:00+02:00", "2 (a)", "true"),
        (first, f"{first}T15:00+02:00", "2 (b)", "false"),
        (second, f"{second}T10:00+02:00", "2 (b)", "true"),
        (second, f"{second}T15:00+02:00", "2 (c)", "false"),
        (second, f"{second}T15:00+02:00", "3", "false"),
    ]
    whole = json.dumps(json.loads(paper.bytes("json")), ensure_ascii=False)
    assert [row for row in golden(language) if json.dumps(row[-1], ensure_ascii=False) not in whole] == []


PRINTING = """
import hashlib
from tests.annexes.layouts.papers import founding
from wgsched import annex
from wgsched.annexes import formats
paper = annex(founding(), language="all")
for name in formats.names():
    print(name, hashlib.sha256(paper.bytes(name)).hexdigest())
"""


@pytest.mark.long
def test_two_processes_with_different_hash_seeds_write_the_same_bytes():
    printed = [
        subprocess.run(
            [sys.executable, "-c", PRINTING],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(GOLDEN.parents[2]), "PATH": ""},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert len(printed[0].split()) == 16
