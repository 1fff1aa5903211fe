"""The two styles of tables: ruled as in documents of the United Nations, or a line around every cell."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from tests.annexes.layouts.papers import founding, full
from wgsched import annex
from wgsched.annexes.formats import pdf
from wgsched.model import SIX, TableStyle


def in_style(style):
    programme = founding()
    return replace(programme, session=replace(programme.session, style=style))


def table_of(programme, language="en", layout="organization-of-work"):
    content = annex(programme, language=language, layout=layout).bytes("docx")
    (table,) = docx.Document(io.BytesIO(content)).tables
    return table


@pytest.mark.parametrize(
    ("style", "name"), [(TableStyle.RULED, "Programme Table"), (TableStyle.GRID, "Programme Grid")]
)
def test_a_session_chooses_the_style_in_word(style, name):
    table = table_of(in_style(style))
    fills = len(list(table._tbl.iter(qn("w:shd"))))
    assert (table.style.name, fills > 0) == (name, style is TableStyle.GRID)


def test_the_head_of_a_ruled_table_has_a_rule_below_it():
    first, second, *_ = table_of(founding())._tbl.tr_lst
    assert [len(list(row.iter(qn("w:tcBorders")))) for row in (first, second)] == [3, 0]


@pytest.mark.parametrize("language", SIX)
def test_heads_are_italic_only_where_the_script_has_italics(language):
    head = table_of(founding(), language)._tbl.tr_lst[0]
    marks = {
        (run.find(f".//{qn('w:i')}") is not None, run.find(f".//{qn('w:b')}") is not None)
        for run in head.iter(qn("w:r"))
    }
    assert marks == {(False, True) if language in ("ar", "zh") else (True, False)}


def test_a_timetable_keeps_its_lines_in_every_style():
    assert table_of(full(), layout="day-grid").style.name == "Programme Grid"


def test_a_ruled_table_differs_from_a_grid_in_pdf_and_is_the_same_each_time():
    ruled, grid = (annex(in_style(style)).documents for style in TableStyle)
    assert (pdf.write(ruled) == pdf.write(ruled), pdf.write(ruled) == pdf.write(grid)) == (True, False)
