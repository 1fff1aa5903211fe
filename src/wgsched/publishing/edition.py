"""One publication in the making: what subscribers rely on goes on from the ledger, in every language."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from wgsched.checking import Comparison, compare
from wgsched.checking.comparison import sentences
from wgsched.feeds import Calendars, Frame, Options, Site, View, views
from wgsched.feeds.entries import Entry
from wgsched.feeds.identity import Kind
from wgsched.feeds.texts import EntryWriter
from wgsched.feeds.views import ITEM
from wgsched.languages import lexicon, missing_titles
from wgsched.model import Language, Programme, ServiceBasis
from wgsched.publishing.ledger import Ledger, Publication
from wgsched.publishing.memory import Memory
from wgsched.publishing.remembering import completed, remember
from wgsched.publishing.telling import Told, sentences_about, tell


@dataclass(frozen=True)
class Edition:
    """A programme about to be published; ``draft`` says when and why, and not yet what changed.

    ``text`` is the programme as a file.
    """

    programme: Programme
    ledger: Ledger = field(repr=False)
    draft: Publication
    text: bytes = field(repr=False)

    @cached_property
    def versions(self) -> dict[Language, Version]:
        """It in each of its languages."""
        return {language: Version(self, language) for language in self.draft.languages}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Everything in its feeds, with what was published once and is gone."""
        return completed(self.ledger.memory, self.programme)

    @cached_property
    def held(self) -> tuple[Entry, ...]:
        """The meetings and events that its pages show, in order of time and then of forums, as papers have them."""
        forums = [forum.key for forum in self.programme.session.forums]
        order = {key: place for place, key in enumerate(forums)}

        def place(entry: Entry) -> tuple[object, ...]:
            return *entry.place[:2], entry.event is not None, order.get(entry.forum or "", len(order)), entry.uid

        return tuple(sorted((e for e in self.frame.entries if e.kind in (Kind.MEETING, Kind.EVENT)), key=place))

    @cached_property
    def interpreted(self) -> bool:
        """Whether any meeting has interpretation, at least as available; if none has, its pages do not speak of it."""
        return any(each.basis is not ServiceBasis.WITHOUT for each in self.programme.meetings)

    @cached_property
    def memory(self) -> Memory:
        """What the ledger will remember."""
        site, geo = self.draft.settings["site"], self.programme.session.place.geo
        shared = (site, geo) if geo else (site,)
        digests = {
            language: {
                entry.uid: version.writer.words(entry).digest(entry.window, entry.status, entry.room, *shared)
                for entry in self.entries
            }
            for language, version in self.versions.items()
        }
        said = {language: version.said_about for language, version in self.versions.items()}
        grown = remember(self.ledger.memory, self.entries, digests, said, self.draft.number, self.draft.moment)
        return replace(grown, programme=self._programme)

    def _programme(self, number: int) -> Programme:
        return self.programme if number == self.draft.number else self.ledger.programme(number)

    @cached_property
    def comparison(self) -> Comparison:
        """What is different from the publication before."""
        return self.since(len(self.ledger)) if len(self.ledger) else Comparison()

    def since(self, number: int) -> Comparison:
        """Return what is different from an earlier publication; that of two with the same programme is the same."""
        mark = self.ledger.publication(number).fingerprint
        if mark not in self._compared:
            self._compared[mark] = compare(self.ledger.programme(number), self.programme)
        return self._compared[mark]

    @cached_property
    def _compared(self) -> dict[str, Comparison]:
        return {}

    @cached_property
    def site(self) -> Site | None:
        """The address at which it is served, if it is known."""
        return Site(self.draft.settings["site"]) if self.draft.settings["site"] else None

    @cached_property
    def frame(self) -> Frame:
        """What the feeds of all languages share."""
        options = Options(cancelled=self.draft.settings["cancelled"], site=self.site, languages=self.draft.languages)
        return Frame(self.programme, self.memory, options)

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The views of the programme, and those that were published once: their subscribers learn what became of it."""
        before = self.ledger.last.views if self.ledger.last else ()
        return tuple(dict.fromkeys((*views(self.programme), *map(View.named, before))))

    @cached_property
    def items(self) -> dict[str, View]:
        """The views of the items on the agenda, by key."""
        agenda = self.programme.session.agenda
        return {view.key: view for view in self.views if view.kind == ITEM and view.key in agenda}

    @cached_property
    def publication(self) -> Publication:
        """The publication, with what changed in every language."""
        last = len(self.ledger)
        changes = {language: version.changes_since(last) if last else () for language, version in self.versions.items()}
        return replace(self.draft, changes=changes, views=tuple(map(str, self.views)))


class Version:
    """A publication in the making in one language."""

    def __init__(self, edition: Edition, language: Language) -> None:
        self.edition = edition
        self.language = language
        self.lexicon = lexicon(language, edition.programme.session, fill=self._fill)
        self.say = self.lexicon.phrase
        self.writer = EntryWriter(edition.programme, self.lexicon)

    @property
    def _fill(self) -> Language | None:
        """The language of titles that are missing, where subscribers already have the feeds of this one."""
        last, session = self.edition.ledger.last, self.edition.programme.session
        has_feeds = last is not None and self.language in last.languages
        return session.original if has_feeds and missing_titles(session, self.language) else None

    @property
    def following(self) -> str:
        """The languages of the session that are not published yet, in words."""
        session, shown = self.edition.programme.session, self.edition.versions
        later = [self.lexicon.language_name(each) for each in session.languages if each not in shown]
        return self.say("page-languages-follow", languages=self.lexicon.enumerate(later)) if later else ""

    @cached_property
    def calendars(self) -> Calendars:
        """Its feeds."""
        return Calendars(self.edition.frame, self.language, self.writer)

    @cached_property
    def latest(self) -> Told:
        """The publication in words."""
        return tell(self.writer, self.edition.publication)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Every publication in words, the latest first."""
        before = [tell(self.writer, publication) for publication in self.edition.ledger.publications]
        return (self.latest, *reversed(before))

    def changes(self, entry: Entry) -> tuple[str, ...]:
        """Return what last changed about an entry, a sentence each."""
        return self.edition.memory.traces[entry.uid].stamps[self.language].changes

    @cached_property
    def said_about(self) -> dict[str, tuple[str, ...]]:
        """The sentences of what this publication changes about each entry, by its identity."""
        told = tuple(sentences(self.edition.comparison, self.lexicon))
        known = self.edition.ledger.memory.traces
        gone = {entry.uid for entry in self.edition.entries if entry.cancelled}
        silent = {uid for uid in gone if uid not in known or known[uid].cancelled}  # its readers know, or never will
        about = {each.uid: sentences_about(each, told) for each in self.edition.entries if each.uid not in silent}
        return {uid: lines for uid, lines in about.items() if lines}

    def changes_since(self, number: int) -> tuple[str, ...]:
        """Return what is different from an earlier publication, in sentences; what was taken back meanwhile is not."""
        edition, programme = self.edition, self.edition.programme
        restated = edition.ledger.standing(number) != (programme.status, programme.silence_until)
        status = [self.say("change-status", status=self.writer.standing)] if restated else []
        return (*status, *(sentence for _, sentence in sentences(edition.since(number), self.lexicon)))
