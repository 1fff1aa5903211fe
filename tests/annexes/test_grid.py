from wgsched.annexes.grid import grid
from wgsched.annexes.pages import Cell, Row, Table


def laid(rows, width):
    return grid(Table(rows, widths=(1,) * width))


def words(rows, width):
    return [[each.cell.text for each in row.cells] for row in laid(rows, width)]


def test_a_cell_covers_what_it_spans():
    rows = (Row((Cell("a", rowspan=2), Cell("b", colspan=2))), Row((Cell("c"), Cell("d"))))
    assert words(rows, 3) == [["a", "b", "b"], ["a", "c", "d"]]


def test_a_short_row_is_filled_and_a_long_one_is_cut():
    assert words((Row((Cell("a"),)), Row((Cell("b"), Cell("c"), Cell("d")))), 2) == [["a", ""], ["b", "c"]]


def test_spans_stop_at_the_edge_and_before_another_cell():
    rows = (Row((Cell("a"), Cell("b", rowspan=9))), Row((Cell("c", colspan=9),)))
    assert words(rows, 2) == [["a", "b"], ["c", "b"]]
    assert [(each.rowspan, each.colspan) for each in laid(rows, 2)[1].cells] == [(1, 1), (2, 1)]


def test_a_row_knows_which_cells_begin_in_it():
    rows = laid((Row((Cell("a", rowspan=2), Cell("b"))), Row((Cell("c"),))), 2)
    assert [[each and each.cell.text for each in row.spread] for row in rows] == [["a", "b"], [None, "c"]]
    assert [[each.cell.text for each in row.own] for row in rows] == [["a", "b"], ["c"]]


def test_a_cell_is_as_wide_as_the_columns_that_it_spans():
    [row] = laid((Row((Cell("a"), Cell("b", colspan=2))),), 3)
    assert [each.across((1, 2, 4)) for each in row.own] == [1, 6]
