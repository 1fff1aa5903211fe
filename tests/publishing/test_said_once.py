"""Whatever is revised: each change is said exactly once, in the same words wherever it is told."""

from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.feeds.samples import events, full, thin
from tests.publishing.chains import EDITS, pressed
from wgsched.annexes.layouts.changes import pages
from wgsched.annexes.pages import Paragraph, Style
from wgsched.checking import compare
from wgsched.checking.comparison import sentences
from wgsched.languages import lexicon
from wgsched.publishing.notices import ATOM, atom, notice
from wgsched.publishing.pages.cards import days

CHAINS = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=5)


def differences(before, after):
    """Count, by themselves, the facts that differ: of meetings, of items, of numbers, of names."""
    old, new = ({each.key: each for each in its.meetings if its.takes_place(each)} for its in (before, after))
    both = [(old[key], new[key]) for key in old if key in new]
    hours = sum((was.opens, was.closes) != (now.opens, now.closes) for was, now in both)
    rooms = sum(was.room != now.room for was, now in both)
    orders = sum(order(before, was, after) != order(after, now, before) for was, now in both)
    numbers = {now.forum for was, now in both if changed(before.number(was), after.number(now))}
    keys = {row.instalment for programme in (before, after) for row in programme.considerations}
    items = sum(meetings(before, key) != meetings(after, key) for key in keys)
    names = before.session.body.title != after.session.body.title
    return len(set(old) ^ set(new)) + hours + rooms + orders + len(numbers) + items + names


def order(programme, meeting, other):
    there = {row.instalment for row in other.rows(meeting)}
    return [row.instalment for row in programme.rows(meeting) if row.instalment in there]


def changed(was, now):
    return None not in (was, now) and was != now


def meetings(programme, instalment):
    return {row.meeting for row in programme.considerations if row.instalment == instalment}


def told_everywhere(edition, before, code):
    """Hold what one language tells in each place against the sentences of the comparison."""
    version = edition.versions[code]
    words = lexicon(code, edition.programme.session)
    said = [sentence for _, sentence in sentences(compare(before, edition.programme), words)]
    assert len(said) == len(set(said))
    status = [line for line in version.latest.changes if line not in said]
    assert list(version.latest.changes) == [*status, *said]
    assert all(line.startswith(version.say("change-status", status="")[:3]) for line in status)
    assert version.changes_since(len(edition.ledger)) == version.latest.changes
    text = notice(version, version.latest).decode().splitlines()
    assert [line[2:] for line in text if line.startswith("- ")][: len(version.latest.changes)] == [*status, *said]
    content = fromstring(atom(version)).find(f"{{{ATOM}}}entry/{{{ATOM}}}content").text.split("\n")
    assert content[1:] == [*status, *said]
    paper = pages(edition.programme, code, since=before)
    listed = [
        block.inlines[0].text for block in paper.blocks if isinstance(block, Paragraph) and block.style is Style.LIST
    ]
    assert listed == said
    in_feeds(edition, version, set(said))


def in_feeds(edition, version, said):
    """Hold the first lines of events, and the cards of the page, against the same sentences."""
    known = edition.ledger.memory.traces
    cards = {card.anchor: card.changes for day in days(version) for hour in day.hours for card in hour.cards}
    found = {}
    for view in edition.views[:2]:
        found |= events(version.calendars.feed(view).data)
    for entry in edition.frame.entries:
        lines = version.said_about.get(entry.uid, ())
        assert set(lines) <= said
        first = str(found[entry.uid]["DESCRIPTION"]).split("\n")[: len(lines)] if entry.uid in found else list(lines)
        assert first == list(lines)
        if lines and entry.anchor in cards and entry.kind != "item":
            assert cards[entry.anchor] == lines
        old = known.get(entry.uid)
        if old and (old.window, old.room, old.cancelled) != (entry.window, entry.room, entry.cancelled):
            assert lines or (old.cancelled and entry.cancelled), entry.uid


def run(programme, edits, codes, *, counted):
    records, _ = pressed([], programme, 1, *codes)
    for day, (edit, which, how) in enumerate(edits, 2):
        before, programme = programme, edit(programme, which, how)
        records, edition = pressed(records, programme, day, *codes)
        for code in codes:
            told_everywhere(edition, before, code)
        if counted:
            assert len(edition.comparison) == differences(before, programme)


@settings(max_examples=4, deadline=None)
@given(CHAINS)
def test_each_change_is_said_once_and_the_same_in_all_places(edits):
    run(thin(), edits, ("en",), counted=True)


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(CHAINS)
def test_so_it_is_with_forums_rooms_events_and_firm_hours(edits):
    run(full(), edits, ("en", "ar"), counted=False)
