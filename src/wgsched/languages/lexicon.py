"""A lexicon says in one language what papers, feeds and errors have to say."""

from __future__ import annotations

from wgsched.languages import registry, saying
from wgsched.languages.titles import Titles
from wgsched.model import Language, Programme, Sentence, Session, Status


class Lexicon(Titles):
    """The house forms of one language, as a session may have changed them.

    Phrases are the ground; on them stand dates, hours, numbers of items, titles, and sentences, a file each.
    """

    def say(self, sentence: Sentence, session: Session | None = None) -> str:
        """Return a sentence in words, with a capital first letter and a full stop.

        Raises:
            UnknownName: the language has no wording for it, nor does it bring one.
        """
        return saying.say(self, sentence, session or self.session)


def lexicon(code: Language, session: Session | None = None, *, fill: Language | None = None) -> Lexicon:
    """Return the lexicon of a language, with the wordings that the session overrides.

    Raises:
        UnknownName: there is no such language, or the session overrides a phrase that does not exist.
        BadInput: an override asks for a place that the phrase does not have.
    """
    return Lexicon(registry.vocabulary(code), session, fill)


def standing(words: Lexicon, programme: Programme) -> str:
    """Return ``Proposed, not yet adopted.``, or that it is agreed, adopted, or under a silence procedure until when."""
    if programme.status in (Status.ADOPTED, Status.AGREED):
        return words.phrase(f"feed-{programme.status.value}")
    if programme.status is Status.SILENCE and programme.silence_until:
        until = programme.silence_until.in_timezone(programme.session.zone)
        return words.phrase("feed-silence", moment=words.moment(until))
    return words.phrase("feed-proposed")
