"""The words for rooms, forums, hours, items and numbers of meetings, as feeds and pages both say them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from wgsched.feeds.entries import Entry
from wgsched.languages import Lexicon, standing
from wgsched.languages.clock import running
from wgsched.model import AgendaItem, Meeting, Programme, ServiceBasis, Session, Window


class Wording:
    """Says the parts of a programme in one language; what is said of many meetings is made once."""

    def __init__(self, programme: Programme, lexicon: Lexicon) -> None:
        self.programme = programme
        self.lexicon = lexicon
        self._said: dict[tuple[object, ...], str] = {}

    @cached_property
    def body(self) -> str:
        """The body's short name, else its title."""
        return self.lexicon.text(self.programme.session.body.short or self.programme.session.body.title)

    @cached_property
    def place(self) -> str:
        """The name of the place of the session."""
        return self.lexicon.text(self.programme.session.place.title)

    @cached_property
    def standing(self) -> str:
        """How far the programme has come on its way to adoption."""
        return running(standing(self.lexicon, self.programme))

    def name(self, *more: str) -> str:
        """Return the name of a calendar: the body's, and what the view shows of it."""
        return self.listed(self.body, *more)

    def room(self, key: str | None) -> str:
        """Return the name of a room, or that it is to be announced."""
        return self._once(("room", key), lambda: self.lexicon.room_name(key))

    def titled(self, item: AgendaItem, session: Session) -> str:
        """Return the number and the annex title of an item."""
        return self._once(("titled", id(session), item.key), lambda: self._titled(item, session))

    def _titled(self, item: AgendaItem, session: Session) -> str:
        title = self.lexicon.annex_title(item, session)
        return f"{self.lexicon.label(item)} {title}" if item.number else title

    def number(self, meeting: Meeting) -> str:
        """Return the number of a meeting, provisional until it is held; nothing for one that does not sit."""
        number = self.programme.number(meeting)
        if number is None:
            return ""
        name = "feed-meeting" if self.programme.was_held(meeting) else "feed-meeting-provisional"
        return self.lexicon.phrase(name, number=self.lexicon.ordinal(number))

    def sitting(self, meeting: Meeting) -> str:
        """Return the number and the hours of a meeting; where it has no hour of its own, upon what it opens."""
        return self._once(("sitting", id(meeting)), lambda: self._sitting(meeting))

    def _sitting(self, meeting: Meeting) -> str:
        opening = self.lexicon.opening(meeting, self.programme.session)
        return self.lexicon.capital(self.listed(self.number(meeting), opening or self.hours(meeting.window)))

    def when(self, entry: Entry) -> str:
        """Return the hours of an entry, or upon what its meeting opens."""
        opening = self.lexicon.opening(entry.meeting, entry.programme.session) if entry.meeting else ""
        return opening or self.span(entry.window)

    def interpretation(self, meeting: Meeting) -> str:
        """Return on what footing a meeting is interpreted, and into which languages."""
        return self._once(("interpretation", meeting.basis, meeting.languages), lambda: self._interpretation(meeting))

    def _interpretation(self, meeting: Meeting) -> str:
        say = self.lexicon.phrase
        if meeting.basis is ServiceBasis.WITHOUT:
            return say("feed-without-interpretation")
        if meeting.basis is ServiceBasis.AS_AVAILABLE:
            return say("feed-interpretation-as-available")
        return say("feed-interpretation", languages=self.series(map(self.lexicon.language_name, meeting.languages)))

    def hours(self, window: Window) -> str:
        """Return hours and whose they are: ``10 a.m.–1 p.m. Vienna time``."""
        return self.lexicon.phrase("time-of-place", hours=self.span(window), place=self.place)

    def span(self, window: Window) -> str:
        """Return hours at the place of the session, as running text writes them."""
        zone = self.programme.session.zone
        opens, closes = window.opens.in_timezone(zone).time(), window.closes.in_timezone(zone).time()
        return self._once(("span", opens, closes), lambda: running(self.lexicon.hours(opens, closes)))

    def listed(self, *parts: str) -> str:
        """Return parts one after the other, leaving out empty ones."""
        return self._comma.join(filter(None, parts))

    @cached_property
    def _comma(self) -> str:
        return self.lexicon.phrase("clause-separator")

    def series(self, parts: Iterable[str]) -> str:
        """Return parts that are members of a list."""
        return self._list_separator.join(parts)

    @cached_property
    def _list_separator(self) -> str:
        return self.lexicon.phrase("list-separator")

    def _once(self, key: tuple[object, ...], make: Callable[[], str]) -> str:
        """Return what was said of the same before: a programme says the same of many meetings."""
        if key not in self._said:
            self._said[key] = make()
        return self._said[key]
