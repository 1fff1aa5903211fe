"""What strangers type comes out harmless, in every layout and format."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annexes.layouts.papers import en, full, needed
from wgsched import annex
from wgsched.annexes import formats, layouts
from wgsched.model import Agenda, Body, Programme

HOSTILE = (
    "=cmd()|'/C calc'!A0 <script>alert(1)</script> #set page(width: 1pt) "
    "\u202eevil\u202c \x00\x1b[31m {title} {0.__class__} $x$ \ud800"
)
READS_MARKUP = ("html", "markdown", "docx")


def programme() -> Programme:
    """Return the full programme with hostile words in every place that prints some."""
    good = full()
    session = good.session
    items = tuple(replace(each, title=en(HOSTILE)) for each in session.agenda)
    forums = tuple(replace(each, title=en(HOSTILE)) for each in session.forums)
    rooms = tuple(replace(each, title=en(HOSTILE)) for each in session.services.rooms)
    session = replace(
        session,
        agenda=Agenda(items),
        forums=forums,
        body=Body(en(HOSTILE), en(HOSTILE)),
        services=replace(session.services, rooms=rooms),
        events=tuple(replace(each, title=en(HOSTILE)) for each in session.events),
        documents=tuple(replace(each, title=en(HOSTILE), symbol=HOSTILE) for each in session.documents),
        symbol=HOSTILE,
    )
    return replace(good, session=session)


@pytest.mark.parametrize("layout", layouts.names())
@pytest.mark.parametrize("name", formats.names())
def test_hostile_words_are_harmless(layout, name):
    paper = annex(programme(), layout=layout, **needed(layout, programme()))
    content = paper.bytes(name)
    script = (b"<script>alert",) if name in READS_MARKUP else ()
    assert [each for each in (*script, "\u202e".encode(), b"\x1b[31m") if each in content] == []


@pytest.mark.parametrize("layout", layouts.names())
def test_places_in_titles_are_not_filled(layout):
    paper = annex(programme(), layout=layout, **needed(layout, programme()))
    assert "class 'str'" not in paper.text
