"""From bytes to nodes: YAML or JSON, every scalar as text, every value with its place, nothing that can explode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

import yaml
from yaml import events

from wgsched.errors import BadInput, Fault
from wgsched.files.jsonsource import again, json_nodes
from wgsched.files.nodes import Leaf, ListNode, MappingNode, Mark, Node
from wgsched.files.octets import text_of
from wgsched.files.slips import CURLY, NO_BREAK, slip_in

DEEPEST = 40
"""Levels of nesting; the session file needs nine."""

MOST = 200_000
"""Texts, lists and mappings; the largest session that is known has a tenth of it."""

_TOO_DEEP = f"is nested more than {DEEPEST} levels deep"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTE = "Text that holds ': ' or ' #', or begins with one of * & ! % @ ` [ {, must stand in quotes."
_CURLY = re.compile("[\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb]")
_INDENTED = re.compile(r"[ -]*([\t\u00a0\u202f])")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # where YAML counts a line
_BRACKETS = {"while parsing a flow mapping": "{", "while parsing a flow sequence": "["}
_QUOTED = "while scanning a quoted scalar"
_CLOSE = "Close it. Text with an apostrophe inside needs no quotes; text that begins with one stands in double quotes."
_Frame: TypeAlias = tuple[list[Node], Any]


class _Refused(Exception):
    def __init__(self, mark: Mark, message: str, hint: str = "") -> None:
        self.fault = Fault(message, line=mark.line, column=mark.column, hint=hint)


def read_nodes(content: bytes | str, file: str) -> Node:
    """Read a whole file.

    Raises:
        BadInput: it is not UTF-8, not YAML or JSON, too large, too deep, uses aliases or tags, or repeats a key.
    """
    text = text_of(content, file)
    if is_json(text, file):
        return json_nodes(text, file, deepest=DEEPEST, most=MOST)
    try:
        root, repeated = _compose(text)
    except _Refused as refused:
        raise BadInput(replace(refused.fault, file=file)) from None
    except yaml.MarkedYAMLError as error:
        raise BadInput(_syntax(error, text, file)) from None
    except yaml.YAMLError as error:
        raise BadInput(Fault(f"is not YAML: {' '.join(str(error).split())}", file, 1, 1)) from None
    if repeated:
        raise BadInput(*(replace(fault, file=file) for fault in repeated))
    if root is None:
        raise BadInput(Fault("is empty", file, 1, 1, hint="`wgsched new` writes a session file to start from."))
    return root


def is_json(text: str, file: str) -> bool:
    """Return whether the text of a file of this name is read as JSON, and not as YAML."""
    return text.lstrip().startswith("{") and (file.endswith(".json") or text.lstrip()[1:].lstrip()[:1] == '"')


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = _BREAK.split(text)
    for place in (line - 1, line):  # an indentation is often missed one line later
        if 0 < place <= len(lines) and (indented := _INDENTED.match(lines[place - 1])):
            what = "a tab" if indented[1] == "\t" else "a no-break space"
            message = f"is not YAML: {what} where spaces are needed"
            return Fault(message, file, place, indented.start(1) + 1, hint="Indent with spaces.")
    if slip := slip_in(lines, line, error.context_mark.line + 1 if error.context_mark else line):
        return replace(slip, file=file)
    problem = error.problem or error.context or "cannot be read"
    if problem == "exceeded maximum nesting depth":
        return Fault(_TOO_DEEP, file, line, column)
    begun = error.context_mark
    if begun and error.context in _BRACKETS:
        hint = f"The {_BRACKETS[error.context]} on line {begun.line + 1}, column {begun.column + 1} is not closed. "
        pasted = CURLY if _CURLY.search("".join(lines[line - 1 : line])) else ""
        return Fault(f"is not YAML: {problem}", file, line, column, hint=hint + pasted + _QUOTE)
    if begun and error.context == _QUOTED:
        line, column = begun.line + 1, begun.column + 1
        return Fault(f"the quote {lines[line - 1][column - 1]} is not closed", file, line, column, hint=_CLOSE)
    return Fault(f"is not YAML: {problem}", file, line, column, hint=_QUOTE)


def _compose(text: str) -> tuple[Node | None, list[Fault]]:
    """Put the nodes together from events, without recursion; repeated keys are told together at the end."""
    stack: list[_Frame] = []
    repeated: list[Fault] = []
    root: Node | None = None
    documents = 0
    for number, event in enumerate(_events(text)):
        if number > MOST:
            raise _Refused(_mark(event), f"holds more than {MOST:,} values")
        if isinstance(event, events.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused(_mark(event), "holds a second document after '---'", "One file is one session.")
            continue
        node = _step(event, stack, repeated)
        if node is None:
            continue
        if stack:
            stack[-1][0].append(node)
        else:
            root = node
    return (None if isinstance(root, Leaf) and root.empty else root), repeated


def _step(event: yaml.Event, stack: list[_Frame], repeated: list[Fault]) -> Node | None:
    """Take one event in, and return the node that it completes."""
    if isinstance(event, events.ScalarEvent):
        empty = event.value == "" and event.implicit[0]
        mark = _mark(event, event, event.style or "")
        return Leaf(event.value, mark, empty or (event.implicit[0] and event.value in ("~", "null")))
    if isinstance(event, events.MappingStartEvent | events.SequenceStartEvent):
        if len(stack) >= DEEPEST:
            raise _Refused(_mark(event), _TOO_DEEP)
        stack.append(([], event))
    elif isinstance(event, events.MappingEndEvent):
        nodes, start = stack.pop()
        return _table(nodes, _mark(start, event, "{" if start.flow_style else ""), repeated)
    elif isinstance(event, events.SequenceEndEvent):
        nodes, start = stack.pop()
        return ListNode(tuple(nodes), _mark(start, event, "[" if start.flow_style else ""))
    return None


def _events(text: str) -> Iterator[yaml.Event]:
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, events.AliasEvent):
            raise _Refused(_mark(event), f"refers to '*{event.anchor}'", "Aliases are not used here. " + _QUOTE)
        if isinstance(event, events.NodeEvent) and event.anchor:
            raise _Refused(_mark(event), f"names an anchor '&{event.anchor}'", "Anchors are not used here. " + _QUOTE)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise _Refused(_mark(event), f"has the tag {tag!r}", "Tags are not used here. " + _QUOTE)
        yield event


def _mark(event: Any, last: Any = None, style: str = "") -> Mark:
    """Return the place of an event, up to the end of a last one."""
    start, end = event.start_mark, (last or event).end_mark
    return Mark(start.line + 1, start.column + 1, start.index, end.index, style)


def _table(nodes: list[Node], mark: Mark, repeated: list[Fault]) -> MappingNode:
    entries: dict[str, tuple[Leaf, Node]] = {}
    for key, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Leaf):
            raise _Refused(key.mark, "has a list or a mapping as a key", "Put the key in quotes.")
        if key.text[:1] in NO_BREAK:
            raise _Refused(key.mark, "begins with a no-break space, as Word writes them", "Indent with spaces.")
        if entries.setdefault(key.text, (key, value))[0] is not key:
            repeated.append(again(key, entries[key.text][0], ""))
    return MappingNode(tuple(entries.values()), mark)
