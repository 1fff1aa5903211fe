import pytest

from wgsched.annexes.fitting import AIR, LEADING, NARROW_INSET, height, lines, unbroken, widths
from wgsched.annexes.grid import grid
from wgsched.annexes.pages import Cell, OnePage, Row, Table


def corners(rows, columns, *, landscape=False):
    return unbroken(grid(Table(rows, widths=columns)), columns, landscape=landscape)


def test_a_meeting_of_a_few_items_stays_on_one_page_and_a_long_one_does_not():
    def meeting(items):
        return (Row((Cell("3–6 p.m.", rowspan=items), Cell("1"))), *(Row((Cell("x"),)) for _ in range(items - 1)))

    assert (0, 0) in corners(meeting(24), (100, 300))
    assert (0, 0) not in corners(meeting(25), (100, 300))
    assert (0, 0) in corners(meeting(14), (100, 300), landscape=True)
    assert (0, 0) not in corners(meeting(15), (100, 300), landscape=True)


def test_a_row_with_a_text_that_is_long_for_its_column_may_be_divided():
    row = Row((Cell("word " * 60), Cell("word")))
    assert corners((row, Row((Cell("a"), Cell("b")))), (50, 400)) == {(1, 0), (1, 1)}
    assert corners((row,), (400, 50)) == {(0, 0), (0, 1)}


def test_a_chinese_character_takes_the_room_of_two():
    places = grid(Table((Row((Cell("日" * 10), Cell("d" * 20), Cell("a\nb"))),)))[0].cells
    assert [lines(place, (65, 65, 65)) for place in places] == [3, 3, 2]


def test_no_column_is_narrower_than_its_longest_word():
    """«Неофициальные консультации» stood in a column of 79 points, and Word broke the word."""
    rows = (Row((Cell("3–6 p.m."), Cell("Неофициальные консультации"), Cell("word " * 20))),)
    made = widths(Table(rows, widths=(26, 18, 66)), 440)
    assert [round(each) for each in made] == [96, 101, 243]
    assert sum(made) == pytest.approx(440)


def test_what_no_word_needs_stays_as_it_is_asked():
    rows = (Row((Cell("Plenary"), Cell("日" * 40), Cell("A/" * 30), Cell("x" * 200, colspan=2))),)
    assert widths(Table(rows, widths=(20, 20, 20, 20, 20)), 500) == [100] * 5
    assert widths(Table((Row((Cell("w" * 90), Cell("v" * 90))),), widths=(1, 4)), 100) == [25, 75]


@pytest.mark.parametrize(
    ("text", "tall"),
    [
        ("word " * 5 + "abc", 1),
        ("слов " * 5 + "абв", 2),
        ("word " * 6 + "a", 2),
        ("كلمه " * 6 + "ا", 1),
        ("日" * 15, 1),
        ("日" * 16, 2),
    ],
)
def test_letters_are_as_wide_as_their_script_has_them(text, tall):
    table = Table((Row((Cell(text), Cell())),), widths=(1, 4))
    assert height(table, OnePage("a4", 9.0)) == tall * 9 * LEADING + 2 * NARROW_INSET + AIR
