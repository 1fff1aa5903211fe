"""Word: real styles and headings, rows that stay whole, the language of every run, sections from right to left.

A template of one's own keeps its styles, page, headers and footers, and the words that stand in it before ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml.etree import _Element

from wgsched.annexes.pages import OnePage, Pages
from wgsched.annexes.word.body import body
from wgsched.annexes.word.footnotes import add_footnotes, next_note
from wgsched.annexes.word.markup import WordContext, paragraph, plain_run
from wgsched.annexes.word.package import Template, add, opened, saved, style_ids

SUFFIX = ".docx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

LAST = ("w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange")
"""The last properties of a section, in the order of the schema."""

PAGE_NUMBER = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def write(documents: Sequence[Pages], *, template: Template | None = None) -> bytes:
    """Write documents as one Word file, a section each; `template` is a .docx or .dotx, its path or content."""
    package = opened(template)
    main = package.main_document_part
    end = _last_section(main)
    styles = style_ids(main)
    content = end.getparent()
    first_note = next_note(main)
    notes: list[tuple[WordContext, str]] = []
    for number, document in enumerate(documents):
        writer = WordContext(document, styles, first_note=first_note + len(notes))
        section = _section(end, main, writer, own=template is None)
        for element in _elements(body(writer, _text_width(section))):
            end.addprevious(element)
        if number + 1 < len(documents):
            closing = _elements(paragraph("", writer, "Table End"))[0]
            closing.find(qn("w:pPr")).append(section)
            end.addprevious(closing)
        else:
            content.replace(end, section)
        notes += [(writer, text) for _, text in writer.notes]
    add_footnotes(main, notes, first_note)
    _describe(package, documents[0])
    return saved(package)


def _last_section(main: DocumentPart) -> _Element:
    """The properties of the last section; an empty paragraph before them goes."""
    content = main.element.body
    end = content.get_or_add_sectPr()
    for each in reversed([each for each in content if each is not end]):
        if each.tag != qn("w:p") or "".join(each.itertext()).strip() or each.find(f".//{qn('w:drawing')}") is not None:
            break
        content.remove(each)
    return end


def _elements(markup: str) -> list[_Element]:
    return list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{markup}</w:body>"))


def _section(end: _Element, main: DocumentPart, writer: WordContext, *, own: bool) -> _Element:
    """The section of one document: the page of the file, its direction and orientation, its running lines."""
    section = deepcopy(end)
    document = writer.document
    if document.landscape:
        _turn(section)
    if document.one_page:
        _size(section, document.one_page)
    if own:
        _number_afresh(section)
    for given in section.findall(qn("w:bidi")):
        section.remove(given)
    if document.rtl:
        _switch_on(section, "w:bidi")
    referenced = section.find(qn("w:headerReference")) is not None or section.find(qn("w:footerReference")) is not None
    if own or not referenced:
        _run_lines(section, main, writer)
    return section


def _switch_on(section: _Element, name: str) -> None:
    """Add one of the last properties, in its place."""
    if section.find(qn(name)) is None:
        after = [qn(each) for each in LAST[LAST.index(name) + 1 :]]
        later = [each for each in section if each.tag in after]
        switch = section.makeelement(qn(name))
        later[0].addprevious(switch) if later else section.append(switch)


def _turn(section: _Element) -> None:
    size = section.find(qn("w:pgSz"))
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    if int(width) < int(height):
        size.set(qn("w:w"), height)
        size.set(qn("w:h"), width)
    size.set(qn("w:orient"), "landscape")


def _size(section: _Element, form: OnePage) -> None:
    wide, tall = (str(round(20 * side)) for side in form.SIDES[form.paper])
    section.find(qn("w:pgSz")).set(qn("w:w"), wide)
    section.find(qn("w:pgSz")).set(qn("w:h"), tall)
    for side in ("top", "right", "bottom", "left"):
        section.find(qn("w:pgMar")).set(qn(f"w:{side}"), str(round(20 * form.MARGIN)))


def _number_afresh(section: _Element) -> None:
    """Every language has its own page 1 and footnote 1."""
    notes = f'<w:footnotePr {nsdecls("w")}><w:numRestart w:val="eachSect"/></w:footnotePr>'
    section.insert(0, parse_xml(notes))
    section.find(qn("w:pgMar")).addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))


def _text_width(section: _Element) -> int:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    return int(size.get(qn("w:w"))) - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))


def _run_lines(section: _Element, main: DocumentPart, writer: WordContext) -> None:
    """The header and footer that run on every page; the page number stands at the end of the footer."""
    document = writer.document
    number = f"<w:r><w:tab/></w:r>{PAGE_NUMBER}" if document.page_numbers else ""
    if document.has_masthead:
        _switch_on(section, "w:titlePg")
    for name, tag, text, last, kind, relation in (
        ("footer", "ftr", document.footer, number, CT.WML_FOOTER, RT.FOOTER),
        ("header", "hdr", document.header, "", CT.WML_HEADER, RT.HEADER),
    ):
        line = paragraph(plain_run(text, writer) + last, writer, name, tab=_text_width(section))
        part = add(main, name, kind, relation, f"<w:{tag} {nsdecls('w')}>{line}</w:{tag}>")
        for page in ("first", "default") if name == "footer" and document.has_masthead else ("default",):
            section.insert(0, parse_xml(f'<w:{name}Reference {nsdecls("w", "r")} w:type="{page}" r:id="{part}"/>'))


def _describe(package: Package, document: Pages) -> None:
    """Core properties: what the document says of itself, and no clock."""
    moment = document.moment.strftime("%Y-%m-%dT%H:%M:%SZ") if document.moment else ""
    fields = {
        "dc:title": document.title,
        "dc:subject": document.subject,
        "dc:creator": document.author,
        "dc:identifier": document.symbol,
        "dc:language": document.language,
        "cp:lastModifiedBy": document.author,
    }
    dates = (f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified"))
    inner = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields.items() if text)
    inner += "".join(dates) * bool(moment)
    xml = f"<cp:coreProperties {nsdecls('cp', 'dc', 'dcterms', 'xsi')}>{inner}</cp:coreProperties>"
    for key, relation in list(package.rels.items()):
        if relation.reltype == RT.CORE_PROPERTIES:
            del package.rels[key]
    name = PackURI("/docProps/core.xml")
    package.relate_to(CorePropertiesPart(name, CT.OPC_CORE_PROPERTIES, parse_xml(xml), package), RT.CORE_PROPERTIES)
