"""What rules ask of meetings: which are held, how many, and which interpretation team serves each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from wgsched.model import InterpretationTeam, Meeting
from wgsched.planning.model.builder import ModelBuilder, keys, shared, when_settled
from wgsched.planning.model.literals import Literal, either, negated


class MeetingVerbs(ModelBuilder):
    """Verbs about whole meetings. With one team only, its limits are on the meetings: no variable says who serves."""

    def not_held(self, meeting: Meeting) -> None:
        """Take up nothing in the meeting."""
        if self.guard:
            self._post_empty(meeting)
        else:
            self.closed.add(meeting.key)

    @when_settled
    def _post_empty(self, meeting: Meeting) -> None:
        """Take up nothing in a meeting whose time counts all the same: whether it is held is not known before."""
        for placement, segment in self.at(meeting):
            touches = placement.touches(segment)
            if touches is not False:
                self.model.add(touches == 0 if touches is not True else False)

    def was_held(self, meeting: Meeting) -> None:
        """Count the meeting among those in which items are taken up: some were, before planning began."""
        self.begun[meeting.key] = meeting.team

    def used(self, meeting: Meeting) -> Literal:
        """Return whether items are taken up in the meeting, or were before planning began."""
        return meeting.key in self.begun or self._used(meeting.key)

    @shared
    def _used(self, key: str) -> Literal:
        meeting = self.session.meeting(key)
        if meeting.optional and meeting.forum in self.times:
            return self.held.get(key, False)
        return self._has_rows(key)

    @shared
    def _has_rows(self, key: str) -> Literal:
        meeting = self.session.meeting(key)
        rows = [placement.touches(segment) for placement, segment in self.at(meeting)]
        if any(row is True for row in rows):
            return True
        literal = self.model.new_bool_var("")
        for row in rows:
            self.model.add_implication(row, literal)
        self.model.add_bool_or([*rows, negated(literal)])
        return literal

    @when_settled
    def at_most(self, limit: int, meetings: Sequence[Meeting]) -> None:
        """Take up items in no more than ``limit`` of these meetings."""
        self.hold_at_most(limit, meetings)

    def hold_at_most(self, limit: int, meetings: Sequence[Meeting]) -> None:
        """Post that items are taken up in no more than ``limit`` of these meetings."""
        if not self.guard:
            self.caps.append((limit, keys(meetings)))
        held = [self.used(each) for each in meetings if each.key not in self.begun and self.at(each)]
        left = max(0, limit - sum(each.key in self.begun for each in meetings))
        if len(held) > left:
            self.model.add(sum(held) <= left)

    def served(self, meeting: Meeting, teams: Sequence[InterpretationTeam]) -> None:
        """Have one of these teams serve the meeting when items are taken up in it."""
        if not teams:
            self.not_held(meeting)
        elif len(self.session.services.teams) > 1:
            self.able[meeting.key] = tuple(team.key for team in teams)

    def serves_at_most(self, team: InterpretationTeam, limit: int, meetings: Sequence[Meeting]) -> None:
        """Have the team serve no more than ``limit`` of these meetings."""
        if len(self.session.services.teams) == 1:
            self.at_most(limit, meetings)
        else:
            self.limits.setdefault(team.key, []).append((limit, keys(meetings)))
            self._post_serves_at_most(team.key, limit, meetings)

    @when_settled
    def _post_serves_at_most(self, team: str, limit: int, meetings: Sequence[Meeting]) -> None:
        coming = [each for each in meetings if self.begun.get(each.key) != team]
        serving = [self.serving[team, each.key] for each in coming if (team, each.key) in self.serving]
        left = max(0, limit - (len(meetings) - len(coming)))
        if len(serving) > left:
            self.model.add(sum(serving) <= left)

    def post_serving(self) -> None:
        """Make the variables that say which team serves each meeting: exactly one where it is used."""
        for key, teams in self.able.items():
            meeting = self.session.meeting(key)
            if not self.at(meeting):
                continue
            for each in teams:
                self.serving[each, key] = self.model.new_bool_var("")
            self.model.add(sum(self.serving[each, key] for each in teams) == self.used(meeting))
            team = self.begun.get(key)
            if team in teams and team is not None:
                self.model.add(self.serving[team, key] == 1)

    def post_displaced(self) -> None:
        """Let a meeting that is not optional fall only for a joint meeting that takes something up."""
        for key, joint in self.displaced.items():
            meeting = self.session.meeting(key)
            if not meeting.optional:
                sitting = [each.key in self.begun or self._has_rows(each.key) for each in joint]
                self.model.add_bool_or([self.held[key], *sitting])

    def post_teams_in_turn(self) -> None:
        """Let a team begin to serve only after the one before it has, among teams that are alike.

        Which of them serves is no choice. Any programme is still there, with its teams numbered so; the search meets it
        once and not with all exchanges of teams.
        """
        for group in self.teams_alike():
            for earlier, later in pairwise(group):
                begun: Literal = False
                for meeting in (each.key for each in self.session.meetings if (later, each.key) in self.serving):
                    self.model.add_implication(self.serving[later, meeting], begun)
                    begun = either(self.model, [begun, self.serving[earlier, meeting]])

    def teams_alike(self) -> Iterator[list[str]]:
        """Yield teams that can stand for each other: of the same languages, for the same meetings, within equal limits.

        Those that have served before planning began are told apart by that.
        """
        known = set(self.begun.values())
        groups: dict[object, list[str]] = {}
        for team in self.session.services.teams:
            if team.key not in known:
                meetings = frozenset(meeting for meeting, teams in self.able.items() if team.key in teams)
                limits = frozenset(self.limits.get(team.key, ()))
                groups.setdefault((frozenset(team.languages), meetings, limits), []).append(team.key)
        yield from (group for group in groups.values() if len(group) > 1)
