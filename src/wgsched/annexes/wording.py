"""The words inside a block of a page: runs that look alike, and the footnotes among them, cleaned as they enter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property
from typing import TypeAlias

from wgsched.annexes.clean import clean
from wgsched.languages import registry

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})
UPRIGHT = RIGHT_TO_LEFT | {"ja", "ko", "zh"}


@cache
def primary(language: str) -> str:
    """The language of a tag, without script and region: "zh" of "zh-Hans-CN"."""
    return language.partition("-")[0].lower()


@cache
def direction(language: str) -> str:
    """`rtl` or `ltr`, as a language is written: as it says itself where it is installed."""
    if language in registry.codes():
        return registry.vocabulary(language).direction
    return "rtl" if primary(language) in RIGHT_TO_LEFT else "ltr"


class Revised(StrEnum):
    """What happened to words since the last revision."""

    INSERTED = "inserted"
    DELETED = "deleted"


def _cleaned(value: object) -> object:
    if isinstance(value, tuple):
        return tuple([_cleaned(each) if type(each) is str or isinstance(each, Mapping) else each for each in value])
    if isinstance(value, Mapping):
        whole = "".join(map(str, (*value, *value.values())))
        if clean(whole) == whole:
            return dict(value)
        return {clean(str(key)): clean(each) if type(each) is str else each for key, each in value.items()}
    return clean(value) if type(value) is str else value


class Cleaned:
    """Cleans every text field, and every record, on entry."""

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if isinstance(value, tuple | Mapping) or (type(value) is str and not value.isprintable()):
                object.__setattr__(self, name, _cleaned(value))


@dataclass(frozen=True)
class Run(Cleaned):
    """Words that look alike; `language` only where it differs from the document's."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str | None = None
    change: Revised | None = None

    def within(self, language: str) -> Run:
        """The run as a document in a language prints it: scripts without italics are bold instead."""
        own = self.language or language
        return replace(self, italic=False, bold=True) if self.italic and primary(own) in UPRIGHT else self


@dataclass(frozen=True)
class Footnote(Cleaned):
    """A note that hangs on the words before it, numbered by the format through the document."""

    text: str


Inline: TypeAlias = Run | Footnote
Content: TypeAlias = str | Inline | tuple[Inline, ...]


class Worded(Cleaned):
    """Anything that has words."""

    content: Content

    @cached_property
    def inlines(self) -> tuple[Inline, ...]:
        """The words as runs and footnotes, in order."""
        if isinstance(self.content, str):
            return (Run(self.content),) if self.content else ()
        return self.content if isinstance(self.content, tuple) else (self.content,)

    @cached_property
    def text(self) -> str:
        """The words alone, without footnotes, deleted ones included."""
        return "".join([part.text for part in self.inlines if isinstance(part, Run)])
