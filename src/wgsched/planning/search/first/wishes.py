"""The hours that preferences wish for, item by item, and what each wish weighs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from wgsched.model import Desk, Session, Unit, Window
from wgsched.preferences import wishbook


class WishDesk:
    """Implements the preferences' half of `wgsched.model.Desk` by writing down the hours that are wished for."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.weight = 0
        self.wished: dict[str, list[tuple[tuple[Window, ...], int]]] = {}

    def outside(self, unit: Unit, windows: Sequence[Window]) -> int:
        """Note what it weighs that an instalment is not wholly inside these windows."""
        for each in self.session.agenda.instalments_of(unit):
            self.wished.setdefault(each.key, []).append((tuple(windows), self.weight))
        return 0

    def _nothing(self, *_: Any, **__: Any) -> int:
        """Note nothing: it does not depend on the hours of one item alone."""
        return 0

    inverted = continuations = minutes_in = most = least = total = together = parted = divided = skipped = idle = (
        used
    ) = _nothing
    in_room = rooms_used = rooms_of = room_changed = _nothing
    broken = days = _nothing


def wishes(session: Session) -> dict[str, list[tuple[tuple[Window, ...], int]]]:
    """Return the windows that are wished for each instalment, by key, and what it costs to miss each."""
    desk = WishDesk(session)
    for preference, desk.weight in wishbook(session):
        for case in preference.cases(session):
            preference.express(cast("Desk", desk), *case)
    return desk.wished
