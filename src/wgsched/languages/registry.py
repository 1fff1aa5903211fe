"""Which languages there are: the six, and those of other packages (entry points ``wgsched.languages``)."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, cast

from wgsched.errors import UnknownName
from wgsched.model import SIX

if TYPE_CHECKING:
    from wgsched.languages.vocabulary import Vocabulary

GROUP = "wgsched.languages"


def codes() -> tuple[str, ...]:
    """Return the codes of all languages: the six in their order, then those of other packages."""
    return (*SIX, *sorted(set(_added()) - set(SIX)))


@cache
def vocabulary(code: str) -> Vocabulary:
    """Return what a language brings.

    Raises:
        UnknownName: there is no such language.
    """
    if code in SIX:
        return cast("Vocabulary", import_module(f"wgsched.languages.{code}").VOCABULARY)
    if code in _added():
        return cast("Vocabulary", _added()[code].load().VOCABULARY)
    raise UnknownName("language", code, codes())


@cache
def sentences(code: str) -> dict[str, str]:
    """Return the templates of sentences of a language, by code."""
    if code in SIX:
        return cast("dict[str, str]", import_module(f"wgsched.languages.sentences.{code}").SENTENCES)
    return cast("dict[str, str]", _added()[code].load().SENTENCES)


@cache
def _added() -> dict[str, Any]:
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}
