"""Which languages there are: the six, and those of other packages (entry points ``wgsched.languages``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wgsched.languages.tables import table
from wgsched.languages.vocabulary import Vocabulary
from wgsched.model import SIX
from wgsched.model.extensions import Registry

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES: Registry[ModuleType] = Registry(
    "language", "wgsched.languages", dict.fromkeys(SIX, "wgsched.languages.wordings")
)
"""Every language by its code, with the package that holds its files."""

WORDINGS = Path(__file__).parent / "wordings"
"""The folder of the six languages."""

codes = LANGUAGES.names


@cache
def vocabulary(code: str) -> Vocabulary:
    """Return what a language brings.

    Raises:
        UnknownName: there is no such language.
        ExtensionError: the package that brings it cannot be used.
        BadInput: its files lack something, or something in them cannot be used.
    """
    return Vocabulary.of(table(LANGUAGES.folder(code, f"{code}.po", f"{code}.yaml"), code))
