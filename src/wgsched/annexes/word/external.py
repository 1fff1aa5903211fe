"""Cuts what leads out of a Word file: links, linked pictures and templates, data sources on other machines.

A paper must not fetch anything when a delegate opens it, nor tell anybody that it was opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

LINKING = {
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
"""The namespaces of attributes that name a relation: transitional and strict."""

KEPT = {qn("w:hyperlink"), qn("a:blip")}
"""Elements that mean something without what they link to: the words of a link, a picture that is also embedded."""


def without_external(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file without the relations that lead out of it, and without what needs them.

    Raises:
        lxml.etree.XMLSyntaxError: a part is not XML.
    """
    kept = dict(parts)
    for name in parts:
        folder, relations = posixpath.split(name)
        if not relations.lower().endswith(".rels"):
            continue
        root = parse_xml(parts[name])
        external = [each for each in root if each.get("TargetMode", "").lower() == "external"]
        if external:
            for each in external:
                root.remove(each)
            kept[name] = _bytes(root)
            source = posixpath.join(posixpath.dirname(folder), relations[: -len(".rels")])
            if source in kept:
                kept[source] = _without_links(kept[source], {each.get("Id") for each in external})
    return kept


def _without_links(content: bytes, cut: set[str]) -> bytes:
    root = parse_xml(content)
    for element in list(root.iter(etree.Element)):
        for name in [name for name in element.attrib if etree.QName(name).namespace in LINKING]:
            if element.get(name) in cut:
                del element.attrib[name]
                if element.tag not in KEPT:
                    _remove(element)
    return _bytes(root)


def _remove(element: etree._Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _bytes(root: etree._Element) -> bytes:
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content
