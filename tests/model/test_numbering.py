"""Item numbers."""

import pytest

from wgsched.errors import BadInput
from wgsched.model import ItemNumber


@pytest.mark.parametrize(
    ("text", "levels", "printed"),
    [
        ("1", ("1",), "1"),
        ("1(a)", ("1", "a"), "1 (a)"),
        ("3 (c) (i)", ("3", "c", "i"), "3 (c) (i)"),
        ("16.1", ("16", "1"), "16.1"),
        ("5.a", ("5", "a"), "5.a"),
        ("II", ("II",), "II"),
        ("SBSTA 4(d)", ("SBSTA 4", "d"), "SBSTA 4 (d)"),
    ],
)
def test_a_number_is_read_level_by_level_and_printed_with_spaces(text, levels, printed):
    number = ItemNumber.parse(text)
    assert number.levels == levels
    assert str(number) == printed
    assert ItemNumber.parse(printed) == number


@pytest.mark.parametrize("text", ["", " ", "(a)", "1 (a) b", "1 (a"])
def test_what_is_not_a_number_is_refused_with_an_example(text):
    with pytest.raises(BadInput, match="expected for example"):
        ItemNumber.parse(text)


def test_the_parent_is_one_level_up():
    assert ItemNumber.parse("3 (c) (i)").parent == ItemNumber.parse("3 (c)")
    assert ItemNumber.parse("16.1").parent == ItemNumber.parse("16")
    assert ItemNumber.parse("II").parent is None
