"""The changes by hand, one after another, with undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec

from wgsched.editing.edits import Edit
from wgsched.errors import BadInput
from wgsched.model import Programme

P = ParamSpec("P")


@dataclass(frozen=True)
class History:
    """A programme with the edits that were made to it, oldest first. Each verb returns a new history.

    ``undone`` are the edits that can be made again, the next one last.
    """

    start: Programme
    edits: tuple[Edit, ...] = ()
    undone: tuple[Edit, ...] = ()

    @property
    def programme(self) -> Programme:
        """The programme as it is now."""
        return self.edits[-1].programme if self.edits else self.start

    def do(self, verb: Callable[Concatenate[Programme, P], Edit], *args: P.args, **named: P.kwargs) -> History:
        """Return the history with one more edit, as in ``history.do(move, "2 (a)", "Fri am")``; none can be redone.

        Raises:
            BadInput: the edit is refused.
        """
        return History(self.start, (*self.edits, verb(self.programme, *args, **named)))

    def undo(self) -> History:
        """Return the history without its last edit.

        Raises:
            BadInput: there is none.
        """
        if not self.edits:
            raise BadInput("there is nothing to undo")
        return replace(self, edits=self.edits[:-1], undone=(*self.undone, self.edits[-1]))

    def redo(self) -> History:
        """Return the history with the edit that was undone last.

        Raises:
            BadInput: there is none.
        """
        if not self.undone:
            raise BadInput("there is nothing to redo")
        return replace(self, edits=(*self.edits, self.undone[-1]), undone=self.undone[:-1])
