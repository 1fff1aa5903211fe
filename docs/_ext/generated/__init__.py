"""Puts what the program knows about itself into the pages, when they are built.

A page says where: a line such as ``<!-- generated: rules -->`` is replaced by the Markdown that `PARTS` makes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from generated import api, architecture, books, command_line, languages, licences, session_file

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PARTS: dict[str, Callable[[], str]] = {
    "architecture": architecture.markdown,
    "command line": command_line.markdown,
    "exit codes": command_line.exit_codes,
    "languages": languages.markdown,
    "licences": licences.markdown,
    "preferences": books.preferences,
    "rules of every session": books.standing,
    "rules on demand": books.on_demand,
    "session file": session_file.markdown,
    "verbs": api.verbs,
}
MARK = re.compile(r"^<!-- generated: (.+?) -->$", re.MULTILINE)


def fill(text: str) -> str:
    """Return a page with each mark replaced by what is generated for it."""
    return MARK.sub(lambda mark: PARTS[mark[1]](), text)


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("source-read", lambda _app, _page, source: source.__setitem__(0, fill(source[0])))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
