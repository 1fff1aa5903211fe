"""Days as officers write them."""

import pendulum
import pytest

from wgsched.files.grammar import Wrong, read_day, read_days

SESSION = read_days("Mon 20 - Fri 24 Sep 2010, Mon 4 - Tue 5 Oct 2010")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Thu 14 - Fri 15 May 2009", ["2009-05-14", "2009-05-15"]),
        ("14-15 May 2009", ["2009-05-14", "2009-05-15"]),
        ("14 and 15 May 2009", ["2009-05-14", "2009-05-15"]),
        ("Thursday, 14 May 2009", ["2009-05-14"]),
        ("2009-05-14 to 2009-05-15", ["2009-05-14", "2009-05-15"]),
        ("2009-05-14/2009-05-15", ["2009-05-14", "2009-05-15"]),
        ("Wed 30 Sep - Fri 2 Oct 2009", ["2009-09-30", "2009-10-01", "2009-10-02"]),
        ("Wed 30 Dec - Fri 1 Jan 2010", ["2009-12-30", "2009-12-31", "2010-01-01"]),
        ("Mon 20, Tue 21 and Thu 23 Sep 2004", ["2004-09-20", "2004-09-21", "2004-09-23"]),
    ],
)
def test_what_a_day_leaves_out_the_next_one_tells(text, days):
    assert [str(day) for day in read_days(text)] == days


def test_a_weekend_inside_a_range_is_left_out_and_one_that_is_named_is_kept():
    assert [day.day for day in read_days("Thu 14 - Tue 19 May 2009")] == [14, 15, 18, 19]
    assert [day.day for day in read_days("Thu 14 - Sat 16 May 2009")] == [14, 15, 16]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Fri 14 May 2009", "14 May 2009 is a Thursday, not a Friday"),
        ("30 February 2009", "'30 February 2009' is not a day: February 2009 has no day 30"),
        ("15 - 14 May 2009", "'15 - 14 May 2009' does not run forward in time, or for too long"),
        ("14 May", "'14 May' has no year"),
        ("May 2009", "'May 2009' is not days"),
        ("14 Mai 2009", "'14 Mai 2009' is not days: 'Mai 2009' is not understood"),
        ("14 May 2009 a", "'14 May 2009 a' is not days: 'a' is not understood"),
        ("", "days are missing"),
        ("1 Jan 1000", "'1 Jan 1000' is not in a year from 1900 to 2200"),
        ("2009-13-01", "'2009-13-01' is not a day: 13 2009 has no day 1"),
    ],
)
def test_what_is_no_day_is_said(text, message):
    with pytest.raises(Wrong) as caught:
        read_days(text)
    assert caught.value.message == message


def test_the_hint_for_a_wrong_weekday_is_the_right_one():
    with pytest.raises(Wrong) as caught:
        read_days("Fri 14 May 2009")
    assert caught.value.hint == "Did you mean Thu 14 May 2009?"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wed", "2010-09-22"),
        ("Tue 21", "2010-09-21"),
        ("5", "2010-10-05"),
        ("Tue 5 Oct", "2010-10-05"),
        ("6 Mar", "2010-03-06"),
    ],
)
def test_one_day_is_looked_for_among_the_days_of_the_session(text, day):
    assert str(read_day(text, year=2010, among=SESSION)) == day


def test_a_weekday_that_comes_twice_must_be_dated():
    with pytest.raises(Wrong) as caught:
        read_day("Tue", among=SESSION)
    assert caught.value.message == "'Tue' could be Tue 21 Sep 2010 or Tue 5 Oct 2010"


def test_a_year_is_that_of_the_day_of_the_session():
    over_new_year = (pendulum.date(2009, 12, 31), pendulum.date(2010, 1, 4))
    assert str(read_day("31 Dec", year=2010, among=over_new_year)) == "2009-12-31"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "Fri 29 - Sun 31 Jan 2027",
            "Write Fri 29 Jan 2027 - Sat 30 Jan 2027, Sun 31 Jan 2027 or Fri 29 Jan 2027, Sun 31 Jan 2027.",
        ),
        (
            "Mon 25 - Sun 31 Jan 2027",
            "Write Mon 25 Jan 2027 - Sat 30 Jan 2027, Sun 31 Jan 2027"
            " or Mon 25 Jan 2027 - Fri 29 Jan 2027, Sun 31 Jan 2027.",
        ),
        (
            "Sat 30 Jan - Tue 2 Feb 2027",
            "Write Sat 30 Jan 2027, Sun 31 Jan 2027 - Tue 2 Feb 2027"
            " or Sat 30 Jan 2027, Mon 1 Feb 2027 - Tue 2 Feb 2027.",
        ),
    ],
)
def test_a_range_that_ends_in_a_weekend_is_asked_about_and_each_reading_can_be_typed(text, hint):
    with pytest.raises(Wrong, match="does not say whether") as caught:
        read_days(text)
    assert caught.value.hint == hint
    both, one = (read_days(each) for each in hint.removeprefix("Write ").rstrip(".").split(" or "))
    assert len(both) == len(one) + 1


def test_a_range_over_a_weekend_and_one_of_its_days_alone_need_no_question():
    assert [day.day for day in read_days("Fri 29 Jan - Mon 1 Feb 2027")] == [29, 1]
    assert [day.day for day in read_days("Sat 30 - Sun 31 Jan 2027")] == [30, 31]
    assert [day.day for day in read_days("Sun 31 Jan - Mon 1 Feb 2027")] == [31, 1]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("10.-11.05.2027", [(10, 5), (11, 5)]),
        ("10.05.2027", [(10, 5)]),
        ("10.05. - 11.05.2027", [(10, 5), (11, 5)]),
        ("Mon 10.05.2027 - Tue 11.05.2027", [(10, 5), (11, 5)]),
        ("May 10-11, 2027", [(10, 5), (11, 5)]),
        ("May 10, 2027", [(10, 5)]),
        ("Monday, May 10, 2027", [(10, 5)]),
        ("Sept. 30 - Oct 1, 2027", [(30, 9), (1, 10)]),
        ("25/05/2027 - 26/05/2027", [(25, 5), (26, 5)]),
        ("05/25/2027 - 05/26/2027", [(25, 5), (26, 5)]),
        ("5/5/2027", [(5, 5)]),
    ],
)
def test_days_in_other_forms_are_understood_where_there_is_one_reading(text, days):
    assert [(day.day, day.month) for day in read_days(text)] == days


def test_figures_with_two_readings_are_asked_about():
    with pytest.raises(Wrong, match="'10/05/2027' could be 10 May 2027 or 5 October 2027"):
        read_days("10/05/2027 - 11/05/2027")
