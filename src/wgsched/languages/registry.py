"""Which languages there are: the six, and those of other packages (entry points ``wgsched.languages``)."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from wgsched.errors import UnknownName
from wgsched.languages.tables import table
from wgsched.languages.vocabulary import Vocabulary
from wgsched.model import SIX

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint
    from importlib.resources.abc import Traversable

GROUP = "wgsched.languages"
WORDINGS = Path(__file__).parent / "wordings"
"""The folder of the six languages."""


def codes() -> tuple[str, ...]:
    """Return the codes of all languages: the six in their order, then those of other packages."""
    return (*SIX, *sorted(set(_added()) - set(SIX)))


@cache
def vocabulary(code: str) -> Vocabulary:
    """Return what a language brings.

    Raises:
        UnknownName: there is no such language.
        BadInput: its files lack something, or something in them cannot be used.
    """
    return Vocabulary.of(table(_folder(code), code))


def _folder(code: str) -> Path | Traversable:
    if code in SIX:
        return WORDINGS
    if code in _added():
        return files(_added()[code].module)
    raise UnknownName("language", code, codes())


@cache
def _added() -> dict[str, EntryPoint]:
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}
