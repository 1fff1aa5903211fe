from wgsched.annexes.grid import grid
from wgsched.annexes.pages import Cell, Row


def words(rows, width):
    return [[place.cell.text for place in places] for places in grid(rows, width)]


def test_a_cell_covers_what_it_spans():
    rows = (Row((Cell("a", rowspan=2), Cell("b", colspan=2))), Row((Cell("c"), Cell("d"))))
    assert words(rows, 3) == [["a", "b", "b"], ["a", "c", "d"]]


def test_a_short_row_is_filled_and_a_long_one_is_cut():
    assert words((Row((Cell("a"),)), Row((Cell("b"), Cell("c"), Cell("d")))), 2) == [["a", ""], ["b", "c"]]


def test_spans_stop_at_the_edge_and_before_another_cell():
    rows = (Row((Cell("a"), Cell("b", rowspan=9))), Row((Cell("c", colspan=9),)))
    assert words(rows, 2) == [["a", "b"], ["c", "b"]]
    assert [(place.rowspan, place.colspan) for place in grid(rows, 2)[1]] == [(1, 1), (2, 1)]


def test_a_place_knows_where_its_cell_is_written():
    places = grid((Row((Cell("a", rowspan=2), Cell("b"))), Row((Cell("c"),))), 2)
    assert [[place.starts(r, c) for c, place in enumerate(row)] for r, row in enumerate(places)] == [
        [True, True],
        [False, True],
    ]
