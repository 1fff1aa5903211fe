"""What the pages generate from the program is whole, and names what exists."""

import re
import sys

import pytest

from tests.docs.pages import PAGES, ROOT, every_page

sys.path.insert(0, str(ROOT / "docs" / "_ext"))

from generated import BLOCK, MARK, PARTS, architecture, fill, licences, written

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF-2\.0|OFL-1\.1|0BSD|Zlib|CC0-1\.0|Python Software Foundation", re.IGNORECASE
)


def test_every_part_that_a_page_asks_for_exists_and_is_asked_for():
    asked = {mark[1] for page in PAGES for mark in MARK.finditer(page.read_text("utf-8"))}
    assert asked == set(PARTS)


WRITTEN = [page for page in PAGES if BLOCK.search(page.read_text("utf-8"))]
MACHINE = {"licences"}
"""What depends on the packages that are installed, and not on wgsched alone."""


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_a_page_has_what_the_program_says_of_itself_now(page):
    text = page.read_text("utf-8")
    assert text == written(text, but=MACHINE), "stale: run make generated"


def test_every_page_of_the_reference_can_be_read_as_it_is():
    bare = {(page.stem, mark[1]) for page in PAGES for mark in MARK.finditer(BLOCK.sub("", page.read_text("utf-8")))}
    empty = [
        page.stem
        for page in WRITTEN
        if any(block[0].count("\n") < 8 for block in BLOCK.finditer(page.read_text("utf-8")))
    ]
    assert (bare, empty) == ({("architecture", "architecture")}, [])


def test_a_block_is_made_again_and_a_mark_without_an_end_is_filled_when_pages_are_built(monkeypatch):
    monkeypatch.setitem(PARTS, "languages", lambda: "new\n")
    block = "a\n<!-- generated: languages -->\n\n{}\n\n<!-- end: languages -->\nb"
    assert written(block.format("old")) == fill(block.format("old")) == block.format("new")
    assert written(block.format("old"), but={"languages"}) == block.format("old")
    assert fill("a\n<!-- generated: languages -->\nb") == "a\nnew\n\nb"


@pytest.mark.parametrize("part", sorted(set(PARTS) - {"architecture"}))
def test_a_part_is_the_same_twice_and_leaves_no_table_empty(part):
    made = PARTS[part]()
    assert made == PARTS[part]()
    assert not re.search(r"^\| --- .*\|\n(?!\|)", made, re.MULTILINE)


def test_no_import_climbs_the_stair_of_the_picture():
    rooms = [room for floor in architecture.floors() for room in floor]
    uses = architecture.uses()
    assert all(rooms.index(upper) < rooms.index(lower) for upper, lower in uses)
    assert architecture.picture().count("<circle") == len(uses)


def test_everything_that_is_installed_with_wgsched_is_free_to_use():
    stated = {name: licences.licence(name) for name in licences.closure()}
    assert {name: licence for name, licence in stated.items() if not PERMISSIVE.search(licence)} == {}


def test_links_inside_the_pages_lead_somewhere():
    links = [
        (page, target)
        for page in every_page()
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
        if not target.startswith("https://")
    ]
    broken = [(page.name, target) for page, target in links if not (page.parent / target).exists()]
    assert broken == []


@pytest.mark.long
def test_the_committed_pictures_are_those_that_the_program_draws():
    sys.path.insert(0, str(ROOT / "docs"))
    from pictures import pictures

    committed = {path.name: path.read_bytes() for path in sorted((ROOT / "docs" / "_static").glob("*.svg"))}
    assert committed == pictures()
