"""Paragraphs and runs of WordprocessingML, every property in the order that the schema demands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from wgsched.annexes.footnotes import Footnotes
from wgsched.annexes.pages import Align, Footnote, Inline, Pages, Revised, Run, direction, primary

# What Word calls the languages: the first region is the one whose spelling the United Nations follow.
REGIONS = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
EAST_ASIAN = frozenset({"ja", "ko", "zh"})

# Words in Latin letters inside Arabic, with their digits: a symbol must not be turned around. Brackets that belong to
# them go along: an opening one that stands in another run than its words is left behind at the end of a line.
_INSIDE = r"[\w./ À-ɏ–-]"
_WORDS = rf"(?:\d+ )?[A-Za-zÀ-ɏ](?:(?:{_INSIDE}|\({_INSIDE}*\))*(?:[\wÀ-ɏ]|\({_INSIDE}*\)))?"
_LATIN = re.compile(rf"(\({_WORDS}\)|{_WORDS})", re.ASCII)

# A bracket before Latin letters or a number. Writers take it for a part of the Arabic word before it, and leave it
# behind at the end of a line, unless U+200E parts them, or U+200D joins it to the number, after which Arabic may go on.
_BEFORE_LATIN = re.compile(r"(?<!\S)(\()(?=[\u200e0-9A-Za-zÀ-ɏ])")
_BEFORE_NUMBER = re.compile(r"(?<=\s)([(\[])(?=[0-9\u0660-\u0669\u06f0-\u06f9])")

# In a right-to-left paragraph Word mirrors "left" and "right" itself.
JUSTIFIED = {Align.START: "left", Align.CENTER: "center", Align.END: "right"}


@dataclass
class WordContext:
    """What must be known while one document is written: its language, the styles of the file, its footnotes.

    ``size`` is that of letters in points where it is not the style's.
    """

    document: Pages
    styles: Mapping[str, str]
    notes: Footnotes = field(default_factory=Footnotes)
    first_note: int = 1
    size: float | None = None

    def style(self, name: str) -> str:
        """The identifier of a style in this file, found by its name."""
        return self.styles[name.lower()]


def runs(inlines: Iterable[Inline], writer: WordContext, *, bold: bool = False) -> str:
    """Runs of text and footnote calls."""
    text = ""
    for part in inlines:
        text += _call(part, writer) if isinstance(part, Footnote) else _run(part, writer, bold=bold)
    return text


def plain_run(text: str, writer: WordContext) -> str:
    """One run in the language of the document."""
    return _run(Run(text), writer, bold=False)


def _call(note: Footnote, writer: WordContext) -> str:
    number = writer.first_note - 1 + writer.notes.number(note)
    style = writer.style("footnote reference")
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def _run(run: Run, writer: WordContext, *, bold: bool) -> str:
    if run.italic:
        run = run.within(writer.document.language)
    language = run.language or writer.document.language
    if not writer.document.rtl:
        return _piece(run.text, run, language, writer, bold=bold, rtl=False)
    pieces = [run.text] if direction(language) == "ltr" else [piece for piece in _LATIN.split(run.text) if piece]
    return "".join(_in_arabic(piece, run, language, writer, bold=bold) for piece in pieces)


def _in_arabic(text: str, run: Run, language: str, writer: WordContext, *, bold: bool) -> str:
    """A piece of a right-to-left line.

    U+200E keeps on the side of Latin words the number that they begin with, and what stands around words of another
    language, such as brackets and a full stop.
    """
    if direction(language) == "ltr":
        return _piece(f"\u200e{text}\u200e", run, language, writer, bold=bold, rtl=False)
    latin = _LATIN.fullmatch(text) is not None
    return _piece("\u200e" * (latin and text[:1].isdigit()) + text, run, language, writer, bold=bold, rtl=not latin)


def _piece(text: str, run: Run, language: str, writer: WordContext, *, bold: bool, rtl: bool) -> str:
    properties = run_properties(
        language, bold=bold or run.bold, italic=run.italic, change=run.change, rtl=rtl, size=writer.size
    )
    if writer.document.rtl:
        text = _BEFORE_NUMBER.sub("\\1\u200d", text) if rtl else text
        text = _BEFORE_LATIN.sub("\u200e\\1", text)
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' * bool(line) for line in text.split("\n")]
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


@cache
def run_properties(
    language: str,
    *,
    bold: bool = False,
    italic: bool = False,
    change: Revised | None = None,
    rtl: bool = False,
    size: float | None = None,
) -> str:
    """The properties of a run: bold and italic also for complex scripts, changes underlined or struck, its language."""
    inserted, deleted = change is Revised.INSERTED, change is Revised.DELETED
    parts = (
        "<w:b/><w:bCs/>" * (bold or inserted)
        + "<w:i/><w:iCs/>" * italic
        + "<w:strike/>" * deleted
        + (f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>' if size else "")
        + '<w:u w:val="single"/>' * inserted
        + "<w:rtl/>" * rtl
        + _language(language)
    )
    return f"<w:rPr>{parts}</w:rPr>"


def _language(language: str) -> str:
    name = primary(language)
    tag = quoteattr(REGIONS.get(name, language))
    kind = "eastAsia" if name in EAST_ASIAN else "bidi" if direction(name) == "rtl" else "val"
    return f"<w:lang w:{kind}={tag}/>"


def paragraph(
    content: str,
    writer: WordContext,
    style: str,
    *,
    keep_next: bool = False,
    new_page: bool = False,
    level: int = 0,
    hanging: int = 0,
    align: Align | None = None,
    tab: int = 0,
) -> str:
    """A paragraph of runs in a style; `level` steps and `hanging` indent it, `tab` is its only stop, at the end.

    Lengths are in twentieths of a point.
    """
    step = 567 * level
    indent = f' w:left="{step + hanging}"' + (f' w:hanging="{hanging}"' if hanging else "")
    properties = (
        f'<w:pStyle w:val="{writer.style(style)}"/>'
        + "<w:keepNext/>" * keep_next
        + "<w:pageBreakBefore/>" * new_page
        + (f'<w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs>' if tab else "")
        + "<w:bidi/>" * writer.document.rtl
        + (f"<w:ind{indent}/>" if level or hanging else "")
        + (f'<w:jc w:val="{JUSTIFIED[align]}"/>' if align else "")
        + run_properties(writer.document.language, rtl=writer.document.rtl)
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"
