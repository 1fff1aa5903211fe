"""XML as it is found in office files: parsed without entities, network or great depth, and read by local names."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from wgsched.errors import BadInput, Fault


def parsed(content: bytes, file: str, part: str = "") -> etree._Element:
    """Return the root of an XML document.

    Raises:
        BadInput: it is not XML, or has a document type, which could bring entities from elsewhere.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    where = f"{file}:{part}" if part else file
    try:
        root = etree.fromstring(content, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadInput(Fault(f"is not XML: {error}", where)) from None
    if root.getroottree().docinfo.doctype:
        raise BadInput(Fault("has a document type, which papers never need", where))
    return root


def name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element | None, wanted: str) -> str:
    """Return an attribute by its name without namespace, or nothing."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == wanted), "")


def children(element: etree._Element | None, wanted: str) -> Iterator[etree._Element]:
    """Yield the children of a name."""
    yield from (each for each in (() if element is None else element) if name(each) == wanted)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element at the end of a path of names, or None."""
    for step in path:
        element = next(children(element, step), None)
    return element
