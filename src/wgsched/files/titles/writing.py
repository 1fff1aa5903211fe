"""Texts as YAML or JSON: bare where that can be misread by nobody, otherwise in double quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

from wgsched.model import Language

Version: TypeAlias = tuple[str, bool]
"""A text, and whether it is to be reviewed."""

Versions: TypeAlias = Mapping[Language, Version]

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~.\\][^\n]*(?<![\s:])")
_UNSAFE = re.compile(": |\\s#|[\x85\u2028\u2029\ufeff\t]")
_WORDS = frozenset({"null", "yes", "no", "true", "false", "on", "off", "y", "n"})
_FLOW = re.compile(r"[,\[\]{}]|:(?=\S)")
_ESCAPED = re.compile("[\x85\u2028\u2029\ufeff]")


class Writing:
    """Writes texts into a YAML or a JSON file."""

    def __init__(self, *, is_json: bool) -> None:
        self.is_json = is_json

    def mapping(self, versions: Versions) -> str:
        """Return the versions of a text in braces."""
        return "{" + ", ".join(self.entry(each, version, flow=True) for each, version in versions.items()) + "}"

    def entry(self, language: Language, version: Version, *, flow: bool) -> str:
        """Return one version behind its language."""
        text, review = version
        return f"{self.key(language, review=review)}: {self.scalar(text, flow=flow)}"

    def key(self, language: Language, *, review: bool, quoted: bool = False) -> str:
        """Return a language, marked where its version is to be reviewed."""
        name = f"{language}~" if review else language
        # To other readers of YAML a bare no is false.
        return f'"{name}"' if self.is_json or quoted or name in _WORDS else name

    def scalar(self, text: str, *, flow: bool, quoted: bool = False) -> str:
        """Return a text; with ``flow``, as it stands in braces."""
        if not (self.is_json or quoted) and _bare(text) and not (flow and _FLOW.search(text)):
            return text
        return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))


def _bare(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and not _UNSAFE.search(text) and text.lower() not in _WORDS
