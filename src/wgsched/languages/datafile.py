"""The data file of a language: everything that is structural, empty or bears white space, as YAML.

A phrase is a text alone, which is to be reviewed, or a mapping: ``other`` and further forms, and ``seen``, the symbol
of the document in which it was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from wgsched.errors import BadInput, Fault, nearest
from wgsched.languages.vocabulary import CATEGORIES, NOUNS
from wgsched.model import Role, SessionKind

Written = str | dict[str, str]


class DataFile:
    """A data file being read; ``faults`` has what is wrong in it, each with its line and column."""

    def __init__(self, content: bytes, file: str) -> None:
        self._file = file
        self.faults: list[Fault] = []
        self.lines: dict[str, int] = {}
        try:
            self._root = yaml.compose(content, yaml.BaseLoader)
        except (yaml.YAMLError, UnicodeError) as wrong:
            mark = getattr(wrong, "problem_mark", None)
            place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
            raise BadInput(Fault("this is not YAML in UTF-8", file, *place)) from None

    def table(self) -> dict[str, Any]:
        """Return what the file holds, as it stands in a compiled table."""
        counted = {"pattern": self._text, "alone": self._text, "beyond": self._text, "ordinals": self._list}
        kinds: dict[str, Callable[[yaml.Node], Any]] = {
            "code": self._text,
            "direction": lambda node: self._word(node, ("ltr", "rtl")),
            "masthead": self._text,
            "twelve-hours": lambda node: self._word(node, ("no", "yes")) == "yes",
            "languages": self._texts,
            **dict.fromkeys(("months", "letters", "numerals"), self._list),
            "nouns": lambda node: self._fields(node, dict.fromkeys(NOUNS, lambda noun: self._fields(noun, counted))),
            "roles": lambda node: self._fields(node, {role.value: self._role for role in Role}),
            "phrases": self._phrases,
        }
        return self._fields(self._root, kinds)

    def _fault(self, node: yaml.Node | None, message: str) -> None:
        mark = node.start_mark if node else None
        place = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        self.faults.append(Fault(message, self._file, *place))

    def _pairs(self, node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            self._fault(node, "here must be names with values")
            return
        yield from ((str(key.value), key, value) for key, value in node.value)

    def _fields(self, node: yaml.Node | None, kinds: Mapping[str, Callable[[yaml.Node], Any]]) -> dict[str, Any]:
        """Read a mapping whose keys are known, and name those that are missing."""
        read = {}
        for name, key, value in self._pairs(node):
            if name in kinds:
                read[name] = kinds[name](value)
            else:
                self._fault(key, f"{name!r} is not known here.{nearest(name, kinds)}")
        for name in kinds.keys() - read.keys():
            self._fault(node, f"{name!r} is missing")
        return {name: read[name] for name in kinds if name in read}

    def _text(self, node: yaml.Node) -> str:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self._fault(node, "here must be a text")
        return ""

    def _word(self, node: yaml.Node, known: tuple[str, ...]) -> str:
        word = self._text(node)
        if word not in known:
            self._fault(node, f"here must be {' or '.join(known)}")
        return word

    def _texts(self, node: yaml.Node) -> dict[str, str]:
        return {name: self._text(value) for name, _, value in self._pairs(node)}

    def _list(self, node: yaml.Node) -> list[str]:
        if isinstance(node, yaml.SequenceNode):
            return [self._text(each) for each in node.value]
        self._fault(node, "here must be a list")
        return []

    def _role(self, node: yaml.Node) -> list[Written]:
        """Read the title of a role, or one each for a session, a meeting and a conference."""
        kinds = [kind.value for kind in SessionKind]
        if isinstance(node, yaml.MappingNode) and not {str(key.value) for key, _ in node.value}.isdisjoint(kinds):
            return list(self._fields(node, dict.fromkeys(kinds, self._phrase)).values())
        return [self._phrase(node)] * len(kinds)

    def _phrases(self, node: yaml.Node) -> dict[str, Written]:
        read = {}
        for name, key, value in self._pairs(node):
            self.lines[name] = key.start_mark.line + 1
            read[name] = self._phrase(value)
        return read

    def _phrase(self, node: yaml.Node) -> Written:
        if not isinstance(node, yaml.MappingNode):
            return self._text(node)
        known = (*CATEGORIES, "seen")
        for name, key, _ in self._pairs(node):
            if name not in known:
                self._fault(key, f"{name!r} is not known here.{nearest(name, known)}")
        read = self._texts(node)
        if "other" not in read:
            self._fault(node, "'other' is missing")
        return {"other": "", **read}
