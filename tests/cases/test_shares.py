"""The shares of items in their published meetings are those in the docs."""

from __future__ import annotations

import pytest

from tests.cases.examples import session_of
from tests.cases.report import END, PAGE, SHARES, shown
from tests.cases.shares import WAYS, WITH_ROWS, scrambled, share, slack, totals

QUICK = ("packed", "scrambled")


def printed(way: str) -> dict[str, str]:
    """Return what the docs print for one way of planning, by session."""
    table = PAGE.read_text(encoding="utf-8").split(SHARES)[1].split(END)[0]
    head, _, *lines = (line.strip("|\n ").split(" | ") for line in table.splitlines())
    return {cells[0].strip(): cells[head.index(way)].strip() for cells in lines}


@pytest.mark.parametrize("way", [*QUICK, pytest.param("slack 0.85", marks=pytest.mark.long)])
def test_the_docs_print_the_shares_that_are_found(way):
    found = {slug: shown(share(slug, way)) for slug in WITH_ROWS}
    assert printed(way) == {**found, "all": shown(totals(way))}


@pytest.mark.parametrize("way", QUICK)
@pytest.mark.parametrize("slug", WITH_ROWS)
def test_what_is_planned_lies_between_the_least_and_the_most(slug, way):
    found = share(slug, way)
    assert found.least <= found.planned <= found.most <= found.items


def test_slack_takes_15_per_cent_of_each_duration_to_the_nearest_five_minutes():
    whole, less = session_of("asset-recovery-2009"), slack(session_of("asset-recovery-2009"))
    minutes = [[each.minutes_of(part) for part in each.agenda.instalments] for each in (whole, less)]
    assert minutes == [[15, 15, 180, 330, 120, 60], [15, 15, 155, 280, 100, 50]]


def test_scrambling_moves_entries_and_leaves_items_in_the_order_of_the_agenda():
    whole, moved = session_of("human-rights-council-2017"), scrambled(session_of("human-rights-council-2017"))
    numbers = [[each.key for each in session.agenda if each.number is not None] for session in (whole, moved)]
    entries = [[each.key for each in session.agenda if each.number is None] for session in (whole, moved)]
    assert numbers[0] == numbers[1]
    assert entries[0] != entries[1]
    assert sorted(entries[0]) == sorted(entries[1])


def test_there_are_three_ways():
    assert list(WAYS) == ["packed", "slack 0.85", "scrambled"]
