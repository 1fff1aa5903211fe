"""The table of the report is the one in the docs."""

from __future__ import annotations

import pytest

from tests.cases.examples import SLUGS, planned
from tests.cases.reasons import KNOWN, REASONS
from tests.cases.report import CLOSE, COLUMNS, DIFFERENCES, OPEN, PAGE, SAID, differences, row, within_windows
from wgsched.model import Unique

SHARE = COLUMNS.index("in the same meetings")


def _stable(slug: str, cells: tuple[str, ...]) -> list[str]:
    """Return the cells without the seconds and, where several programmes are best, without the share."""
    several = planned(slug).finding.unique is not Unique.YES
    return [cell for place, cell in enumerate(cells[:-1]) if not (several and place == SHARE)]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_docs_say_what_the_report_finds(slug):
    table = PAGE.read_text(encoding="utf-8").split(OPEN)[1].split(CLOSE)[0]
    lines = (tuple(cell.strip() for cell in line.strip("|\n ").split(" | ")) for line in table.splitlines())
    printed = {cells[0]: cells for cells in lines}
    assert _stable(slug, printed[slug]) == _stable(slug, row(slug))


def test_the_docs_name_every_difference_and_its_reason():
    printed = PAGE.read_text(encoding="utf-8").split(DIFFERENCES)[1].split(SAID)[0]
    assert printed == differences()
    assert list(KNOWN) == list(REASONS)


def test_the_first_committee_keeps_its_windows():
    assert within_windows("first-committee-2024") == (7, 7)
