"""The sizes of generated sessions.

``2x8`` is two days and eight items; ``15x120`` has three meetings a day, the others two; ``2f80`` is two forums, ten
days, eighty items and twenty delegations whose items are in both; ``4f160`` is four forums that share three teams of
interpreters, so that of four meetings that could be held at once three can be; ``8f96t5`` is eight that share five,
``8f160`` eight with a team each. ``1f500`` is twelve weeks of one forum. ``groups`` are nine contact groups in two
rooms. In ``loose120`` nothing is asked but half an hour of slack in each meeting. ``no300`` lacks a tenth of the
minutes that its items need, so that there is no programme.
"""

from __future__ import annotations

from dataclasses import dataclass

SEEDS = range(1, 11)


@dataclass(frozen=True)
class Size:
    """How large a session is.

    ``rooms`` are those that contact groups share; without, forums have meetings with interpretation. A ``loose``
    session asks for slack alone. Of the meetings, the first are there, a ``left`` part of all.
    """

    days: int
    items: int
    hours: tuple[int, ...] = (10, 15)
    forums: int = 1
    teams: int = 1
    delegations: int = 0
    load: float = 0.85
    rooms: int = 0
    loose: bool = False
    left: float = 1.0

    @property
    def at_once(self) -> int:
        """How many meetings sit at once, at most."""
        return self.rooms or max(self.teams, 1)


SIZES = {
    "2x8": Size(2, 8),
    "5x25": Size(5, 25),
    "10x60": Size(10, 60),
    "15x120": Size(15, 120, hours=(9, 12, 15)),
    "2f80": Size(10, 80, forums=2, teams=2, delegations=20),
    "4f160": Size(10, 160, forums=4, teams=3, delegations=10),
    "8f160": Size(10, 160, forums=8, teams=8, delegations=20),
    "8f96t5": Size(10, 96, forums=8, teams=5, delegations=20),
    "1f500": Size(60, 500, hours=(9, 12, 15)),
    "groups": Size(10, 63, hours=(10, 15, 19), forums=9, rooms=2, delegations=10),
    "loose120": Size(15, 120, hours=(9, 12, 15), loose=True),
    "no300": Size(40, 300, hours=(9, 12, 15), left=0.75),
}
