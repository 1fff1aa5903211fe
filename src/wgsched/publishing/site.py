"""The files of a published folder, by their paths."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import nullcontext, suppress

from wgsched.annexes import annex, formats
from wgsched.errors import MissingExtra, MissingTitles, NoSigns
from wgsched.feeds import Feed
from wgsched.feeds.identity import Kind, plain
from wgsched.feeds.views import ALL, ITEM, ITEMS, View
from wgsched.files import programme_to_json
from wgsched.publishing.edition import Edition, Version
from wgsched.publishing.letters import letter
from wgsched.publishing.notices import atom, notice
from wgsched.publishing.pages import assets, pages, root_page
from wgsched.publishing.pages.cards import forum_to_choose
from wgsched.publishing.public import for_delegates
from wgsched.publishing.schedules import schedules

EXPORTED = (".jcal", ".atom", ".eml", "schedule.json", "schedule.xml")


def site_files(edition: Edition) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return every file of a publication, and a line for each paper that cannot be written."""
    left_out: list[str] = []
    public = programme_to_json(for_delegates(edition.programme))
    files = {"programme.json": public, "index.html": root_page(edition), **assets()}
    for language, version in edition.versions.items():
        papers = dict(_papers(version, left_out))
        own = {**dict(_feeds(version)), **papers, **schedules(version), "changes.atom": atom(version)}
        own.update({f"notices/{told.number}.txt": notice(version, told) for told in version.told})
        own["notice.eml"] = letter(version, papers)
        files.update({f"{language}/{path}": data for path, data in own.items()})
        files.update(pages(version, papers, _exports(version, own, papers)))
    return files, tuple(dict.fromkeys(left_out))


def _exports(version: Version, own: Iterable[str], papers: Collection[str]) -> Iterator[str]:
    """Yield the paths of files that no other list of the page names: those for programs, and the notice as a mail."""
    items = {f"{view.stem}.jcal" for view in version.edition.views if view.kind == ITEM}
    yield "../programme.json"
    yield from (path for path in own if path not in papers and path not in items and path.endswith(EXPORTED))


def _feeds(version: Version) -> Iterator[tuple[str, bytes]]:
    for view in version.edition.views:
        feed = version.calendars.feed(view)
        yield f"{view.stem}.ics", feed.data
        yield f"{view.stem}.jcal", feed.jcal
        if view == View(ITEMS):
            yield "items.js", _for_scripts(version, feed)
    yield "mine.json", b'{"feeds": false}\n'


def _for_scripts(version: Version, feed: Feed) -> bytes:
    """Return the events of items as a script, so that a page opened from a disk can make a calendar of some.

    The session itself stands in the head: no calendar is empty. Each event names its items and those above them; a
    meeting of which no items are known names its forum.
    """
    spans = [each.lines for each in feed.events if each.entry.kind is Kind.SESSION]
    items = [(each.entry.names_above, each.lines) for each in feed.events if each.entry.kind is Kind.ITEM]
    every = [(forum_to_choose(each.entry), each.lines) for each in version.calendars.feed(View(ALL)).events]
    meetings = [(names, lines) for names, lines in every if names]
    known = [plain(item.key) for item in version.edition.programme.session.agenda]
    parts = {
        "known": [*known, *dict.fromkeys(name for names, _ in meetings for name in names)],
        "head": b"".join([feed.head, *spans]).decode(),
        "events": [{"items": names, "text": lines.decode()} for names, lines in (*items, *meetings)],
    }
    return f"window.wgschedItems = {json.dumps(parts, ensure_ascii=False)};\n".encode()


def _papers(version: Version, left_out: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the annex in each format that can be written, and tell of the others; nobody asked for a missing extra."""
    chosen = version.edition.draft.settings["papers"]
    try:
        paper = annex(version.edition.programme, language=version.language)
    except MissingTitles as missing:
        left_out.append(f"{version.language}: no annex, because titles are missing: {', '.join(missing.missing)}")
        return
    for form in map(formats.find, formats.names() if chosen is None else chosen):
        try:
            with suppress(MissingExtra) if chosen is None else nullcontext():
                yield f"annex{form.SUFFIX}", form.write(paper.documents)
        except NoSigns as refused:
            left_out.append(f"{version.language}/annex{form.SUFFIX}: {refused}")
