"""The head of a paper that goes out alone, and of a whole document."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from tests.annexes.layouts.papers import founding, printed
from wgsched import annex
from wgsched.annexes.formats import docx as word
from wgsched.annexes.layouts import organization_of_work, provisional_agenda
from wgsched.annexes.pages import Heading
from wgsched.model import Body, Reopening, SessionKind, SessionPart, Text

SYMBOL = "CAC/COSP/WG.2/2009/1"


def changed(**values):
    programme = founding()
    return replace(programme, session=replace(programme.session, **values))


def test_a_paper_alone_says_who_meets_when_and_where():
    session = changed(kind=SessionKind.SESSION, ordinal=17, part=SessionPart(1, Reopening.RESUMED))
    assert printed(organization_of_work.pages(session, "en"))[:6] == [
        SYMBOL,
        "Open-ended Intergovernmental Working Group",
        "on Asset Recovery",
        "Resumed seventeenth session",
        "Vienna, 14 and 15 May 2009",
        "Proposed organization of work",
    ]


def test_inside_its_document_it_is_headed_annex():
    page = organization_of_work.pages(founding(), "fr", inside=True)
    assert printed(page)[:2] == ["Annexe", "Projet d’organisation des travaux"]
    assert [(block.level, page.has_masthead) for block in page.blocks if isinstance(block, Heading)] == [
        (1, False),
        (2, False),
    ]


def test_a_meeting_of_several_days_is_named_by_its_dates_alone():
    assert "Third meeting" not in printed(organization_of_work.pages(founding(), "en"))
    assert "Third meeting" not in printed(provisional_agenda.pages(founding(), "en"))


def test_the_whole_document_names_the_session_too():
    session = changed(kind=SessionKind.SESSION)
    assert printed(provisional_agenda.pages(session, "zh"))[7:11] == [
        "资产追回问题不限成员名额",
        "政府间工作组",
        "第三届会议",
        "2009年5月14日和15日，维也纳",
    ]


def test_a_body_without_a_name_in_the_language_is_printed_in_its_own():
    body = Body(Text({"en": "Working Group", "fr": "Groupe de travail"}))
    assert printed(organization_of_work.pages(changed(body=body), "ru"))[1] == "Working Group"


def test_a_session_without_a_symbol_has_no_line_for_it():
    page = organization_of_work.pages(changed(symbol=""), "en")
    assert printed(page)[0].startswith("Open-ended")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_in_word_the_header_begins_on_the_second_page(language):
    content = annex(founding(), language=language).bytes("docx")
    (section,) = docx.Document(io.BytesIO(content)).sections
    names = [child.tag for child in section._sectPr]
    assert (section.different_first_page_header_footer, section.header.paragraphs[0].text.strip("\u200e")) == (
        True,
        SYMBOL,
    )
    assert names == sorted(names, key=[qn(each) for each in ORDER].index)


ORDER = (
    *("w:headerReference", "w:footerReference", "w:footnotePr", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols"),
    *word.LAST,
)


def test_in_pdf_the_symbol_stands_once_on_the_first_page_and_above_every_other():
    content = annex(founding(), layout="provisional-agenda").bytes("pdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    assert [page.split("\n")[0].strip() for page in pages] == [SYMBOL] * len(pages)
    assert pages[0].count(SYMBOL) == 1
