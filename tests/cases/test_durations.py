"""The durations of the examples are printed, or an equal split; none was fitted by hand."""

from __future__ import annotations

import pytest

from tests.cases.durations import durations, published, split
from tests.cases.examples import SLUGS, instalment_of, session_of


@pytest.mark.parametrize(
    ("minutes", "rows", "shares"),
    [(180, 4, [45, 45, 45, 45]), (240, 5, [50, 50, 50, 45, 45]), (60, 3, [20, 20, 20]), (92, 2, [45, 47])],
)
def test_a_meeting_is_split_equally_in_steps_of_five_minutes(minutes, rows, shares):
    assert split(minutes, rows) == shares


@pytest.mark.parametrize("slug", SLUGS)
def test_the_durations_of_an_example_are_those_of_its_published_rows(slug):
    session = session_of(slug)
    expected = {
        instalment_of(session, name, part).key: minutes
        for name, parts in durations(published(slug)).items()
        for part, minutes in enumerate(parts, start=1)
    }
    assert {each.key: session.minutes_of(each) for each in session.agenda.instalments} == expected


@pytest.mark.parametrize("slug", SLUGS)
def test_an_equal_split_is_marked_as_an_estimate(slug):
    """Only what has hours of its own, or a demand in meetings, in the source is not an estimate."""
    session = session_of(slug)
    stated = {each.key for each in session.agenda.instalments if not each.takes.estimate}
    assert stated == STATED.get(slug, set())


STATED = {
    "forestry-1997": {"5", "6", "7", "8", "9", "10"},
    "food-security-2004": {"Ie"},
    "first-committee-2024": {"general-debate", "action"},
}
