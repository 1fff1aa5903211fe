"""The part of a Word file that holds its footnotes."""

from __future__ import annotations

from collections.abc import Sequence

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.document import DocumentPart
from lxml import etree

from wgsched.annexes.word.markup import WordContext, paragraph, plain_run
from wgsched.annexes.word.package import add

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def next_note(main: DocumentPart) -> int:
    """The first number that no footnote of a template has."""
    part = _part(main)
    if part is None:
        return 1
    return 1 + max((int(note.get(qn("w:id"))) for note in parse_xml(part.blob)), default=0)


def add_footnotes(main: DocumentPart, notes: Sequence[tuple[WordContext, str]], first: int) -> None:
    """Add footnotes, numbered from `first`, after those that are there."""
    if not notes:
        return
    markup = "".join(_footnote(number, *note) for number, note in enumerate(notes, start=first))
    part = _part(main)
    if part is None:
        xml = f"<w:footnotes {nsdecls('w', 'r')}>{SEPARATORS}{markup}</w:footnotes>"
        add(main, "footnotes", CT.WML_FOOTNOTES, RT.FOOTNOTES, xml)
        return
    tree = parse_xml(part.blob)
    tree.extend(list(parse_xml(f"<w:footnotes {nsdecls('w', 'r')}>{markup}</w:footnotes>")))
    part._blob = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


def _part(main: DocumentPart) -> Part | None:
    try:
        return main.part_related_by(RT.FOOTNOTES)
    except KeyError:
        return None


def _footnote(number: int, writer: WordContext, text: str) -> str:
    style = writer.style("footnote reference")
    mark = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteRef/></w:r>'
    words = paragraph(mark + plain_run(" " + text, writer), writer, "footnote text")
    return f'<w:footnote w:id="{number}">{words}</w:footnote>'
