import io
import zipfile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree

from tests.annexes.samples import LANGUAGES, TAME, annex, everything, hostile
from wgsched.annexes.formats import docx as word
from wgsched.annexes.pages import (
    Cell,
    Columns,
    Footnote,
    Heading,
    PageBreak,
    Pages,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
)
from wgsched.errors import BadInput


def read(*documents, **options):
    return docx.Document(io.BytesIO(word.write(documents, **options)))


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows(table):
    """The words of every row; a merged cell is said once, where it begins."""
    found = []
    for row in table._tbl.tr_lst:
        cells = [cell for cell in row.tc_lst if cell.vMerge != "continue"]
        found.append(["".join(text.text for text in cell.iter(qn("w:t"))) for cell in cells])
    return found


def every(element, name):
    return list(element.iter(qn(name)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_of_the_annex_are_read_back(language):
    table = next(annex(language).tables())
    wanted = [[cell.text for cell in row.cells] for row in (*table.header, *table.rows)]
    assert rows(read(annex(language)).tables[0]) == wanted


def test_the_time_cell_is_merged_over_its_items_and_the_date_over_the_columns():
    table = read(annex("zh")).tables[0]
    assert table.cell(2, 0)._tc is table.cell(3, 0)._tc
    assert table.cell(4, 0).text == table.cell(7, 0).text == "下午 3 时至 6 时"
    assert table.cell(1, 0)._tc is table.cell(1, 2)._tc


def test_the_header_row_repeats_and_no_row_splits():
    table = read(annex("en")).tables[0]._tbl
    assert [len(every(row, "w:tblHeader")) for row in table.tr_lst] == [1] + [0] * 11
    assert [len(every(row, "w:cantSplit")) for row in table.tr_lst] == [1] * 12


def test_a_date_stays_with_its_first_meeting_and_the_items_of_a_meeting_together():
    table = read(annex("en")).tables[0]._tbl
    stays = [bool(every(row, "w:keepNext")) for row in table.tr_lst]
    header, date, am, pm = [True], [True], [True, False], [True, True, True, False]
    assert stays == header + date + am + pm + date + [False] + am


def test_only_a_row_that_may_not_fit_a_page_may_split():
    table = Table((Row((Cell("word " * 600),)), Row((Cell("short"),))))
    lines = read(Pages("t", "en", (table,))).tables[0]._tbl.tr_lst
    assert [len(every(row, "w:cantSplit")) for row in lines] == [0, 1]


def test_headings_are_headings():
    paragraphs = read(annex("en")).paragraphs
    assert [(each.style.name, each.text) for each in paragraphs[:2]] == [
        ("Heading 1", "Annex"),
        ("Heading 2", "Proposed organization of work"),
    ]


@pytest.mark.parametrize(
    ("language", "attribute", "tag"),
    [
        ("ar", "bidi", "ar-SA"),
        ("zh", "eastAsia", "zh-CN"),
        ("en", "val", "en-GB"),
        ("fr", "val", "fr-FR"),
        ("ru", "val", "ru-RU"),
        ("es", "val", "es-ES"),
    ],
)
def test_every_run_says_its_language(language, attribute, tag):
    runs = every(read(annex(language)).element.body, "w:r")
    assert len(runs) == 29
    assert {run.find(qn("w:rPr")).find(qn("w:lang")).get(qn(f"w:{attribute}")) for run in runs} == {tag}


def test_arabic_has_every_switch_from_right_to_left():
    document = read(annex("ar"))
    body = document.element.body
    assert len(every(body, "w:bidiVisual")) == len(document.tables) == 1
    assert [paragraph for paragraph in every(body, "w:p") if paragraph.find(f".//{qn('w:bidi')}") is None] == []
    assert [run for run in every(body, "w:r") if run.find(f".//{qn('w:rtl')}") is None] == []
    assert len(every(body.sectPr, "w:bidi")) == 1
    heading = document.styles["Heading 1"].element
    assert every(heading, "w:bCs")
    assert every(heading, "w:szCs")
    assert every(document.styles.element, "w:rFonts")[0].get(qn("w:cs")) == "Times New Roman"
    english = read(annex("en")).element
    assert not every(english, "w:bidi") + every(english, "w:rtl") + every(english, "w:bidiVisual")


def test_latin_words_and_their_numbers_are_not_turned_around_in_arabic():
    runs = every(
        read(Pages("t", "ar", (Paragraph("انظر CAC/COSP/2008/4 و 20 March 2009 (الفقرة 3)"),))).element.body, "w:r"
    )
    shown = [(run.text, bool(every(run, "w:rtl"))) for run in runs]
    assert shown == [
        ("انظر ", True),
        ("CAC/COSP/2008/4", False),
        (" و ", True),
        ("\u200e20 March 2009", False),
        (" (الفقرة 3)", True),
    ]


def test_words_of_another_language_keep_their_brackets_and_full_stop_in_arabic():
    filled = Paragraph(Run("[Opened at 10 a.m.]", language="en"))
    (run,) = read(Pages("t", "ar", (filled,))).paragraphs[0].runs
    assert run.text == "\u200e[Opened at 10 a.m.]\u200e"
    (run,) = read(Pages("t", "fr", (filled,))).paragraphs[0].runs
    assert run.text == "[Opened at 10 a.m.]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sides_of_a_masthead_do_not_touch(language):
    sides = Columns((Paragraph("start"),), (Paragraph("end"),))
    table = read(Pages("t", language, (sides, Paragraph("after")))).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["start", "", "end"]
    assert table.columns[1].width.pt > 12


def test_each_language_is_a_section_with_its_own_direction_lines_and_first_page():
    document = read(*(annex(language) for language in LANGUAGES))
    assert len(document.sections) == 6
    assert [len(every(section._sectPr, "w:bidi")) for section in document.sections] == [1, 0, 0, 0, 0, 0]
    assert {section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in document.sections} == {"1"}
    for section in document.sections:
        footer = section.footer.paragraphs[0]
        assert footer.text.startswith("CAC/COSP/WG.2/2009/1\t")
        assert [field.text for field in every(footer._p, "w:instrText")] == [" PAGE "]


def test_a_wide_document_lies_on_its_side():
    sections = read(annex("en"), everything("en")).sections
    assert [section.orientation for section in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert [section.page_width > section.page_height for section in sections] == [False, True]


def test_footnotes_are_footnotes():
    content = parts(word.write([everything("en"), everything("zh")]))
    notes = etree.fromstring(content["word/footnotes1.xml"])
    assert ["".join(note.itertext()) for note in notes][2:] == [
        " Adoption of the report.",
        " Adoption of the agenda and organization of work.",
        " 通过报告.",
        " 通过议程和工作安排.",
    ]
    body = etree.fromstring(content["word/document.xml"])
    assert [each.get(qn("w:id")) for each in every(body, "w:footnoteReference")] == ["1", "2", "3", "4"]


def test_changes_are_underlined_or_struck_and_italics_are_bold_where_a_script_has_none():
    def runs(language):
        return {run.text: run for each in read(everything(language)).paragraphs for run in each.runs}

    english = runs("en")
    assert english["Opening of the meeting"].font.strike
    assert english["Adoption of the agenda and organization of work"].underline
    assert english["Rev.1"].italic
    blocks = (Paragraph(Run("议程", italic=True)),)
    chinese = read(Pages("t", "zh", blocks)).paragraphs[0].runs[0]
    assert (chinese.italic, chinese.bold) == (None, True)


def test_a_page_break_costs_no_empty_line():
    blocks = (Paragraph("a"), PageBreak(), Heading("b"), PageBreak(), Table((Row((Cell("c"),)),)))
    document = read(Pages("t", "en", blocks))
    assert [each.text for each in document.paragraphs] == ["a", "b", "", ""]
    assert document.paragraphs[1].paragraph_format.page_break_before
    assert len(every(document.element.body, "w:br")) == 1


def test_the_file_describes_itself_and_bears_no_clock():
    properties = read(annex("zh")).core_properties
    assert (properties.title, properties.language, properties.identifier) == (
        "拟议工作安排",
        "zh",
        "CAC/COSP/WG.2/2009/1",
    )
    assert properties.created.isoformat() == "2009-03-20T00:00:00+00:00"
    assert read(everything("en")).core_properties.created is None
    with zipfile.ZipFile(io.BytesIO(word.write([annex("zh")]))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_opens_the_file_in_its_own_mode():
    settings = etree.fromstring(parts(word.write([annex("en")]))["word/settings.xml"])
    assert every(settings, "w:compatSetting")[0].get(qn("w:val")) == "15"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_text_is_written_as_it_is(language):
    document = read(hostile(language), hostile("zh"))
    assert document.paragraphs[0].text == TAME
    for content in parts(word.write([hostile(language)])).values():
        etree.fromstring(content)


# A template of one's own.


def template(*, header="", words=(), macros=False, kind="document"):
    own = docx.Document()
    own.styles["Heading 1"].font.name = "Garamond"
    own.sections[0].page_width = docx.shared.Cm(20)
    if header:
        own.sections[0].header.paragraphs[0].text = header
    for each in words:
        own.add_paragraph(each)
    out = io.BytesIO()
    own.save(out)
    main = b"wordprocessingml.document.main"
    changed = b"wordprocessingml.template.main" if kind == "template" else main
    changed = b"ms-word.document.macroEnabled.main" if macros else changed
    repacked = io.BytesIO()
    with zipfile.ZipFile(repacked, "w") as archive:
        for name, content in parts(out.getvalue()).items():
            archive.writestr(name, content.replace(main, changed) if name == "[Content_Types].xml" else content)
    return repacked.getvalue()


@pytest.mark.parametrize("kind", ["document", "template"])
def test_a_template_keeps_its_styles_page_and_letterhead(kind):
    own = template(header="My organization", words=["To whom it may concern"], kind=kind)
    document = read(annex("en"), template=own)
    assert document.styles["Heading 1"].font.name == "Garamond"
    assert round(document.sections[0].page_width.cm, 1) == 20
    assert document.sections[0].header.paragraphs[0].text == "My organization"
    assert [each.text for each in document.paragraphs[:3]] == [
        "To whom it may concern",
        "Annex",
        "Proposed organization of work",
    ]
    assert document.paragraphs[1].style.name == "Heading 1"
    assert document.tables[0].style.name == "Programme Table"
    assert len(rows(document.tables[0])) == 12


def test_a_template_without_running_lines_gets_ours():
    document = read(annex("en"), template=template())
    assert document.sections[0].footer.paragraphs[0].text.startswith("CAC/COSP/WG.2/2009/1")


def test_a_template_with_styles_in_another_language_is_understood_by_their_names():
    own = parts(template())
    own["word/styles.xml"] = own["word/styles.xml"].replace(b'w:styleId="Heading1"', b'w:styleId="Titre1"')
    repacked = io.BytesIO()
    with zipfile.ZipFile(repacked, "w") as archive:
        for name, content in own.items():
            archive.writestr(name, content)
    document = read(annex("en"), template=repacked.getvalue())
    assert document.paragraphs[0]._p.pPr.pStyle.val == "Titre1"


def test_footnotes_of_a_template_stay_before_ours():
    first = word.write([Pages("t", "en", (Paragraph((Run("old"), Footnote("kept."))),))])
    content = parts(word.write([Pages("t", "en", (Paragraph((Run("new"), Footnote("added."))),))], template=first))
    notes = etree.fromstring(content["word/footnotes1.xml"])
    assert [(note.get(qn("w:id")), "".join(note.itertext())) for note in notes][2:] == [
        ("1", " kept."),
        ("2", " added."),
    ]
    assert "word/footnotes2.xml" not in content


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (b"not a file", "the template is not a Word file"),
        (template(macros=True), "the template has macros"),
        (parts(template())["word/styles.xml"], "the template is not a Word file"),
    ],
)
def test_what_is_no_template_is_refused(own, words):
    with pytest.raises(BadInput, match=words):
        word.write([annex("en")], template=own)


def test_an_archive_of_another_kind_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(BadInput, match="not a Word file"):
        word.write([annex("en")], template=out.getvalue())


def test_words_that_lead_to_a_list_stay_with_it():
    blocks = (Paragraph("as follows:"), Paragraph("one;", Style.LIST, label="(a)"), Paragraph("two", Style.LIST))
    found = read(Pages("x", "en", blocks)).paragraphs
    assert [each.paragraph_format.keep_with_next for each in found[:3]] == [True, None, None]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("الفريق (CAC/1) تقرير", "الفريق \u200e(CAC/1) تقرير"),
        ("الفريق (2009) تقرير", "الفريق (\u200d2009) تقرير"),
        ("الفريق (14 أيار/مايو) تقرير", "الفريق (\u200d14 أيار/مايو) تقرير"),
        ("الفريق [١٤ أيار/مايو] تقرير", "الفريق [\u200d١٤ أيار/مايو] تقرير"),
        ("الفريق (الوثيقة CAC/1) تقرير", "الفريق (الوثيقة CAC/1) تقرير"),
        ("2 (أ) بند", "2 (أ) بند"),
    ],
)
def test_an_opening_bracket_in_arabic_stays_on_the_line_of_its_words(words, written):
    assert read(Pages(title="", language="ar", blocks=(Paragraph(words),))).paragraphs[0].text == written
