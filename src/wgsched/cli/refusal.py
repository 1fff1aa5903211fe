"""That there is no programme, as lines: what cannot all hold, and what would help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wgsched.cli.output import bullets

if TYPE_CHECKING:
    from wgsched.languages import Lexicon
    from wgsched.model import Repair, Sentence, Session


def refusal(
    conflict: Sequence[Sentence],
    repairs: Sequence[Repair],
    words: Lexicon,
    session: Session,
    *,
    minimal: bool,
    opening: str = "There is no programme. These cannot all hold",
) -> list[str]:
    """Return why there is no programme and what would help, the cheapest first, in one language."""
    if not conflict:
        return ["There is no programme. The time limit came before it was known why."]
    needed = "" if minimal else " (some of them may not matter)"
    held = [words.say(sentence, session) for sentence in conflict]
    helping = [words.say(repair.sentence, session) for repair in repairs]
    return [
        f"{opening}{needed}:",
        *bullets(held),
        *(["Any one of these would help, the cheapest first:"] if helping else ["No single helpful change was found."]),
        *bullets(helping),
    ]


def refusal_data(
    conflict: Sequence[Sentence], repairs: Sequence[Repair], words: Lexicon, session: Session, *, minimal: bool
) -> dict[str, object]:
    """Return the same as data."""
    return {
        "possible": False,
        "conflict": [words.say(sentence, session) for sentence in conflict],
        "minimal": minimal,
        "repairs": [{"cost": each.cost, "sentence": words.say(each.sentence, session)} for each in repairs],
    }
