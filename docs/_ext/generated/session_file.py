"""The reference of the session file, from its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generated.markdown import code, prose, table
from wgsched.files import schema

_BOOKS = frozenset({"rules", "wishes"})


def markdown() -> str:
    """Return the keys of the whole file, then those of each part that it names."""
    whole = schema()
    parts = whole["$defs"]
    sections = ["## The file", "", prose(whole["description"]), "", _keys(whole, parts)]
    for name in _in_order(whole, parts):
        part = parts[name]
        sections += [f"({_anchor(name)})=", f"## {_title(name)}", "", prose(part.get("description")), ""]
        sections.append(_keys(part, parts))
    return "\n".join(sections)


def _keys(part: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    rows = []
    for key, value in part["properties"].items():
        described = value.get("description", "")
        kind = _books(key) if key in _BOOKS else _kind(value, parts)
        rows.append((code(key), described, kind))
    return table(("key", "what it says", "what may stand there"), rows)


def _books(key: str) -> str:
    page = "rules" if key == "rules" else "preferences"
    return f"a list of [{key} by name]({page}.md)"


def _kind(value: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    """Return what a schema allows in a few words; that a key may be left empty goes without saying."""
    kinds = [each for each in dict.fromkeys(_kinds(value, parts)) if each != "nothing"]
    if "text" in kinds:
        kinds = [each for each in kinds if each != "a number"]
    if {"text", "by name: text"}.issubset(kinds):
        kinds = [each for each in kinds if each != "by name: text"]
        kinds[kinds.index("text")] = "text (or one per language)"
    if "yes or no" in kinds:
        return "yes or no"
    return " or ".join(kinds)


def _kinds(value: Mapping[str, Any], parts: Mapping[str, Any]) -> Iterator[str]:
    reference = value.get("$ref", "").rpartition("/")[2]
    if reference in parts:
        yield f"[{_title(reference).lower()}](#{_anchor(reference)})" if "properties" in parts[reference] else "value"
    for each in (*value.get("anyOf", ()), *value.get("oneOf", ()), *value.get("allOf", ())):
        yield from _kinds(each, parts)
    if "const" in value:
        yield code(str(value["const"]))
    if "enum" in value:
        words = dict.fromkeys(str(each).replace(" ", "-") for each in value["enum"])
        yield ", ".join(code(each) for each in words)
    yield from _types(value, parts)


_NAMES = {"string": "text", "integer": "a number", "number": "a number", "boolean": "yes or no", "null": "nothing"}


def _types(value: Mapping[str, Any], parts: Mapping[str, Any]) -> Iterator[str]:
    types = value.get("type", ())
    for kind in (types,) if isinstance(types, str) else types:
        if kind == "array":
            yield f"a list: {each}" if (each := _kind(value.get("items", {}), parts)) else "a list"
        elif kind == "object":
            inside = value.get("additionalProperties")
            inner = _kind(inside, parts) if isinstance(inside, Mapping) else ""
            yield f"by name: {inner}" if inner else "a mapping"
        elif not value.keys() & {"enum", "const", "pattern"}:
            yield _NAMES[kind]


def _in_order(whole: Mapping[str, Any], parts: Mapping[str, Any]) -> list[str]:
    """Return the parts that have keys, in the order in which the file names them."""
    found: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, Mapping):
            name = str(value.get("$ref", "")).rpartition("/")[2]
            if name in parts and name not in found:
                found.append(name)
                walk(parts[name])
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    walk(whole["properties"])
    return [name for name in found if "properties" in parts[name]]


def _title(name: str) -> str:
    return name.removesuffix("Shape")


def _anchor(name: str) -> str:
    return f"session-file-{_title(name).lower()}"
