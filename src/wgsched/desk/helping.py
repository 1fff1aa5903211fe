"""What would help where there is no programme, as the page offers it."""

from __future__ import annotations

from dataclasses import dataclass

from wgsched.files.typedrows import pins_of
from wgsched.model import AgendaItem, Consideration, Meeting, Programme, Repair, Sentence


@dataclass(frozen=True)
class HelpView:
    """What would help, in words, and the pinned row that a button lets go, if that is all it takes."""

    text: str
    row: Consideration | None = None


def pinned_row(programme: Programme, repair: Repair) -> Consideration | None:
    """Return the pinned row which a repair gives up; None if it asks for something else."""
    given_up = dict(repair.sentence.facts).get("sentence")
    if repair.sentence.code != "repair-without" or not isinstance(given_up, Sentence):
        return None
    facts = dict(given_up.facts)
    item, meeting = facts.get("item"), facts.get("meeting")
    if given_up.code != "pinned-rows" or not (isinstance(item, AgendaItem) and isinstance(meeting, Meeting)):
        return None
    pins = pins_of(programme)
    rows = (
        row for row in programme.considerations if row.meeting == meeting.key and (row.meeting, row.instalment) in pins
    )
    return next((row for row in rows if item.key in [each.key for each in programme.items(row)]), None)
