from wgsched.annexes.fitting import lines, unbroken
from wgsched.annexes.grid import grid
from wgsched.annexes.pages import Cell, Row, Table


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
