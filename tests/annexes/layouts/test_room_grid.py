import pytest

from tests.annexes.layouts.papers import full, printed
from wgsched.annexes.layouts import room_grid
from wgsched.annexes.pages import PageBreak
from wgsched.errors import BadInput
from wgsched.model import SIX

EXPECTED = [
    "Thursday, 14 May",
    "Room | 10 a.m.–1 p.m. | 1–2 p.m. | 3–6 p.m.",
    "Conference room A | Plenary / 1 Subject 1 / 2 (a) and 2 (b) Subject 2: Subject 2 (a) / Subject 2: Subject 2 (b) / "
    "2 Panel of ministers (noon–1 p.m.) |  | Plenary / 2 (a) and 2 (b) Subject 2: Subject 2 (a) / "
    "Subject 2: Subject 2 (b) (continued)",
    "Conference room B |  |  | Committee I / 3 Subject 3",
    "Hall |  | Tea |",
    "Monday, 18 May",
    "Room | 10 a.m.–1 p.m.",
    "Conference room A | Plenary / 4 Subject 4",
    "To be announced | Committee I / 3 Subject 3 (continued)",
]


def test_each_day_has_its_rooms_down_and_its_hours_across():
    assert printed(room_grid.pages(full(), "en"))[1:] == EXPECTED


def test_in_plain_values_each_room_is_a_record():
    records = [row.record for table in room_grid.pages(full(), "en").blocks for row in getattr(table, "rows", ())]
    assert records[1] == {
        "date": "2009-05-14", "kind": "room", "room": "B", "key": records[1]["key"], "title": "Subject 3",
    }  # fmt: skip


def test_one_day_is_printed_alone_and_each_day_on_its_own_page():
    every, one = room_grid.pages(full(), "en"), room_grid.pages(full(), "en", day="2009-05-18")
    assert sum(isinstance(each, PageBreak) for each in every.blocks) == 1
    assert len(printed(one)) < len(printed(every))
    with pytest.raises(BadInput, match="nothing is held on 2009-05-16"):
        room_grid.pages(full(), "en", day="2009-05-16")


@pytest.mark.parametrize("language", SIX)
def test_every_language_has_its_rooms(language):
    assert room_grid.pages(full(), language, fill="en").landscape is True
