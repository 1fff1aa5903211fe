"""Which languages there are: the six, and those of other packages (entry points ``wgsched.languages``)."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from wgsched.languages.tables import sources
from wgsched.languages.vocabulary import ENGLISH, CompiledTable, Vocabulary
from wgsched.model import SIX
from wgsched.model.extensions import Registry

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


def table(folder: Path | Traversable, code: str) -> CompiledTable:
    """Return the table of the language whose files are in a folder: the compiled one where it is fresh.

    Raises:
        BadInput: its files lack something, or something in them cannot be used.
    """
    wordings, data = ((folder / f"{code}.{suffix}").read_bytes() for suffix in ("po", "yaml"))
    file = folder / f"{code}.json"
    if file.is_file():
        known = cast("dict[str, Any]", json.loads(file.read_bytes()))
        if known["sources"] == sources(wordings, data):
            return known
    # Babel and YAML cost more than all languages together, and a normal run does not need them.
    from wgsched.languages.compiling import compiled

    return compiled(code, wordings, data, vocabulary(ENGLISH) if code != ENGLISH else None)
