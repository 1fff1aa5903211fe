"""What a publication changed, as sentences in each language: for the page, the Atom feed and the notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from wgsched.feeds.identity import Kind

if TYPE_CHECKING:
    from wgsched.feeds.entries import Entry
    from wgsched.feeds.texts import Writer
    from wgsched.languages import Lexicon
    from wgsched.model import Programme
    from wgsched.publishing.memory import Memory, Trace


class Teller:
    """Tells the changes from one memory to the next in one language."""

    def __init__(self, programme: Programme, lexicon: Lexicon, writer: Writer) -> None:
        self._programme = programme
        self._lexicon = lexicon
        self._writer = writer

    def tell(self, entries: Iterable[Entry], before: Memory, after: Memory, *, reworded: bool) -> Iterator[str]:
        """Yield a sentence for each entry that is new or different, in order of time; items only through meetings.

        With ``reworded``, also for those of which only the text is different, unless they are cancelled as before.
        """
        for entry in entries:
            if entry.kind is Kind.ITEM:
                continue
            old, new = before.traces.get(entry.uid), after.traces[entry.uid]
            yield from map(self._lexicon.capital, self._told(entry, old))
            known = old if reworded and not entry.cancelled else None
            if known and not known.change_to(entry) and self._is_reworded(known, new):
                yield self._lexicon.capital(self._lexicon.phrase("change-texts", entry=self.at(entry)))

    def status(self) -> str:
        """Return a sentence on how far the programme has come."""
        return self._lexicon.phrase("change-status", status=self._writer.standing())

    def _told(self, entry: Entry, old: Trace | None) -> Iterator[str]:
        if old is None and entry.cancelled:
            return  # its readers never knew of it
        if old is None:
            yield self._lexicon.phrase("change-new", entry=self.at(entry))
        elif changed := list(self._writer.changes(entry, old.change_to(entry))):
            joined = self._lexicon.phrase("feed-sentences").join(changed)
            yield self._lexicon.phrase("change-of", entry=self.at(entry), change=joined)

    def _is_reworded(self, old: Trace, new: Trace) -> bool:
        said = old.stamps.get(self._lexicon.code)
        return said is not None and said.digest != new.stamps[self._lexicon.code].digest

    def at(self, entry: Entry) -> str:
        """Return when an entry is, and what."""
        summary = self._writer.summary(entry)
        if entry.kind is Kind.SESSION:
            return summary
        date = self._lexicon.date(entry.window.opens.in_timezone(self._programme.session.zone).date())
        return self._lexicon.phrase("entry-at", date=date, hours=self._writer.span(entry.window), entry=summary)
