"""The package of a Word file: our base or a user's template, the styles we need in it, equal bytes each time."""

from __future__ import annotations

import io
import os
import zipfile
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml.etree import _Element

from wgsched.annexes.word.external import without_external
from wgsched.errors import BadInput, Fault
from wgsched.files.archives import packed, parts_of
from wgsched.files.sessions import content_of

Template: TypeAlias = bytes | str | os.PathLike[str]
"""The content of a Word file, or its path."""

MOST_XML = 8_000_000
"""Bytes of XML in a template; a letterhead with all its styles has a twentieth of it."""

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def opened(template: Template | None) -> Package:
    """Our base, or a template with every style that is missing in it added; a .dotx becomes a document.

    Nothing is kept of a template that leads out of it, such as links to other machines.

    Raises BadInput for what is no Word file, for one with macros, and for one beyond the limits of `files.archives`.
    """
    if template is None:
        return Package.open(io.BytesIO(_base()))
    content, file = (template, "") if isinstance(template, bytes) else (content_of(template), str(template))
    try:
        package = Package.open(io.BytesIO(packed(_parts(content, file))))
        styles = _styles(package.main_document_part)
    except BadInput:
        raise
    except (KeyError, ValueError, AttributeError, SyntaxError, zipfile.BadZipFile) as problem:
        raise BadInput(Fault("the template is not a Word file (.docx or .dotx)", file)) from problem
    _complete(styles)
    return package


def _parts(template: bytes, file: str) -> dict[str, bytes]:
    parts = parts_of(template, file or "the template", most_xml=MOST_XML)
    types = parts["[Content_Types].xml"]
    if b"macroEnabled" in types:
        raise BadInput(Fault("the template has macros; save it as .docx or .dotx", file))
    parts["[Content_Types].xml"] = types.replace(b"wordprocessingml.template.main", b"wordprocessingml.document.main")
    return without_external(parts)


@cache
def _base() -> bytes:
    """The smallest Word file that has our styles."""
    override = '<Override PartName="/word/{}.xml" ContentType="{}"/>'
    kinds = {"document": CT.WML_DOCUMENT_MAIN, "styles": CT.WML_STYLES, "settings": CT.WML_SETTINGS}
    types = "".join(override.format(name, kind) for name, kind in kinds.items())
    relation = '<Relationship Id="rId{}" Type="{}" Target="{}"/>'
    own = relation.format(1, RT.STYLES, "styles.xml") + relation.format(2, RT.SETTINGS, "settings.xml")
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" '
            f'ContentType="{CT.OPC_RELATIONSHIPS}"/><Default Extension="xml" ContentType="{CT.XML}"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
            f"{relation.format(1, RT.OFFICE_DOCUMENT, 'word/document.xml')}</Relationships>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{own}</Relationships>',
            **{f"word/{name}.xml": _data(name) for name in kinds},
        }
    )


def _data(name: str) -> str:
    return (files(__package__) / f"{name}.xml").read_text(encoding="utf-8")


def style_ids(main: DocumentPart) -> dict[str, str]:
    """The identifiers of the styles of a file by their names in small letters: "heading 1" may be "Titre1"."""
    styles = _styles(main)
    return {
        name.lower(): each.get(qn("w:styleId")) for each in styles.iterchildren(qn("w:style")) if (name := _name(each))
    }


def _styles(main: DocumentPart) -> _Element:
    return main._styles_part.element


def _name(style: _Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val")))


def _complete(styles: _Element) -> None:
    """Add the styles that a template lacks, based on those of its own that bear the same names."""
    ours = {each.get(qn("w:styleId")): each for each in parse_xml(_data("styles").encode()).iterchildren(qn("w:style"))}
    theirs = {_name(each).lower(): each.get(qn("w:styleId")) for each in styles.iterchildren(qn("w:style"))}
    ids = {own: theirs.get(_name(style).lower(), own) for own, style in ours.items()}
    for style in ours.values():
        if _name(style).lower() not in theirs:
            style.attrib.pop(qn("w:default"), None)
            for link in (*style.iterchildren(qn("w:basedOn")), *style.iterchildren(qn("w:next"))):
                link.set(qn("w:val"), ids[link.get(qn("w:val"))])
            styles.append(style)


def add(main: DocumentPart, name: str, content_type: str, relation: str, xml: str) -> str:
    """Add a part beside the main one and return the identifier of its relationship."""
    package = main.package
    number = 1
    taken = {str(part.partname) for part in package.iter_parts()}
    while f"/word/{name}{number}.xml" in taken:
        number += 1
    part = Part(PackURI(f"/word/{name}{number}.xml"), content_type, xml.encode(), package)
    return str(main.relate_to(part, relation))


def saved(package: Package) -> bytes:
    """The bytes of a package, the same each time."""
    out = io.BytesIO()
    package.save(out)
    with zipfile.ZipFile(out) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})
