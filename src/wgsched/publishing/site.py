"""The files of a published folder, by their paths."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

from wgsched.annexes import annex, formats
from wgsched.errors import MissingExtra, MissingTitles
from wgsched.feeds.identity import Kind, plain
from wgsched.feeds.views import ITEMS, View
from wgsched.publishing.notices import atom, notice
from wgsched.publishing.pages import assets, pages, root_page
from wgsched.publishing.pages.cards import with_those_above
from wgsched.publishing.pages.telling import tellings
from wgsched.publishing.schedules import schedules

if TYPE_CHECKING:
    from wgsched.feeds import Feed
    from wgsched.model import Language
    from wgsched.publishing.edition import Edition


def site_files(edition: Edition) -> dict[str, bytes]:
    """Return every file of a publication."""
    found = {"programme.json": edition.text, "index.html": root_page(edition), **assets()}
    for language in edition.languages:
        papers = dict(_papers(edition, language))
        for path, data in (*_feeds(edition, language), *_tellings(edition, language), *papers.items()):
            found[f"{language}/{path}"] = data
        found.update({f"{language}/{name}": data for name, data in schedules(edition, language).items()})
        found.update(pages(edition, language, papers))
    return found


def _feeds(edition: Edition, language: Language) -> Iterator[tuple[str, bytes]]:
    calendars = edition.calendars(language)
    for view in edition.views:
        feed = calendars.feed(view)
        yield f"{view.stem}.ics", feed.data
        yield f"{view.stem}.jcal", feed.jcal
    yield "items.js", _for_scripts(edition, calendars.feed(View(ITEMS)))
    yield "mine.json", b'{"feeds": false}\n'


def _for_scripts(edition: Edition, feed: Feed) -> bytes:
    """Return the events of items as a script, so that a page opened from a disk can make a calendar of some.

    The session itself stands in the head: no calendar is empty. Each event names its items and those above them.
    """
    agenda = edition.programme.session.agenda
    parts = {
        "known": [plain(item.key) for item in agenda],
        "head": (feed.head + b"".join(each.lines for each in feed.events if each.entry.kind is Kind.SESSION)).decode(),
        "events": [
            {"items": sorted(map(plain, with_those_above(each.entry))), "text": each.lines.decode()}
            for each in feed.events
            if each.entry.kind is Kind.ITEM
        ],
    }
    return f"window.wgschedItems = {json.dumps(parts, ensure_ascii=False)};\n".encode()


def _tellings(edition: Edition, language: Language) -> Iterator[tuple[str, bytes]]:
    told = tellings(edition, language)
    yield "changes.atom", atom(edition, language, told)
    for each in told:
        yield f"notices/{each.number}.txt", notice(edition, language, each)


def _papers(edition: Edition, language: Language) -> Iterator[tuple[str, bytes]]:
    """Yield the annex in each format; formats that nobody asked for by name may be missing."""
    chosen = edition.draft.settings["papers"]
    names = formats.names() if chosen is None else chosen
    with suppress(MissingTitles):
        paper = annex(edition.programme, language=language)
        for name in names:
            with suppress(MissingExtra) if chosen is None else nullcontext():
                yield f"annex{formats.find(name).SUFFIX}", paper.bytes(name)
