"""What rules ask of one instalment alone: it shrinks the starts that the instalment may have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pendulum import DateTime

from wgsched.model import Instalment, Limits, Meeting, Unit, Window
from wgsched.planning.model.builder import ModelBuilder, keys


class SingleVerbs(ModelBuilder):
    """Verbs that only gather requirements: no constraint is posted for them."""

    def takes(self, instalment: Instalment, minutes: int) -> None:
        """Give the instalment this many minutes."""
        required = self.required[instalment.key]
        required.fewest, required.minutes = self.minutes.get(instalment.key, (minutes, minutes))

    def within(self, unit: Unit, windows: Sequence[Limits]) -> None:
        """Keep every row of the unit inside one of the windows."""
        for required in self.requirements_of(unit):
            required.windows.append(tuple(windows))

    def unbroken(self, instalment: Instalment, around: Mapping[Instalment, Window] | None = None) -> None:
        """Take up the instalment as one interval of working time, left only for those around which it is taken up."""
        self.required[instalment.key].unbroken = True
        self.required[instalment.key].around = {each.key: window for each, window in (around or {}).items()}

    def once_a_meeting(self, instalment: Instalment) -> None:
        """No placement has more than one row in a meeting."""

    def opens_at(self, instalment: Instalment, moment: DateTime) -> None:
        """Open the instalment at exactly this moment."""
        self.required[instalment.key].openings.append(moment)

    def whole(self, instalment: Instalment) -> None:
        """Take up the instalment in one meeting."""
        self.required[instalment.key].whole = True

    def no_part_under(self, instalment: Instalment, minutes: int) -> None:
        """Give no meeting fewer minutes of a divided instalment."""
        required = self.required[instalment.key]
        required.shortest = max(required.shortest, minutes)

    def only_in(self, unit: Unit, meetings: Sequence[Meeting]) -> None:
        """Keep every row of the unit in one of these meetings."""
        for required in self.requirements_of(unit):
            required.meetings.append(keys(meetings))
