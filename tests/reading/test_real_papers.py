"""Real papers give their figures: days, rows, items, rooms; and what is odd in them is told."""

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from wgsched import BadInput
from wgsched.reading import Fate, read_paper

DATA = Path(__file__).parent / "data"


def read(name, **answers):
    return read_paper(DATA / name, **{"place": "Vienna", "body": "Body", **answers})


def told(reading):
    return [str(entry) for entry in reading.account.of(Fate.REFUSED)]


def test_an_agenda_by_day_without_hours_has_a_meeting_a_day():
    reading = read("isc-billfish-peer-review.docx")
    assert [f"{day:%m-%d}" for day in reading.session.days] == ["04-15", "04-16", "04-17", "04-18", "04-19"]
    assert [[row.numbers for row in sitting.rows] for sitting in reading.facts.sittings] == [
        [("1",), ("2",), ("3",), ("4",), ("5",)], [("6",), ("7",)], [("8",)], [("8",)], [("9",)],
    ]  # fmt: skip
    assert [sitting.rows[0].continued for sitting in reading.facts.sittings] == [False, False, False, True, False]


def test_a_table_of_items_with_minutes_and_no_hours_is_one_meeting():
    reading = read("es-comite-vecinos-agenda.docx")
    assert ([str(day) for day in reading.session.days], len(reading.programme.meetings)) == (["2026-07-14"], 1)
    minutes = [row.minutes for row in reading.facts.sittings[0].rows]
    assert (len(minutes), sum(each is not None for each in minutes), sum(filter(None, minutes))) == (10, 9, 117)
    assert reading.facts.language == "es"


def test_a_table_with_the_first_day_in_its_head_has_four_days_and_all_its_rows():
    reading = read("floodmaps-agenda.docx")
    assert [f"{day:%m-%d}" for day in reading.session.days] == ["03-10", "03-11", "03-12", "03-13"]
    assert len(reading.programme.considerations) + len(reading.session.events) == 37
    assert told(reading) == [
        "table 1, row 15, column 1: “Coffee Break”: 15:30-15:45 overlaps 15:30-16:30, Instantiate VI and Database "
        "Wrap up and plans for next day"
    ]


def test_a_grid_of_rooms_and_hours_goes_on_without_a_mark():
    reading = read("w3c-tpac-groups-grid.html")
    assert (len(reading.session.days), len(reading.session.forums)) == (4, 8)
    times = Counter(row.title for sitting in reading.facts.sittings for row in sitting.rows)
    assert times["#22: Games CG"] == 3
    assert times["#12: Publishing BG"] == 2


def test_a_calendar_with_a_broken_time_zone_keeps_all_its_events():
    session = read_paper(DATA / "chicago-lihtf.ics").session
    assert len(session.organization) + len(session.events) == 30
    assert session.zone == "America/Chicago"


def test_a_text_with_starts_alone_has_five_days_and_its_order_is_told():
    reading = read("isc-billfish-schedule.txt")
    assert len(reading.session.days) == 5
    places = {entry.place: entry.meaning for entry in reading.account.of(Fate.REFUSED)}
    assert "14:00 is listed twice" in places.values()
    assert "10:30 is listed after 16:30" in places.values()


@pytest.mark.parametrize("path", sorted(DATA.glob("docling-*.docx")), ids=lambda path: path.stem)
def test_a_paper_that_is_no_programme_makes_none(path):
    programme = None
    with suppress(BadInput):  # those without a numbered list are refused
        programme = read_paper(path, place="Vienna", body="Body", days="14 - 15 May 2009").programme
    assert programme is None
