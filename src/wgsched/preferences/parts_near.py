"""Better resumed soon than after other meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Self

from wgsched.model import AgendaItem, Desk, Instalment, Preference, Programme, Quantity, Sentence, Session
from wgsched.model.example import Example, a_meeting, a_session, an_item, lasting
from wgsched.model.ranks import Rank, after_groups, ranks
from wgsched.model.reading import meetings_between, planned, subject


@dataclass(frozen=True)
class PartsNear(Preference):
    """An item is better resumed in the same meeting or the very next; each meeting skipped before counts 1.

    Meetings that are not held are not skipped, and nothing is counted between two forums. Groups, an item to which
    groups report back, and a report in several parts are resumed when that is useful; an item that is held again is
    not resumed.
    """

    code: ClassVar[str] = "parts-near"
    unit: ClassVar[tuple[str, str]] = ("meeting skipped before going on", "meetings skipped before going on")
    source: ClassVar[str] = "of 17 items resumed in published programmes, 12 are in the same meeting or the very next."

    def cases(self, session: Session) -> Iterator[tuple[Instalment, Instalment, tuple[AgendaItem, ...]]]:
        """Yield each instalment, the one after which it follows, and its items; first the rows of each alone."""
        last: dict[tuple[str, ...], Instalment] = {}
        free = {*after_groups(session), *(each for each, rank in ranks(session).items() if rank is Rank.REPORT)}
        groups = {forum.key for forum in session.forums if forum.is_group}
        for instalment, items in planned(session):
            yield instalment, instalment, items
            again = items[0].repeats or instalment in free
            if instalment.items in last and not again and not groups >= set(session.forums_of(instalment)):
                yield last[instalment.items], instalment, items
            last[instalment.items] = instalment

    def amount(
        self, programme: Programme, earlier: Instalment, later: Instalment, items: tuple[AgendaItem, ...]
    ) -> int:
        """Return how many meetings are skipped before it is resumed."""
        rows = programme.of(earlier)
        if earlier == later:
            return sum(meetings_between(programme, *pair) for pair in pairwise(rows))
        following = programme.of(later)
        return meetings_between(programme, rows[-1], following[0]) if rows and following else 0

    def express(self, desk: Desk, earlier: Instalment, later: Instalment, items: tuple[AgendaItem, ...]) -> Quantity:
        """Ask the desk how many meetings are skipped."""
        return desk.skipped(earlier, later)

    def words(self, earlier: Instalment, later: Instalment, items: tuple[AgendaItem, ...]) -> Sentence:
        """Say which item is resumed late."""
        return Sentence(self.code, item=subject(items))

    @classmethod
    def examples(cls) -> Iterator[Example[Self]]:
        """Yield an item in two parts resumed in the next meeting, and in the one after."""
        meetings = (a_meeting("am"), a_meeting("pm", 15), a_meeting("next", day=15))
        session = a_session(an_item("1", parts=(lasting(30), lasting(30))), an_item("2"), meetings=meetings)
        yield Example(session, cls(), kept={"am": "1.1", "pm": "1.2 2"}, broken={"am": "1.1", "pm": "2", "next": "1.2"})
