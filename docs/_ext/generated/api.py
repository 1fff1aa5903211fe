"""The verbs of the front door, as autodoc is asked for them."""

from __future__ import annotations

import wgsched


def verbs() -> str:
    """Return every name that ``import wgsched`` loads for itself, room by room: functions, and classes with members."""
    lines = ["```{eval-rst}", ".. currentmodule:: wgsched"]
    for names in wgsched._VERBS.values():
        for name in names:
            if isinstance(getattr(wgsched, name), type):
                lines += [f".. autoclass:: {name}", "   :members:", "   :undoc-members:"]
            else:
                lines.append(f".. autofunction:: {name}")
    return "\n".join((*lines, "```"))
