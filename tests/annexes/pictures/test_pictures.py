"""The pictures: what is drawn, in which place, and that hostile text stays text."""

from dataclasses import replace

import pytest

from tests.sessions import at, founding, item, meeting, session
from wgsched.annexes.formats.pdf import page_tree
from wgsched.annexes.layouts import week
from wgsched.annexes.pictures import PICTURES, picture
from wgsched.errors import BadInput, UnknownName
from wgsched.model import Consideration, Event, Forum, Programme, Text

PNG = b"\x89PNG\r\n\x1a\n"


def programme(*rows, of=None):
    given = of or founding()
    return Programme(given, given.meetings, tuple(Consideration(*row) for row in rows))


def drawing(given, name="timetable", language="en"):
    return picture(given, language, name).drawing


def timed():
    return programme(("1a", "14-am", at(14, 10), at(14, 10, 15)), ("1b", "14-am", at(14, 10, 15), at(14, 11)))


def test_a_band_takes_the_share_of_its_minutes():
    (box,) = drawing(timed())["boxes"]
    assert [(band["label"], band["offset"], band["share"]) for band in box["bands"]] == [
        ("1 (a)", 0, 15 / 180),
        ("1 (b)", 15 / 180, 45 / 180),
    ]


def test_without_hours_the_bands_of_a_meeting_are_alike():
    (box,) = drawing(programme(("1a", "14-am"), ("1b", "14-am")))["boxes"]
    assert [(band["offset"], band["share"]) for band in box["bands"]] == [(0, 1 / 2), (1 / 2, 1 / 2)]


def test_meetings_stand_in_the_column_of_their_day_at_their_hour():
    boxes = drawing(programme(("1a", "14-am"), ("2a", "15-pm")))["boxes"]
    assert boxes[0]["left"] < boxes[1]["left"]
    assert boxes[1]["top"] - boxes[0]["top"] == pytest.approx(5 * 60 * 0.9)


def test_two_forums_stand_side_by_side_and_are_named():
    meetings = (meeting("a", 14, 10), meeting("b", 14, 10, forum="committee"))
    forums = (Forum(), Forum("committee", title=Text(en="Committee A")))
    of = session(item("1", 60), item("2", 60), meetings=meetings, forums=forums)
    boxes = drawing(programme(("1", "a"), ("2", "b"), of=of))["boxes"]
    assert [box["head"] for box in boxes] == ["The plenary", "Committee A"]
    assert boxes[1]["left"] == boxes[0]["left"] + boxes[0]["width"]


def test_an_item_that_goes_on_is_marked_so():
    boxes = drawing(programme(("2a", "14-am"), ("2a", "14-pm")))["boxes"]
    assert [box["bands"][0]["mark"] for box in boxes] == ["", "(continued)"]


def test_an_event_is_drawn_as_one():
    event = Event("lunch", Text(en="Reception"), at(14, 13), at(14, 14))
    given = programme(("1a", "14-am"), of=replace(founding(), events=(event,)))
    assert [(box["kind"], box["head"]) for box in drawing(given)["boxes"]] == [("meeting", ""), ("event", "Reception")]


def test_the_service_chart_shows_what_is_used_and_what_is_left_of_each_meeting():
    bars = [bar for group in drawing(timed(), "services")["groups"] for bar in group["bars"]]
    assert [(bar["used_text"], bar["left_text"]) for bar in bars] == [
        ("60 minutes", "120 minutes"),
        *[("", "180 minutes")] * 3,
    ]


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_every_picture_is_drawn_in_every_language_and_twice_alike(name, language):
    titles = Text(dict.fromkeys(("ar", "zh", "en", "fr", "ru", "es"), "1"))
    given = session(item("1", 60, title=titles))
    of = programme(("1", "14-am"), of=replace(given, body=replace(given.body, short=titles)))
    drawn = picture(of, language, name)
    assert drawn.bytes("png").startswith(PNG)
    assert drawn.bytes("svg") == picture(of, language, name).bytes("svg")
    assert drawn.bytes("svg").startswith(b"<svg")


def test_a_title_too_long_for_its_band_is_drawn_as_far_as_it_goes():
    def drawn(beginning, end):
        of = session(item("1", 60, title=Text(en=f"{beginning} " * 400 + end)))
        return picture(programme(("1", "14-am"), of=of)).bytes("svg")

    assert drawn("word", "a") == drawn("word", "b") != drawn("draw", "a")


def test_hostile_text_stays_text():
    hostile = "#set page(fill: red) <script>alert(1)</script> \u202e\x00 =cmd()"
    of = session(item("1", 60, title=Text(en=hostile)))
    drawn = picture(programme(("1", "14-am"), of=of))
    assert "\u202e" not in str(drawn.drawing)
    assert b"<script" not in drawn.bytes("svg")


def test_a_programme_without_rows_is_drawn_empty():
    assert drawing(programme())["boxes"] == []
    assert picture(programme()).bytes("png").startswith(PNG)


def test_a_suffix_in_capitals_is_one_too(tmp_path):
    drawn = picture(timed())
    assert drawn.save(tmp_path / "timetable.SVG").read_bytes() == drawn.bytes("svg")


def test_unknown_pictures_and_formats_are_refused_by_name():
    with pytest.raises(UnknownName, match="timetable"):
        picture(timed(), "en", "timetabel")
    with pytest.raises(UnknownName, match="svg"):
        picture(timed()).bytes("gif")


def test_many_days_stand_week_below_week():
    days = (4, 5, 6, 7, 8, 11, 12, 13)
    of = session(item("1", 60), meetings=tuple(meeting(f"{day}", day, 10) for day in days))
    shown = drawing(programme(*(("1", f"{day}") for day in days), of=of))
    tops = sorted({(column["top"], column["left"]) for column in shown["columns"]})
    assert [(top > 0, left / 96) for top, left in tops] == [
        *((False, n) for n in range(5)),
        *((True, n) for n in range(3)),
    ]
    assert [box["top"] - column["top"] for box, column in zip(shown["boxes"], shown["columns"], strict=True)] == [0] * 8
    assert shown["width"] == 5 * 96


def test_the_page_of_weeks_is_a_picture_of_the_same_paper_as_the_layout():
    drawn = picture(timed(), "fr", "week", paper="a3")
    assert b'viewBox="0 0 1190.551181102 841.88976378"' in drawn.bytes("svg")[:200]
    assert drawn.bytes("svg") == picture(timed(), "fr", "week", paper="a3").bytes("svg")
    assert drawn.drawing == page_tree(week.pages(timed(), "fr", paper="a3"))


def test_only_the_page_of_weeks_has_a_paper():
    with pytest.raises(BadInput, match="only the picture week is on paper, not services"):
        picture(timed(), "en", "services", paper="a4")
    with pytest.raises(BadInput, match="no paper is called 'a5'"):
        picture(timed(), "en", "week", paper="a5")
