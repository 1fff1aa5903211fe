"""Where every value of a session file begins and ends, so that one can be changed and the rest left as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

import yaml

from wgsched.files.jsonsource import json_nodes
from wgsched.files.nodes import Leaf, Node, Row, Table

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BARE = re.compile(r"[\w.+-]+")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True)
class Span:
    """A value and its place: a text, or the entries of a mapping, or the parts of a list.

    ``flow`` mappings stand in braces. A text has a ``style``: ``'``, ``"``, ``|``, ``>`` or nothing.
    """

    start: int
    end: int
    text: str = ""
    style: str = ""
    entries: tuple[tuple[Span, Span], ...] | None = None
    parts: tuple[Span, ...] | None = None
    flow: bool = False
    empty: bool = False

    def entry(self, key: str) -> tuple[Span, Span] | None:
        """Return the key and the value of an entry."""
        return next((each for each in self.entries or () if each[0].text == key), None)


def yaml_spans(text: str) -> Span:
    """Return the places of a YAML text that was read before without a fault."""
    return _yaml(yaml.compose(text, Loader=_LOADER))


def _yaml(node: Any) -> Span:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.MappingNode):
        entries = tuple((_yaml(key), _yaml(value)) for key, value in node.value)
        return Span(start, end, entries=entries, flow=bool(node.flow_style))
    if isinstance(node, yaml.SequenceNode):
        return Span(start, end, parts=tuple(map(_yaml, node.value)), flow=bool(node.flow_style))
    style = node.style or ""
    return Span(start, end, node.value, style, empty=not style and node.value in ("", "~", "null"))


def json_spans(text: str, name: str, *, deepest: int, most: int) -> Span:
    """Return the places of a JSON text that was read before without a fault."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    return _json(json_nodes(text, name, deepest=deepest, most=most), text, lines)


def _json(node: Node, text: str, lines: list[int]) -> Span:
    start = lines[node.mark.line - 1] + node.mark.column - 1
    if isinstance(node, Leaf):
        quoted = text[start] == '"'
        end = scanstring(text, start + 1, True)[1] if quoted else _match(_BARE, text, start)
        return Span(start, end, node.text, '"' if quoted else "", empty=node.empty)
    if isinstance(node, Table):
        entries = tuple((_json(key, text, lines), _json(value, text, lines)) for key, value in node.entries)
        inner = entries[-1][1].end if entries else start + 1
        return Span(start, _match(_SPACE, text, inner) + 1, entries=entries, flow=True)
    assert isinstance(node, Row)  # noqa: S101 - there is no fourth kind
    parts = tuple(_json(each, text, lines) for each in node.nodes)
    return Span(start, _match(_SPACE, text, parts[-1].end if parts else start + 1) + 1, parts=parts, flow=True)


def _match(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start
