"""Layouts: twins that turn a programme into format-free pages in one language.

A layout is a module with ``pages(programme, language, *, fill=None) -> Pages``. What else it takes, such as a day,
is a further keyword of `pages`; one without a default must be given. A layout that prints more than titles also has
``missing(session, language, fill=None)``, which names what is not there. One that
sets ``ALONE`` is never among all. A package of one's own adds a layout under the
entry-point group `wgsched.layouts`; the name of the entry point is that of the layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import signature
from typing import Any, Protocol

from wgsched.annexes.pages import Pages
from wgsched.languages import missing_titles
from wgsched.model import Language, Programme, Session
from wgsched.model.extensions import Registry

__all__ = ["LAYOUTS", "Layout", "find", "missing", "names", "options"]


class Layout(Protocol):
    """What a layout has."""

    def pages(self, programme: Programme, language: Language, *, fill: Language | None = None, **options: Any) -> Pages:
        """Return the pages of a programme in a language.

        Raises:
            MissingTitles: a title is missing in the language, and in the one to fill from.
        """
        ...


_OWN = (
    "organization-of-work", "by-item", "by-forum", "day-grid", "room-grid", "order-of-the-day", "journal", "changes",
    "corrigendum", "documents", "provisional-agenda", "week", "door-card", "person", "services",
)  # fmt: skip
"""Each in a module of its name."""

LAYOUTS: Registry[Layout] = Registry(
    "layout",
    "wgsched.layouts",
    {name: f"{__name__}.{name.replace('-', '_')}" for name in _OWN},
    parts=("pages",),
)

find, names = LAYOUTS.find, LAYOUTS.names


def options(name: str) -> Mapping[str, bool]:
    """Return what a layout takes besides ``fill``, each with whether it must be given.

    Raises:
        UnknownName: there is no such layout.
    """
    keywords = (each for each in signature(find(name).pages).parameters.values() if each.kind is each.KEYWORD_ONLY)
    return {each.name: each.default is each.empty for each in keywords if each.name != "fill"}


def missing(name: str, session: Session, language: Language, fill: Language | None = None) -> tuple[str, ...]:
    """Return the texts that a layout lacks in a language: titles, and whatever else it prints.

    Raises:
        UnknownName: there is no such layout or language.
    """
    lacking = missing_titles(session, language)
    if fill is not None:
        without = set(missing_titles(session, fill))
        lacking = tuple(each for each in lacking if each in without)
    more = getattr(find(name), "missing", None)
    return (*lacking, *(more(session, language, fill) if more else ()))
