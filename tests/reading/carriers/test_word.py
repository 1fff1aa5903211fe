"""Word: nothing lost, nothing doubled, numbers as shown, places that a person finds."""

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from wgsched.errors import BadInput
from wgsched.reading.blocks import ParagraphBlock, TableBlock
from wgsched.reading.carriers import carried

DATA = Path(__file__).parents[1] / "data"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def accepted(content):
    """Return the words of the XML itself: every text that is neither deleted nor a second version for old programs."""
    words = Counter()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            kind = name.removeprefix("word/").split(".")[0].rstrip("0123456789")
            if kind not in ("document", "footnotes", "endnotes", "header", "footer") or not name.endswith(".xml"):
                continue
            for paragraph in etree.fromstring(archive.read(name)).iter(f"{W}p"):
                own = (
                    t
                    for t in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}cr")
                    if next(t.iterancestors(f"{W}p")) is paragraph
                )
                kept = [
                    (t.text or "") if t.tag == f"{W}t" else " "
                    for t in own
                    if not any(True for _ in t.iterancestors(FALLBACK, f"{W}del"))
                ]
                words.update("".join(kept).split())
    return words


def read(content, name="paper.docx"):
    return carried(content, name)


def document(build):
    made, out = Document(), io.BytesIO()
    build(made)
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("path", sorted(DATA.glob("*.docx")), ids=lambda path: path.stem)
def test_no_word_is_lost_and_only_automatic_numbers_are_added(path):
    content = path.read_bytes()
    paper = read(content)
    found = Counter(word for block in paper.texts() for word in block.text.split())
    labels = sum(isinstance(block, TableBlock) for block in paper.blocks)
    assert accepted(content) - found == Counter()
    assert found - accepted(content) == Counter() or labels


def test_a_list_that_begins_at_eight_is_numbered_from_eight():
    paper = read((DATA / "isc-billfish-peer-review.docx").read_bytes())
    top = [(block.label, block.text) for block in paper.blocks if block.label[:1].isdigit()]
    assert [label for label, _ in top] == ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "8.", "9."]
    assert top[8] == ("8.", "Base-case Model (Continued)")


def test_a_list_goes_on_after_another_list():
    paper = read((DATA / "docling-docx_list_resumed_numbering.docx").read_bytes())
    assert [block.label for block in paper.blocks[1:6]] == ["1.", "2.", "", "", "3."]


def test_cells_that_span_stand_once():
    def build(made):
        table = made.add_table(rows=3, cols=3)
        for row in range(3):
            for column in range(3):
                table.cell(row, column).text = f"{row}{column}"
        table.cell(0, 0).merge(table.cell(0, 2))
        table.cell(1, 0).merge(table.cell(2, 0))

    table = read(document(build)).blocks[0]
    assert [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells] == [
        ("00\n01\n02", 0, 0, 1, 3),
        ("10\n20", 1, 0, 2, 1),
        ("11", 1, 1, 1, 1),
        ("12", 1, 2, 1, 1),
        ("21", 2, 1, 1, 1),
        ("22", 2, 2, 1, 1),
    ]
    assert table.cells[-1].place == "table 1, row 3, column 3"


def test_a_paragraph_has_its_number_as_its_place():
    paper = read(document(lambda made: (made.add_heading("Agenda", 2), made.add_paragraph("Opening"))))
    assert paper.blocks == (
        ParagraphBlock("Agenda", "paragraph 1", heading=2),
        ParagraphBlock("Opening", "paragraph 2"),
    )


def packed(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no archive", "is not a Word document: File is not a zip file"),
        (packed(other_xml="<a/>"), "is not a Word document: it has no part word/document.xml"),
        (packed(word__document_xml="<a"), "is not XML"),
        (
            packed(word__document_xml='<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'),
            "has a document type, which papers never need",
        ),
        (packed(word__document_xml="<a>" + " " * 40_000_000 + "</a>"), "is more than 100 times larger when unpacked"),
    ],
)
def test_what_is_no_safe_document_is_refused_in_words(content, said):
    with pytest.raises(BadInput) as bad:
        read(content)
    assert said in str(bad.value)


def test_a_document_whose_main_part_has_another_name_is_read():
    content = document(lambda made: made.add_paragraph("Opening"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {each.replace("document.xml", "document2.xml"): archive.read(each) for each in archive.namelist()}
    listed = parts["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in {**parts, "_rels/.rels": listed}.items():
            archive.writestr(name, part)
    assert [block.text for block in read(out.getvalue()).texts()] == ["Opening"]


def test_tracked_changes_are_read_as_accepted_also_moves():
    def build(made):
        paragraph = made.add_paragraph()._p
        for kind, text in (("del", "Budget"), ("moveFrom", "Old"), ("ins", "Finance"), ("moveTo", " moved")):
            shown = "delText" if kind == "del" else "t"
            paragraph.append(
                etree.fromstring(
                    f'<w:{kind} xmlns:w="{W[1:-1]}" w:id="1" w:author="A"><w:r><w:{shown} xml:space="preserve">{text}'
                    f"</w:{shown}></w:r></w:{kind}>"
                )
            )

    assert [block.text for block in read(document(build)).texts()] == ["Finance moved"]
