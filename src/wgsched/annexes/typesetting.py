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

from wgsched.errors import BadInput, MissingExtra

FONTS = ("fontpkg_noto_sans", "fontpkg_ibm_plex_sans_arabic", "manimgx_fonts_cjk")

_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def typeset(template: str, inputs: Mapping[str, object], **options: Any) -> bytes:
    """Return what a template makes of its inputs, each handed to it as JSON; options are typst's.

    Raises:
        MissingExtra: typst or a font is not installed.
        BadInput: no font has some characters; it names them.
    """
    data = {name: json.dumps(value, ensure_ascii=False) for name, value in inputs.items()}
    missing: list[str] = []
    while True:
        try:
            content = bytes(_compiler().compile(_template(template), sys_inputs=data, **options))
            break
        except _typst().TypstError as problem:
            text = _not_shown(str(problem))
            if not text:
                raise
            found = _lacking(text, data.values())
            if set(found) <= set(missing):
                raise BadInput(f'PDF: the fonts cannot show "{text}" here; write it in another way') from problem
            missing += found
            data = {name: each.translate(dict.fromkeys(map(ord, found), "?")) for name, each in data.items()}
    if missing:
        raise BadInput(_lament(missing))
    return content


@cache
def _template(name: str) -> bytes:
    return (files(__package__) / name).read_bytes()


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
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=_font_folders())
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


def _font_folders() -> list[str]:
    folders = []
    for package in FONTS:
        found = find_spec(package)
        if found is None or not found.submodule_search_locations:
            raise MissingExtra("PDF", "pdf")
        folders += list(found.submodule_search_locations)
    return folders


def _not_shown(message: str) -> str:
    """The text that typst says it could not show, if that is what it says."""
    found = _UNSHOWN.search(message)
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""


def _lacking(text: str, data: Iterable[str]) -> str:
    """The characters of a text that was not shown for want of which it was not.

    ASCII is never among them: all fonts have it, so what is missing is drawn together with such a letter or digit.
    """
    signs = "".join(sign for sign in text if not sign.isascii())
    if signs:
        return signs
    drawn = (together for each in data for together in wcwidth.iter_graphemes(each))
    return "".join(together[1:] for together in drawn if together[0] == text[-1])


def _lament(missing: Iterable[str]) -> str:
    named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(set(missing)))
    return f"PDF: the fonts have no picture of {named}; write it in another way, or choose another format"
