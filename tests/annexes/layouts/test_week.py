"""The programme on one landscape page."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import docx
import pypdf
import pytest
from docx.shared import Pt

from tests.annexes.layouts.papers import founding, full, printed
from tests.annexes.layouts.real import human_rights
from tests.cases.examples import planned
from wgsched import annex
from wgsched.annexes.layouts import week
from wgsched.annexes.pages import COLOURS, TONES, PageBreak
from wgsched.errors import BadInput
from wgsched.model import SIX


def pages_of(programme, language="en", **options):
    content = annex(programme, language=language, layout="week", **options).bytes("pdf")
    return pypdf.PdfReader(io.BytesIO(content)).pages


def test_days_stand_across_and_hours_down():
    assert printed(week.pages(founding(), "en")) == [
        "CAC/COSP/WG.2/2009/1, Open-ended Intergovernmental Working Group on Asset Recovery,"
        " Vienna, 14 and 15 May 2009",
        "Timetable",
        "Time | Thursday, 14 May | Friday, 15 May",
        "10 a.m.–1 p.m. | 1 (a) Opening of the meeting / 1 (b) Adoption of the agenda and organization of work"
        " / 2 (a) Implementation of the recommendations of the Working Group: Developing cumulative knowledge"
        " | 2 (b) Implementation of the recommendations of the Working Group:"
        " Building confidence and trust (continued)",
        "3–6 p.m. | 2 (a) Implementation of the recommendations of the Working Group: Developing cumulative knowledge"
        " (continued) / 2 (b) Implementation of the recommendations of the Working Group: Building confidence and trust"
        " | 2 (c) Implementation of the recommendations of the Working Group: Technical assistance"
        " / 3 Adoption of the report",
    ]


def test_forums_have_rows_and_colours_events_a_line_and_a_holiday_its_word():
    (first, second) = week.pages(full(), "en").tables()
    rows = [[cell.text.partition("\n")[0] for cell in row.cells] for row in first.rows]
    assert rows == [
        ["10 a.m.–1 p.m.", "Plenary", "", "1 Subject 1", "Official United Nations holiday"],
        ["1–2 p.m.", "", "", "Tea", ""],
        [
            "3–6 p.m.",
            "Plenary",
            "",
            "2 (a) and 2 (b) Subject 2: Subject 2 (a) / Subject 2: Subject 2 (b) (continued)",
            "",
        ],
        ["Committee I", "", "3 Subject 3", ""],
    ]
    tones = {
        cell.text: cell.shade for row in first.rows for cell in row.cells if cell.text in ("Plenary", "Committee I")
    }
    assert tones == {"Plenary": TONES[0], "Committee I": TONES[1]}
    assert [cell.text for cell in second.header[0].cells] == ["Time", "Forum", "Monday, 18 May", "", ""]


@pytest.mark.parametrize("language", SIX)
def test_it_fits_one_page_in_pdf(language):
    (page,) = pages_of(founding(), language)
    assert page.mediabox.width > page.mediabox.height


def test_several_weeks_of_several_forums_go_on_larger_paper_before_the_letters_are_too_small():
    (page,) = pages_of(planned("first-committee-2024"))
    form = week.pages(planned("first-committee-2024"), "en").one_page
    assert (form.paper, form.size >= 6, round(page.mediabox.width)) == ("a3", True, 1191)


def test_paper_can_be_chosen():
    assert [week.pages(founding(), "en", paper=name).one_page.paper for name in ("a4", "A3")] == ["a4", "a3"]
    with pytest.raises(BadInput, match=r"no paper is called 'letter'. Known: a4, a3"):
        week.pages(founding(), "en", paper="letter")


def test_what_is_too_much_for_any_page_has_a_page_for_each_week():
    session = human_rights().session
    agenda = replace(
        session.agenda,
        items=tuple(
            replace(item, title=type(item.title)({"en": "A long title " * 160})) for item in session.agenda.items
        ),
    )
    whole = replace(human_rights(), session=replace(session, agenda=agenda))
    document = week.pages(whole, "en")
    assert len([block for block in document.blocks if isinstance(block, PageBreak)]) == len(list(document.tables())) - 1


def test_in_word_the_page_has_the_size_and_the_letters_that_were_found():
    paper = annex(founding(), layout="week", paper="a3")
    opened = docx.Document(io.BytesIO(paper.bytes("docx")))
    form = paper.documents[0].one_page
    sizes = {
        run.font.size for row in opened.tables[0].rows for cell in row.cells for p in cell.paragraphs for run in p.runs
    }
    assert (round(opened.sections[0].page_width / Pt(1)), sizes) == (1191, {Pt(form.size)})


def test_neighbouring_colours_differ_in_a_grey_print():
    def grey(colour):
        red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    greys = [grey(COLOURS[tone]) for tone in TONES]
    assert [abs(a - b) > 4 for a, b in pairwise(greys)] == [True] * (len(TONES) - 1)
