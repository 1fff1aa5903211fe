"""Which rooms were chosen, on one line."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.languages import lexicon
from wgsched.model import Programme


def rooms_chosen(programme: Programme) -> Iterator[str]:
    """Yield each forum for which rooms were chosen, with those in which it meets, in order of time."""
    words, session = lexicon("en", programme.session), programme.session
    for forum in session.forums:
        held = [each for each in programme.meetings if each.forum == forum.key and programme.takes_place(each)]
        if any(each.rooms for each in held):
            rooms = dict.fromkeys(words.room_title(each.room) or each.room or "none" for each in held)
            yield f"{words.forum_name(forum)} in {' and '.join(rooms)}"
