"""One publication in the making: what subscribers rely on goes on from the ledger, in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from wgsched.feeds import Calendars, Frame, Options, Site, View, views
from wgsched.feeds.texts import Writer
from wgsched.languages import lexicon
from wgsched.publishing.changes import Teller
from wgsched.publishing.remembering import completed, remember

if TYPE_CHECKING:
    from wgsched.feeds.entries import Entry
    from wgsched.languages import Lexicon
    from wgsched.model import Language, Programme
    from wgsched.publishing.ledger import Ledger, Publication
    from wgsched.publishing.memory import Memory


@dataclass(frozen=True)
class Edition:
    """A programme about to be published; ``draft`` says when and why, and not yet what changed.

    ``text`` is the programme as a file.
    """

    programme: Programme
    ledger: Ledger = field(repr=False)
    draft: Publication
    text: bytes = field(repr=False)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which it is published."""
        return self.draft.languages

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything in its feeds, with what was published once and is gone."""
        return completed(self.ledger.memory, self.programme)

    @cached_property
    def memory(self) -> Memory:
        """What the ledger will remember."""
        digests = {language: self._digests(language) for language in self.languages}
        grown = remember(self.ledger.memory, self.entries, digests, self.draft.number, self.draft.moment)
        return replace(grown, programme=self._programme)

    def _programme(self, number: int) -> Programme:
        return self.programme if number == self.draft.number else self.ledger.programme(number)

    def _digests(self, language: Language) -> Mapping[str, str]:
        writer, geo = self.writer(language), self.programme.session.place.geo
        shared = (self.draft.settings["site"], *([geo] if geo else []))
        return {
            entry.uid: writer.words(entry).digest(entry.window, entry.status, entry.room, *shared)
            for entry in self.entries
        }

    @cached_property
    def _writers(self) -> dict[Language, Writer]:
        return {language: Writer(self.programme, self.lexicon(language)) for language in self.languages}

    def writer(self, language: Language) -> Writer:
        """Return what writes the texts of a language."""
        return self._writers[language]

    def lexicon(self, language: Language) -> Lexicon:
        """Return the lexicon of a language."""
        return lexicon(language, self.programme.session)

    @cached_property
    def frame(self) -> Frame:
        """What the feeds of all languages share."""
        site, cancelled = self.draft.settings["site"], self.draft.settings["cancelled"]
        options = Options(cancelled=cancelled, site=Site(site) if site else None, languages=self.languages)
        return Frame(self.programme, self.memory, options)

    def calendars(self, language: Language) -> Calendars:
        """Return the feeds of a language."""
        return Calendars(self.frame, language, self.writer(language))

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The views of the programme, and those that were published once: their subscribers learn what became of it."""
        now = views(self.programme)
        before = self.ledger.last.views if self.ledger.last else ()
        return tuple(dict.fromkeys((*now, *map(View.named, before))))

    @cached_property
    def publication(self) -> Publication:
        """The publication, with what changed in every language."""
        last = len(self.ledger)
        changes = {language: self.changes_since(last, language) if last else () for language in self.languages}
        return replace(self.draft, changes=changes, views=tuple(str(view) for view in self.views))

    def changes_since(self, number: int, language: Language) -> tuple[str, ...]:
        """Return what is different from an earlier publication, in sentences; what was taken back meanwhile is not."""
        before, memory = self.ledger.publication(number), self.ledger.memories[number - 1]
        teller = Teller(self.programme, self.lexicon(language), self.writer(language))
        restated = self.ledger.standing(number) != (self.programme.status, self.programme.silence_until)
        removed = before.settings["site"] != self.draft.settings["site"]
        told = teller.tell(self.entries, memory, self.memory, reworded=not (restated or removed))
        return (*([teller.status()] if restated else []), *told)
