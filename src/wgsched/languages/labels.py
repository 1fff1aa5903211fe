"""The numbers of items and of sessions, as each language prints them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from wgsched.errors import UnknownName
from wgsched.languages.clock import Times
from wgsched.model import AgendaItem, ItemNumber, Session, SessionKind, SessionPart, SessionType

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Labels(Times):
    """Says numbers of items, and what is counted in order."""

    def label(self, item: AgendaItem | ItemNumber | None) -> str:
        """Return an item's number in the language: ``1 (a)``, ``1 a)``, ``1 (أ)``; of an entry, nothing."""
        number = item.number if isinstance(item, AgendaItem) else item
        if number is None:
            return ""
        if number not in self._labels:
            self._labels[number] = self._label(number)
        return self._labels[number]

    @cached_property
    def _labels(self) -> dict[ItemNumber, str]:
        return {}

    def _label(self, number: ItemNumber) -> str:
        if number.dotted:
            return self.number(str(number))
        written = self.number(number.levels[0])
        for depth, level in enumerate(number.levels[1:]):
            own, latin = (self.vocabulary.numerals, _ROMAN) if depth else (self.vocabulary.letters, tuple(_LETTERS))
            place = latin.index(level) if level in latin else len(own)
            printed = self.number(own[place] if place < len(own) else level)
            written = self.phrase("label-third" if depth else "label-second", above=written, level=printed)
        return written

    def own_level(self, number: ItemNumber) -> str:
        """Return the last level of a number as it heads a paragraph below its parent: ``(a)``, ``a)``, ``(أ)``."""
        if number.parent is None or number.dotted:
            return self.label(number)
        return self.label(number).removeprefix(self.label(number.parent)).strip()

    def point(self, place: int) -> str:
        """Return the label of a point in a list, from 0: ``(a)``, ``a)``, ``(أ)``."""
        return self.own_level(ItemNumber(("0", _LETTERS[place % 26] * (place // 26 + 1))))

    def labels(self, items: Iterable[AgendaItem], *, noun: bool = False) -> str:
        """Return ``2 (a) and 3``; with the noun, ``items 2 (a) and 3``, in the dual where the language has one."""
        printed = [each for each in map(self.label, items) if each]
        joined = self.enumerate(printed)
        return self.phrase("items", labels=joined, n=len(printed)) if noun and printed else joined

    def ordinal(self, number: int, noun: str = "") -> str:
        """Return ``third meeting`` for a noun of `NOUNS`, else ``3rd`` of a sitting.

        Raises:
            UnknownName: the language does not count that noun.
        """
        nth, nouns = self.phrase("nth", n=number), self.vocabulary.nouns
        if not noun:
            return nth
        if noun not in nouns:
            raise UnknownName("counted noun", noun, nouns)
        known, beyond = nouns[noun].ordinals, nouns[noun].beyond
        ordinal = known[number - 1] if 1 <= number <= len(known) else beyond.format(n=self.number(number), nth=nth)
        return nouns[noun].pattern.format(ordinal=ordinal)

    def session_name(self, session: Session) -> str:
        """Return what a session is called after its body: ``Resumed seventeenth session``; nothing if all is usual."""
        if session.type is SessionType.REGULAR and not session.ordinal and not session.part:
            return ""
        return self.session_called(session.kind, session.type, session.ordinal, session.part)

    def session_called(
        self, kind: SessionKind, type_: SessionType | None, ordinal: int | None, part: SessionPart | None = None
    ) -> str:
        """Return what a session of a kind, a type, a number and a part is called."""
        noun = _noun(kind, type_)
        name = self.ordinal(ordinal, noun) if ordinal else self.vocabulary.nouns[noun].alone
        return self.capital(self._part(name, part) if part else name)

    def _part(self, session: str, part: SessionPart) -> str:
        if part.reopening is None:
            return self.phrase("session-part", session=session, part=self.ordinal(part.number, "part"))
        if part.number == 1:
            return self.phrase(f"session-{part.reopening.value}", session=session)
        again = self.ordinal(part.number, "resumption")
        return self.phrase(f"session-{part.reopening.value}-again", session=session, nth=again)


def _noun(kind: SessionKind, type_: SessionType | None) -> str:
    """Return the counted noun of a session: those of other types have their own."""
    return kind.value if type_ in (None, SessionType.REGULAR) else f"{type_.value.replace(' ', '-')}-session"
