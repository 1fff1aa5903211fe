"""One tree of errors. Each carries facts; its text is a sentence for people.

::

    WgschedError
    ├── BadInput        a file or a value that cannot be what it should be
    ├── NoProgramme     the rules cannot all hold
    ├── LimitReached    a limit came before a programme was found
    ├── NotTakenUp      a programme has no consideration of an item
    ├── MissingTitles   a paper was asked for in a language that lacks titles
    ├── UnknownName     no language, layout, format, view... of that name
    └── MissingExtra    a feature needs an optional part of wgsched
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgsched.model import Repair, Sentence


class WgschedError(Exception):
    """Every error that wgsched raises on purpose."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a file, and where.

    ``line`` and ``column`` count from 1 and are 0 where no place is known; ``path`` leads to the value in the file,
    such as ``agenda.1 (a).takes``.
    """

    message: str
    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    hint: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        text = ": ".join(part for part in (place, self.path, self.message) if part)
        return f"{text}. {self.hint}" if self.hint else text


class BadInput(WgschedError, ValueError):
    """A file or a value that cannot be what it should be; all its faults at once."""

    def __init__(self, *faults: Fault | str) -> None:
        self.faults: tuple[Fault, ...] = tuple(Fault(f) if isinstance(f, str) else f for f in faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NoProgramme(WgschedError):
    """The rules cannot all hold: a lawful answer, with the conflict in sentences and what would help."""

    def __init__(
        self,
        conflict: Iterable[Sentence],
        *,
        words: Iterable[str],
        repairs: Iterable[Repair] = (),
        minimal: bool = False,
    ) -> None:
        self.conflict: tuple[Sentence, ...] = tuple(conflict)
        self.repairs: tuple[Repair, ...] = tuple(repairs)
        self.minimal = minimal
        super().__init__("\n".join(words))


class LimitReached(WgschedError):
    """A limit came before a programme was found; nothing is known about whether one exists."""


class NotTakenUp(WgschedError, LookupError):
    """A programme has no consideration of the item that was asked for."""


class MissingTitles(WgschedError):
    """A paper was asked for in a language in which titles are missing."""

    def __init__(self, language: str, missing: Iterable[str]) -> None:
        self.language = language
        self.missing: tuple[str, ...] = tuple(missing)
        super().__init__(f"titles missing in {language}: {', '.join(self.missing)}")


class UnknownName(WgschedError, LookupError):
    """There is no language, layout, format, view or rule of that name."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(sorted(known))
        super().__init__(f"no {kind} is called {name!r}.{nearest(name, self.known)} Known: {', '.join(self.known)}")


class MissingExtra(WgschedError, ImportError):
    """A feature needs an optional part of wgsched; the text is the line that installs it."""

    def __init__(self, feature: str, extra: str) -> None:
        self.feature, self.extra = feature, extra
        super().__init__(f"{feature} needs an optional part of wgsched: pip install 'wgsched[{extra}]'")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `` Did you mean ...?`` with the nearest known word, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean {close[0]!r}?" if close else ""
