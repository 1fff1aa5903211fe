"""Whatever is revised: each change is said exactly once, in the same words wherever it is told."""

from email import message_from_bytes
from email.policy import default
from functools import lru_cache
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import fromstring as fromstring_html

from tests.feeds.samples import events, full, thin
from tests.publishing.chains import EDITS, pressed
from wgsched.annexes.layouts.changes import pages
from wgsched.annexes.pages import Paragraph, Style
from wgsched.checking import compare
from wgsched.checking.comparison import sentences
from wgsched.languages import lexicon
from wgsched.publishing.letters import letter
from wgsched.publishing.notices import ATOM, atom, notice
from wgsched.publishing.pages import pages as pages_of

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
    items = len({fact for key in keys if (fact := moves(before, after, key))})
    names = before.session.body.title != after.session.body.title
    dates = before.session.days != after.session.days
    own = names + dates + of_agenda(before, after)
    return len(set(old) ^ set(new)) + hours + rooms + orders + len(numbers) + items + own


def of_agenda(before, after):
    """Count the items with another title, and all that have another number as one."""
    pairs = [
        [programme.session.agenda[programme.session.agenda.instalment(key).items[0]] for programme in (before, after)]
        for key in {each.key for each in before.session.agenda.instalments}
        & {each.key for each in after.session.agenda.instalments}
    ]
    titled = {now.key for was, now in pairs if was.title != now.title}
    return len(titled) + any(was.number != now.number for was, now in pairs)


def order(programme, meeting, other):
    there = {row.instalment for row in other.rows(meeting)}
    return [row.instalment for row in programme.rows(meeting) if row.instalment in there]


def changed(was, now):
    return None not in (was, now) and was != now


def moves(before, after, instalment):
    """Return which item is taken up in other meetings, and in which; two parts that come together are one fact."""
    was, now = (
        frozenset(row.meeting for row in programme.considerations if row.instalment == instalment)
        for programme in (before, after)
    )
    known = after if now else before
    return (known.session.agenda.instalment(instalment).items, was, now) if was != now else None


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
    for text in (notice(version, version.latest).decode(), mailed(letter(version, {}))):
        assert [line[2:] for line in text.splitlines() if line.startswith("- ")][: len(said) + len(status)] == [
            *status,
            *said,
        ]
    page = html(version)
    assert page.xpath(f"//*[@id='publication-{version.latest.number}']/ul/li/text()") == [*status, *said]
    content = fromstring(atom(version)).find(f"{{{ATOM}}}entry/{{{ATOM}}}content").text.split("\n")
    assert content[1:] == [*status, *said]
    paper = pages(edition.programme, code, since=before)
    listed = [
        block.inlines[0].text for block in paper.blocks if isinstance(block, Paragraph) and block.style is Style.LIST
    ]
    assert listed == said
    in_feeds(edition, version, set(said))


def mailed(message):
    """Return the text of a letter."""
    return message_from_bytes(message, policy=default).get_body(("plain",)).get_content()


@lru_cache(maxsize=1)
def html(version):
    """Return the page of a language as a browser reads it."""
    return fromstring_html(pages_of(version, ())[f"{version.language}/index.html"])


def in_feeds(edition, version, said):
    """Hold the first lines of events, and the cards of the page, against the same sentences."""
    known = edition.ledger.memory.traces
    cards = {
        card.get("id"): tuple(card.xpath("p[@class='change']/text()")) for card in html(version).xpath("//article")
    }
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
