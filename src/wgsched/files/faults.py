"""Gathers everything that is wrong in a file, so that all of it is said at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from wgsched.errors import BadInput, Fault, nearest
from wgsched.files.nodes import Leaf, Mark, Node, dotted, locate, node_at, plain_text

MOST = 100
"""How many faults are told at once; a file with more is something else."""

_ENOUGH = 1_000
"""How many faults are looked for; a file with more was not written by hand."""

_CURLY = tuple("“”„‟‘’‚‛")
"""Quotes that word processors put in place of straight ones."""


class Faults:
    """The faults of one file. The first one at a place is kept: what follows from it would only confuse."""

    def __init__(self, file: str, root: Node | None = None) -> None:
        self.file = file
        self.root: Node = root or Leaf("", Mark(1, 1))
        self._found: list[Fault] = []

    def __bool__(self) -> bool:
        return bool(self._found)

    def at(self, path: Sequence[str | int], message: str, hint: str = "", *, key: bool = False) -> None:
        """Add a fault at a path in the file; with ``key``, at the key and not at its value."""
        mark, known = locate(self.root, path, key=key)
        self.on(mark, message, curly(plain_text(node_at(self.root, known)), hint), path=known)

    def on(self, mark: Mark, message: str, hint: str = "", *, path: Sequence[str | int] = ()) -> None:
        """Add a fault at a place."""
        message = _printable(message)
        fault = Fault(message, self.file, mark.line, mark.column, _printable(dotted(path)), _printable(hint))
        if not any(_same(fault, other) for other in self._found[-MOST:]):
            self._found.append(fault)

    def strangers(self, path: Sequence[str | int], what: str, names: Iterable[str], known: Collection[str]) -> None:
        """Add a fault for each name that leads nowhere."""
        for name in names:
            if name not in known:
                self.at(path, f"there is no {what} {name!r}", suggestion(name, known))

    @property
    def enough(self) -> bool:
        """Whether there are so many that looking for more helps nobody."""
        return len(self._found) >= _ENOUGH

    def within(self, path: Sequence[str | int]) -> bool:
        """Return whether something at this path or below it is already known to be wrong."""
        prefix = dotted(path)
        return any(fault.path == prefix or fault.path.startswith(f"{prefix}.") for fault in self._found)

    def done(self) -> None:
        """Raise all that was found, in the order of the file.

        Raises:
            BadInput: anything was found.
        """
        if self._found:
            ordered = sorted(self._found, key=lambda fault: (fault.line, fault.column))
            more = (
                [Fault(f"and {len(ordered) - MOST} more faults", self.file, ordered[MOST].line, ordered[MOST].column)]
                if len(ordered) > MOST
                else []
            )
            raise BadInput(*ordered[:MOST], *more)


def _same(fault: Fault, other: Fault) -> bool:
    if (fault.line, fault.column, fault.path) != (other.line, other.column, other.path):
        return False
    return bool(fault.path) or fault.message == other.message


def _printable(text: str) -> str:
    """Return the text without what would move or hide the words of a message, and not endless."""
    safe = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
    return safe if len(safe) <= 240 else f"{safe[:160]}…{safe[-70:]}"


def curly(text: str, hint: str = "") -> str:
    """Return a hint, with more of it where a text begins with a curly quote."""
    more = "Curly quotes are read as part of the text: write straight ones, or none."
    return f"{hint} {more}".lstrip() if text[:1] in _CURLY else hint


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the sentence that names the nearest known word, or all of them when they are few."""
    names = list(known)
    if hint := nearest(word.lower(), names).strip():
        return hint
    return f"Known: {', '.join(names)}." if 0 < len(names) <= 16 else ""
