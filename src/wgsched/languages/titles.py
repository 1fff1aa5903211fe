"""Titles of items, forums and rooms: their own, those that roles bring, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wgsched.errors import MissingTitles
from wgsched.languages import registry
from wgsched.languages.labels import Labels
from wgsched.languages.phrases import ROLE
from wgsched.model import (
    AgendaItem,
    Consideration,
    Forum,
    Language,
    Meeting,
    Participant,
    Programme,
    Role,
    Session,
    SessionKind,
    Text,
)
from wgsched.model.reading import chairs_of, named

ORGANIZATIONAL = frozenset({Role.ORGANIZATIONAL_MATTERS, Role.OPENING, Role.OFFICERS, Role.AGENDA})
"""Roles whose sub-items are printed in the annex without the title of the item above."""


class Titles(Labels):
    """Says titles, names, and all texts of which a session has versions."""

    def title(self, item: AgendaItem, session: Session | None = None) -> str:
        """Return the title of an item: its own, else its role's as the kind of session words it.

        Raises:
            MissingTitles: it has none in this language.
        """
        session = session or self.session
        own = _title(item, session, self.code)
        if own is not None:
            return own
        other = _title(item, session, self.fill) if self.fill else None
        if other is None:
            raise MissingTitles(self.code, (str(item.number or item.key),))
        return self.phrase("missing", text=other)

    def annex_title(self, item: AgendaItem, session: Session | None = None) -> str:
        """Return the title for the annex: the short one, else with that of the item above where that is substantive.

        Raises:
            MissingTitles: there is none in this language.
        """
        if self.code in item.annex:
            return item.annex[self.code]
        session = session or self.session
        own = self.title(item, session)
        if session is None or item.number is None or item.parent is None or item.parent not in session.agenda:
            return own
        above = session.agenda[item.parent]
        if above.role in ORGANIZATIONAL or item.role in ORGANIZATIONAL:
            return own
        return self.phrase("child-title", parent=self.annex_title(above, session), child=own)

    def version(self, text: Text, session: Session | None = None) -> str:
        """Return a text in the language, else in the original one, else in English, else in any."""
        session = session or self.session
        return text.best(self.code, *((session.original,) if session else ()), "en")

    def fills(self, text: Text) -> bool:
        """Return whether a text stands, visibly, in the language that fills gaps."""
        return self.code not in text and self.fill in text

    def people(self, programme: Programme, row: Consideration) -> Iterator[str]:
        """Yield the printed names of those who present the items of a row, and of those who chair them."""
        if not programme.session.participants:
            return
        presenting, chairing = named(programme, row)
        if presenting:
            yield self._names(presenting)
        if chairing:
            yield self._chaired(chairing)

    def chair(self, programme: Programme, forum: str) -> str:
        """Return the printed names of those who chair all that a forum, by its key, takes up."""
        people = chairs_of(programme, forum) if programme.session.participants else ()
        return self._chaired(people) if people else ""

    def _chaired(self, people: Iterable[Participant]) -> str:
        return self.phrase("chaired-by", names=self._names(people))

    def _names(self, people: Iterable[Participant]) -> str:
        return self.enumerate([self.text(each.name, each.key) for each in people])

    def text(self, text: Text, otherwise: str = "") -> str:
        """Return a text in the language; visibly in the one that fills gaps, else as far as there is one."""
        if self.fill and self.fills(text):
            return self.phrase("missing", text=text[self.fill])
        return self.version(text) or otherwise

    def forum_name(self, forum: Forum) -> str:
        """Return the short name of a forum, else its title, else the word for its kind."""
        return self.text(forum.short or forum.title) or self.phrase(forum.kind.value)

    def meeting_hours(self, meeting: Meeting, session: Session | None = None) -> str:
        """Return the hours of a meeting, or in words when it opens: ``upon conclusion of item 9``."""
        return self.opening(meeting, session) or self.hours(meeting.window)

    def opening(self, meeting: Meeting, session: Session | None = None) -> str:
        """Return in words when a meeting opens; nothing where it has an hour of its own."""
        session, opening = session or self.session, meeting.opening
        if opening is None:
            return ""
        if session and opening.item and opening.item in session.agenda:
            item = session.agenda[opening.item]
            if item.number:
                return self.phrase("opens-upon-item", label=self.label(item))
            title = self.phrase("quoted", text=self.title(item, session))
            return self.phrase("opens-upon-entry", title=title)
        followed = [each for each in session.meetings if each.key == opening.meeting] if session else []
        if session and followed:
            return self.phrase("opens-after-meeting", forum=self.forum_name(session.forum(followed[0].forum)))
        return self.phrase("opens-unannounced")

    def room_title(self, key: str | None) -> str:
        """Return the title of a room, by key; nothing when it has none."""
        rooms = self.session.services.rooms if self.session else ()
        return next((self.text(room.title) for room in rooms if room.key == key), "")

    def room_name(self, key: str | None) -> str:
        """Return the name of a room: its title, else its key, after the word for a room where that is a mere code."""
        if key is None:
            return self.phrase("feed-room-to-be-announced")
        return self.room_title(key) or (key if " " in key else self.phrase("feed-room", room=key))


def missing_titles(session: Session, language: Language) -> tuple[str, ...]:
    """Return what has no title in a language, by number or key: items, entries, events, and forums where there are two.

    Raises:
        UnknownName: there is no such language.
    """
    registry.vocabulary(language)
    return tuple(_missing(session, language))


def complete_languages(session: Session) -> tuple[Language, ...]:
    """Return those of the session's languages in which no title is missing."""
    return tuple(language for language in session.languages if not missing_titles(session, language))


def _missing(session: Session, language: Language) -> Iterator[str]:
    for item in session.agenda:
        if _title(item, session, language) is None:
            yield str(item.number or item.key)
    for event in session.events:
        if language not in event.title:
            yield event.key
    if len(session.forums) > 1:
        yield from (forum.key for forum in session.forums if language not in forum.title)


def _title(item: AgendaItem, session: Session | None, language: Language) -> str | None:
    if (own := item.title.get(language)) is not None:
        return own
    if item.role is None:
        return None
    changed = session.phrases.get(language, {}) if session else {}
    if (wording := changed.get(f"{ROLE}{item.role.value}")) is not None:
        return wording
    kind = session.kind if session else SessionKind.SESSION
    return registry.vocabulary(language).roles[item.role][kind].text
