"""The verbs of the front door: a table of them, and what autodoc is asked for."""

from __future__ import annotations

import wgsched
from generated.markdown import code, prose, table


def verbs() -> str:
    """Return every name that ``import wgsched`` loads for itself, room by room: functions, and classes with members."""
    names = [name for room in wgsched._VERBS.values() for name in room]
    rows = [(code(name), prose(getattr(wgsched, name).__doc__).split("\n\n")[0]) for name in names]
    lines = ["```{eval-rst}", ".. currentmodule:: wgsched"]
    for name in names:
        if isinstance(getattr(wgsched, name), type):
            lines += [f".. autoclass:: {name}", "   :members:", "   :undoc-members:"]
        else:
            lines.append(f".. autofunction:: {name}")
    return "\n".join((table(("verb", "what it does"), rows), *lines, "```"))
