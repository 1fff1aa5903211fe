"""Teams that are alike: which of them serves is no choice, so they are numbered in the order in which each begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from wgsched.planning.model.placements.placement import Literal, either

if TYPE_CHECKING:
    from wgsched.planning.model.desk import Desk


def in_turn(desk: Desk) -> None:
    """Let a team begin to serve only after the one before it has, among teams that are alike.

    Any programme is still there, with its teams numbered so.
    """
    for group in alike(desk):
        for earlier, later in pairwise(group):
            _after(desk, earlier, later)


def alike(desk: Desk) -> Iterator[list[str]]:
    """Yield teams that can stand for each other: of the same languages, for the same meetings, within the same limits.

    Those that have served before planning began are told apart by that.
    """
    known = set(desk.begun.values())
    groups: dict[object, list[str]] = {}
    for team in desk.session.services.teams:
        if team.key not in known:
            meetings = frozenset(meeting for meeting, teams in desk.able.items() if team.key in teams)
            limits = frozenset(desk.limits.get(team.key, ()))
            groups.setdefault((frozenset(team.languages), meetings, limits), []).append(team.key)
    yield from (group for group in groups.values() if len(group) > 1)


def _after(desk: Desk, earlier: str, later: str) -> None:
    """Have a team serve a meeting only when the other has served one before it."""
    begun: Literal = False
    for meeting in (each.key for each in desk.session.meetings if (later, each.key) in desk.serving):
        desk.model.add_implication(desk.serving[later, meeting], begun)
        begun = either(desk.model, [begun, desk.serving[earlier, meeting]])
