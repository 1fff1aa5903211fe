from dataclasses import replace
from xml.etree.ElementTree import fromstring

from tests.feeds.samples import full, thin
from tests.publishing.chains import moved, published
from tests.publishing.test_ledger import without
from wgsched.model import SIX, Finding
from wgsched.publishing import amend
from wgsched.publishing.notices import ATOM


def test_a_notice_says_when_why_and_what(tmp_path):
    published(tmp_path, thin(), 1)
    changed = amend(moved(thin(), "14-am", hours=1), "15-pm", cancel=True).programme
    published(tmp_path, changed, 2, site="https://example.org/wg")
    assert (tmp_path / "en/notices/2.txt").read_text() == (
        "Tests WG: changes in the programme of work\n"
        "\n"
        "- Not placed: item 2 (c), formerly at the meeting of Friday, 15 May, 3–6 p.m.\n"
        "- Not placed: item 3, formerly at the meeting of Friday, 15 May, 3–6 p.m.\n"
        "- Moved: the meeting of Thursday, 14 May, 10 a.m.–1 p.m., now Thursday, 14 May, 11 a.m.–2 p.m.\n"
        "- Cancelled: the meeting of Friday, 15 May, 3–6 p.m.\n"
        "\n"
        "Publication 2, 2 May 2009, 9 a.m.\n"
        "Reason: At the request of the officers\n"
        "\n"
        "https://example.org/wg/en/index.html\n"
    )


def test_the_first_notice_tells_no_changes(tmp_path):
    published(tmp_path, thin(), 1)
    assert (tmp_path / "en/notices/1.txt").read_text() == (
        "Tests WG\n\nPublication 1, 1 May 2009, 9 a.m.\nReason: First publication\n"
    )


def test_every_publication_keeps_its_notice(tmp_path):
    for day, hours in ((1, 0), (2, 1), (3, 2)):
        published(tmp_path, moved(thin(), "14-am", hours=hours), day)
    names = sorted(path.name for path in (tmp_path / "en/notices").iterdir())
    assert names == ["1.txt", "2.txt", "3.txt"]


def test_a_meeting_that_comes_new_is_told(tmp_path):
    published(tmp_path, without(thin(), "15-pm"), 1)
    published(tmp_path, thin(), 2)
    assert "- Added: the meeting of Friday, 15 May, 3–6 p.m.\n" in (tmp_path / "en/notices/2.txt").read_text()


def test_the_atom_feed_tells_every_publication_in_its_language(tmp_path):
    published(tmp_path, full(), 1)
    published(tmp_path, moved(full(), "a", hours=1), 2, site="https://example.org/wg")
    for language in SIX:
        root = fromstring((tmp_path / language / "changes.atom").read_bytes())
        entries = root.findall(f"{{{ATOM}}}entry")
        assert [entry.find(f"{{{ATOM}}}updated").text for entry in entries] == [
            "2009-05-02T07:00:00Z",
            "2009-05-01T07:00:00Z",
        ]
        identities = [entry.find(f"{{{ATOM}}}id").text for entry in entries]
        assert len(set(identities)) == 2
        notice = (tmp_path / language / "notices/2.txt").read_text()
        told = entries[0].find(f"{{{ATOM}}}content").text.split("\n")
        assert all(line in notice for line in told)
        assert len(told) == 2


def test_atom_identities_stay(tmp_path):
    def identities():
        root = fromstring((tmp_path / "en/changes.atom").read_bytes())
        return [element.text for element in root.iter(f"{{{ATOM}}}id")]

    published(tmp_path, thin(), 1)
    first = identities()
    published(tmp_path, moved(thin(), "14-am", hours=1), 2)
    assert set(first) < set(identities())


def test_what_is_taken_up_earlier_is_told_as_such(tmp_path):
    published(tmp_path, thin(), 1)
    earlier = moved_item(thin(), "2c", "15-am")
    published(tmp_path, replace(earlier, finding=Finding(advanced=("2c",))), 2)
    said = "- Taken up earlier than announced: item 2 (c), at the meeting of Friday, 15 May, 10 a.m.–1 p.m.\n"
    assert said in (tmp_path / "en/notices/2.txt").read_text("utf-8")


def moved_item(programme, key, meeting):
    rows = (replace(each, meeting=meeting) if each.instalment == key else each for each in programme.considerations)
    return replace(programme, considerations=tuple(rows))
