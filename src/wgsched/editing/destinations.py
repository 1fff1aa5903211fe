"""Where an item may go: each meeting, with what a move there would break, or why it is impossible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from wgsched.checking import Violation, check, score
from wgsched.editing.edits import Edit, only_in
from wgsched.editing.rows import move, place
from wgsched.errors import BadInput
from wgsched.files.spoken import instalments_named
from wgsched.model import Meeting, Programme


@dataclass(frozen=True)
class Destination:
    """A meeting to which an item may be moved: what is then broken, or, if it cannot be moved there, why."""

    meeting: Meeting
    broken: tuple[Violation, ...] = ()
    refusal: str = ""
    edit: Edit | None = None
    total: int = 0
    """What the programme costs as it is now."""
    refused: BadInput | None = None

    @property
    def possible(self) -> bool:
        """Whether the item can be moved there at all."""
        return not self.refusal

    @property
    def allowed(self) -> bool:
        """Whether it can be moved there without breaking anything."""
        return self.possible and not self.broken

    @property
    def cost(self) -> int:
        """How much more the programme would cost with the item there; 0 if it cannot be moved there."""
        return score(self.edit.programme).total - self.total if self.edit else 0

    @property
    def rank(self) -> tuple[bool, int, int]:
        """What to sort by: first what breaks least, then what costs least, and last what is impossible."""
        return not self.possible, len(self.broken), self.cost


def destinations(programme: Programme, item: str, meeting: str | None = None) -> Iterator[Destination]:
    """Yield every meeting but the one in which an item stands; an item without a row is placed there.

    Those of its own forum come first, each in order of time. ``meeting`` says which row is meant, if the item has
    several. Each takes a check of the whole programme.

    Raises:
        BadInput: there is no such item.
    """
    before, total = check(programme), score(programme).total
    forums = programme.session.forums_of(instalments_named(programme.session, item)[0])
    for target in sorted(programme.meetings, key=lambda each: each.forum not in forums):
        if target.key == meeting:
            continue
        put = place if meeting is None else partial(move, meeting=meeting)
        try:
            edit = put(programme, item, target.key)
        except BadInput as refused:
            yield Destination(target, refusal=str(refused), refused=refused)
        else:
            yield Destination(target, broken=only_in(edit.report, before), edit=edit, total=total)
