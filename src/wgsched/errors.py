"""The errors of wgsched. Each carries facts, and its text is a sentence for people.

::

    WgschedError
    ├── BadInput        a file or a value is wrong
    │   ├── NoZoneName  a moment has no name of a time zone, and a calendar needs one
    │   └── NoSigns     no font of a format has some characters
    ├── NoProgramme     the rules cannot all hold
    ├── LimitReached    a limit was reached before a programme was found
    ├── NotTakenUp      no meeting of the programme takes up the item
    ├── MissingTitles   the language of a paper lacks titles
    ├── Incomplete      a publication would leave out something that must be in it
    ├── UnknownName     there is no language, layout, format, view... of that name
    ├── ExtensionError  a layout, rule, language... of another package cannot be used
    ├── FolderError     a published folder cannot be written or read; readers still see what it showed before
    │   └── FolderBusy  another process is publishing to the folder
    ├── LedgerError     a ledger is damaged; repair it before you publish again
    ├── MissingExtra    a feature needs an optional part of wgsched
    └── InternalError   solver and checker disagree: a mistake in wgsched, or in a rule of another package
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from wgsched.model.sentence import Repair, Sentence

__all__ = [
    "BadInput",
    "ExtensionError",
    "Fault",
    "FolderBusy",
    "FolderError",
    "Incomplete",
    "InternalError",
    "LedgerError",
    "LimitReached",
    "MissingExtra",
    "MissingTitles",
    "NoProgramme",
    "NoSigns",
    "NoZoneName",
    "NotTakenUp",
    "NotUnderstood",
    "UnknownName",
    "WgschedError",
]


class WgschedError(Exception):
    """An error that wgsched raises on purpose. It can be pickled with its facts, so process pools can pass it on."""

    def __reduce__(self) -> tuple[Callable[..., WgschedError], tuple[object, ...]]:
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[WgschedError], said: tuple[object, ...], facts: dict[str, object]) -> WgschedError:
    """Return a pickled error. Its constructor is not called, because that takes facts, and ``args`` holds words."""
    error = kind.__new__(kind, *said)
    builtin = next(each for each in kind.__mro__ if each.__module__ == "builtins")
    builtin.__init__(error, *said)  # type: ignore[misc]
    error.__dict__.update(facts)
    return error


@dataclass(frozen=True)
class Fault:
    """One fault in a file or a value, with its place.

    ``line`` and ``column`` count from 1, and are 0 if the place is unknown. ``path`` leads to the value in the file,
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
    """A file or a value is wrong. ``faults`` names everything that is wrong with it."""

    def __init__(self, *faults: Fault | str) -> None:
        self.faults: tuple[Fault, ...] = tuple(Fault(f) if isinstance(f, str) else f for f in faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class NoZoneName(BadInput):
    """A moment has a fixed offset or no time zone, and a calendar needs the name of a zone."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        clock = f"the fixed offset {moment:%z}" if moment.tzinfo else "no time zone"
        super().__init__(
            Fault(
                f"{moment:%Y-%m-%d %H:%M} has {clock}, so a calendar cannot know when the clocks change",
                hint="Name the zone of the place, such as Europe/Vienna, or UTC.",
            )
        )


class NoSigns(BadInput):
    """No font of a format has some characters, so that a paper cannot be written in it."""


class NotUnderstood(BadInput):
    """A text that a person typed names no moment, meeting, item, day or minutes. ``kind`` says what was wanted."""

    def __init__(self, kind: str, text: str, *faults: Fault) -> None:
        self.kind, self.text = kind, text
        super().__init__(*faults)


class NoProgramme(WgschedError):
    """The rules cannot all hold.

    ``conflict`` says which rules, ``repairs`` what would help. ``minimal`` says whether every rule in it is needed.
    Where that was asked for, ``nearest`` is the programme that breaks least; None where there is none, or where a limit
    came before one was found: then it is ``nearest_unknown``.
    """

    nearest: Any = None
    nearest_unknown: bool = False

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
    """A limit was reached before a programme was found. There may still be one."""


class NotTakenUp(WgschedError, LookupError):
    """No meeting of the programme takes up the item."""


class MissingTitles(WgschedError):
    """A paper cannot be written in a language, because titles are missing."""

    def __init__(self, language: str, missing: Iterable[str]) -> None:
        self.language = language
        self.missing: tuple[str, ...] = tuple(missing)
        super().__init__(f"titles missing in {language}: {', '.join(self.missing)}")


class Incomplete(WgschedError):
    """A publication would leave out something that must be in it. ``left_out`` says what, a line each."""

    def __init__(self, left_out: Iterable[str], hint: str = "") -> None:
        self.left_out: tuple[str, ...] = tuple(left_out)
        lines = ["Nothing was published. This would be missing:", *(f"- {line}" for line in self.left_out), hint]
        super().__init__("\n".join(line for line in lines if line))


class UnknownName(WgschedError, LookupError):
    """There is no language, layout, format, view or rule of that name. ``known`` lists those that exist."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(sorted(known))
        super().__init__(f"no {kind} is called {name!r}.{nearest(name, self.known)} Known: {', '.join(self.known)}")


class ExtensionError(WgschedError):
    """A layout, a rule, a language... of another package cannot be used; the package is named."""

    def __init__(self, kind: str, name: str, package: str, problem: str) -> None:
        self.kind, self.name, self.package = kind, name, package
        super().__init__(f"the {kind} {name!r} of the package {package} {problem}")


class FolderError(WgschedError):
    """A published folder cannot be written, read or served. Readers still see what it showed before."""

    def __init__(self, folder: object, message: str, *, hint: str = "") -> None:
        self.folder = str(folder)
        super().__init__(str(Fault(message, file=self.folder, hint=hint)))


class FolderBusy(FolderError):
    """Another process is publishing to the folder."""

    def __init__(self, folder: object) -> None:
        super().__init__(folder, "another process is publishing to it", hint="Try again when it has finished.")


class LedgerError(WgschedError):
    """A ledger is damaged. ``fault`` says where, how, and what to do; wgsched never rewrites a damaged ledger."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


class MissingExtra(WgschedError, ImportError):
    """A feature needs an optional part of wgsched. The text names the command that installs it."""

    def __init__(self, feature: str, extra: str) -> None:
        self.feature, self.extra = feature, extra
        super().__init__(f"{feature} needs an optional part of wgsched: pip install 'wgsched[{extra}]'")


class _Session(Protocol):
    @property
    def key(self) -> str: ...


class InternalError(WgschedError):
    """The checker refuses the programme that the solver found: a mistake in wgsched, or in a rule of another package.

    ``faults`` say where the two disagree. ``session`` and ``published`` are the input, ``files`` its files if known.
    """

    def __init__(
        self,
        faults: Iterable[str],
        session: _Session,
        published: object | None = None,
        files: Iterable[object] = (),
    ) -> None:
        self.faults: tuple[str, ...] = tuple(faults)
        self.session, self.published = session, published
        self.files: tuple[str, ...] = tuple(map(str, files))
        super().__init__(self.faults, session, published, self.files)

    def __str__(self) -> str:
        kept = f"these files: {', '.join(self.files)}" if self.files else f"the session, {self.session.key}"
        return "\n".join(
            (
                "This is an error in wgsched, not in the input: its checker refuses the programme that it found.",
                *(f"- {fault}" for fault in self.faults),
                f"Nothing was planned. Please report this, with {kept}.",
            )
        )


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `` Did you mean ...?`` with the nearest known word, or an empty text."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" Did you mean {close[0]!r}?" if close else ""
