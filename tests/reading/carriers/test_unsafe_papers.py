"""Bombs, entities from elsewhere and files that are too deep are refused or survived, in bounded time and memory."""

import io
import time
import zipfile
from contextlib import suppress

import pytest

from wgsched.errors import BadInput
from wgsched.reading import read_paper
from wgsched.reading.carriers import carried

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
ELSEWHERE = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
SECONDS = 10
"""Of the processor, for one file."""


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(f"{name.replace('__', '/')}.xml", text)
    return out.getvalue()


def document(inner):
    return archive(word__document=f'<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>')


def table(inner):
    return f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"


def nested(depth, wrap, inner=""):
    for _ in range(depth):
        inner = wrap(inner)
    return inner


DEEP = 100_000
REFUSED = {
    "a document of laughs": ("a.docx", archive(word__document=LAUGHS)),
    "a document that names a file": ("a.docx", archive(word__document=ELSEWHERE)),
    "numbers that name a file": ("a.docx", archive(word__document=f'<d xmlns="{W}"/>', word__numbering=ELSEWHERE)),
    "an export of laughs": ("a.xml", LAUGHS.encode()),
    "an export that names a file": ("a.xml", ELSEWHERE.encode()),
    "a document that unpacks to much": ("a.docx", archive(word__document=f"<a>{' ' * 40_000_000}</a>")),
    "a workbook that unpacks to much": ("a.xlsx", archive(xl__workbook=f"<a>{' ' * 40_000_000}</a>")),
    "many parts": ("a.docx", archive(**{f"part{n}": "" for n in range(2_500)})),
    "a deep export": ("a.xml", b"<a>" * DEEP + b"</a>" * DEEP),
    "deep JSON": ("a.json", b"[" * DEEP + b"]" * DEEP),
    "a deep document": ("a.docx", document(nested(300, table, "<w:p/>"))),
    "large text": ("a.txt", b"x" * 9_000_000),
    "large html": ("a.html", b"x" * 9_000_000),
    "a large calendar": ("a.ics", b"BEGIN:VCALENDAR\n" + b"x" * 9_000_000),
    "a calendar without end": ("a.ics", b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 10_000),
}
READ = {
    "tables in tables": ("a.docx", document(nested(50, table, "<w:p><w:r><w:t>in</w:t></w:r></w:p>"))),
    "deep html": ("a.html", b"<div>" * DEEP + b"in"),
    "tables in tables of html": ("a.html", b"<table><tr><td>" * 5_000 + b"in"),
    "a wide row": ("a.txt", b"a | " * 200_000 + b"\nb | c"),
    "a deep list": ("a.md", "".join(f"{' ' * 2 * n}1. x\n" for n in range(300)).encode()),
    "stars": ("a.md", b"*" * 200_000),
    "brackets": ("a.md", b"[" * 200_000 + b"](" * 1_000),
    "a long line of numbers": ("a.txt", b"1 (a) " * 200_000),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_unsafe_is_refused_in_words(name):
    file, content = REFUSED[name]
    begun = time.process_time()
    with pytest.raises(BadInput):
        carried(content, file)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("name", READ)
def test_what_is_only_strange_is_answered_in_bounded_time(name, tmp_path):
    file, content = READ[name]
    path = tmp_path / file
    path.write_bytes(content)
    begun = time.process_time()
    carried(content, file)
    with suppress(BadInput):
        read_paper(path, year=2027, place="Vienna", body="Body")
    assert time.process_time() - begun < SECONDS
