"""Typesetting with typst, in fonts from packages, never the system's; words go in as data, so no sign is markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from types import ModuleType
from typing import Any

import wcwidth

from wgsched.errors import MissingExtra, NoSigns

FONTS = ("fontpkg_noto_sans", "fontpkg_ibm_plex_sans_arabic", "manimgx_fonts_cjk")

_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def typeset(template: str, inputs: Mapping[str, object], **options: Any) -> bytes:
    """Return what a template makes of its inputs, each handed to it as JSON; options are typst's.

    Raises:
        MissingExtra: typst or a font is not installed.
        NoSigns: no font has some characters; it names them.
    """
    data = {name: json.dumps(value, ensure_ascii=False) for name, value in inputs.items()}
    missing: list[str] = []
    while True:
        try:
            source = (files(__package__) / template).read_bytes()
            content = bytes(_compiler().compile(source, sys_inputs=data, **options))
            break
        except _typst().TypstError as problem:
            refused = _UNSHOWN.search(str(problem))
            if not refused:
                raise
            text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), refused[1])
            unknown = _unknown(text, data.values())
            if set(unknown) <= set(missing):
                raise NoSigns(f'PDF: the fonts cannot show "{text}" here; write it in another way') from problem
            missing += unknown
            data = {name: each.translate(dict.fromkeys(map(ord, unknown), "?")) for name, each in data.items()}
    if missing:
        named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(set(missing)))
        raise NoSigns(f"PDF: the fonts have no picture of {named}; write it in another way, or choose another format")
    return content


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as problem:
        raise MissingExtra("PDF", "pdf") from problem
    return typst


@cache
def _compiler() -> Any:
    """The compiler with its fonts, made once."""
    typst = _typst()
    packages = [find_spec(package) for package in FONTS]
    places = [each.submodule_search_locations if each else None for each in packages]
    if not all(places):
        raise MissingExtra("PDF", "pdf")
    folders = [folder for each in places for folder in each or ()]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def _unknown(text: str, data: Iterable[str]) -> str:
    """The characters of a text that no available font can draw.

    ASCII is never among them: all fonts have it, so what is missing is drawn together with such a letter or digit.
    """
    signs = "".join(sign for sign in text if not sign.isascii())
    if signs:
        return signs
    drawn = (together for each in data for together in wcwidth.iter_graphemes(each))
    return "".join(together[1:] for together in drawn if together[0] == text[-1])
