"""The founding document, regenerated whole."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

import pytest

from tests.annexes.layouts.papers import GOLDEN, founding
from wgsched.annexes.formats import text
from wgsched.annexes.layouts import missing
from wgsched.annexes.layouts.provisional_agenda import pages
from wgsched.annexes.pages import Align, Columns, Heading, PageBreak, Paragraph, Run, Separator, Style
from wgsched.errors import MissingTitles
from wgsched.model import Text

ROW = "工作组各项建议的实施情况："

DIFFERENCES = [
    # The source has lost its symbol, which stands at the top.
    ((), ("CAC/COSP/WG.2/2009/1",)),
    # It has lost the merging of its time cells: 2 (a) begins in the morning, and 2 (b) has one row in the afternoon.
    (
        (
            f"下午 3 时至 6 时 | 2 (a) | {ROW}积累知识",
            f" | 2 (a) | {ROW}积累知识 (续)",
            f" | 2 (b) | {ROW}建立信心和信任",
        ),
        (f" | 2 (a) | {ROW}积累知识", f"下午 3 时至 6 时 | 2 (a) | {ROW}积累知识 (续)"),
    ),
]
"""All in which the regenerated document differs from the source: what stands there, and what we print."""


def paragraphs(whole):
    """Return the paragraphs of a text; cells are joined alike, and the marks of lists and indents are left out."""
    lines = (line.rstrip().replace("\t", " | ") for line in whole.split("\n"))
    cleaned = (line if line.startswith(" | ") else line.strip().removeprefix("- ") for line in lines)
    return [line for line in cleaned if line]


def test_the_founding_document_is_regenerated_paragraph_by_paragraph():
    source = paragraphs((GOLDEN / "source.zh.txt").read_text("utf-8"))
    ours = paragraphs(text.write([pages(founding(), "zh")]).decode())
    changes = SequenceMatcher(a=source, b=ours, autojunk=False).get_opcodes()
    found = [(tuple(source[a:b]), tuple(ours[c:d])) for kind, a, b, c, d in changes if kind != "equal"]
    assert found == DIFFERENCES


def test_most_of_the_source_is_compared():
    assert len(paragraphs((GOLDEN / "source.zh.txt").read_text("utf-8"))) == 73


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_whole_document_is_the_golden_one(language):
    expected = (GOLDEN / f"provisional-agenda.{language}.txt").read_text("utf-8")
    assert text.write([pages(founding(), language)]).decode() == expected


def test_headings_follow_the_levels_of_the_agenda():
    headings = [(b.level, b.text) for b in pages(founding(), "en").blocks if isinstance(b, Heading)]
    assert headings == [
        (1, "Provisional agenda and annotations"),
        (2, "Annotations"),
        (3, "1. Organizational matters"),
        (4, "(a) Opening of the meeting"),
        (4, "(b) Adoption of the agenda and organization of work"),
        (3, "2. Implementation of the recommendations of the Working Group"),
        (4, "(a) Developing cumulative knowledge"),
        (4, "(b) Building confidence and trust"),
        (4, "(c) Technical assistance"),
        (4, "Documentation"),
        (3, "3. Adoption of the report of the Working Group on its meeting"),
        (1, "Annex"),
        (2, "Proposed organization of work"),
    ]


def test_the_annex_begins_a_page():
    blocks = pages(founding(), "en").blocks
    assert [type(block) for block in blocks[-4:-1]] == [PageBreak, Heading, Heading]


def masthead(language, **more):
    programme = founding()
    session = replace(programme.session, **more)
    page = pages(replace(programme, session=session), language, fill="en")
    return next(b for b in page.blocks if isinstance(b, Columns))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Distr.: General", "20 March 2009", "English", "Original: English"]),
        ("zh", ["Distr.: General", "20 March 2009", "Chinese", "Original: English"]),
        ("ar", ["Distr.: General", "20 March 2009", "Arabic", "Original: English"]),
        ("ru", ["Distr.: General", "20 March 2009", "Russian", "Original: English"]),
        ("fr", ["Distr. générale", "20 mars 2009", "Français", "Original\u00a0: anglais"]),
        ("es", ["Distr. general", "20 de marzo de 2009", "Español", "Original: inglés"]),
    ],
)
def test_a_masthead_keeps_english_in_arabic_chinese_and_russian(language, expected):
    printed = masthead(language).end
    assert [paragraph.text for paragraph in printed] == expected
    assert {run.language for paragraph in printed for run in paragraph.inlines} == {
        "en" if language in ("ar", "zh", "ru") else None
    }


def test_the_symbol_stands_alone_above_a_line():
    first, second, *_ = pages(founding(), "zh").blocks
    assert first == Paragraph(Run("CAC/COSP/WG.2/2009/1", language="en", bold=True), Style.MASTHEAD, align=Align.END)
    assert second == Separator()


def test_without_symbol_and_date_the_masthead_does_without():
    printed = masthead("en", symbol="", issued=None).end
    assert [paragraph.text for paragraph in printed] == ["Distr.: General", "English", "Original: English"]


def test_a_body_without_a_parent_stands_in_its_place():
    body = replace(founding().session.body, parent=None)
    assert masthead("en", body=body).start[0].text == "Open-ended Intergovernmental Working Group\non Asset Recovery"


def test_annotations_that_are_missing_are_named_and_the_language_is_left_out():
    with pytest.raises(MissingTitles) as caught:
        pages(founding(), "fr")
    assert caught.value.missing == tuple(
        f"annotations to {number}" for number in ("1 (a)", "1 (b)", "2", "2 (a)", "2 (b)", "2 (c)", "3")
    )
    assert missing("provisional-agenda", founding().session, "zh") == ()


def test_annotations_are_filled_visibly_when_asked():
    blocks = pages(founding(), "fr", fill="en").blocks
    filled = [b for b in blocks if isinstance(b, Paragraph) and b.text.startswith("[The Working Group is to adopt")]
    assert [run.language for run in filled[0].inlines] == ["en"]


def test_a_heading_of_its_own_stands_above_the_annotations():
    programme = founding()
    agenda = programme.session.agenda
    items = tuple(replace(i, heading=Text(en="Report")) if str(i.number) == "3" else i for i in agenda)
    session = replace(programme.session, agenda=replace(agenda, items=items))
    blocks = pages(replace(programme, session=session), "en").blocks
    assert [b.text for b in blocks if isinstance(b, Heading)][-3] == "3. Report"


def test_a_document_without_a_title_is_its_symbol():
    programme = founding()
    (paper,) = programme.session.documents
    session = replace(programme.session, documents=(replace(paper, title=Text()),))
    blocks = pages(replace(programme, session=session), "en").blocks
    assert Run("CAC/COSP/WG.2/2009/2") in [b.inlines[0] for b in blocks if isinstance(b, Paragraph)]
