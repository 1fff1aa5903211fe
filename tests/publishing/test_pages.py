"""What the pages say; how they behave is tested in a browser."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.feeds.samples import full, thin, whole
from tests.publishing.chains import add, moved, published
from wgsched.model import SIX, Body, ServiceBasis, Text
from wgsched.publishing import amend


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.tags, self.ids, self.links = [], [], []
        self.lines = []
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        if tag in ("a", "link") or "src" in found:
            self.links.append(found.get("href") or found.get("src"))

    def handle_data(self, data):
        if data.strip():
            self.lines.append(data.strip())


def pages(site):
    found = [path for language in SIX for path in sorted((site / language).rglob("*.html"))]
    return [site / "index.html", *found]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    published(folder, full(), 1)
    published(folder, amend(moved(full(), "a", hours=1), "b", cancel=True).programme, 2)
    return folder


def test_every_link_on_every_page_leads_somewhere(site):
    found = pages(site)
    assert len(found) == 1 + 6 * (5 + 3)
    for path in found:
        for link in Page(path).links:
            file, _, fragment = link.partition("#")
            assert "://" not in link
            target = (path.parent / file).resolve() if file else path.resolve()
            assert target.is_file(), (path, link)
            assert not fragment or fragment in Page(target).ids


def test_no_page_asks_another_host(site):
    for path in (*pages(site), *(site / "assets").iterdir()):
        text = path.read_text().replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]+/", text)


def test_identities_on_a_page_are_unique(site):
    for path in pages(site):
        ids = Page(path).ids
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", SIX)
def test_pages_are_in_their_language_and_direction(site, language):
    for path in (site / language).rglob("*.html"):
        tag, attributes = Page(path).tags[0]
        assert (tag, attributes) == ("html", {"lang": language, "dir": "rtl" if language == "ar" else "ltr"})


def test_the_programme_page_shows_days_meetings_items_and_events(site):
    lines = Page(site / "en/index.html").lines
    start = lines.index("Thursday, 14 May", lines.index("Show all"))
    assert lines[start : start + 14] == [
        "Thursday, 14 May",
        "11 a.m.–2 p.m.",
        "en title, 1st meeting (provisional)",
        "Moved: the meeting of en title on Thursday, 14 May, 10 a.m.–1 p.m., now Thursday, 14 May, 11 a.m.–2 p.m.",
        "1 en title",
        "2 (a) en title: en title",
        "Boardroom A",
        "Interpretation: Arabic, Chinese, English, French, Russian, Spanish",
        "Documents: TEST/1",
        "1.15–2.45 p.m.",
        "en title",
        "Room C2",
        "3–6 p.m.",
        "(cancelled)",
    ]


def test_the_page_tells_every_publication_the_latest_first(site):
    page = Page(site / "en/index.html")
    assert [name for name in page.ids if name.startswith("publication")] == ["publication-2", "publication-1"]
    assert "Cancelled: the meeting of en title on Thursday, 14 May, 3–6 p.m." in page.lines


def test_every_published_file_of_a_language_is_linked(site):
    linked = {
        (path.parent / link.partition("#")[0]).resolve() for path in pages(site) for link in Page(path).links if link
    }
    for_scripts = {"items.js", "mine.json"}
    found = {path.resolve() for language in SIX for path in (site / language).rglob("*") if path.is_file()}
    assert [path for path in (*found, (site / "programme.json").resolve()) if path not in linked] == [
        path for path in found if path.name in for_scripts
    ]


def test_meetings_of_the_same_hours_stand_in_the_order_of_the_forums(tmp_path):
    given = full().session
    backwards = replace(given, forums=tuple(reversed(given.forums)))
    programme = replace(full(), session=backwards)
    published(tmp_path, programme, 1)
    ids = Page(tmp_path / "en/index.html").ids
    assert [name for name in ids if name in ("meeting-b", "meeting-c")] == ["meeting-c", "meeting-b"]


def test_the_timetable_shows_the_forums_of_a_week_side_by_side(site):
    page = Page(site / "en/timetable.html")
    assert page.lines[page.lines.index("Time") :] == [
        "Time",
        "Forum",
        "Thursday, 14 May",
        "Friday, 15 May",
        "10 a.m.–1 p.m.",
        "Committee I",
        "2 (a)",
        "11 a.m.–2 p.m.",
        "en title",
        "1, 2 (a)",
        "Boardroom A",
        "1.15–2.45 p.m.",
        "en title",
        "Room C2",
        "3–6 p.m.",
        "en title",
        "(cancelled)",
        "2 (a) (continued)",
        "(cancelled)",
        "1 (continued)",
        "Boardroom A",
        "Committee I",
        "2 (b)",
        "Room C2",
    ]
    cells = [facts for tag, facts in page.tags if facts.get("rowspan")]
    assert [facts["rowspan"] for facts in cells] == ["1", "1", "1", "2"]


def test_a_meeting_that_was_never_published_and_is_empty_is_no_change(tmp_path):
    published(tmp_path, thin(), 1)
    added = add(thin(), 0, 1)
    empty = replace(added, meetings=tuple(replace(each, kept=False) for each in added.meetings))
    gone = amend(empty, "new-0", cancel=True).programme
    published(tmp_path, empty, 2)
    published(tmp_path, gone, 3)
    page = Page(tmp_path / "en/index.html")
    assert [facts for tag, facts in page.tags if "change" in facts.get("class", "").split()] == []
    assert page.lines.count("Nothing has changed.") == 2
    assert "meeting-new-0" not in page.ids


def test_an_items_page_shows_when_it_is_taken_up_and_its_feed(site):
    page = Page(site / "en/items/2b.html")
    assert "2 (b) en title: en title" in page.lines
    assert "../item-2b.ics" in page.links
    assert "../index.html#meeting-c" in page.links


def test_an_item_that_is_not_taken_up_says_so(tmp_path):
    rows = tuple(row for row in thin().considerations if row.instalment != "3")
    published(tmp_path, replace(thin(), considerations=rows), 1)
    assert "Not taken up in this programme." in Page(tmp_path / "en/items/3.html").lines


def test_titles_cannot_break_out_of_a_page(tmp_path):
    nasty = Body(Text(en='<script>alert(1)</script> & "co"'))
    published(tmp_path, replace(thin(), session=replace(thin().session, body=nasty)), 1)
    text = (tmp_path / "en/index.html").read_text()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in text


def test_a_picture_of_the_address_is_shown_where_the_address_is_known(tmp_path, site):
    published(tmp_path, whole(), 1, site="https://example.org/wg")
    assert "svg" in [tag for tag, _ in Page(tmp_path / "zh/index.html").tags]
    assert "svg" not in [tag for tag, _ in Page(site / "zh/index.html").tags]


def test_the_readers_own_hours_are_counted_as_the_session_counts_hours(tmp_path):
    """The browser is told how: a language has its usual way, and a session may say ``clock: 24``."""
    given = whole()
    by_day = replace(
        given, session=replace(given.session, phrases={"en": {"time-morning": "{time}", "time-afternoon": "{time}"}})
    )
    clocks = []
    for name, programme in (("usual", given), ("by-day", by_day)):
        published(tmp_path / name, programme, 1)
        clocks.append(
            [
                (tmp_path / name / language / "index.html").read_text().partition('data-clock="')[2][:3]
                for language in ("en", "fr", "zh")
            ]
        )
    assert clocks == [["h12", "h23", "h12"], ["h23", "h23", "h12"]]


def without_interpretation(programme):
    """Return a programme of which no meeting has interpretation."""
    meetings = tuple(replace(each, basis=ServiceBasis.WITHOUT) for each in programme.meetings)
    return replace(programme, session=replace(programme.session, meetings=meetings), meetings=meetings)


def test_the_page_says_nothing_of_interpretation_where_no_meeting_has_it(site, tmp_path):
    published(tmp_path, without_interpretation(full()), 1)
    told = [(folder / "en/index.html").read_text() for folder in (site, tmp_path)]
    assert [page.count('<p class="note">Without interpretation</p>') for page in told] == [1, 0]
    assert [page.count('name="interpreted"') for page in told] == [1, 0]
    assert [page.count("TEST/1") > 0 for page in told] == [True, True]
