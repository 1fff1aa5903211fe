"""Hostile words in a session file, all the way to every paper: refused with their place, or harmless."""

from __future__ import annotations

import io
import json
import zipfile

import pypdf
import pytest

from tests.annexes.layouts.papers import needed
from wgsched import annex
from wgsched.annexes import formats, layouts
from wgsched.errors import BadInput
from wgsched.files import session_from
from wgsched.model import Consideration, Programme

HARMLESS = {
    "bidi": "\u202egnp.exe\u2066 report \u2069",
    "formula": "=cmd|'/C calc'!A0",
    "script": "<script>alert(1)</script>",
    "typst": "#set page(width: 1pt)",
    "places": "{title} {0.__class__} {{ 7*7 }} {% x %}",
    "endless": "word " * 2000,
    "one word": "x" * 10_000,
}
REFUSED = {"nul": "a\x00b", "escape": "\x1b[31m", "half a character": "\ud800", "no character": "\uffff"}


def written(title):
    """Return a session file, as JSON, whose every text is the title."""
    return json.dumps(
        {
            "symbol": title[:200],
            "body": title,
            "place": "Vienna",
            "days": "Thu 14 May 2009",
            "languages": ["en"],
            "agenda": {"1": {"title": title, "annotations": [title]}, "2": {"title": title}},
            "documents": {"T/1": {"title": title, "item": ["1"]}},
            "events": {"tea": {"title": title, "at": "14 May 13:15-14:45", "in": ["annex", "grid", "journal"]}},
        }
    )


def programme(title):
    session = session_from(written(title), "session.json")
    meeting = session.meetings[0].key
    return Programme(
        session, session.meetings, tuple(Consideration(i.key, meeting) for i in session.agenda.instalments)
    )


def searchable(name, data):
    """Return what a file holds, unpacked: any few octets stand by chance in what is packed."""
    if name == "pdf":
        reader = pypdf.PdfReader(io.BytesIO(data))
        return "\n".join([f"{reader.metadata}", *(page.extract_text() for page in reader.pages)]).encode()
    if name in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return b"\n".join(archive.read(each) for each in archive.namelist())
    return data


@pytest.mark.parametrize("title", HARMLESS.values(), ids=HARMLESS)
@pytest.mark.parametrize("layout", layouts.names())
def test_what_is_read_is_harmless_in_every_layout_and_format(title, layout):
    whole = programme(title)
    paper = annex(whole, layout=layout, **needed(layout, whole))
    content = {name: paper.bytes(name) for name in formats.names()}
    bad = ("\u202e".encode(), "\u2066".encode(), b"class 'str'")
    held = {name: searchable(name, data) for name, data in content.items()}
    assert [(name, each) for name, data in held.items() for each in bad if each in data] == []
    assert [name for name in ("html", "markdown") if b"<script>alert" in content[name]] == []
    cells = (cell for line in content["csv"].decode("utf-8-sig").split("\r\n") for cell in line.split(","))
    assert [cell for cell in cells if cell.startswith(("=", '"='))] == []


@pytest.mark.parametrize("title", REFUSED.values(), ids=REFUSED)
def test_what_no_text_needs_is_refused_with_its_place(title):
    with pytest.raises(BadInput, match=r"session\.json:1:\d+: .*(control character|half|surrogate|U\+)"):
        programme(title)
