"""How far a programme has come on its way to adoption, in one sentence."""

from __future__ import annotations

from wgsched.languages.lexicon import Lexicon
from wgsched.model import Programme, Status


def standing(words: Lexicon, programme: Programme) -> str:
    """Return ``Proposed, not yet adopted.``, or that it is agreed, adopted, or under a silence procedure until when."""
    if programme.status in (Status.ADOPTED, Status.AGREED):
        return words.phrase(f"feed-{programme.status.value}")
    if programme.status is Status.SILENCE and programme.silence_until:
        until = programme.silence_until.in_timezone(programme.session.zone)
        return words.phrase("feed-silence", moment=words.moment(until))
    return words.phrase("feed-proposed")
