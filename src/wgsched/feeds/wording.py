"""The words for rooms, forums, hours, items and numbers of meetings, as feeds and pages both say them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from wgsched.model import ServiceBasis

if TYPE_CHECKING:
    from wgsched.languages import Lexicon
    from wgsched.model import AgendaItem, Forum, Meeting, Programme, Session, Text, Window

_TABLE_SPACES = re.compile(r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])")
"""What Chinese papers put around figures in tables, and running text does not."""


def running(time: str) -> str:
    """Return a time as running text writes it."""
    return _TABLE_SPACES.sub("", time)


class Wording:
    """Says the parts of a programme in one language; what is said of many meetings is made once."""

    def __init__(self, programme: Programme, lexicon: Lexicon) -> None:
        self._programme = programme
        self._lexicon = lexicon
        self._said: dict[tuple[object, ...], str] = {}

    def name(self, *more: str) -> str:
        """Return the name of a calendar: the body's, and what the view shows of it."""
        return self.listed(self.text(self._programme.session.body.short or self._programme.session.body.title), *more)

    def forum_name(self, forum: Forum) -> str:
        """Return the short name of a forum."""
        return self._lexicon.forum_name(forum)

    def room(self, key: str | None) -> str:
        """Return the name of a room: its title, else its key, after the word for a room where that is a mere code."""
        if key is None:
            return self._lexicon.phrase("feed-room-to-be-announced")
        if title := self._lexicon.room_title(key):
            return title
        return key if " " in key else self._lexicon.phrase("feed-room", room=key)

    def titled(self, item: AgendaItem, session: Session) -> str:
        """Return the number and the annex title of an item."""
        return self._once(("titled", id(session), item.key), lambda: self._titled(item, session))

    def _titled(self, item: AgendaItem, session: Session) -> str:
        title = self._lexicon.annex_title(item, session)
        return f"{self._lexicon.label(item)} {title}" if item.number else title

    def number(self, meeting: Meeting) -> str:
        """Return the number of a meeting, provisional until it is held; nothing for one that does not sit."""
        number = self._programme.number(meeting)
        if number is None:
            return ""
        name = "feed-meeting" if self._programme.was_held(meeting) else "feed-meeting-provisional"
        return self._lexicon.phrase(name, number=self._lexicon.ordinal(number))

    def interpretation(self, meeting: Meeting) -> str:
        """Return on what footing a meeting is interpreted, and into which languages."""
        return self._once(("interpretation", meeting.basis, meeting.languages), lambda: self._interpretation(meeting))

    def _interpretation(self, meeting: Meeting) -> str:
        say = self._lexicon.phrase
        if meeting.basis is ServiceBasis.WITHOUT:
            return say("feed-without-interpretation")
        if meeting.basis is ServiceBasis.AS_AVAILABLE:
            return say("feed-interpretation-as-available")
        names = (self._lexicon.language_name(language) for language in meeting.languages)
        return say("feed-interpretation", languages=self._series(names))

    def hours(self, window: Window) -> str:
        """Return hours and whose they are: ``10 a.m.–1 p.m. Vienna time``."""
        place = self.text(self._programme.session.place.title)
        return self._lexicon.phrase("time-of-place", hours=self.span(window), place=place)

    def span(self, window: Window) -> str:
        """Return hours at the place of the session, as running text writes them."""
        return self._once(("span", window), lambda: self._span(window))

    def _span(self, window: Window) -> str:
        zone = self._programme.session.zone
        return running(self._lexicon.hours(window.opens.in_timezone(zone), window.closes.in_timezone(zone)))

    def _moment(self, window: Window) -> str:
        return running(self._lexicon.moment(window.opens.in_timezone(self._programme.session.zone)))

    def listed(self, *parts: str) -> str:
        """Return parts one after the other, leaving out empty ones."""
        return self._lexicon.phrase("clause-separator").join(part for part in parts if part)

    def _series(self, parts: Iterable[str]) -> str:
        return self._lexicon.phrase("list-separator").join(parts)

    def _once(self, key: tuple[object, ...], make: Callable[[], str]) -> str:
        """Return what was said of the same before: a programme says the same of many meetings."""
        if key not in self._said:
            self._said[key] = make()
        return self._said[key]

    def text(self, text: Text) -> str:
        """Return a text in the language, else in the original one."""
        return self._lexicon.text(text)
