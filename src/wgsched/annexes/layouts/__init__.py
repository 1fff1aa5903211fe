"""Layouts: twins that turn a programme into format-free pages in one language.

A layout is a module with `NAME` and ``pages(programme, language, *, fill=None, **options) -> Document``; one that
prints more than titles also has ``missing(session, language, fill=None)``, which names what is not there. A package of
one's own adds one under the entry-point group `wgsched.layouts`; the name of the entry point is that of the layout.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Protocol, cast

from wgsched.errors import UnknownName
from wgsched.languages import missing_titles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wgsched.annexes.document import Document
    from wgsched.model import Language, Programme, Session

__all__ = ["GROUP", "LAYOUTS", "Layout", "find", "missing", "names"]

GROUP = "wgsched.layouts"

LAYOUTS: Mapping[str, str] = {
    "organization-of-work": "wgsched.annexes.layouts.organization_of_work",
    "by-item": "wgsched.annexes.layouts.by_item",
    "day-grid": "wgsched.annexes.layouts.day_grid",
    "order-of-the-day": "wgsched.annexes.layouts.order_of_the_day",
    "journal": "wgsched.annexes.layouts.journal",
    "changes": "wgsched.annexes.layouts.changes",
    "documents": "wgsched.annexes.layouts.documents",
    "provisional-agenda": "wgsched.annexes.layouts.provisional_agenda",
    "services": "wgsched.annexes.layouts.services",
}


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


class Layout(Protocol):
    """What a layout has."""

    NAME: str

    def pages(
        self, programme: Programme, language: Language, *, fill: Language | None = None, **options: Any
    ) -> Document:
        """The pages of a programme in a language."""
        ...


def names() -> tuple[str, ...]:
    """Return the names of all layouts: ours in their order, then those of other packages by name."""
    return (*LAYOUTS, *sorted(set(_added()) - set(LAYOUTS)))


@cache
def find(name: str) -> Layout:
    """Return the layout of a name.

    Raises:
        UnknownName: there is none, with the nearest name.
    """
    if name in LAYOUTS:
        return cast("Layout", import_module(LAYOUTS[name]))
    if name in _added():
        return cast("Layout", _added()[name].load())
    raise UnknownName("layout", name, names())


@cache
def _added() -> dict[str, Any]:
    return {
        point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    }
