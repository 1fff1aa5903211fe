"""Puts what the program knows about itself into the pages.

A page says where: what stands between ``<!-- generated: languages -->`` and ``<!-- end: languages -->`` is the Markdown
that `PARTS` makes. ``make generated`` writes it into the pages, so that they can be read as they are; a mark without an
end is filled only when the pages are built.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from generated import api, architecture, books, command_line, extending, languages, licences, session_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PARTS: dict[str, Callable[[], str]] = {
    "blocks": extending.blocks,
    "facts": extending.facts,
    "lexicon": extending.lexicon,
    "short ways": extending.examples,
    "verbs of the desk": extending.desk,
    "what nouns have": extending.nouns,
    "architecture": architecture.markdown,
    "command line": command_line.markdown,
    "errors": api.errors,
    "exit codes": command_line.exit_codes,
    "languages": languages.markdown,
    "licences": licences.markdown,
    "nouns": api.nouns,
    "preferences": books.preferences,
    "results": api.results,
    "rules of every session": books.standing,
    "rules on demand": books.on_demand,
    "session file": session_file.markdown,
    "verbs": api.verbs,
}
MARK = re.compile(r"^<!-- generated: (.+?) -->$", re.MULTILINE)
BLOCK = re.compile(r"^<!-- generated: (.+?) -->\n(?:.*?\n)?<!-- end: \1 -->$", re.MULTILINE | re.DOTALL)


def written(text: str, but: Collection[str] = ()) -> str:
    """Return a page with each block made again, except for some parts."""
    return BLOCK.sub(lambda block: block[0] if block[1] in but else _block(block[1]), text)


def fill(text: str) -> str:
    """Return a page with each block made again, and each mark without an end replaced by what is made for it."""
    return MARK.sub(lambda mark: mark[0] if f"<!-- end: {mark[1]} -->" in text else PARTS[mark[1]](), written(text))


def _block(part: str) -> str:
    made = PARTS[part]().strip("\n")
    return f"<!-- generated: {part} -->\n\n{made}\n\n<!-- end: {part} -->"


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("source-read", lambda _app, _page, source: source.__setitem__(0, fill(source[0])))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
