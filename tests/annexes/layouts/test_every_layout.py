"""Every layout, read back from what was written."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import fields, is_dataclass
from functools import cache

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from tests.annexes.formats.test_docx_schema import disorder
from tests.annexes.layouts.papers import SIX_CODES, founding, full, needed
from wgsched import annex
from wgsched.annexes import layouts
from wgsched.annexes.pages import Run

SESSIONS = {"one-forum": founding, "two-forums": full}
LANGUAGES = {"one-forum": SIX_CODES, "two-forums": ("ar", "en")}


@cache
def paper(name, layout, language):
    more = needed(layout, SESSIONS[name]())
    return annex(SESSIONS[name](), language=language, layout=layout, fill="en", **more)


every_paper = pytest.mark.parametrize(
    ("name", "layout", "language"),
    [(name, layout, language) for name in SESSIONS for layout in layouts.names() for language in LANGUAGES[name]],
)


def cells(table):
    return [[cell.text for cell in row.cells] for row in (*table.header, *table.rows)]


def read_back(table):
    """Return the words of every row of a Word table; a merged cell is said once, where it begins."""
    found = []
    for row in table._tbl.tr_lst:
        starts = [cell for cell in row.tc_lst if cell.vMerge != "continue"]
        found.append([_words(cell) for cell in starts])
    return found


def _words(cell):
    parts = ("\n" if each.tag == qn("w:br") else each.text or "" for each in cell.iter(qn("w:t"), qn("w:br")))
    return "".join(parts).replace("\u200e", "")


@every_paper
def test_word_gives_the_same_rows_in_the_order_of_the_schema(name, layout, language):
    whole = paper(name, layout, language)
    content = whole.bytes("docx")
    expected = [cells(table) for table in whole.documents[0].tables()]
    found = [
        read_back(table) for table in docx.Document(io.BytesIO(content)).tables if table.style.name[:6] != "Normal"
    ]
    assert found == [[[cell.replace("\u200e", "") for cell in row] for row in table] for table in expected]
    assert disorder(content) == []


def letters(text):
    """Return how often each sign stands in a text, without blanks, hyphens and marks of direction."""
    return Counter(re.sub("[\\s\u00ad\u2010\\-\u200b-\u200f\u202a-\u202e\u2066-\u2069]", "", text))


def texts(value):
    """Yield all that a block prints, in whatever depth."""
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name in {"content", "label", "caption", "header", "rows", "cells", "start", "end"}:
                yield from texts(getattr(value, field.name))


@every_paper
def test_a_pdf_has_the_words_of_its_pages_and_no_others(name, layout, language):
    whole = paper(name, layout, language)
    (document,) = whole.documents
    reader = pypdf.PdfReader(io.BytesIO(whole.bytes("pdf")))
    found = sum((letters(page.extract_text()) for page in reader.pages), Counter())
    printed = sum((letters(text) for block in document.blocks for text in texts(block)), Counter())
    headers = len(reader.pages) - document.has_masthead
    numbers = "".join(str(page + 1) for page in range(len(reader.pages)))
    running = letters(document.header * headers + numbers)
    expected = printed + running
    if len(reader.pages) == 1:
        assert found == expected
    else:  # the head of a table, and the date, stand on each of its pages
        assert (expected <= found, set(found) <= set(expected)) == (True, True)


IN_ENGLISH = {"provisional-agenda", "changes"}
"""The masthead of an agenda is printed in English, and so are titles that exist only in English."""


@pytest.mark.parametrize("layout", [name for name in layouts.names() if name not in IN_ENGLISH])
@pytest.mark.parametrize("language", ["ar", "zh", "ru"])
def test_a_layout_asks_the_lexicon_for_every_word(layout, language):
    (document,) = paper("one-forum", layout, language).documents
    words = " ".join(text for block in document.blocks for text in texts(block))
    assert set(re.findall("[A-Za-z]{2,}", words)) <= {"CAC", "COSP", "WG"}  # the symbols of the documents
